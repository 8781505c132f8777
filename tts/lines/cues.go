package lines

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/util"

	"voicestudio/tts"
)

// newScene is the silence between two cues, in seconds, behind which a paragraph
// begins.
const newScene = 1.5

var (
	cueTimes = regexp.MustCompile(`^-?(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?\s*-->\s*-?(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?`)
	cueMarks = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|<[\d:.]+>|\{\\[^{}]*\}`) // <i>, <c.yellow>, <v Anna>, <00:01.500>, {\an8}
	cueBlock = regexp.MustCompile(`^(?:NOTE|STYLE|REGION|WEBVTT)\b`)
	cueCount = regexp.MustCompile(`^\d+$`)
)

// cue is what stands between a line of times and the next blank one, or the next of
// times.
type cue struct {
	from, to float64 // seconds
	rows     []string
}

// ofCues reads SRT and WebVTT.
func ofCues(text string) (all []Line, err error) {
	cues := cuesIn(text)
	if len(cues) == 0 {
		return nil, tts.Wrong("text", say.noCue)
	}
	for i, c := range cues {
		l := Line{Opens: i == 0 || c.from-cues[i-1].to >= newScene}
		for _, row := range c.rows {
			row = strings.TrimSpace(cueMarks.ReplaceAllString(row, ""))
			row = strings.TrimSpace(strings.TrimPrefix(row, "- "))
			row = string(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(row))))
			if l.Text != "" && row != "" {
				l.Text += glueOf(l.Text, row)
			}
			l.Text += row
		}
		if l.Text != "" {
			add(&all, l)
		}
	}
	return all, nil
}

func cuesIn(text string) (all []cue) {
	inside, skips := false, false // a cue, a block that is none
	for row := range strings.SplitSeq(text, "\n") {
		row = strings.TrimSpace(row)
		m := cueTimes.FindStringSubmatch(row)
		last := len(all) - 1
		switch {
		case row == "":
			inside, skips = false, false
		case skips:
		case m != nil:
			if inside { // no blank line was between them, at most a number
				if n := len(all[last].rows) - 1; n >= 0 && cueCount.MatchString(all[last].rows[n]) {
					all[last].rows = all[last].rows[:n]
				}
			}
			all, inside = append(all, cue{from: seconds(m[1:5]), to: seconds(m[5:9])}), true
		case inside:
			all[last].rows = append(all[last].rows, row)
		default: // a number or a name, unless nothing of the block is for readers
			skips = cueBlock.MatchString(row)
		}
	}
	return all
}

// seconds are hours, perhaps none, minutes, seconds and their fraction.
func seconds(parts []string) float64 {
	sum := 0.0
	for _, p := range parts[:3] {
		n, _ := strconv.Atoi(p) // empty: no hours
		sum = 60*sum + float64(n)
	}
	fraction, _ := strconv.ParseFloat("0."+parts[3], 64)
	return sum + fraction
}
