package tts

import (
	"cmp"
	"slices"
	"strings"
)

// Target is where a request goes. The model is in the request.
type Target struct {
	Host   HostName
	Stream bool // false: one answer with everything in it
	// Own are the account's own voices, as far as the host has told them.
	Own []string
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
	Code   ProblemCode // its words are in words.rules
}

type mode int

const (
	anyMode mode = iota
	streaming
	whole
)

// Rules is the table of what hosts and models restrict beyond the ranges of
// Fields. Sources: the hosts' references for synchronous speech synthesis,
// read in November 2026, and answers of live hosts that clients have
// published. Where the two differ, or only one of them speaks of it, the rule
// is doubtful and its sentence says why.
var Rules = []Rule{
	{Field: "voice_setting.emotion", Values: []string{"fluent"}, Hosts: []HostName{DashScope}, Effect: Refused, Code: NoFluentAtDashScope},
	{Field: "voice_setting.emotion", Values: []string{"whisper"}, Hosts: []HostName{DashScope}, Models: []string{"2.8"}, Effect: Refused, Code: NoWhisperAtDashScope},
	{Field: "voice_setting.emotion", Values: []string{"fluent", "whisper"}, Hosts: []HostName{PPIO}, Models: []string{"2.8"}, Effect: Doubtful, Code: EmotionListedByPPIO},
	{Field: "voice_setting.emotion", Values: []string{"fluent", "whisper"}, Hosts: []HostName{PPIO}, Except: []string{"2.8"}, Effect: Refused, Code: EmotionOfPPIO28},
	{Field: "voice_setting.emotion", Values: []string{"whisper"}, Hosts: []HostName{MiniMax}, Models: []string{"2.8"}, Effect: Refused, Code: NoWhisperAtMiniMax28},
	{Field: "voice_setting.emotion", Values: []string{"fluent", "whisper"}, Hosts: []HostName{MiniMax}, Except: []string{"2.6"}, When: func(r Request) bool { return r.VoiceSetting.Emotion != "whisper" || Generation(r.Model) != "2.8" }, Effect: Doubtful, Code: EmotionOfMiniMax26},
	{Field: "voice_setting.emotion", Values: []string{"neutral"}, Hosts: []HostName{DashScope}, Effect: Refused, Code: NoNeutralAtDashScope},
	{Field: "voice_setting.emotion", Values: []string{"neutral"}, Hosts: []HostName{PPIO}, Models: []string{"2.8"}, Effect: Refused, Code: NoNeutralAtPPIO28},
	{Field: "voice_setting.emotion", Values: []string{"neutral"}, Hosts: []HostName{MiniMax}, Effect: Doubtful, Code: NeutralAtMiniMax},
	{Field: "voice_setting.emotion", Hosts: []HostName{MiniMax}, When: modelIs(dated01...), Effect: Doubtful, Code: EmotionOfDated01},

	{Field: "model", Values: models25, Hosts: []HostName{MiniMax}, Effect: Doubtful, Code: Model25AtMiniMax},
	{Field: "model", Values: models(models01, dated01), Hosts: []HostName{MiniMax}, Effect: Doubtful, Code: Model01AtMiniMax},
	{Field: "model", Values: retiredByNovita, Name: Novita, Effect: Doubtful, Code: RetiredByNovita},

	{Field: "audio_setting.format", Values: []string{Opus, MuLaw, MuLawWAV}, Hosts: []HostName{PPIO}, Effect: Refused, Code: FormatNotAtPPIO},
	{Field: "audio_setting.format", Values: []string{MuLaw, MuLawWAV}, Hosts: []HostName{DashScope}, Effect: Refused, Code: FormatNotAtDashScope},
	{Field: "audio_setting.format", Values: []string{Opus}, Hosts: []HostName{DashScope}, Effect: Doubtful, Code: OpusAtDashScope},
	{Field: "audio_setting.format", Values: []string{Opus}, Hosts: []HostName{MiniMax, DashScope}, When: noRate, Effect: Doubtful, Code: OpusWithoutRate},
	{Field: "audio_setting.sample_rate", Values: []string{"12000", "48000"}, When: formatIsNot(Opus), Effect: Refused, Code: RateOfOpus},
	{Field: "audio_setting.sample_rate", Values: []string{"12000", "48000"}, Hosts: []HostName{DashScope}, When: formatIs(Opus), Effect: Refused, Code: OpusRateAtDashScope},
	{Field: "audio_setting.sample_rate", Values: []string{"22050", "32000", "44100"}, When: formatIs(Opus), Effect: Refused, Code: RateNotOfOpus},
	{Field: "audio_setting.sample_rate", When: func(r Request) bool { return formatIs(MuLaw, MuLawWAV)(r) && *r.AudioSetting.SampleRate != 8000 }, Effect: Refused, Code: RateOfMuLaw},

	{Field: "audio_setting.format", Values: []string{"wav"}, Hosts: []HostName{DashScope, PPIO}, Mode: streaming, Effect: Refused, Code: WAVStreams},
	{Field: "audio_setting.format", Values: []string{"wav"}, Hosts: []HostName{MiniMax}, Mode: streaming, Effect: Doubtful, Code: WAVStreamsAtMiniMax},
	{Field: "subtitle_enable", Values: []string{"true"}, Mode: streaming, Effect: Refused, Code: SubtitlesStream},
	{Field: "output_format", Values: []string{"url"}, Mode: streaming, Effect: Refused, Code: URLStreams},
	{Field: "aigc_watermark", Values: []string{"true"}, Mode: streaming, Effect: Refused, Code: WatermarkStreams},

	{Field: "voice_modify", Mode: streaming, When: formatIsNot("mp3"), Effect: Refused, Code: EffectsStreamAsMP3},
	{Field: "voice_modify", Mode: whole, When: formatIsNot("mp3", "wav", "flac"), Effect: Refused, Code: EffectsNotInFormat},
	{Field: "audio_setting.bitrate", When: formatIsNot("mp3"), Effect: Ignored, Code: BitrateOfMP3},
	{Field: "audio_setting.force_cbr", When: formatIsNot("mp3"), Effect: Ignored, Code: ForceCBROfMP3},
	{Field: "audio_setting.force_cbr", Mode: whole, Effect: Ignored, Code: ForceCBROfStreams},

	{Field: "continuous_sound", Hosts: []HostName{DashScope}, Effect: Ignored, Code: ContinuousAtDashScope},
	{Field: "continuous_sound", Except: []string{"2.8"}, Effect: Ignored, Code: ContinuousOf28},
	{Field: "subtitle_type", Hosts: []HostName{DashScope, PPIO}, Effect: Ignored, Code: SubtitleTypeOfMiniMax},
	{Field: "subtitle_type", When: func(r Request) bool { return !subtitled(r) }, Effect: Ignored, Code: SubtitleTypeWithout},
	{Field: "continuous_sound", Name: MiniMax, Models: []string{"2.8"}, Effect: Doubtful, Code: ContinuousInChina},
	{Field: "subtitle_type", Values: []string{"word_streaming"}, Mode: whole, When: subtitled, Effect: Refused, Code: SubtitleTypeStreams},
	{Field: "subtitle_enable", Values: []string{"true"}, Hosts: []HostName{PPIO}, Mode: whole, Models: []string{"2.8"}, Effect: Doubtful, Code: SubtitlesAtPPIO28},
	{Field: "subtitle_enable", Values: []string{"true"}, Hosts: []HostName{PPIO}, Mode: whole, Models: []string{"2.6"}, Effect: Doubtful, Code: SubtitlesAtPPIO26},
	{Field: "aigc_watermark", Hosts: []HostName{PPIO}, Mode: whole, Except: []string{"2.8"}, Effect: Ignored, Code: WatermarkOfPPIO28},
	{Field: "aigc_watermark", Values: []string{"true"}, Name: MiniMax, Mode: whole, Effect: Doubtful, Code: WatermarkInChina},
	{Field: "language_boost", Values: []string{"Persian", "Filipino", "Tamil"}, Models: []string{"01", "02"}, Effect: Refused, Code: LanguageOfLaterModels},
	{Field: "language_boost", Values: laterLanguages, Hosts: []HostName{PPIO}, Except: []string{"2.8"}, Effect: Doubtful, Code: LanguageNotListedByPPIO},
	{Field: "voice_setting.latex_read", Values: []string{"true"}, When: func(r Request) bool { return r.LanguageBoost != "" && r.LanguageBoost != "Chinese" }, Effect: Doubtful, Code: LatexIsChinese},
	{Field: "voice_setting.voice_id", When: func(r Request) bool { return len(r.TimbreWeights) > 0 }, Effect: Ignored, Code: BlendReplaces},
	{Field: "text", Except: []string{"2.8"}, When: func(r Request) bool { return hasSoundTag(r.Text) }, Effect: Doubtful, Code: TagsReadOut},
}

// laterLanguages are those of the forty that came after the first 24.
var laterLanguages = Languages[25:]

func subtitled(r Request) bool { return Or(r.SubtitleEnable, false) }

func formatIs(formats ...string) func(Request) bool {
	return func(r Request) bool {
		return slices.Contains(formats, cmp.Or(r.AudioSetting.Format, DefaultFormat))
	}
}

func formatIsNot(formats ...string) func(Request) bool {
	is := formatIs(formats...)
	return func(r Request) bool { return !is(r) }
}

func noRate(r Request) bool { return r.AudioSetting.SampleRate == nil }

func modelIs(names ...string) func(Request) bool {
	return func(r Request) bool { return slices.Contains(names, r.Model) }
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

// of names the host in a sentence that concerns all that share a contract.
func (s Said) of(name HostName) Said {
	host, _ := HostAt(name)
	s.What = strings.ReplaceAll(s.What, "{host}", host.Title)
	return s
}

// problem is what the rule says of a request that breaks it.
func (rule Rule) problem(t Target) Problem {
	return problem(rule.Field, rule.Effect, rule.Code, "", say.rules[rule.Code].of(t.Host))
}

func (rule Rule) concerns(r Request) bool {
	value := r.Get(rule.Field)
	return value != nil && (rule.Values == nil || slices.Contains(rule.Values, asText(value)))
}

// WholeAnswer is how cures call an answer that is not streamed; whoever has a
// name for that (a flag, a control) can add it there.
func WholeAnswer() string { return say.whole }

// NeedsWhole reports whether there is something in a request that no host
// streams.
func (r Request) NeedsWhole() bool {
	r.Model = modelOf(r)
	return slices.ContainsFunc(Rules, func(rule Rule) bool {
		return rule.Effect == Refused && rule.Mode == streaming && rule.Hosts == nil && rule.broken(r, Target{Stream: true})
	})
}

// Check lists everything that is wrong with r at t, the refusals first. A
// request that names no model is checked with DefaultModel.
func Check(r Request, t Target) []Problem {
	r.Model = modelOf(r)
	problems := slices.Concat(checkFields(r), checkText(r.Text, r.Model), checkSight(r.Text), checkVoices(r, t), checkModel(r, t))
	for _, rule := range Rules {
		if rule.broken(r, t) {
			problems = append(problems, rule.problem(t))
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
		case Doubtful: // sent as it is
		}
	}
	return r, problems, nil
}

// Obstacle says why a field may not take a value at t, as a form greys it
// out: the problem that the value would bring, or nil. Voices, words and
// pronunciations are no values of a form.
func Obstacle(r Request, t Target, path string, value any) *Problem {
	r.Model = modelOf(r)
	before := r
	r.Set(path, value)
	r.Model = modelOf(r)
	var problems []Problem
	if f, _ := FieldAt(path); value != nil {
		problems = f.check(value)
	}
	if path == "model" {
		problems = append(problems, checkModel(r, t)...)
	}
	for _, rule := range Rules { // a form asks for many values at every key
		own := rule.Field == path || strings.HasPrefix(path, rule.Field+".")
		// Of another field are those that look at this one, too.
		if (own || rule.When != nil && rule.Effect == Refused && !rule.broken(before, t)) && rule.broken(r, t) {
			problems = append(problems, rule.problem(t))
		}
	}
	for _, effect := range []Effect{Refused, Ignored} {
		if i := slices.IndexFunc(problems, func(p Problem) bool { return p.Effect == effect }); i >= 0 {
			return &problems[i]
		}
	}
	return nil
}
