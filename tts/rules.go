package tts

import (
	"slices"
	"strings"
)

// Effect is what a broken rule does to a request.
type Effect string

// The effects, from harsh to mild.
const (
	Refused  Effect = "refused"  // nothing is sent
	Ignored  Effect = "ignored"  // the host would ignore it: the field is not sent, and that is said
	Doubtful Effect = "doubtful" // sent, with a warning
)

// Target is where a request goes. The model is in the request.
type Target struct {
	Host   HostName
	Stream bool // false: one answer with everything in it
	// Own are the account's own voices, as far as the host has told them.
	Own []string
}

// Problem is one thing that is wrong with a request at a target.
type Problem struct {
	Field   string `json:"field"`
	Effect  Effect `json:"effect"`
	Message string `json:"message"`
	Cure    string `json:"cure"`
}

// Error renders a problem as the error of a request that was not sent.
func (p Problem) Error() *Error {
	return &Error{Kind: KindRequest, Field: p.Field, Message: p.Message, Cure: p.Cure}
}

// Rule is one row of the table: where all its conditions hold, a set Field
// has Effect. An empty condition holds always.
type Rule struct {
	Field  string
	Values []string           // the values concerned
	Hosts  []HostName         // the contracts concerned
	Name   HostName           // the one host concerned, where others share its contract
	Models []string           // the generations concerned: "2.8"
	Except []string           // generations not concerned
	Mode   mode               // streaming or whole answers
	When   func(Request) bool // anything else about the request
	Effect Effect
	Reason string
	Cure   string
}

type mode int

const (
	anyMode mode = iota
	streaming
	whole
)

const noStream = "make it as a file without streaming (say --no-stream)"

// Rules is the table of what hosts and models restrict beyond the ranges of
// Fields. Sources: the hosts' references for synchronous speech synthesis,
// read in November 2026.
var Rules = []Rule{
	{Field: "voice_setting.emotion", Values: []string{"fluent"}, Hosts: []HostName{DashScope}, Effect: Refused,
		Reason: "DashScope has no emotion fluent", Cure: "choose another emotion, or auto"},
	{Field: "voice_setting.emotion", Values: []string{"whisper"}, Hosts: []HostName{DashScope}, Models: []string{"2.8"}, Effect: Refused,
		Reason: "DashScope's 2.8 models have no emotion whisper", Cure: "choose another emotion, or speech-02-hd"},
	{Field: "voice_setting.emotion", Values: []string{"fluent", "whisper"}, Hosts: []HostName{PPIO}, Models: []string{"2.8"}, Effect: Doubtful,
		Reason: "PPIO lists this emotion, but MiniMax makes it with its 2.6 models only"},
	{Field: "voice_setting.emotion", Values: []string{"fluent", "whisper"}, Hosts: []HostName{PPIO}, Except: []string{"2.8"}, Effect: Refused,
		Reason: "PPIO offers this emotion with its 2.8 models only", Cure: "choose another emotion, or speech-2.8-turbo"},
	{Field: "voice_setting.emotion", Values: []string{"fluent", "whisper"}, Hosts: []HostName{MiniMax}, Except: []string{"2.6"}, Effect: Doubtful,
		Reason: "MiniMax makes this emotion with its 2.6 models only"},

	{Field: "audio_setting.format", Values: []string{"wav"}, Mode: streaming, Effect: Refused,
		Reason: "wav does not stream", Cure: "choose mp3, or " + noStream},
	{Field: "subtitle_enable", Values: []string{"true"}, Mode: streaming, Effect: Refused,
		Reason: "subtitles come only with a whole answer", Cure: noStream},
	{Field: "output_format", Values: []string{"url"}, Mode: streaming, Effect: Refused,
		Reason: "a url comes only with a whole answer", Cure: noStream},
	{Field: "aigc_watermark", Values: []string{"true"}, Mode: streaming, Effect: Refused,
		Reason: "the watermark comes only with a whole answer", Cure: noStream},

	{Field: "voice_modify", Mode: streaming, When: formatIs("pcm", "flac"), Effect: Refused,
		Reason: "effects stream as mp3 only", Cure: "choose mp3, or " + noStream},
	{Field: "voice_modify", Mode: whole, When: formatIs("pcm"), Effect: Refused,
		Reason: "effects are not made in pcm", Cure: "choose mp3, wav or flac"},
	{Field: "audio_setting.bitrate", When: formatIs("pcm", "flac", "wav"), Effect: Ignored,
		Reason: "bitrate concerns mp3 only"},
	{Field: "audio_setting.force_cbr", When: formatIs("pcm", "flac", "wav"), Effect: Ignored,
		Reason: "force_cbr concerns mp3 only"},
	{Field: "audio_setting.force_cbr", Mode: whole, Effect: Ignored,
		Reason: "force_cbr concerns streaming only"},

	{Field: "continuous_sound", Hosts: []HostName{DashScope}, Effect: Ignored,
		Reason: "DashScope does not know continuous_sound"},
	{Field: "continuous_sound", Except: []string{"2.8"}, Effect: Ignored,
		Reason: "only the 2.8 models know continuous_sound"},
	{Field: "subtitle_type", Hosts: []HostName{DashScope, PPIO}, Effect: Ignored,
		Reason: "only MiniMax itself knows subtitle_type"},
	{Field: "subtitle_type", When: func(r Request) bool { return !subtitled(r) }, Effect: Ignored,
		Reason: "subtitle_type concerns subtitles, which are off"},
	{Field: "continuous_sound", Name: MiniMax, Models: []string{"2.8"}, Effect: Doubtful,
		Reason: "MiniMax lists continuous_sound for its China host only"},
	{Field: "subtitle_type", Values: []string{"word_streaming"}, Mode: whole, When: subtitled, Effect: Refused,
		Reason: "word_streaming is made only while streaming, where this program takes no subtitles", Cure: "choose word"},
	{Field: "subtitle_enable", Values: []string{"true"}, Hosts: []HostName{PPIO}, Mode: whole, Models: []string{"2.8"}, Effect: Doubtful,
		Reason: "PPIO does not list subtitles for its 2.8 models"},
	{Field: "subtitle_enable", Values: []string{"true"}, Hosts: []HostName{PPIO}, Mode: whole, Models: []string{"2.6"}, Effect: Doubtful,
		Reason: "PPIO's page of its 2.6 models does not know subtitles"},
	{Field: "aigc_watermark", Hosts: []HostName{PPIO}, Mode: whole, Except: []string{"2.8"}, Effect: Ignored,
		Reason: "PPIO knows the watermark with its 2.8 models only"},
	{Field: "aigc_watermark", Values: []string{"true"}, Name: MiniMax, Mode: whole, Effect: Doubtful,
		Reason: "MiniMax lists the watermark for its China host only"},
	{Field: "language_boost", Values: []string{"Persian", "Filipino", "Tamil"}, Models: []string{"01", "02"}, Effect: Refused,
		Reason: "the 01 and 02 models do not know this language", Cure: "choose a 2.6 or 2.8 model"},
	{Field: "language_boost", Values: laterLanguages, Hosts: []HostName{PPIO}, Except: []string{"2.8"}, Effect: Doubtful,
		Reason: "PPIO's page lists 24 languages for this model, not this one"},
	{Field: "voice_setting.latex_read", Values: []string{"true"}, When: func(r Request) bool { return r.LanguageBoost != "" && r.LanguageBoost != "Chinese" }, Effect: Doubtful,
		Reason: "latex_read makes the language Chinese, whatever language_boost says"},
	{Field: "voice_setting.voice_id", When: func(r Request) bool { return len(r.TimbreWeights) > 0 }, Effect: Ignored,
		Reason: "a blend replaces voice_id"},
	{Field: "text", Except: []string{"2.8"}, When: func(r Request) bool { return hasSoundTag(r.Text) }, Effect: Doubtful,
		Reason: "only the 2.8 models make sounds of tags such as (laughs); others read them out"},
}

// laterLanguages are those of the forty that came after the first 24.
var laterLanguages = Languages[25:]

func subtitled(r Request) bool { return Or(r.SubtitleEnable, false) }

func formatIs(formats ...string) func(Request) bool {
	return func(r Request) bool { return slices.Contains(formats, r.AudioSetting.Format) }
}

func (rule Rule) broken(r Request, t Target) bool {
	g := Generation(r.Model)
	host, _ := HostAt(t.Host)
	return rule.concerns(r) &&
		(rule.Hosts == nil || slices.Contains(rule.Hosts, host.Contract)) &&
		(rule.Name == "" || rule.Name == host.Name) &&
		(rule.Models == nil || slices.Contains(rule.Models, g)) &&
		(g == "" || !slices.Contains(rule.Except, g)) &&
		(rule.Mode == anyMode || rule.Mode == streaming == t.Stream) &&
		(rule.When == nil || rule.When(r))
}

func (rule Rule) concerns(r Request) bool {
	value := r.Get(rule.Field)
	return value != nil && (rule.Values == nil || slices.Contains(rule.Values, asText(value)))
}

// Check lists everything that is wrong with r at t, the refusals first. A
// request that names no model is checked with DefaultModel.
func Check(r Request, t Target) []Problem {
	r.Model = modelOf(r)
	problems := slices.Concat(checkFields(r), checkText(r.Text), checkSight(r.Text), checkVoices(r, t), checkModel(r, t))
	for _, rule := range Rules {
		if rule.broken(r, t) {
			problems = append(problems, Problem{rule.Field, rule.Effect, rule.Reason, rule.Cure})
		}
	}
	order := []Effect{Refused, Ignored, Doubtful}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return slices.Index(order, a.Effect) - slices.Index(order, b.Effect)
	})
	return problems
}

// modelOf is the model that a request means: without a host's prefix, in its
// own case, DefaultModel where it names none.
func modelOf(r Request) string {
	model := ModelName(r.Model)
	for _, h := range Hosts {
		for _, known := range h.Models {
			if strings.EqualFold(known, model) {
				return known
			}
		}
	}
	if model == "" {
		return DefaultModel
	}
	return model
}

// Settle makes r ready for t: ignored fields are taken out, the model has a
// name. The problems are what to warn about; the error is the first refusal.
func Settle(r Request, t Target) (Request, []Problem, error) {
	r.Model = modelOf(r)
	problems := Check(r, t)
	for _, p := range problems {
		switch p.Effect {
		case Refused:
			return r, problems, p.Error()
		case Ignored:
			r.Set(p.Field, nil)
		}
	}
	return r, problems, nil
}

// Obstacle says why a field may not take a value at t, as a form greys it
// out: the problem that the value would bring, or nil.
func Obstacle(r Request, t Target, path string, value any) *Problem {
	r.Set(path, value)
	for _, p := range Check(r, t) {
		if (p.Field == path || strings.HasPrefix(path, p.Field+".")) && p.Effect != Doubtful {
			return &p
		}
	}
	return nil
}
