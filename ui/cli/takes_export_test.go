package cli

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestExportReachesTheLoudnessOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame", "ffmpeg")
	p := author(t)
	read := func(name string) string {
		b, _ := os.ReadFile(p.path(name))
		return string(b)
	}
	id := p.speaks("Are you happy today? Of course I am! And it is a fine day; let us walk a little, shall we?")
	got := p.runs("", "takes", "export", id, "--out", "loud.wav", "--loudness", "-16")
	if got.code != 0 || !regexp.MustCompile(`^made loud.wav: wav, 0:0\d.\d, \d+(\.\d)? KiB, -16.0 LUFS as asked, -1.\d dBTP, limited by up to \d\.\d dB at -1 dBTP, free\n$`).MatchString(got.out) {
		t.Errorf("%+v", got)
	}
	said := p.hears("ffmpeg", "-hide_banner", "-i", "loud.wav", "-af", "ebur128=peak=true", "-f", "null", "-")
	said = said[strings.LastIndex(said, "Summary:"):]
	measured := func(what string) (v float64) {
		_, after, _ := strings.Cut(said, what)
		fmt.Sscan(after, &v)
		return v
	}
	if math.Abs(measured("I:")+16) > 0.2 || measured("Peak:") > -1 {
		t.Error(said)
	}
	// Out of reach: nothing is written, and what can be reached is said.
	p.write("kept.wav", "mine")
	got = p.runs("", "takes", "export", id, "--out", "kept.wav", "--replace", "--loudness", "-3")
	if got.code != 2 || !strings.Contains(got.err, "loudness: -3.0 LUFS is out of reach") || !strings.Contains(got.err, "; choose -1") || read("kept.wav") != "mine" {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(got.err, "at -1 dBTP it can be made no louder than -1") || !strings.Contains(got.err, " LUFS without more than 8 dB of limiting") {
		t.Errorf("%+v", got)
	}
	// To scripts it says what was asked, what is reached and what that took.
	got = p.runs("", "takes", "export", id, "--out", "kept.wav", "--replace", "--loudness", "-69.9")
	if got.code != 2 || !strings.Contains(got.err, "loudness: -69.9 LUFS is so quiet that it cannot be measured; choose -60 or more") || read("kept.wav") != "mine" {
		t.Errorf("next to nothing: %+v", got)
	}
	got = p.runs("", "takes", "export", id, "--out", "loud.flac", "--loudness", "-16", "--json")
	var all []struct {
		ID     string
		Export map[string]any
	}
	if err := json.Unmarshal([]byte(got.out), &all); err != nil || len(all) != 1 || !strings.HasPrefix(all[0].ID, id) {
		t.Fatalf("%+v, %v", got, err)
	}
	e := all[0].Export
	number := func(key string) float64 { v, _ := e[key].(float64); return v }
	if e["file"] != "loud.flac" || e["format"] != "flac" || number("bytes") == 0 || number("audio_ms") < 3000 || number("lufs_asked") != -16 ||
		math.Abs(number("lufs")+16) > 0.1 || number("true_peak_db") > -1 || number("ceiling_db") != -1 || number("limiting_db") < 1 || number("gain_db") == 0 {
		t.Errorf("%s", got.out)
	}
	got = p.runs("", "takes", "export", id, "--out", "as it came.mp3", "--json")
	if !strings.Contains(got.out, `"export":{"file":"as it came.mp3","format":"original","bytes":`) || !strings.Contains(got.out, `"lufs_asked":null,"lufs":null`) {
		t.Errorf("%+v", got)
	}
	got = p.runs("", "takes", "export", id, "--out", "short.wav", "--to", "0.2", "--loudness", "-16")
	if got.code != 2 || !strings.Contains(got.err, "shorter than 0.4 s") {
		t.Errorf("%+v", got)
	}
}

func TestExportSaysWhatItWroteAndOverwritesNothing(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := author(t)
	read := func(name string) string {
		b, _ := os.ReadFile(p.path(name))
		return string(b)
	}
	id := p.speaks("--no-stream", "--set", "subtitle_enable=true", "Hi there.")
	p.write("x.wav", "somebody's")
	p.write("x.srt", "somebody's")
	got := p.runs("", "takes", "export", id, "--out", "x.wav")
	if got.code != 1 || !strings.Contains(got.err, "x.wav is there already and holds something else; name another file, or overwrite it with --replace") || got.out != "" {
		t.Errorf("%+v", got)
	}
	// Neither file changes where one may not.
	got = p.runs("", "takes", "export", id, "--out", "new.wav", "--subtitles", "x.srt")
	if _, err := os.Stat(p.path("new.wav")); got.code != 1 || err == nil {
		t.Errorf("%+v, %v", got, err)
	}
	if read("x.wav") != "somebody's" || read("x.srt") != "somebody's" {
		t.Error("a file was overwritten")
	}
	got = p.runs("", "takes", "export", id, "--out", "x.wav", "--subtitles", "x.srt", "--replace")
	if got.code != 0 || !regexp.MustCompile(`^made x.wav: wav, 0:0\d\.\d, .+ KiB, free\nmade x.srt: subtitles, free\n$`).MatchString(got.out) || !strings.HasPrefix(read("x.wav"), "RIFF") {
		t.Errorf("%+v", got)
	}
	// The same again is no loss, and the files of a script may be made again.
	if got := p.runs("", "takes", "export", id, "--out", "x.wav"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "takes", "export", id, "--out", "y.mp3"); got.code != 0 || !strings.HasPrefix(got.out, "made y.mp3: mp3 as it came, 0:") {
		t.Errorf("%+v", got)
	}
	for _, form := range []string{"wav", "flac", "original"} {
		if got := p.runs("", "takes", "export", id, "--out", "/dev/full", "--format", form); got.code != 1 || !strings.Contains(got.err, "no space left") || got.out != "" {
			t.Errorf("%s on a full disk: %+v", form, got)
		}
	}
	leftovers, _ := filepath.Glob(p.path(".voicestudio-*"))
	if len(leftovers) > 0 {
		t.Error(leftovers)
	}
}
