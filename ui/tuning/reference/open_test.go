package reference

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// recorded is a wav file of interleaved samples.
func recorded(t *testing.T, name string, rate, channels int, samples []int16) string {
	t.Helper()
	var b bytes.Buffer
	put := func(v ...any) {
		for _, v := range v {
			if err := binary.Write(&b, binary.LittleEndian, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	size := uint32(2 * len(samples))
	put([]byte("RIFF"), 36+size, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(channels), uint32(rate), uint32(2*rate*channels), uint16(2*channels), uint16(16), []byte("data"), size, samples)
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// made is a sound of so many seconds at 16 kHz, by the time.
func made(t *testing.T, name string, seconds float64, at func(t float64) float64) string {
	samples := make([]int16, int(seconds*16000))
	for i := range samples {
		samples[i] = int16(32000 * max(-1, min(at(float64(i)/16000), 1)))
	}
	return recorded(t, name, 16000, 1, samples)
}

// voice is a wav file of the sandbox's voice.
func voice(t *testing.T, rate, channels int, r tts.Request) string {
	t.Helper()
	engine, err := speech.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	r.AudioSetting = tts.AudioSetting{Format: "pcm", SampleRate: &rate, Channel: &channels}
	var pcm bytes.Buffer
	if _, err := engine.Speak(t.Context(), r, &pcm); err != nil {
		t.Fatal(err)
	}
	samples := make([]int16, pcm.Len()/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(pcm.Bytes()[2*i:]))
	}
	return recorded(t, "voice.wav", rate, channels, samples)
}

// piano is a melody with a bass, each note struck and fading.
func piano(t float64) (x float64) {
	for k := max(0, int(t*3)-4); k <= int(t*3); k++ {
		hz, since := []float64{220, 262, 330, 392, 294, 349}[k*5%6], t-float64(k)/3
		for h := 1.0; h < 8; h++ {
			x += .1 / h * (math.Sin(2*math.Pi*hz*h*since) + .5*math.Sin(math.Pi*hz*h*since)) * math.Exp(-since*(1.5+.5*h)) * min(1, since*200)
		}
	}
	return x
}

func TestWhatCannotBeTunedTowardsIsSaidInASentence(t *testing.T) {
	t.Parallel()
	lots := rand.New(rand.NewPCG(1, 2))
	write := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := write("letter.wav", strings.Repeat("Dear Anna, this is no sound. ", 50))
	for name, c := range map[string]struct {
		path, says string
		kind       tts.ErrorKind
	}{
		"silence":      {made(t, "a.wav", 3, func(float64) float64 { return 0 }), "a.wav is silent", tts.KindRequest},
		"noise":        {made(t, "a.wav", 4, func(float64) float64 { return .1 * lots.NormFloat64() }), "nobody speaks in a.wav", tts.KindRequest},
		"surf":         {made(t, "a.wav", 9, func(t float64) float64 { return .1 * lots.NormFloat64() * (1 + .9*math.Sin(t*4)) }), "nobody speaks in a.wav", tts.KindRequest},
		"tone":         {made(t, "a.wav", 3, func(t float64) float64 { return .2 * math.Sin(2*math.Pi*220*t) }), "nobody speaks in a.wav", tts.KindRequest},
		"music":        {made(t, "a.wav", 8, piano), "nobody speaks in a.wav", tts.KindRequest},
		"too short":    {made(t, "a.wav", .6, piano), "only 0.6 s of speech in a.wav", tts.KindRequest},
		"six minutes":  {recorded(t, "a.wav", 1000, 1, make([]int16, 6*60*1000)), "a.wav is longer than 5 minutes", tts.KindRequest},
		"a click":      {made(t, "a.wav", .3, piano), "only 0.3 s of speech in a.wav", tts.KindRequest},
		"nothing":      {recorded(t, "a.wav", 8000, 1, nil), "there is no audio in a.wav", tts.KindRequest},
		"empty":        {write("a.mp3", ""), "there is no audio in a.mp3", tts.KindRequest},
		"a text":       {text, "there is no audio in letter.wav", tts.KindRequest},
		"six channels": {recorded(t, "a.wav", 8000, 6, make([]int16, 8000)), "a.wav is not read: ", tts.KindRequest},
		"no ending":    {write("a", "x"), "a is no recording by its name", tts.KindRequest},
		"a folder":     {t.TempDir(), " is a folder", tts.KindRequest},
		"nowhere":      {filepath.Join(t.TempDir(), "b.wav"), "there is no file b.wav", tts.KindRequest},
		"in a file":    {filepath.Join(text, "b.wav"), "b.wav cannot be read: not a directory", tts.KindMachine},
	} {
		_, err := Open(t.Context(), c.path)
		fault := tts.AsError(err, "")
		if err == nil || !strings.Contains(fault.Message, c.says) || strings.Contains(fault.Message, "\n") || fault.Kind != c.kind || fault.Field != "reference" || fault.Kind == tts.KindRequest && fault.Cure == "" {
			t.Errorf("%s: %+v", name, fault)
		}
	}
}

func TestVoicesAreTakenWhateverTheySoundLike(t *testing.T) {
	t.Parallel()
	says := tts.Request{Text: "Welcome back. Let us pick up where we left off.", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman"}}
	for name, change := range map[string]func(*tts.Request){
		"plain":     func(*tts.Request) {},
		"whisper":   func(r *tts.Request) { r.VoiceSetting.Emotion = "whisper" },
		"telephone": func(r *tts.Request) { r.VoiceModify.SoundEffects = "lofi_telephone" },
		"slow":      func(r *tts.Request) { r.VoiceSetting.Speed = new(.5) },
	} {
		r := says
		change(&r)
		rec, err := Open(t.Context(), voice(t, 32000, 1, r))
		if err != nil || strings.Contains(strings.Join(rec.Notes, ""), "no pitch is heard in voice.wav") != (name == "whisper") || name != "whisper" && len(rec.Notes) > 0 {
			t.Errorf("%s: %v, %+v", name, err, rec)
		}
	}
	rec, err := Open(t.Context(), voice(t, 8000, 2, says))
	if err != nil || len(rec.Notes) != 1 || !strings.Contains(rec.Notes[0], "ends at 4 kHz") {
		t.Errorf("8 kHz: %v, %+v", err, rec)
	}
	band := func(t float64) float64 { // drums under a piano
		beat := math.Mod(t, .25)
		return piano(t) + .3*math.Sin(t*9e4)*math.Sin(t*7e4)*math.Exp(-beat*30)
	}
	if rec, err := Open(t.Context(), made(t, "band.wav", 8, band)); err == nil && len(rec.Notes) == 0 {
		t.Error("a band is taken for a voice without a word")
	}
}
