package cli

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// encoded is a fifth of a second of sound as a program of the trade encodes it.
func encoded(t *testing.T, args ...string) []byte {
	t.Helper()
	need(t, "ffmpeg")
	b := binary.LittleEndian.AppendUint16(nil, 0)
	for i := 1; i < 1600; i++ {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(8000*math.Sin(2*math.Pi*440*float64(i)/8000))))
	}
	cmd := exec.Command("ffmpeg", append(append([]string{"-v", "error", "-f", "s16le", "-ar", "8000", "-i", "-"}, args...), "-")...)
	cmd.Stdin = bytes.NewReader(b)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("ffmpeg %v: %v", args, err)
	}
	return out
}

// hostCounting is a host that sends audio in two pieces and counts what an
// aggregate would have, at a bit rate that is the one of mp3.
func hostCounting(t *testing.T, audio []byte) (url string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, piece := range [][]byte{audio[:len(audio)/2], audio[len(audio)/2:]} {
			fmt.Fprintf(w, "data: {\"data\":{\"audio\":\"%s\",\"status\":1}}\n\n", hex.EncodeToString(piece))
		}
		fmt.Fprintf(w, "data: {\"data\":{\"audio\":\"\",\"status\":2},\"extra_info\":{\"audio_length\":1000,\"audio_size\":%d,\"bitrate\":128000,\"usage_characters\":3}}\n\n", len(audio)+500)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// asks says something to a host in a format.
func (p *person) asks(url, format string, args ...string) ran {
	p.t.Helper()
	return p.runs("", append([]string{"say", "--host", "minimax", "--base-url", url, "--set", "audio_setting.format=" + format, "--json", "Hi."}, args...)...)
}

func TestOpusIsPlayedMeasuredAndExported(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "opusenc", "opusdec", "ffmpeg")
	p := newPerson(t)
	got := p.runs("", "say", "--set", "audio_setting.format=opus", "--set", "audio_setting.sample_rate=24000", "--json", "--out", "o.ogg", "Hello there.")
	report := got.report(t)
	if got.code != 0 || report["complete"] != true || report["error"] != nil || report["first_sound_ms"] == nil && !strings.Contains(got.err, "nothing will be heard") || strings.Contains(got.err, "opus") {
		t.Fatalf("exit %d: %s\n%v", got.code, got.err, report)
	}
	id := report["take"].(string)
	if sent := p.read("o.ogg"); p.read(takesDir+id+".opus") != sent || !strings.HasPrefix(sent, "OggS") {
		t.Error("the take is another")
	}
	for _, args := range [][]string{{"play", id}, {"measure", id, "o.ogg"}} {
		if got := p.runs("", append([]string{"takes"}, args...)...); got.code != 0 || strings.Contains(got.err, "opus") {
			t.Errorf("%v: %+v", args, got)
		}
	}
	theirs := p.hears("opusdec", "--quiet", "--no-dither", "--rate", "48000", "o.ogg", "-")
	for _, args := range [][]string{{"x.wav"}, {"x.flac"}, {"loud.flac", "--loudness", "-20"}, {"part.wav", "--from", "0.1", "--to", "0.4"}} {
		file := args[0]
		if got := p.runs("", append([]string{"takes", "export", id, "--out"}, args...)...); got.code != 0 {
			t.Errorf("%v: %+v", args, got)
		}
		ours := p.hears("ffmpeg", "-v", "error", "-i", file, "-f", "s16le", "-")
		switch {
		case len(args) == 1:
			if len(ours) != len(theirs) || len(ours) < 2*opusRate/2 {
				t.Errorf("%s: %d bytes of sound, opusdec makes %d", file, len(ours), len(theirs))
				continue
			}
			for i := 0; i < len(ours); i += 2 { // they round
				if a, b := int16(binary.LittleEndian.Uint16([]byte(ours[i:]))), int16(binary.LittleEndian.Uint16([]byte(theirs[i:]))); a-b > 1 || b-a > 1 {
					t.Fatalf("%s: sample %d is %d, opusdec's %d", file, i/2, a, b)
				}
			}
		case file == "loud.flac" && (len(ours) != len(theirs) || ours == theirs), file == "part.wav" && len(ours) != 2*opusRate*3/10:
			t.Errorf("%s: %d bytes of sound", file, len(ours))
		}
	}
	if got := p.runs("", "takes", "export", id, "--out", "x.opus"); got.code != 0 || !strings.HasPrefix(got.out, "made x.opus: opus as it came, ") || p.read("x.opus") != p.read("o.ogg") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "export", id, "--out", "x.mp3"); got.code != 2 || !strings.Contains(got.err, "a take in opus becomes opus, wav or flac, not mp3") {
		t.Errorf("%+v", got)
	}
}

// opusRate is what opus is always decoded at.
const opusRate = 48000

func TestWhatALaterVersionHasKeptIsExportedAsItCame(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	id := p.asks(hostCounting(t, encoded(t, "-f", "mp3")), "mp3", "--no-play").report(t)["take"].(string)
	p.write(takesDir+id+".json", strings.Replace(p.read(takesDir+id+".json"), `"format": "mp3"`, `"format": "aac"`, 1))
	if err := os.Rename(p.path(takesDir+id+".mp3"), p.path(takesDir+id+".aac")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"play", id}, 1, "aac is kept, but cannot be played here; play the file " + p.path(takesDir+id+".aac")},
		{[]string{"measure", id}, 1, "aac is kept, but cannot be decoded here"},
		{[]string{"export", id, "--out", "x.wav"}, 1, "aac is kept, but cannot be decoded here; export it as it came, --out NAME.aac"},
		{[]string{"export", id, "--out", "x.aac", "--to", "0.5"}, 1, "aac is kept, but cannot be decoded here"},
		{[]string{"export", id, "--out", "x.mp3"}, 2, "a take in aac becomes aac, not mp3"},
		{[]string{"export", id, "--out", "x.aac"}, 0, ""},
	} {
		if got := p.runs("", append([]string{"takes"}, c.args...)...); got.code != c.code || !strings.Contains(got.err, c.says) {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
	if p.read("x.aac") != p.read(takesDir+id+".aac") {
		t.Error("it did not stay as it came")
	}
}

func TestMuLawIsPlayedAndExported(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	need(t, "ffmpeg", "ffprobe")
	for _, c := range []struct{ format, ending, muxer string }{{"pcmu_raw", "ul", "mulaw"}, {"pcmu_wav", "wav", "wav"}} {
		sound := encoded(t, "-c:a", "pcm_mulaw", "-f", c.muxer)
		out := c.format + "." + c.ending
		got := p.asks(hostCounting(t, sound), c.format, "--out", out)
		report := got.report(t)
		// Without a sound device it plays on the silent clock.
		if got.code != 0 || report["first_sound_ms"] == nil && !strings.Contains(got.err, "nothing will be heard") || strings.Contains(got.err, "cannot") || strings.Contains(got.err, "will hold") {
			t.Fatalf("%s: exit %d: %s\n%v", c.format, got.code, got.err, report)
		}
		if p.read(out) != string(sound) {
			t.Errorf("%s: %d bytes of %d", out, len(p.read(out)), len(sound))
		}
		id := report["take"].(string)
		if p.read(takesDir+id+"."+c.ending) != string(sound) {
			t.Errorf("%s: the take is another", c.format)
		}
		if c.format == "pcmu_raw" { // once is enough
			if got := p.runs("", "takes", "play", id); got.code != 0 {
				t.Errorf("%+v", got)
			}
		}
		if got := p.runs("", "takes", "export", id, "--out", "same."+c.ending); got.code != 0 || !strings.HasPrefix(got.out, "made same."+c.ending+": "+c.format+" as it came, ") {
			t.Errorf("%+v", got)
		}
		for _, form := range []string{"wav", "flac"} {
			file := c.format + "-made." + form
			if got := p.runs("", "takes", "export", id, "--format", form, "--out", file); got.code != 0 {
				t.Errorf("%+v", got)
			}
			decoded := func(name string, args ...string) string {
				return p.hears("ffmpeg", append(append([]string{"-v", "error"}, args...), "-i", name, "-f", "s16le", "-")...)
			}
			theirs := decoded(out, map[string][]string{"ul": {"-f", "mulaw", "-ar", "8000"}}[c.ending]...)
			if ours := decoded(file); ours != theirs || len(ours) != 3200 {
				t.Errorf("%s: %d bytes of sound, ffmpeg makes %d of the host's", file, len(ours), len(theirs))
			}
		}
	}
	if said := p.hears("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,duration:format_tags=title", "-of", "csv=p=0", "same.wav"); !strings.Contains(said, "pcm_mulaw,0.2") || !strings.Contains(said, "Hi.") {
		t.Error(said)
	}
	files, _ := filepath.Glob(p.path(takesDir + "*.pcmu*"))
	if _, err := os.Stat(p.path("same.ul")); err != nil || len(files) > 0 {
		t.Error(err, files)
	}
}
