package narration

import (
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// UsualNames is the pattern of the names of lines' files where none was chosen.
const UsualNames = "{n}-{text}.wav"

const (
	// longestName leaves room, in bytes, within the 143 of the tightest common file
	// system (eCryptfs).
	longestName = 120
	// longestWord is the most that a text, a title or a voice takes of a name, in
	// bytes.
	longestWord = 40
)

// place is something that a pattern puts into a name.
type place struct {
	name string
	of   func(title string, w Work, i int) string
}

var places = []place{
	{"n", func(_ string, w Work, i int) string {
		return fmt.Sprintf("%0*d", len(strconv.Itoa(len(w.Lines))), i+1)
	}},
	{"text", func(_ string, w Work, i int) string { return short(spokenWords(w.Lines[i].Text)) }},
	{"script", func(title string, _ Work, _ int) string { return short(cmp.Or(title, say.names.untitled)) }},
	{"id", func(_ string, w Work, i int) string { return short(w.Lines[i].ID) }},
	{"voice", func(_ string, w Work, i int) string {
		voices := session.Voiced(w.Lines[i].Wanted(w.Request)).Voices()
		if len(voices) == 1 {
			return short(voices[0].VoiceID)
		}
		return short(presets.Formula(voices))
	}},
}

var inBraces = regexp.MustCompile(`\{([^{}]*)\}`)

// Names are those of a file for each line of a script that has a title, from a
// pattern in which {n} is the line's number, {text} how it begins, {script} the
// title, {id} the line's and {voice} its voice or blend. They are names in one
// folder, at most 120 bytes long, without what file systems refuse, and no two are
// alike, also where case makes no difference. The error is a *tts.Error of the field
// "names".
func Names(pattern, title string, w Work) ([]string, error) {
	names, ending, err := stems(pattern, title, w)
	for i := range names {
		names[i] += cmp.Or(ending, ".wav")
	}
	return names, err
}

// stems are the names without their ending, which is that of some sound or empty.
func stems(pattern, title string, w Work) (names []string, ending string, err error) {
	pattern = cmp.Or(pattern, UsualNames)
	if strings.ContainsAny(pattern, `/\`) {
		return nil, "", tts.Wrong("names", say.names.folder)
	}
	if strings.ContainsAny(inBraces.ReplaceAllString(pattern, ""), "{}") {
		return nil, "", tts.Wrong("names", say.names.open)
	}
	for _, m := range inBraces.FindAllStringSubmatch(pattern, -1) {
		if _, known := placed(m[1]); !known {
			return nil, "", tts.Wrong("names", say.names.unknown(tts.Clean(m[0]), allPlaces()))
		}
	}
	if e := filepath.Ext(pattern); tts.NamesAnother(e, "") {
		pattern, ending = strings.TrimSuffix(pattern, e), strings.ToLower(e)
	}
	taken := map[string]int{}
	for i := range w.Lines {
		name := allowed(inBraces.ReplaceAllStringFunc(pattern, func(s string) string {
			p, _ := placed(strings.Trim(s, "{}"))
			return p.of(title, w, i)
		}))
		if name == "" {
			return nil, "", tts.Wrong("names", say.names.empty)
		}
		names = append(names, apart(name, taken))
	}
	return names, ending, nil
}

func placed(name string) (place, bool) {
	for _, p := range places {
		if p.name == name {
			return p, true
		}
	}
	return place{}, false
}

func allPlaces() (all []string) {
	for _, p := range places {
		all = append(all, "{"+p.name+"}")
	}
	return all
}

// spokenWords is a text without its pauses and sounds.
func spokenWords(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range tts.Proofread(text, "").Marks {
		b.WriteString(text[at:m.From] + " ")
		at = m.To
	}
	return b.String() + text[at:]
}

// short is the beginning of a text as a part of a name, whole words where there are
// some.
func short(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return say.names.wordless
	}
	slug := presets.Slug(text)
	if name, refused := strings.CutPrefix(slug, refusedName); refused && isDevice(name) { // only by itself, see allowed
		slug = name
	}
	if len(slug) <= longestWord {
		return slug
	}
	cut := within(slug, longestWord)
	if slug[len(cut)] != '-' {
		if at := strings.LastIndexByte(cut, '-'); at > longestWord/2 {
			cut = cut[:at]
		}
	}
	return strings.Trim(cut, "-")
}

// within is as much of a text as goes into so many bytes.
func within(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// longestEnding is the room for an ending, in bytes.
const longestEnding = len(".flac")

// allowed is a name without what some file system refuses.
func allowed(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case tts.Steers(r), r == utf8.RuneError, unicode.Is(unicode.Co, r):
			return -1
		case strings.ContainsRune(`<>:"|?*/\`, r):
			return '-'
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(name, "")))
	name = strings.TrimRight(within(strings.TrimLeft(name, " .-~"), longestName-longestEnding), " .")
	if stem, _, _ := strings.Cut(name, "."); isDevice(strings.ToLower(stem)) {
		return say.names.wordless + "-" + name
	}
	return name
}

// refusedName is before what presets.Slug makes of the name of a Windows device.
const refusedName = "preset-"

func isDevice(name string) bool { return presets.Slug(name) == refusedName+name }

// apart makes a name one that is not taken, and takes it; taken has the number that
// the next of that name tries.
func apart(name string, taken map[string]int) string {
	key := func(name string) string { return cases.Fold().String(norm.NFC.String(name)) }
	other, same := name, key(name)
	for taken[key(other)] > 0 {
		taken[same]++
		more := "-" + strconv.Itoa(taken[same])
		other = strings.TrimRight(within(name, longestName-longestEnding-len(more)), " .") + more
	}
	taken[key(other)] = max(taken[key(other)], 1)
	return other
}
