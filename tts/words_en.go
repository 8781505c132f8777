package tts

import (
	"fmt"
	"strings"
)

var english = words{
	meant: func(like, cure string) string {
		if cure == "" {
			return "did you mean " + like + "?"
		}
		return "did you mean " + like + "? otherwise " + cure
	},
	hosts: map[HostName]string{
		Sandbox: "sandbox", DashScope: "Alibaba DashScope", PPIO: "PPIO", Novita: "Novita", Jiekou: "Jiekou",
		MiniMax: "MiniMax", MiniMaxCN: "MiniMax (China)",
	},
	stopped: "stopped",
	whole:   wholly,
	traceID: func(id string) string { return "trace id " + id },
	about:   ": ",
	further: "; ",
	listed:  ", ",

	system: systemInEnglish,
	json:   jsonInEnglish,

	fields: fieldWords{
		unknown:     Said{"there is no such field", "write it as the API does, for example voice_setting.speed"},
		unknownLike: func(path string) Said { return Said{"there is no such field", "did you mean " + path + "?"} },
		notOfKind: func(value string, k Kind) Said {
			names := map[Kind]string{Number: "a number", Whole: "a whole number", Switch: "true or false", List: "a list of the right shape"}
			examples := map[Kind]string{Number: "1.1", Whole: "2", Switch: "true", List: `[{"voice_id":"Wise_Woman","weight":40}] or ["处理/(chu3)(li3)"]`}
			return Said{fmt.Sprintf("%q is not %s", value, names[k]), "give it as JSON, for example " + examples[k]}
		},
		notOneOf: func(value string, values []string) Said {
			return Said{value + " is not one of its values", oneOf(values)}
		},
		outOfRange: func(value, bounds string) Said {
			return Said{value + " is out of range", "choose a value " + bounds}
		},
		between: func(low, high float64) string { return fmt.Sprintf("from %v to %v", low, high) },
		above:   func(low, high float64) string { return fmt.Sprintf("above %v, up to %v", low, high) },
		replacement: func(entry string) Said {
			return Said{fmt.Sprintf("the entry %q has no replacement", entry), `write it as original/replacement, for example 处理/(chu3)(li3)`}
		},
	},

	text: textWords{
		empty: Said{"there is nothing to speak", "write what is to be spoken"},
		tooLong: func(characters, most int) Said {
			return Said{fmt.Sprintf("%d characters are too many", characters), fmt.Sprintf("shorten it to %d, or split it", most)}
		},
		notUTF8: Said{"it is not valid UTF-8", "save it as UTF-8"},
		pauseForm: func(marker string) Said {
			return Said{"the pause marker " + marker + " is not right", "write seconds from 0.01 to 99.99 with at most two decimals, as in <#0.5#>"}
		},
		pauseFirst: func(marker string) Said {
			return Said{"the pause marker " + marker + " stands at the start", "put words before it, or take it out"}
		},
		pauseTwice: func(marker string) Said {
			return Said{"the pause marker " + marker + " follows another", "put words before it, or make it one longer pause"}
		},
		pauseLast: Said{"a pause marker stands at the end", "put words after it, or take it out"},
		invisible: Said{"more than a tenth of it are characters that cannot be seen, which hosts refuse", "take them out"},
		likePause: func(written, meant string) Said {
			return Said{written + " is read out, for it is no pause marker", "for a pause write " + meant}
		},
		likeSound: func(written, meant string) Said {
			return Said{written + " is read out, for it is not one of the sounds", "for a sound write " + meant}
		},
	},

	voices: voiceWords{
		none: Said{"no voice is chosen", "choose one"},
		tooMany: func(voices, most int) Said {
			return Said{fmt.Sprintf("a blend holds at most %d voices, this one has %d", most, voices), fmt.Sprintf("leave out %d", voices-most)}
		},
		weight: func(weight int, voice string) Said {
			return Said{fmt.Sprintf("the weight %d of %s is out of range", weight, voice), "choose a weight from 1 to 100, or leave the voice out"}
		},
		unknown: func(voice string, fee Money) Said {
			cure := "check its spelling; a cloned voice speaks only for the account that made it"
			if fee.Amount > 0 {
				cure = fmt.Sprintf("check its spelling; a clone's first use costs %.1f %s here, and it speaks only for the account that made it", fee.Amount, fee.Currency)
			}
			return Said{fmt.Sprintf("the voice %q is not in the catalogue", voice), cure}
		},
		doubts: map[string]string{FromThirdParty: "third party", SeenInUse: "seen in use"},
	},

	models: modelWords{
		noHost: func(name string, hosts []string) Said {
			return Said{fmt.Sprintf("there is no host %q", name), oneOf(hosts)}
		},
		notOffered: func(host, model string, models []string) Said {
			return Said{host + " does not offer " + model, oneOf(models)}
		},
		unknown: func(model string, models []string) Said {
			return Said{model + " is not a model this program knows of", oneOf(models)}
		},
	},

	rules: map[ProblemCode]Said{
		NoFluentAtDashScope:     {"DashScope has no emotion fluent", "choose another emotion, or auto"},
		NoWhisperAtDashScope:    {"DashScope's 2.8 models have no emotion whisper", "choose another emotion, or speech-02-hd"},
		EmotionListedByPPIO:     {What: "{host} lists this emotion, but MiniMax makes it with its 2.6 models only"},
		EmotionOfPPIO28:         {"{host} offers this emotion with its 2.8 models only", "choose another emotion, or speech-2.8-turbo"},
		EmotionOfMiniMax26:      {What: "MiniMax makes this emotion with its 2.6 models only"},
		NoWhisperAtMiniMax28:    {"MiniMax refuses the emotion whisper with its 2.8 models", "choose another emotion, or speech-2.6-turbo"},
		NoNeutralAtDashScope:    {"DashScope has no emotion neutral", "choose calm, which replaced it, or auto"},
		NoNeutralAtPPIO28:       {"{host}'s 2.8 models have no emotion neutral", "choose calm, which replaced it, or auto"},
		NeutralAtMiniMax:        {"MiniMax lists calm in place of neutral; clients still send neutral, and no answer of the host is known", "choose calm where it is refused"},
		EmotionOfDated01:        {"MiniMax lists no emotions for its first models, and has refused one with them", "choose auto where it is refused"},
		Model25AtMiniMax:        {"MiniMax does not list its 2.5 models; the one live answer that is known (2061) said that the account's plan does not include them", "choose speech-2.8-turbo where it is refused"},
		Model01AtMiniMax:        {What: "MiniMax no longer lists its 01 models, though it has been seen to accept them"},
		RetiredByNovita:         {"Novita retired speech-2.6-hd on 2026-08-19", "choose speech-2.8-hd where it is refused"},
		FormatNotAtPPIO:         {"{host} makes mp3, pcm, flac and wav only", "choose one of these"},
		FormatNotAtDashScope:    {"DashScope does not make mu-law", "choose mp3, pcm, flac or wav"},
		OpusAtDashScope:         {"DashScope does not list opus; a relay reports that it makes it at 8000, 16000 and 24000 Hz only", "choose mp3 where it is refused"},
		OpusWithoutRate:         {"the rate that a host takes where none is set, 32000 Hz, is none that opus has", "set audio_setting.sample_rate to 24000"},
		OpusRateAtDashScope:     {"DashScope refuses this rate for opus", "choose 24000, 16000 or 8000"},
		RateOfOpus:              {"only opus has this rate", "choose another, or opus"},
		RateNotOfOpus:           {"opus does not have this rate", "choose 24000, 16000 or 8000"},
		RateOfMuLaw:             {"mu-law has 8000 Hz only", "choose 8000, or unset it"},
		WAVStreams:              {"wav does not stream", "choose mp3, or " + wholly},
		WAVStreamsAtMiniMax:     {"MiniMax's documents say that wav does not stream, though the live host has been seen to stream it", "choose mp3 where it is refused, or " + wholly},
		SubtitlesStream:         {"subtitles come only with a whole answer", wholly},
		URLStreams:              {"a url comes only with a whole answer", wholly},
		WatermarkStreams:        {"the watermark comes only with a whole answer", wholly},
		EffectsStreamAsMP3:      {"effects stream as mp3 only", "choose mp3, or " + wholly},
		EffectsNotInFormat:      {"effects are made in mp3, wav and flac only", "choose one of these"},
		BitrateOfMP3:            {What: "bitrate concerns mp3 only"},
		ForceCBROfMP3:           {What: "force_cbr concerns mp3 only"},
		ForceCBROfStreams:       {What: "force_cbr concerns streaming only"},
		ContinuousAtDashScope:   {What: "DashScope does not know continuous_sound"},
		ContinuousOf28:          {What: "only the 2.8 models know continuous_sound"},
		ContinuousInChina:       {What: "MiniMax lists continuous_sound for its China host only"},
		SubtitleTypeOfMiniMax:   {What: "only MiniMax itself knows subtitle_type"},
		SubtitleTypeWithout:     {What: "subtitle_type concerns subtitles, which are off"},
		SubtitleTypeStreams:     {"word_streaming is made only while streaming, where this program takes no subtitles", "choose word"},
		SubtitlesAtPPIO28:       {What: "{host} does not list subtitles for its 2.8 models"},
		SubtitlesAtPPIO26:       {What: "{host}'s page of its 2.6 models does not know subtitles"},
		WatermarkOfPPIO28:       {What: "{host} knows the watermark with its 2.8 models only"},
		WatermarkInChina:        {What: "MiniMax lists the watermark for its China host only"},
		LanguageOfLaterModels:   {"the 01 and 02 models do not know this language", "choose a 2.6 or 2.8 model"},
		LanguageNotListedByPPIO: {What: "{host}'s page lists 24 languages for this model, not this one"},
		LatexIsChinese:          {What: "latex_read makes the language Chinese, whatever language_boost says"},
		BlendReplaces:           {What: "a blend replaces voice_id"},
		TagsReadOut:             {What: "only the 2.8 models make sounds of tags such as (laughs); others read them out"},
	},

	stream: streamWords{
		endsEarly: Said{"the answer ended before its last frame, so the audio is cut short", "speak it again"},
		tooMuch:   Said{"the host has sent more than 512 MB of audio, so the rest is left", "what came is kept; split the text"},
		noAudio:   Said{"the host answered without any audio", "speak it again"},
		bytesLack: func(came, made int64) Said {
			return Said{fmt.Sprintf("%d of the %d bytes of audio that the host made have come, so the audio is cut short", came, made), "speak it again"}
		},
	},

	broken: brokenWords{
		line: func(n int) string { return fmt.Sprintf("line %d: ", n) },
	},
}

const wholly = "have it answered whole"

func oneOf(values []string) string { return "choose one of " + strings.Join(values, ", ") }
