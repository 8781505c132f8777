package tts

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is the number of code points that are too many: 9,999 are legal.
const MaxText = 10000

// SoundTags are the interjections that the 2.8 models perform. The last three
// are in Alibaba's and PPIO's lists, not on MiniMax's current one.
var SoundTags = strings.Fields(`laughs chuckle coughs clear-throat groans breath pant inhale exhale gasps
	sniffs sighs snorts burps lip-smacking humming hissing emm sneezes whistles crying applause`)

// PauseMarker finds `<#x#>`, x in seconds; its first group is x.
var PauseMarker = regexp.MustCompile(`<#([^#<>]*)#>`)

var pauseSeconds = regexp.MustCompile(`^\d{1,2}(\.\d{1,2})?$`)

// speakable reports whether there is anything to say in a piece of text.
func speakable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) })
}

var soundTag = regexp.MustCompile(`\((` + strings.Join(SoundTags, "|") + `)\)`)

func hasSoundTag(text string) bool { return soundTag.MatchString(text) }

// EstimateCharacters guesses what a host will bill for a text: code points,
// Han characters twice. Only the host's own number is true.
func EstimateCharacters(text string) int {
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// maxInvisible is the share of invisible or illegal characters above which
// MiniMax answers 1042.
const maxInvisible = 0.1

// InvisibleRatio is the share of a text's code points that cannot be seen:
// control, format, private and noncharacter ones. MiniMax does not publish
// which characters it counts (invisible_character_ratio).
func InvisibleRatio(text string) float64 {
	all, unseen := 0, 0
	for _, r := range text {
		all++
		if r != '\n' && r != '\r' && r != '\t' && (unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Noncharacter_Code_Point) || r == unicode.ReplacementChar) {
			unseen++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(unseen) / float64(all)
}

func refuse(field, cure, format string, args ...any) []Problem {
	return []Problem{{field, Refused, fmt.Sprintf(format, args...), cure}}
}

func checkFields(r Request) (problems []Problem) {
	for _, f := range Fields {
		if value := r.Get(f.Path); value != nil {
			problems = append(problems, f.check(value)...)
		}
	}
	for _, tone := range r.PronunciationDict.Tone {
		if from, to, found := strings.Cut(tone, "/"); !found || from == "" || to == "" {
			problems = append(problems, refuse("pronunciation_dict.tone", `write it as original/replacement, for example 处理/(chu3)(li3)`,
				"the entry %q has no replacement", brief(tone))...)
		}
	}
	return problems
}

func (f Field) check(value any) []Problem {
	text := asText(value)
	switch f.Kind {
	case Choice:
		if !slices.Contains(f.Values, text) {
			return refuse(f.Path, "choose one of "+strings.Join(f.Values, ", "), "%q is not one of its values", brief(text))
		}
	case Whole, Number:
		n, _ := strconv.ParseFloat(text, 64)
		if f.Values != nil && !slices.Contains(f.Values, text) {
			return refuse(f.Path, "choose one of "+strings.Join(f.Values, ", "), "%s is not one of its values", text)
		}
		if !(n >= f.Min && n <= f.Max) || f.Above && n == f.Min { // NaN neither
			return refuse(f.Path, "choose a value "+f.Range(), "%s is out of range", text)
		}
	}
	return nil
}

// Range says the bounds in words: "from 0.5 to 2".
func (f Field) Range() string {
	if f.Above {
		return fmt.Sprintf("above %v, up to %v", f.Min, f.Max)
	}
	return fmt.Sprintf("from %v to %v", f.Min, f.Max)
}

// brief is as much of a value as a sentence can hold.
func brief(value string) string {
	const most = 60
	if runes := []rune(value); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return value
}

func asText(value any) string { return fmt.Sprint(value) }

func checkText(text string) []Problem {
	const field = "text"
	switch n := utf8.RuneCountInString(text); {
	case strings.TrimSpace(text) == "":
		return refuse(field, "write what is to be spoken", "there is nothing to speak")
	case n >= MaxText:
		return refuse(field, fmt.Sprintf("shorten it to %d, or split it", MaxText-1), "%d characters are too many", n)
	case !utf8.ValidString(text):
		return refuse(field, "save it as UTF-8", "it is not valid UTF-8")
	}
	marks := PauseMarker.FindAllStringSubmatchIndex(text, -1)
	end := 0
	for i, m := range marks {
		seconds := text[m[2]:m[3]]
		n, _ := strconv.ParseFloat(seconds, 64)
		if !pauseSeconds.MatchString(seconds) || n < 0.01 || n > 99.99 {
			return refuse(field, "write seconds from 0.01 to 99.99 with at most two decimals, as in <#0.5#>", "the pause marker %s is not right", text[m[0]:m[1]])
		}
		if !speakable(text[end:m[0]]) {
			where := "follows another"
			if i == 0 {
				where = "stands at the start"
			}
			return refuse(field, "put words before it, or make it one longer pause", "the pause marker %s %s", text[m[0]:m[1]], where)
		}
		end = m[1]
	}
	if len(marks) > 0 && !speakable(text[end:]) {
		return refuse(field, "put words after it, or take it out", "a pause marker stands at the end")
	}
	return nil
}

func checkSight(text string) []Problem {
	if InvisibleRatio(text) <= maxInvisible {
		return nil
	}
	return []Problem{{"text", Doubtful, "more than a tenth of it are characters that cannot be seen, which hosts refuse", "take them out"}}
}

func checkVoices(r Request, t Target) (problems []Problem) {
	const field = "timbre_weights"
	voices := r.Voices()
	switch {
	case len(voices) == 0:
		return refuse("voice_setting.voice_id", "choose one", "no voice is chosen")
	case len(voices) > MaxVoices:
		return refuse(field, fmt.Sprintf("leave out %d", len(voices)-MaxVoices), "a blend holds at most %d voices, this one has %d", MaxVoices, len(voices))
	}
	for i, v := range voices {
		at := "voice_setting.voice_id"
		if len(r.TimbreWeights) > 0 {
			at = fmt.Sprintf("%s[%d]", field, i)
			if v.Weight < 1 || v.Weight > 100 {
				problems = append(problems, refuse(at+".weight", "choose a weight from 1 to 100, or leave the voice out", "the weight %d of %s is out of range", v.Weight, brief(v.VoiceID))...)
			}
			if v.VoiceID == "" {
				problems = append(problems, refuse(at+".voice_id", "choose one", "no voice is chosen")...)
				continue
			}
		}
		if _, known := FindVoice(v.VoiceID); !known && !slices.Contains(t.Own, v.VoiceID) {
			problems = append(problems, strange(at, v.VoiceID, t.Host))
		}
	}
	return problems
}

// strange warns of an id that may be a misspelling, another account's, or a
// clone whose first use costs.
func strange(at, id string, host HostName) Problem {
	cure := "check its spelling; a cloned voice speaks only for the account that made it"
	if h, _ := HostAt(host); h.CloneFee.Amount > 0 {
		cure = fmt.Sprintf("check its spelling; a clone's first use costs %.1f %s here, and it speaks only for the account that made it", h.CloneFee.Amount, h.CloneFee.Currency)
	}
	return Problem{at, Doubtful, fmt.Sprintf("the voice %q is not in the catalogue", brief(id)), cure}
}

func checkModel(r Request, t Target) []Problem {
	host, known := HostAt(t.Host)
	if !known {
		return refuse("host", "choose one of "+strings.Join(HostNames(), ", "), "there is no host %q", t.Host)
	}
	offered := func(h HostProfile) bool {
		return slices.ContainsFunc(h.Models, func(m string) bool { return strings.EqualFold(m, r.Model) })
	}
	if offered(host) {
		return nil
	}
	cure := "choose one of " + strings.Join(host.Models, ", ")
	if host.Name == Sandbox || slices.ContainsFunc(Hosts, offered) {
		return refuse("model", cure, "%s does not offer %s", host.Title, brief(r.Model))
	}
	return []Problem{{"model", Doubtful, fmt.Sprintf("%s is not a model this program knows of", brief(r.Model)), cure}}
}
