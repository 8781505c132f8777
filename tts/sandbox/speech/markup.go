package speech

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// piece is one step of an utterance: a run of text in one language, or a
// sound, or nothing, each followed by a pause.
type piece struct {
	text     string
	language string // espeak-ng's name
	begin    int    // where it stands in the pronounced text, in bytes
	end      int
	sound    string // name of a sound tag
	pause    float64
	rest     bool // the pause is the speech's own and follows its speed
}

// The text markup of the API: <#0.5#> is a pause in seconds, (laughs) a sound.
var (
	pauseMark = regexp.MustCompile(`<#\s*(\d*\.?\d+)\s*#>`)
	marks     = regexp.MustCompile(pauseMark.String() + `|(?i:\(\s*(` + strings.Join(soundNames(), "|") + `)\s*\))`)
)

// longestPause is the API's, in seconds.
const longestPause = 99.99

// soundMargin is the breath before and after a sound, in seconds.
const soundMargin = 0.08

func soundNames() []string {
	var names []string
	for name := range sounds {
		names = append(names, regexp.QuoteMeta(name))
	}
	slices.Sort(names)
	return names
}

// inlineSyllable is a pronunciation in the text: pinyin, or jyutping for a
// Cantonese voice, both with a tone. Only what can be such a syllable counts,
// so "(step2)" stays a word.
var inlineSyllable = regexp.MustCompile(`^\((?:zh|ch|sh|gw|kw|ng|[bpmfdtnlgkhjqxrzcsyw])?` +
	`(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|üe|a|e|i|o|u|v|ü` +
	`|aang|oeng|eoi|eon|eot|oek|aai|aau|aam|aan|aap|aat|aak|aa|am|ap|at|ak|au|eu|em|ep|ek|im|ip|it|ik|oi|on|ot|ok|oe|ung|ut|uk|yun|yut|yu)[1-6]\)`)

// maxInline is the length of the longest inlineSyllable in characters.
const maxInline = 9

// readScript cuts a request's text into the pieces that are spoken, sounded and
// kept silent, and gives them with the text in which they stand.
func readScript(r tts.Request) ([]piece, manuscript) {
	t := newTongues(r)
	m := newManuscript(r)
	text := m.pronounced.text
	var list []piece
	end := 0
	speak := func(until int) {
		for _, p := range t.runs(text[end:until]) {
			p.begin, p.end = p.begin+end, p.end+end
			list = append(list, p)
		}
	}
	for _, mark := range marks.FindAllStringSubmatchIndex(text, -1) {
		speak(mark[0])
		end = mark[1]
		if mark[2] >= 0 {
			seconds, _ := strconv.ParseFloat(text[mark[2]:mark[3]], 64)
			list = append(list, piece{pause: min(seconds, longestPause)})
			continue
		}
		list = append(list,
			piece{pause: soundMargin, rest: true},
			piece{sound: strings.ToLower(text[mark[4]:mark[5]]), begin: mark[0], end: mark[1], pause: soundMargin, rest: true})
	}
	speak(len(text))
	return list, m
}
