package lines

import (
	"regexp"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// newScene is the silence between two cues, in seconds, behind which a paragraph
// begins.
const newScene = 1.5

var (
	cueTimes = regexp.MustCompile(`^(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s+-->\s+(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`)
	cueMarks = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}`) // <i>, <c.yellow>, <v Anna>, {\an8}
	cueBlock = regexp.MustCompile(`^(?:NOTE|STYLE|REGION|WEBVTT)\b`)
)

// ofCues reads SRT and WebVTT: what is written between a line of times and the next
// blank one.
func ofCues(text string) (all []Line, err error) {
	end, seen := 0.0, false
	for block := range strings.SplitSeq(text, "\n\n") {
		rows := strings.Split(strings.TrimSpace(block), "\n")
		for len(rows) > 0 && !cueTimes.MatchString(rows[0]) {
			if cueBlock.MatchString(rows[0]) {
				rows = nil
				break
			}
			rows = rows[1:] // its number or its name
		}
		if len(rows) == 0 {
			continue
		}
		m := cueTimes.FindStringSubmatch(rows[0])
		from, to := seconds(m[1:5]), seconds(m[5:9])
		l := Line{Opens: !seen || from-end >= newScene}
		for _, row := range rows[1:] {
			row = strings.TrimSpace(cueMarks.ReplaceAllString(row, ""))
			row = strings.TrimSpace(strings.TrimPrefix(row, "- "))
			if l.Text != "" && row != "" {
				l.Text += glueOf(l.Text, row)
			}
			l.Text += row
		}
		if seen = true; l.Text != "" {
			add(&all, l)
		}
		end = to
	}
	if !seen {
		return nil, tts.Wrong("text", say.noCue)
	}
	return all, nil
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
