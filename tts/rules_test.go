package tts

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// request is a request that every host accepts, changed by set.
func request(t *testing.T, set ...string) Request {
	t.Helper()
	r := Request{Model: DefaultModel, Text: "Hello."}
	r.SetVoices([]TimbreWeight{{VoiceID: "Wise_Woman"}})
	for _, s := range set {
		path, value, _ := strings.Cut(s, "=")
		if path == "text" {
			r.Text = value
			continue
		}
		if err := r.Parse(path, value); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func TestWhatAHostAllows(t *testing.T) {
	blend := func(n int) string {
		return "timbre_weights=[" + strings.TrimSuffix(strings.Repeat(`{"voice_id":"Wise_Woman","weight":40},`, n), ",") + "]"
	}
	for _, c := range []struct {
		name   string
		host   HostName
		whole  bool
		set    []string
		field  string // empty: nothing is wrong
		effect Effect
	}{
		{name: "everything unset", host: DashScope},
		{name: "slowest", host: DashScope, set: []string{"voice_setting.speed=0.5"}},
		{name: "fastest", host: DashScope, set: []string{"voice_setting.speed=2"}},
		{name: "too fast", host: DashScope, set: []string{"voice_setting.speed=3"}, field: "voice_setting.speed", effect: Refused},
		{name: "silent", host: DashScope, set: []string{"voice_setting.vol=0"}, field: "voice_setting.vol", effect: Refused},
		{name: "barely audible", host: DashScope, set: []string{"voice_setting.vol=0.01"}},
		{name: "loudest", host: DashScope, set: []string{"voice_setting.vol=10"}},
		{name: "13 semitones", host: DashScope, set: []string{"voice_setting.pitch=13"}, field: "voice_setting.pitch", effect: Refused},
		{name: "unknown emotion", host: Sandbox, set: []string{"voice_setting.emotion=bored"}, field: "voice_setting.emotion", effect: Refused},
		{name: "DashScope has no fluent", host: DashScope, set: []string{"voice_setting.emotion=fluent"}, field: "voice_setting.emotion", effect: Refused},
		{name: "DashScope 2.8 has no whisper", host: DashScope, set: []string{"voice_setting.emotion=whisper"}, field: "voice_setting.emotion", effect: Refused},
		{name: "DashScope 02 whispers", host: DashScope, set: []string{"model=speech-02-hd", "voice_setting.emotion=whisper"}},
		{name: "PPIO 2.8 lists whisper", host: PPIO, set: []string{"voice_setting.emotion=whisper"}, field: "voice_setting.emotion", effect: Doubtful},
		{name: "PPIO 2.6 has none", host: PPIO, set: []string{"model=speech-2.6-hd", "voice_setting.emotion=whisper"}, field: "voice_setting.emotion", effect: Refused},
		{name: "the sandbox whispers", host: Sandbox, set: []string{"voice_setting.emotion=whisper"}},
		{name: "five voices", host: DashScope, set: []string{blend(5)}, field: "timbre_weights", effect: Refused},
		{name: "four voices", host: DashScope, set: []string{"voice_setting.voice_id=", blend(4)}},
		{name: "a blend replaces the voice", host: DashScope, set: []string{blend(2)}, field: "voice_setting.voice_id", effect: Ignored},
		{name: "weight 0", host: DashScope, set: []string{"voice_setting.voice_id=", `timbre_weights=[{"voice_id":"Wise_Woman","weight":0}]`}, field: "timbre_weights[0].weight", effect: Refused},
		{name: "weight 101", host: DashScope, set: []string{"voice_setting.voice_id=", `timbre_weights=[{"voice_id":"Wise_Woman","weight":101}]`}, field: "timbre_weights[0].weight", effect: Refused},
		{name: "a cloned voice", host: DashScope, set: []string{"voice_setting.voice_id=my_clone_1"}, field: "voice_setting.voice_id", effect: Doubtful},
		{name: "no voice", host: DashScope, set: []string{"voice_setting.voice_id="}, field: "voice_setting.voice_id", effect: Refused},
		{name: "MiniMax 2.8 has no whisper", host: MiniMax, set: []string{"voice_setting.emotion=whisper"}, field: "voice_setting.emotion", effect: Refused},
		{name: "MiniMax 2.6 whispers", host: MiniMax, set: []string{"model=speech-2.6-hd", "voice_setting.emotion=whisper"}},
		{name: "MiniMax 02 perhaps", host: MiniMaxCN, set: []string{"model=speech-02-hd", "voice_setting.emotion=whisper"}, field: "voice_setting.emotion", effect: Doubtful},
		{name: "neutral on MiniMax", host: MiniMax, set: []string{"voice_setting.emotion=neutral"}, field: "voice_setting.emotion", effect: Doubtful},
		{name: "neutral on DashScope", host: DashScope, set: []string{"voice_setting.emotion=neutral"}, field: "voice_setting.emotion", effect: Refused},
		{name: "neutral on PPIO's 2.8", host: PPIO, set: []string{"voice_setting.emotion=neutral"}, field: "voice_setting.emotion", effect: Refused},
		{name: "neutral on PPIO's 2.6, whose page lists it", host: PPIO, set: []string{"model=speech-2.6-hd", "voice_setting.emotion=neutral"}},
		{name: "neutral in the sandbox", host: Sandbox, set: []string{"voice_setting.emotion=neutral"}},
		{name: "an emotion of the first model", host: MiniMax, set: []string{"model=speech-01-240228", "voice_setting.emotion=happy"}, field: "voice_setting.emotion", effect: Doubtful},
		{name: "opus on MiniMax", host: MiniMax, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=24000"}},
		{name: "opus at 48 kHz, which the documents list", host: MiniMax, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=48000"}},
		{name: "opus at 48 kHz on DashScope", host: DashScope, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=48000"}, field: "audio_setting.sample_rate", effect: Refused},
		{name: "opus at no rate", host: MiniMax, set: []string{"audio_setting.format=opus"}, field: "audio_setting.format", effect: Doubtful},
		{name: "opus at 32 kHz", host: Sandbox, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=32000"}, field: "audio_setting.sample_rate", effect: Refused},
		{name: "opus on DashScope", host: DashScope, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=24000"}, field: "audio_setting.format", effect: Doubtful},
		{name: "opus on Novita", host: Novita, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=24000"}, field: "audio_setting.format", effect: Refused},
		{name: "opus in the sandbox", host: Sandbox, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=12000"}},
		{name: "mu-law on MiniMax", host: MiniMax, set: []string{"audio_setting.format=pcmu_raw"}},
		{name: "mu-law at its rate", host: MiniMax, set: []string{"audio_setting.format=pcmu_wav", "audio_setting.sample_rate=8000"}},
		{name: "mu-law at 16 kHz", host: MiniMax, set: []string{"audio_setting.format=pcmu_wav", "audio_setting.sample_rate=16000"}, field: "audio_setting.sample_rate", effect: Refused},
		{name: "mu-law on DashScope", host: DashScope, set: []string{"audio_setting.format=pcmu_raw"}, field: "audio_setting.format", effect: Refused},
		{name: "effects as mu-law", host: MiniMax, whole: true, set: []string{"audio_setting.format=pcmu_raw", "voice_modify.pitch=5"}, field: "voice_modify", effect: Refused},
		{name: "opus with a bitrate", host: MiniMax, set: []string{"audio_setting.format=opus", "audio_setting.sample_rate=24000", "audio_setting.bitrate=64000"}, field: "audio_setting.bitrate", effect: Ignored},
		{name: "mu-law with force_cbr", host: MiniMax, set: []string{"audio_setting.format=pcmu_raw", "audio_setting.force_cbr=true"}, field: "audio_setting.force_cbr", effect: Ignored},
		{name: "streaming wav on MiniMax", host: MiniMax, set: []string{"audio_setting.format=wav"}, field: "audio_setting.format", effect: Doubtful},
		{name: "streaming wav on PPIO", host: PPIO, set: []string{"audio_setting.format=wav"}, field: "audio_setting.format", effect: Refused},
		{name: "streaming wav in the sandbox", host: Sandbox, set: []string{"audio_setting.format=wav"}},
		{name: "streaming effects as wav", host: MiniMax, set: []string{"audio_setting.format=wav", "voice_modify.pitch=5"}, field: "voice_modify", effect: Refused},
		{name: "2.5 on MiniMax", host: MiniMax, set: []string{"model=speech-2.5-hd-preview"}, field: "model", effect: Doubtful},
		{name: "the first model on MiniMax", host: MiniMaxCN, set: []string{"model=speech-01-turbo-240228"}, field: "model", effect: Doubtful},
		{name: "01 on MiniMax, which no longer lists it", host: MiniMax, set: []string{"model=speech-01-hd"}, field: "model", effect: Doubtful},
		{name: "01 on PPIO", host: PPIO, set: []string{"model=speech-01-hd"}, field: "model", effect: Refused},
		{name: "what Novita retired", host: Novita, set: []string{"model=speech-2.6-hd"}, field: "model", effect: Doubtful},
		{name: "the same on PPIO", host: PPIO, set: []string{"model=speech-2.6-hd"}},
		{name: "streaming wav", host: DashScope, set: []string{"audio_setting.format=wav"}, field: "audio_setting.format", effect: Refused},
		{name: "whole wav", host: DashScope, whole: true, set: []string{"audio_setting.format=wav"}},
		{name: "streaming effects as pcm", host: DashScope, set: []string{"audio_setting.format=pcm", "voice_modify.pitch=5"}, field: "voice_modify", effect: Refused},
		{name: "whole effects as flac", host: DashScope, whole: true, set: []string{"audio_setting.format=flac", "voice_modify.pitch=5"}},
		{name: "pcm with a bitrate", host: DashScope, set: []string{"audio_setting.format=pcm", "audio_setting.bitrate=64000"}, field: "audio_setting.bitrate", effect: Ignored},
		{name: "48 kHz", host: DashScope, set: []string{"audio_setting.sample_rate=48000"}, field: "audio_setting.sample_rate", effect: Refused},
		{name: "continuous_sound on DashScope", host: DashScope, set: []string{"continuous_sound=true"}, field: "continuous_sound", effect: Ignored},
		{name: "continuous_sound on PPIO", host: PPIO, set: []string{"continuous_sound=true"}},
		{name: "subtitles while streaming", host: MiniMax, set: []string{"subtitle_enable=true"}, field: "subtitle_enable", effect: Refused},
		{name: "no subtitles while streaming", host: MiniMax, set: []string{"subtitle_enable=false"}},
		{name: "Persian on 02", host: MiniMax, set: []string{"model=speech-02-hd", "language_boost=Persian"}, field: "language_boost", effect: Refused},
		{name: "Persian on PPIO's 2.6", host: PPIO, set: []string{"model=speech-2.6-hd", "language_boost=Persian"}, field: "language_boost", effect: Doubtful},
		{name: "Hindi on PPIO's 2.6", host: PPIO, set: []string{"model=speech-2.6-hd", "language_boost=Hindi"}},
		{name: "subtitles on PPIO's 2.8", host: PPIO, whole: true, set: []string{"subtitle_enable=true"}, field: "subtitle_enable", effect: Doubtful},
		{name: "subtitles on PPIO's 02", host: PPIO, whole: true, set: []string{"model=speech-02-hd", "subtitle_enable=true"}},
		{name: "subtitles by word", host: MiniMax, whole: true, set: []string{"subtitle_enable=true", "subtitle_type=word"}},
		{name: "subtitles by word while streaming", host: MiniMax, whole: true, set: []string{"subtitle_enable=true", "subtitle_type=word_streaming"}, field: "subtitle_type", effect: Refused},
		{name: "subtitles by word on DashScope", host: DashScope, whole: true, set: []string{"subtitle_enable=true", "subtitle_type=word"}, field: "subtitle_type", effect: Ignored},
		{name: "a watermark while streaming", host: DashScope, set: []string{"aigc_watermark=true"}, field: "aigc_watermark", effect: Refused},
		{name: "a watermark in China", host: MiniMaxCN, whole: true, set: []string{"aigc_watermark=true"}},
		{name: "a watermark elsewhere", host: MiniMax, whole: true, set: []string{"aigc_watermark=true"}, field: "aigc_watermark", effect: Doubtful},
		{name: "a watermark on PPIO's 2.6", host: PPIO, whole: true, set: []string{"model=speech-2.6-hd", "aigc_watermark=true"}, field: "aigc_watermark", effect: Ignored},
		{name: "continuous_sound on 2.6", host: PPIO, set: []string{"model=speech-2.6-hd", "continuous_sound=true"}, field: "continuous_sound", effect: Ignored},
		{name: "a link while streaming", host: PPIO, set: []string{"output_format=url"}, field: "output_format", effect: Refused},
		{name: "LaTeX in English", host: MiniMax, set: []string{"voice_setting.latex_read=true", "language_boost=English"}, field: "voice_setting.latex_read", effect: Doubtful},
		{name: "LaTeX in Chinese", host: MiniMax, set: []string{"voice_setting.latex_read=true", "language_boost=Chinese"}},
		{name: "force_cbr while streaming", host: DashScope, set: []string{"audio_setting.force_cbr=true"}},
		{name: "force_cbr as a whole", host: DashScope, whole: true, set: []string{"audio_setting.force_cbr=true"}, field: "audio_setting.force_cbr", effect: Ignored},
		{name: "force_cbr as flac", host: DashScope, set: []string{"audio_setting.format=flac", "audio_setting.force_cbr=true"}, field: "audio_setting.force_cbr", effect: Ignored},
		{name: "whole effects as pcm", host: MiniMax, whole: true, set: []string{"audio_setting.format=pcm", "voice_modify.sound_effects=robotic"}, field: "voice_modify", effect: Refused},
		{name: "fluent on MiniMax 2.8", host: MiniMax, set: []string{"voice_setting.emotion=fluent"}, field: "voice_setting.emotion", effect: Doubtful},
		{name: "fluent on MiniMax 2.6", host: MiniMax, set: []string{"model=speech-2.6-turbo", "voice_setting.emotion=fluent"}},
		{name: "text that cannot be seen", host: MiniMax, set: []string{"text=Hello\u200b\u200b"}, field: "text", effect: Doubtful},
		{name: "2.6 on DashScope", host: DashScope, set: []string{"model=speech-2.6-hd"}, field: "model", effect: Refused},
		{name: "a model of next year", host: DashScope, set: []string{"model=speech-3-hd"}, field: "model", effect: Doubtful},
		{name: "no text", host: DashScope, set: []string{"text=  "}, field: "text", effect: Refused},
		{name: "9,999 characters", host: DashScope, set: []string{"text=" + strings.Repeat("字", 9999)}},
		{name: "10,000 characters", host: DashScope, set: []string{"text=" + strings.Repeat("字", 10000)}, field: "text", effect: Refused},
		{name: "a pause", host: DashScope, set: []string{"text=Of course!<#0.5#>Yes."}},
		{name: "inline pronunciation", host: DashScope, set: []string{"text=This is (he2)平 (lɪv)."}},
		{name: "a pause of 100 s", host: DashScope, set: []string{"text=a<#100#>b"}, field: "text", effect: Refused},
		{name: "a pause of three decimals", host: DashScope, set: []string{"text=a<#0.125#>b"}, field: "text", effect: Refused},
		{name: "a pause that is no number", host: DashScope, set: []string{"text=a<#NaN#>b"}, field: "text", effect: Refused},
		{name: "a pause of 1e1", host: DashScope, set: []string{"text=a<#1e1#>b"}, field: "text", effect: Refused},
		{name: "two pauses with a comma between", host: DashScope, set: []string{"text=a<#1#>, <#2#>b"}, field: "text", effect: Refused},
		{name: "a model in capitals", host: DashScope, set: []string{"model=MiniMax/SPEECH-2.8-TURBO"}},
		{name: "two pauses in a row", host: DashScope, set: []string{"text=a<#1#> <#1#>b"}, field: "text", effect: Refused},
		{name: "a pause first", host: DashScope, set: []string{"text=<#1#>b"}, field: "text", effect: Refused},
		{name: "a pause last", host: DashScope, set: []string{"text=b<#1#>"}, field: "text", effect: Refused},
		{name: "laughs on 2.8", host: DashScope, set: []string{"text=Well (laughs)"}},
		{name: "laughs on 02", host: DashScope, set: []string{"model=speech-02-hd", "text=Well (laughs)"}, field: "text", effect: Doubtful},
		{name: "a pronunciation without replacement", host: DashScope, set: []string{`pronunciation_dict.tone=["处理"]`}, field: "pronunciation_dict.tone", effect: Refused},
	} {
		t.Run(c.name, func(t *testing.T) {
			problems := Check(request(t, c.set...), Target{Host: c.host, Stream: !c.whole})
			if c.field == "" {
				if len(problems) > 0 {
					t.Fatalf("nothing should be wrong, but: %v", problems)
				}
				return
			}
			if len(problems) == 0 {
				t.Fatalf("%s should be %s, but nothing is wrong", c.field, c.effect)
			}
			if p := problems[0]; p.Field != c.field || p.Effect != c.effect {
				t.Fatalf("%s should be %s, but %s is %s: %s", c.field, c.effect, p.Field, p.Effect, p.Message)
			} else if strings.Contains(p.Message, "{host}") || c.host == Novita && !strings.Contains(p.Message, "Novita") {
				t.Errorf("who makes it so: %s", p.Message)
			}
		})
	}
}

func TestSettleTakesOutWhatTheHostIgnores(t *testing.T) {
	r, problems, err := Settle(request(t, "model=MiniMax/speech-2.8-hd", "audio_setting.format=pcm", "audio_setting.bitrate=64000"), Target{Host: DashScope, Stream: true})
	if err != nil {
		t.Fatal(err)
	}
	if r.AudioSetting.Bitrate != nil || len(problems) != 1 {
		t.Errorf("the bitrate should be out with one warning: %+v %v", r.AudioSetting, problems)
	}
	if r.Model != "speech-2.8-hd" {
		t.Errorf("model %q", r.Model)
	}
}

func TestARefusalNamesFieldAndCure(t *testing.T) {
	_, _, err := Settle(request(t, "voice_setting.speed=3"), Target{Host: DashScope, Stream: true})
	const want = "voice_setting.speed: 3 is out of range; choose a value from 0.5 to 2"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

// What a teammate's file or a command line may hold is refused by its field,
// in one sentence, and stops nobody.
func TestAbsurdValuesAreRefusedByTheirField(t *testing.T) {
	for _, c := range [][2]string{
		{"voice_setting.speed", "-1"}, {"voice_setting.speed", "1e308"}, {"voice_setting.vol", "-0.1"}, {"voice_setting.vol", "-0"},
		{"voice_setting.pitch", "-9223372036854775808"}, {"voice_modify.intensity", "4611686018427387904"},
		{"audio_setting.sample_rate", "-32000"}, {"audio_setting.channel", "9223372036854775807"}, {"audio_setting.bitrate", "0"},
		{"timbre_weights", `[{"voice_id":"Wise_Woman","weight":4611686018427387904},{"voice_id":"Santa_Claus ","weight":-4611686018427387904}]`},
		{"timbre_weights", "[" + strings.Repeat(`{"voice_id":"","weight":1},`, 999) + `{"voice_id":"\u0000","weight":1}]`},
		{"voice_setting.emotion", "\x1b[31m\ufe0f"}, {"language_boost", strings.Repeat("x", 1<<16)}, {"pronunciation_dict.tone", `["/","a/","\ud800"]`},
	} {
		r := request(t)
		r.VoiceSetting.VoiceID = ""
		if c[0] != "timbre_weights" {
			r.VoiceSetting.VoiceID = "Wise_Woman"
		}
		if err := r.Parse(c[0], c[1]); err != nil {
			t.Errorf("%s=%.40s: %v", c[0], c[1], err)
		}
		_, _, err := Settle(r, Target{Host: MiniMax, Stream: true})
		if fault := AsError(err, ""); fault == nil || !strings.HasPrefix(fault.Field, c[0]) || fault.Message == "" || fault.Cure == "" {
			t.Errorf("%s=%.40s: %v", c[0], c[1], err)
		}
		Shares(r.Voices())
	}
	for _, c := range [][2]string{
		{"voice_setting.speed", "NaN"}, {"voice_setting.speed", "1e400"}, {"voice_setting.vol", `"1"`}, {"voice_setting.pitch", "1e300"},
		{"voice_setting.pitch", "9223372036854775808"}, {"timbre_weights", `[{"voice_id":"a","weight":1e30}]`}, {"timbre_weights", `{}`},
		{"subtitle_enable", "1"}, {"voice_setting.speed.x", "1"}, {"voice_setting.", "1"}, {".", "1"},
	} {
		var r Request
		if fault := AsError(r.Parse(c[0], c[1]), ""); fault == nil || fault.Kind != KindRequest || fault.Field != c[0] || !r.Equal(Request{}) {
			t.Errorf("%s=%s: %v, %+v", c[0], c[1], fault, r)
		}
	}
	r := request(t)
	r.VoiceSetting.Speed = new(math.NaN()) // as a slip in a sum could make it
	if _, _, err := Settle(r, Target{Host: Sandbox}); err == nil || !strings.Contains(err.Error(), "voice_setting.speed") {
		t.Errorf("NaN: %v", err)
	}
}

// FuzzSettings checks that whatever value a field is given, it is taken or
// refused by its name, and that what passes the rules can be sent.
func FuzzSettings(f *testing.F) {
	f.Add("voice_setting.speed", "-1", "Hi <#1#>there")
	f.Add("timbre_weights", `[{"voice_id":"a","weight":4611686018427387904}]`, "\ufeffa\u0301")
	f.Add("pronunciation_dict.tone", `["a/b"]`, "(laughs)")
	f.Fuzz(func(t *testing.T, path, value, text string) {
		r := request(t)
		r.Text = text
		if err := r.Parse(path, value); err != nil {
			if fault := AsError(err, ""); fault.Kind != KindRequest || fault.Field != path {
				t.Fatalf("%+v", fault)
			}
			return
		}
		Shares(r.Voices())
		for _, h := range Hosts {
			settled, problems, err := Settle(r, Target{Host: h.Name, Stream: len(value)%2 == 0})
			for _, p := range problems {
				if p.Field == "" || p.Message == "" {
					t.Errorf("%+v", p)
				}
			}
			if err != nil {
				continue
			}
			if _, err := json.Marshal(settled); err != nil {
				t.Errorf("%v of %+v", err, settled)
			}
			EstimateCharacters(settled.Text)
		}
	})
}

func TestAnObstacleIsOnlyWhatTheValueBrings(t *testing.T) {
	r := request(t, "voice_setting.speed=3")
	if p := Obstacle(r, Target{Host: DashScope, Stream: true}, "voice_setting.emotion", "fluent"); p == nil {
		t.Error("fluent should be refused on DashScope")
	}
	if p := Obstacle(r, Target{Host: DashScope, Stream: true}, "voice_setting.emotion", "happy"); p != nil {
		t.Errorf("happy should be allowed, whatever else is wrong: %v", p)
	}
	var refused []string
	for _, value := range Emotions {
		if Obstacle(r, Target{Host: DashScope, Stream: true}, "voice_setting.emotion", value) != nil {
			refused = append(refused, value)
		}
	}
	if strings.Join(refused, " ") != "neutral fluent whisper" {
		t.Errorf("refused: %v", refused)
	}
	if r.VoiceSetting.Emotion != "" {
		t.Error("asking changed the request")
	}
	deep := request(t, "voice_modify.pitch=-20")
	if p := Obstacle(deep, Target{Host: Sandbox, Stream: true}, "audio_setting.format", "pcm"); p == nil || p.Code != EffectsStreamAsMP3 {
		t.Errorf("with effects there is no pcm as a stream: %v", p)
	}
	deep.AudioSetting.Format = "pcm" // it is wrong already
	if p := Obstacle(deep, Target{Host: Sandbox, Stream: true}, "audio_setting.format", "flac"); p != nil {
		t.Errorf("flac makes nothing worse: %v", p)
	}
}

func TestACloneThatTheAccountHas(t *testing.T) {
	r := request(t, "voice_setting.voice_id=my_clone_1")
	if p := Check(r, Target{Host: DashScope, Stream: true}); len(p) != 1 || !strings.Contains(p[0].Cure, "9.9 CNY") {
		t.Errorf("a clone's first use costs: %v", p)
	}
	if p := Check(r, Target{Host: MiniMax, Stream: true, Own: []string{"my_clone_1"}}); len(p) != 0 {
		t.Errorf("the account's own voice is doubted: %v", p)
	}
}

func TestWhatAMoveChanges(t *testing.T) {
	r := request(t, "model=speech-2.6-hd", "voice_setting.emotion=whisper", "continuous_sound=true")
	gained, lost := Move(r, Target{Host: MiniMax, Stream: true}, Target{Host: DashScope, Stream: true}, "speech-2.8-hd")
	if len(gained) != 2 || gained[0].Field != "voice_setting.emotion" || gained[1].Message != "DashScope does not know continuous_sound" {
		t.Errorf("gained %v", gained)
	}
	if len(lost) != 1 || lost[0].Message != "only the 2.8 models know continuous_sound" {
		t.Errorf("lost %v", lost)
	}
	if gained, lost = Move(r, Target{Host: Sandbox, Stream: true}, Target{Host: Sandbox, Stream: true}, ""); gained != nil || lost != nil {
		t.Error("staying changes something")
	}
}

func TestWhatSpeechCosts(t *testing.T) {
	for _, c := range []struct {
		host       HostName
		model      string
		characters int
		want       string
	}{
		{DashScope, "MiniMax/speech-2.8-hd", 10000, "¥3.50"},
		{DashScope, "speech-02-turbo", 26, "¥0.0052"},
		{PPIO, "speech-2.8-turbo", 10000, "¥2.00"},
		{MiniMax, "speech-2.8-hd", 1e6, "$100.00"},
		{MiniMax, "speech-2.8-turbo", 0, "$0.00"},
	} {
		p, found := PriceOf(c.host, c.model)
		if got := p.Of(c.characters).String(); !found || got != c.want {
			t.Errorf("%s %s: %s, not %s", c.host, c.model, got, c.want)
		}
	}
	for _, unknown := range []HostName{Sandbox, Novita, MiniMaxCN} {
		if _, found := PriceOf(unknown, "speech-2.8-hd"); found {
			t.Errorf("the price of %s is not published", unknown)
		}
	}
}

// A form asks for one field at a time, and is told what checking all would say.
func TestAnObstacleIsWhatTheCheckWouldSay(t *testing.T) {
	for _, host := range Hosts {
		for _, stream := range []bool{true, false} {
			for _, format := range []string{"", "wav", Opus} {
				r := Request{Model: DefaultModel, Text: "x", VoiceSetting: VoiceSetting{VoiceID: "Wise_Woman"}, AudioSetting: AudioSetting{Format: format}}
				for _, f := range Fields {
					for _, value := range f.Values {
						with := r
						if with.Parse(f.Path, value) != nil || with.Get(f.Path) == nil {
							continue
						}
						to := Target{Host: host.Name, Stream: stream}
						want := ""
						for _, p := range Check(with, to) {
							if p.Effect != Doubtful && (p.Field == f.Path || strings.HasPrefix(f.Path, p.Field+".")) {
								want = p.Message
								break
							}
						}
						got := ""
						if p := Obstacle(r, to, f.Path, with.Get(f.Path)); p != nil {
							got = p.Message
						}
						if got != want {
							t.Errorf("%s, streaming %v, %s: %s=%s: %q, not %q", host.Name, stream, format, f.Path, value, got, want)
						}
					}
				}
			}
		}
	}
}

func TestWhatNoHostStreamsNeedsAWholeAnswer(t *testing.T) {
	on := true
	deep := -20
	for _, c := range []struct {
		what  string
		r     Request
		needs bool
	}{
		{"nothing", Request{}, false},
		{"subtitles", Request{SubtitleEnable: &on}, true},
		{"a url", Request{OutputFormat: "url"}, true},
		{"hex", Request{OutputFormat: "hex"}, false},
		{"a watermark", Request{AIGCWatermark: &on}, true},
		{"wav, which MiniMax has been seen to stream", Request{AudioSetting: AudioSetting{Format: "wav"}}, false},
		{"effects in flac", Request{AudioSetting: AudioSetting{Format: "flac"}, VoiceModify: VoiceModify{Pitch: &deep}}, true},
		{"effects in mp3", Request{VoiceModify: VoiceModify{Pitch: &deep}}, false},
	} {
		if got := c.r.NeedsWhole(); got != c.needs {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}
