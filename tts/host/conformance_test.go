package host

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"net/http"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/tts/sandbox"
	"voicestudio/tts/sandbox/canned"
)

// stand starts a sandbox with a canned voice and returns clients of it.
func stand(t *testing.T) func(tts.HostName) *Client {
	t.Helper()
	server, err := sandbox.Serve(sandbox.Config{}, canned.Voice{})
	return clients(t, server, err)
}

func clients(t *testing.T, server *sandbox.Server, err error) func(tts.HostName) *Client {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		server.Close()
	})
	return func(name tts.HostName) *Client {
		c, err := New(Config{Name: name, BaseURL: server.BaseURL(name), Key: NewKey(sandbox.Key), RPM: -1, Transport: transport})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
}

// TestEveryFormatIsAsLongAsTheHostSays hears the sandbox's real voice through
// every contract and in every format; its own tests have every rate.
func TestEveryFormatIsAsLongAsTheHostSays(t *testing.T) {
	server, err := sandbox.Start(sandbox.Config{})
	client := clients(t, server, err)
	for _, c := range []struct {
		name     tts.HostName
		model    string
		stream   bool
		format   string
		rate     int
		channels int
	}{
		{tts.DashScope, "speech-2.8-turbo", true, "mp3", 32000, 1},
		{tts.DashScope, "speech-2.8-turbo", false, "flac", 44100, 2},
		{tts.PPIO, "speech-2.8-hd", true, "flac", 16000, 1},
		{tts.PPIO, "speech-2.8-hd", false, "mp3", 22050, 2},
		{tts.PPIO, "speech-2.6-turbo", true, "pcm", 24000, 1},
		{tts.PPIO, "speech-2.6-turbo", false, "wav", 8000, 2},
		{tts.MiniMax, "speech-02-hd", true, "mp3", 8000, 1},
		{tts.MiniMax, "speech-02-hd", false, "wav", 44100, 1},
		{tts.MiniMax, "speech-2.8-hd", true, "wav", 24000, 1},
		{tts.MiniMax, "speech-2.8-hd", true, tts.Opus, 24000, 1},
		{tts.MiniMax, "speech-2.8-hd", false, tts.MuLawWAV, 8000, 1},
		{tts.MiniMax, "speech-2.8-hd", true, tts.MuLaw, 8000, 1},
	} {
		r := tts.Request{Model: c.model, Text: "Yes, it is."}
		r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
		r.AudioSetting = tts.AudioSetting{Format: c.format, SampleRate: &c.rate, Channel: &c.channels}
		heard(t, client(c.name), r, c.stream)
	}
}

func heard(t *testing.T, c *Client, r tts.Request, stream bool) {
	t.Helper()
	what := fmt.Sprintf("%s at %d Hz, %d channels", r.AudioSetting.Format, *r.AudioSetting.SampleRate, *r.AudioSetting.Channel)
	settled, _, err := tts.Settle(r, tts.Target{Host: c.Name, Stream: stream})
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Open(t.Context(), settled, stream)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	defer s.Close()
	audio, err := io.ReadAll(s)
	p := s.Progress()
	if err != nil || !p.Complete || p.Bytes != int64(len(audio)) {
		t.Fatalf("%s: %+v %v", what, p, err)
	}
	samples := decoded(t, r.AudioSetting, audio)
	seconds := float64(len(samples)) / float64(*r.AudioSetting.SampleRate)
	if p.AudioMS != nil {
		if d := seconds - float64(*p.AudioMS)/1000; math.Abs(d) > 0.15 {
			t.Errorf("%s: %.3f s long, but the host says %d ms", what, seconds, *p.AudioMS)
		}
		if n := utf8.RuneCountInString(r.Text); *p.UsageCharacters != n || *p.WordCount != n {
			t.Errorf("%s: billed %d for %d", what, *p.UsageCharacters, *p.WordCount)
		}
	} else if c.profile.Contract != tts.PPIO || tts.Generation(r.Model) == "2.8" {
		t.Errorf("%s: the host does not say how long it is", what)
	}
	if seconds < 0.4 || seconds > 3 {
		t.Errorf("%s: %.2f s for three words", what, seconds)
	}
	var sum float64
	for _, x := range samples {
		sum += float64(x) * float64(x)
	}
	if level := 10 * math.Log10(sum/float64(len(samples))/(1<<30)); level < -32 || level > -10 {
		t.Errorf("%s: %.1f dB", what, level)
	}
}

// decoded is the first channel of encoded audio.
func decoded(t *testing.T, a tts.AudioSetting, audio []byte) []int16 {
	t.Helper()
	raw := audio
	switch a.Format {
	case "pcm":
	case "wav":
		at := bytes.Index(audio, []byte("data"))
		if at < 0 {
			t.Fatal("a wav without samples")
		}
		streams := bytes.Contains(audio[:at], []byte("LIST"))
		if int(binary.LittleEndian.Uint32(audio[4:])) != len(audio)-8 && !streams {
			t.Error("a whole wav that does not tell its size")
		}
		raw = audio[at+8:]
	case tts.MuLaw:
		raw = byFFmpeg(t, audio, *a.SampleRate, "-f", "mulaw", "-ar", "8000")
	default:
		raw = byFFmpeg(t, audio, *a.SampleRate)
	}
	step := 2 * *a.Channel
	samples := make([]int16, len(raw)/step)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(raw[i*step:]))
	}
	return samples
}

// byFFmpeg decodes to a rate; arguments before the input describe what has no
// header.
func byFFmpeg(t *testing.T, audio []byte, rate int, input ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "ffmpeg", slices.Concat([]string{"-v", "error"}, input, []string{"-i", "-", "-ar", fmt.Sprint(rate), "-f", "s16le", "-"})...)
	var said bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(audio), &said
	raw, err := cmd.Output()
	if err != nil || len(raw) == 0 || said.Len() > 0 {
		t.Fatalf("ffmpeg: %v %s", err, said.String())
	}
	return raw
}

func TestOneRequestAtEveryHost(t *testing.T) {
	client := stand(t)
	for _, h := range tts.Hosts {
		for _, model := range slices.Concat(h.Models, h.Unlisted) {
			for _, stream := range []bool{true, false} {
				t.Run(fmt.Sprintf("%s %s stream=%v", h.Name, model, stream), func(t *testing.T) {
					r := tts.Request{Model: model, Text: "Hi there."}
					r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman", Weight: 30}, {VoiceID: "Santa_Claus ", Weight: 70}})
					r.VoiceSetting.Speed = new(1.2)
					if !strings.HasSuffix(model, "-240228") { // which have been refused with an emotion
						r.VoiceSetting.Emotion = "calm"
					}
					settled, _, err := tts.Settle(r, tts.Target{Host: h.Name, Stream: stream})
					if err != nil {
						t.Fatal(err)
					}
					s, err := client(h.Name).Open(t.Context(), settled, stream)
					if err != nil {
						t.Fatal(err)
					}
					defer s.Close()
					audio, err := io.ReadAll(s)
					if p := s.Progress(); err != nil || !p.Complete || !bytes.HasSuffix(audio, canned.Audio(r.Text)) {
						t.Errorf("%d bytes, %+v, %v", len(audio), p, err)
					}
				})
			}
		}
	}
}

func TestLinksSubtitlesAndVoicesOfTheSandbox(t *testing.T) {
	server, err := sandbox.Start(sandbox.Config{})
	client := clients(t, server, err)
	for _, name := range []tts.HostName{tts.DashScope, tts.PPIO, tts.MiniMax} {
		t.Run(string(name), func(t *testing.T) {
			r := tts.Request{Model: "speech-2.8-hd", Text: "One sentence. And another one!", SubtitleEnable: new(true), OutputFormat: "url"}
			r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
			c := client(name)
			s, err := c.Open(t.Context(), r, false)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			audio, err := io.ReadAll(s)
			if err != nil || !bytes.HasPrefix(audio, []byte("ID3")) {
				t.Fatalf("%.10q %v", audio, err)
			}
			cues, err := c.Subtitles(t.Context(), s.Progress().Subtitles)
			if err != nil || len(cues) != 2 || cues[0].Text != "One sentence." || cues[1].Begin < cues[0].End {
				t.Fatalf("%+v %v", cues, err)
			}
			if end := *s.Progress().AudioMS; cues[1].End > end+1 || cues[1].End < end-700 {
				t.Errorf("the last sentence ends at %d of %d ms", cues[1].End, end)
			}
		})
	}
	voices, err := client(tts.MiniMax).Voices(t.Context())
	if err != nil || len(voices) < 300 { // MiniMax's own and the account's
		t.Fatalf("%d voices, %v", len(voices), err)
	}
	clone := voices[len(voices)-1]
	r := tts.Request{Model: "speech-2.8-hd", Text: "Me."}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: clone.ID}})
	s, err := client(tts.MiniMax).Open(t.Context(), r, true)
	if err != nil {
		t.Fatalf("%+v: %v", clone, err)
	}
	s.Close()
}

func TestTheSandboxRefusesAsTheHostsDo(t *testing.T) {
	client := stand(t)
	for _, h := range []struct {
		name tts.HostName
		key  string
		says string
	}{
		{tts.DashScope, "wrong", "the API key is not valid (InvalidApiKey)"},
		{tts.PPIO, "wrong", "the API key is not valid (INVALID_API_KEY)"},
		{tts.Novita, "wrong", "the API key is not valid (INVALID_API_KEY)"},
		{tts.MiniMax, "wrong", "the API key is not valid here (2049)"},
		{tts.MiniMax, "wrong-group", "the host did not accept the API key (1004)"},
	} {
		for _, stream := range []bool{true, false} {
			c := client(h.name)
			c.Key = NewKey(h.key)
			if _, err := hear(c, stream); err == nil || !strings.Contains(err.Error(), h.says) {
				t.Errorf("%s: %v", h.name, err)
			}
			c.Key = NewKey(sandbox.Key)
			r := hello()
			r.SetVoices([]tts.TimbreWeight{{VoiceID: "nobody"}})
			_, err := c.Open(t.Context(), r, stream)
			if fault := tts.AsError(err, ""); fault == nil || fault.Code != "2054" || fault.Field != "voice_setting.voice_id" || fault.TraceID == "" {
				t.Errorf("%s, an unknown voice: %+v", h.name, fault)
			}
		}
	}
}
