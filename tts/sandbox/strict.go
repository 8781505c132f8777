package sandbox

import (
	"slices"
	"strings"

	"voicestudio/tts"
)

// wrong is why a request is not spoken: a code of base_resp and its words.
type wrong struct {
	code    int
	message string
}

// mostInvisible is the share of invisible or illegal characters above which a
// text is refused with 1042.
const mostInvisible = 0.1

// judge settles a question by the rules of its host. What hosts ignore in
// silence is taken out; the rules are the client's own table, so that both
// say no to the same.
func judge(q question) (tts.Request, *wrong) {
	r := q.Request
	if r.Model == "" || strings.Contains(r.Model, "/") || !offers(q.target, r.Model) {
		return r, &wrong{2013, invalid("model")}
	}
	if q.older && r.VoiceSetting.Emotion == "calm" && strings.HasPrefix(r.Model, "speech-2.6") {
		// Its page lists neutral in calm's place, which the client writes.
		return r, &wrong{2013, invalid("voice_setting.emotion")}
	}
	if q.older && r.VoiceSetting.Emotion == "neutral" {
		r.VoiceSetting.Emotion = "calm"
	}
	if q.target == tts.MiniMax && r.VoiceSetting.Emotion != "" && slices.Contains(emotionless, r.Model) {
		return r, &wrong{2013, noEmotion(r.Model)}
	}
	if q.stream {
		// The client warns of these; a host streams hex without them.
		r.SubtitleEnable, r.AIGCWatermark = nil, nil
		if r.OutputFormat == "url" {
			r.OutputFormat = ""
		}
	}
	settled, problems, err := tts.Settle(r, tts.Target{Host: q.target, Stream: q.stream})
	if err != nil {
		switch p := problems[0]; {
		case p.Code == tts.NoReplacement:
			return r, &wrong{2013, "invalid params, glyph definition format error"}
		case p.Code == tts.NoVoice && len(r.Voices()) == 0:
			return r, &wrong{2013, "invalid params, no voice_id found"}
		default:
			return r, &wrong{2013, invalid(strings.Replace(p.Field, "timbre_weights", q.weights, 1))}
		}
	}
	if tts.InvisibleRatio(r.Text) > mostInvisible {
		return r, &wrong{1042, wordingOf(1042)}
	}
	for _, v := range settled.Voices() {
		if !speaks(v.VoiceID) {
			return r, &wrong{2054, wordingOf(2054)}
		}
	}
	return settled, nil
}

func offers(host tts.HostName, model string) bool {
	profile, _ := tts.HostAt(host)
	return profile.Takes(model)
}

// invalid is MiniMax's own wording of error 2013.
func invalid(field string) string {
	return "invalid params, invalid params: " + strings.ReplaceAll(field, ".", " ")
}
