package tts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is the number of code points that are too many: 9,999 are legal.
const MaxText = 10000

// speakable reports whether there is anything to say in a piece of text.
func speakable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) })
}

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

func refuse(field string, code ProblemCode, about string, s Said) []Problem {
	return []Problem{problem(field, Refused, code, about, s)}
}

func checkFields(r Request) (problems []Problem) {
	for _, f := range Fields {
		if value := r.Get(f.Path); value != nil {
			problems = append(problems, f.check(value)...)
		}
	}
	for _, tone := range r.PronunciationDict.Tone {
		if from, to, found := strings.Cut(tone, "/"); !found || from == "" || to == "" {
			problems = append(problems, refuse("pronunciation_dict.tone", NoReplacement, tone, say.fields.replacement(brief(tone)))...)
		}
	}
	return problems
}

func (f Field) check(value any) []Problem {
	text := asText(value)
	switch f.Kind {
	case Choice:
		if !slices.Contains(f.Values, text) {
			return refuse(f.Path, NotAValue, text, Meant(text, f.Values, say.fields.notOneOf(strconv.Quote(brief(text)), f.Values)))
		}
	case Whole, Number:
		n, _ := strconv.ParseFloat(text, 64)
		if f.Values != nil && !slices.Contains(f.Values, text) {
			return refuse(f.Path, NotAValue, text, say.fields.notOneOf(text, f.Values))
		}
		if !(n >= f.Min && n <= f.Max) || f.Above && n == f.Min { // NaN neither
			return refuse(f.Path, OutOfRange, text, say.fields.outOfRange(text, f.Range()))
		}
	case Text, Switch, List: // any value of the kind will do
	}
	return nil
}

// Range says the bounds in words: "from 0.5 to 2".
func (f Field) Range() string {
	if f.Above {
		return say.fields.above(f.Min, f.Max)
	}
	return say.fields.between(f.Min, f.Max)
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

func checkText(text, model string) []Problem {
	const field = "text"
	switch n := utf8.RuneCountInString(text); {
	case strings.TrimSpace(text) == "":
		return refuse(field, NoText, "", say.text.empty)
	case n >= MaxText:
		return refuse(field, TextTooLong, "", say.text.tooLong(n, MaxText-1))
	case !utf8.ValidString(text):
		return refuse(field, TextNotUTF8, "", say.text.notUTF8)
	}
	problems, told := []Problem(nil), map[ProblemCode]bool{TagsReadOut: true} // which is a row of Rules
	for _, f := range Proofread(text, model).Findings {
		about := f.Code
		if f.Effect == Refused {
			about = "" // the first is enough
		}
		if !told[about] {
			told[about] = true
			problems = append(problems, f.Problem)
		}
	}
	return problems
}

func checkSight(text string) []Problem {
	if InvisibleRatio(text) <= maxInvisible {
		return nil
	}
	return []Problem{problem("text", Doubtful, TextInvisible, "", say.text.invisible)}
}

func checkVoices(r Request, t Target) (problems []Problem) {
	const field = "timbre_weights"
	voices := r.Voices()
	switch {
	case len(voices) == 0:
		return refuse("voice_setting.voice_id", NoVoice, "", say.voices.none)
	case len(voices) > MaxVoices:
		return refuse(field, TooManyVoices, "", say.voices.tooMany(len(voices), MaxVoices))
	}
	for i, v := range voices {
		at := "voice_setting.voice_id"
		if len(r.TimbreWeights) > 0 {
			at = fmt.Sprintf("%s[%d]", field, i)
			if v.Weight < 1 || v.Weight > 100 {
				problems = append(problems, refuse(at+".weight", WeightRange, v.VoiceID, say.voices.weight(v.Weight, brief(v.VoiceID)))...)
			}
			if v.VoiceID == "" {
				problems = append(problems, refuse(at+".voice_id", NoVoice, "", say.voices.none)...)
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
	h, _ := HostAt(host)
	said := say.voices.unknown(brief(id), h.CloneFee)
	if like := likeVoice(id); like != "" {
		said = Meant(id, []string{like}, said)
	}
	return problem(at, Doubtful, UnknownVoice, id, said)
}

func checkModel(r Request, t Target) []Problem {
	host, known := HostAt(t.Host)
	if !known {
		return refuse("host", UnknownHost, string(t.Host), Meant(string(t.Host), HostNames(), say.models.noHost(string(t.Host), HostNames())))
	}
	if host.Takes(r.Model) {
		return nil
	}
	if host.Name == Sandbox || slices.ContainsFunc(Hosts, func(h HostProfile) bool { return h.Takes(r.Model) }) {
		return refuse("model", ModelNotOffered, string(host.Name), say.models.notOffered(host.Title, brief(r.Model), host.Models))
	}
	return []Problem{problem("model", Doubtful, UnknownModel, r.Model, Meant(r.Model, host.Models, say.models.unknown(brief(r.Model), host.Models)))}
}
