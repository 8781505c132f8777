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

func TestOpusIsKeptAndExportedAndSaysThatItCannotBePlayed(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("MINIMAX_API_KEY=k")
	opus := encoded(t, "-c:a", "libopus", "-f", "ogg")
	got := p.asks(hostCounting(t, opus), "opus", "--set", "audio_setting.sample_rate=24000", "--out", "o.ogg")
	report := got.report(t)
	if got.code != 0 || report["complete"] != true || report["error"] != nil || strings.Count(got.err, "\n") != 1 ||
		!strings.Contains(got.err, "opus cannot be played here; the take and --out keep it as it comes, audio_setting.format=mp3 is heard") {
		t.Fatalf("exit %d: %s\n%v", got.code, got.err, report)
	}
	if p.read("o.ogg") != string(opus) {
		t.Errorf("--out has %d bytes, the host sent %d", len(p.read("o.ogg")), len(opus))
	}
	id := report["take"].(string)
	if p.read(takesDir+id+".opus") != string(opus) {
		t.Error("the take is another")
	}
	if list := p.runs("", "takes", "list"); strings.Contains(list.out, "cut") || strings.Contains(list.out, "faulty") {
		t.Error(list.out)
	}
	if got := p.runs("", "takes", "play", id); got.code != 1 || !strings.Contains(got.err, "opus is kept, but cannot be played here; play the file "+p.path(takesDir+id+".opus")) {
		t.Errorf("%+v", got)
	}
	for _, file := range []string{"x.opus", "x.OGG"} {
		if got := p.runs("", "takes", "export", id, "--out", file); got.code != 0 || !strings.HasPrefix(got.out, "wrote "+file+": opus as it came, 0:01.0") || p.read(file) != string(opus) {
			t.Errorf("%+v", got)
		}
	}
	for _, args := range [][]string{{"--out", "x.wav"}, {"--out", "x.flac", "--loudness", "-16"}, {"--out", "x.opus", "--to", "0.5"}, {"--out", "x", "--format", "wav"}} {
		if got := p.runs("", append([]string{"takes", "export", id}, args...)...); got.code != 1 || !strings.Contains(got.err, "opus is kept, but cannot be decoded here; export it as it came, --out NAME.opus") {
			t.Errorf("%v: %+v", args, got)
		}
	}
	if got := p.runs("", "takes", "export", id, "--out", "x.mp3"); got.code != 2 || !strings.Contains(got.err, "a take in opus becomes opus, not mp3") {
		t.Errorf("%+v", got)
	}
	p.write("rows.csv", "text,preset,out\nHi.,o.json,row.opus\n")
	p.write("o.json", `{"version":1,"name":"o","request":{"model":"speech-2.8-turbo","voice_setting":{"voice_id":"Wise_Woman"},"audio_setting":{"format":"opus"}}}`)
	if got := p.runs("", "render", "rows.csv", "--host", "minimax", "--base-url", hostCounting(t, opus), "--yes"); got.code != 0 || p.read("row.opus") != string(opus) {
		t.Errorf("%+v", got)
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
		if got := p.runs("", "takes", "export", id, "--out", "same."+c.ending); got.code != 0 || !strings.HasPrefix(got.out, "wrote same."+c.ending+": "+c.format+" as it came, ") {
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
