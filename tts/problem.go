package tts

// Effect is what a broken rule does to a request.
type Effect string

// The effects, from harsh to mild.
const (
	Refused  Effect = "refused"  // nothing is sent
	Ignored  Effect = "ignored"  // the host would ignore it: the field is not sent, and that is said
	Doubtful Effect = "doubtful" // sent, with a warning
)

// ProblemCode names what is wrong with a request. Code asks it; the words of a
// Problem are for people and change with their language.
type ProblemCode string

// What the values of a request can have wrong with them.
const (
	NotAValue     ProblemCode = "not_a_value"
	OutOfRange    ProblemCode = "out_of_range"
	NoReplacement ProblemCode = "no_replacement" // of a pronunciation

	NoText        ProblemCode = "no_text"
	TextTooLong   ProblemCode = "text_too_long"
	TextNotUTF8   ProblemCode = "text_not_utf8"
	PauseForm     ProblemCode = "pause_form"
	PauseFirst    ProblemCode = "pause_first"
	PauseTwice    ProblemCode = "pause_twice"
	PauseLast     ProblemCode = "pause_last"
	TextInvisible ProblemCode = "text_invisible"
	TagsReadOut   ProblemCode = "tags_read_out"
	LikeAPause    ProblemCode = "like_a_pause" // but not written as one
	LikeASound    ProblemCode = "like_a_sound"

	NoVoice       ProblemCode = "no_voice"
	TooManyVoices ProblemCode = "too_many_voices"
	WeightRange   ProblemCode = "weight_range"
	UnknownVoice  ProblemCode = "unknown_voice" // not in the catalogue nor among the account's
	BlendReplaces ProblemCode = "blend_replaces_voice"

	UnknownHost     ProblemCode = "unknown_host"
	UnknownModel    ProblemCode = "unknown_model"
	ModelNotOffered ProblemCode = "model_not_offered"
)

// What hosts and models restrict, each the code of one row of Rules.
const (
	NoFluentAtDashScope     ProblemCode = "no_fluent_at_dashscope"
	NoWhisperAtDashScope    ProblemCode = "no_whisper_at_dashscope"
	EmotionListedByPPIO     ProblemCode = "emotion_listed_by_ppio"
	EmotionOfPPIO28         ProblemCode = "emotion_of_ppio_2.8"
	EmotionOfMiniMax26      ProblemCode = "emotion_of_minimax_2.6"
	NoWhisperAtMiniMax28    ProblemCode = "no_whisper_at_minimax_2.8"
	NoNeutralAtDashScope    ProblemCode = "no_neutral_at_dashscope"
	NoNeutralAtPPIO28       ProblemCode = "no_neutral_at_ppio_2.8"
	NeutralAtMiniMax        ProblemCode = "neutral_at_minimax"
	EmotionOfDated01        ProblemCode = "emotion_of_dated_01"
	Model25AtMiniMax        ProblemCode = "model_2.5_at_minimax"
	Model01AtMiniMax        ProblemCode = "model_01_at_minimax"
	RetiredByNovita         ProblemCode = "retired_by_novita"
	FormatNotAtPPIO         ProblemCode = "format_not_at_ppio"
	FormatNotAtDashScope    ProblemCode = "format_not_at_dashscope"
	OpusAtDashScope         ProblemCode = "opus_at_dashscope"
	OpusWithoutRate         ProblemCode = "opus_without_rate"
	OpusRateAtDashScope     ProblemCode = "opus_rate_at_dashscope"
	RateOfOpus              ProblemCode = "rate_of_opus"
	RateNotOfOpus           ProblemCode = "rate_not_of_opus"
	RateOfMuLaw             ProblemCode = "rate_of_mu_law"
	WAVStreams              ProblemCode = "wav_streams"
	WAVStreamsAtMiniMax     ProblemCode = "wav_streams_at_minimax"
	SubtitlesStream         ProblemCode = "subtitles_stream"
	URLStreams              ProblemCode = "url_streams"
	WatermarkStreams        ProblemCode = "watermark_streams"
	EffectsStreamAsMP3      ProblemCode = "effects_stream_as_mp3"
	EffectsNotInFormat      ProblemCode = "effects_not_in_format"
	BitrateOfMP3            ProblemCode = "bitrate_of_mp3"
	ForceCBROfMP3           ProblemCode = "force_cbr_of_mp3"
	ForceCBROfStreams       ProblemCode = "force_cbr_of_streams"
	ContinuousAtDashScope   ProblemCode = "continuous_at_dashscope"
	ContinuousOf28          ProblemCode = "continuous_of_2.8"
	ContinuousInChina       ProblemCode = "continuous_in_china"
	SubtitleTypeOfMiniMax   ProblemCode = "subtitle_type_of_minimax"
	SubtitleTypeWithout     ProblemCode = "subtitle_type_without_subtitles"
	SubtitleTypeStreams     ProblemCode = "subtitle_type_streams"
	SubtitlesAtPPIO28       ProblemCode = "subtitles_at_ppio_2.8"
	SubtitlesAtPPIO26       ProblemCode = "subtitles_at_ppio_2.6"
	WatermarkOfPPIO28       ProblemCode = "watermark_of_ppio_2.8"
	WatermarkInChina        ProblemCode = "watermark_in_china"
	LanguageOfLaterModels   ProblemCode = "language_of_later_models"
	LanguageNotListedByPPIO ProblemCode = "language_not_listed_by_ppio"
	LatexIsChinese          ProblemCode = "latex_is_chinese"
)

// Problem is one thing that is wrong with a request at a target.
type Problem struct {
	Field  string      `json:"field"`
	Effect Effect      `json:"effect"`
	Code   ProblemCode `json:"code"`
	// About is what the code does not tell: the value, voice or host.
	About   string `json:"-"`
	Message string `json:"message"`
	Cure    string `json:"cure"`
}

func problem(field string, effect Effect, code ProblemCode, about string, s Said) Problem {
	return Problem{Field: field, Effect: effect, Code: code, About: about, Message: s.What, Cure: s.Cure}
}

// Bare is the problem without its words: equal for the same problem, in
// whatever words it is told.
func (p Problem) Bare() Problem {
	p.Message, p.Cure = "", ""
	return p
}

// Error renders a problem as the error of a request that was not sent.
func (p Problem) Error() *Error { return Wrong(p.Field, Said{p.Message, p.Cure}) }
