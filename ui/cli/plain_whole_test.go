package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// says wants texts in what was printed, in that order.
func says(t *testing.T, printed string, what ...string) {
	t.Helper()
	rest := printed
	for _, w := range what {
		_, behind, found := strings.Cut(rest, w)
		if !found {
			t.Fatalf("%q was not said, or not there:\n%s", w, printed)
		}
		rest = behind
	}
}

// What the screen can do with blends, long scripts, listeners and presets, standard
// input can, too.
func TestPlainlyBlendsScriptsListenersAndPresets(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	p.write("chapter.md", "# One\n\nFirst this.\n\nThen **that**.\n")
	got := p.runs(strings.Join([]string{
		"text Welcome aboard.", "blend Wise_Woman 50 Deep_Voice_Man 50", "ladder", "ladder use 2", "save Host", "presets tag team, en", "presets note For the videos.",
		"presets fingerprint", "presets verify",
		"bench add preset Host", "bench add voice Wise_Woman", "bench make", "listeners page hello.html",
		"lines read chapter.md", "line 2 speed 1.3", "line 3 voice Deep_Voice_Man", "lines make", "lines play", "lines whole subtitles srt", "lines export chapter.wav",
	}, "\n"), "--plain")
	if got.code != exitDone || got.err != "" {
		t.Fatalf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
	says(t, got.out, "2. Wise Woman 75, Deep Voice Man 25", "The blend is Wise Woman 75, Deep Voice Man 25.", "Host has the tags #team #en.", "What Host sounds like at sandbox is kept", "Host sounds as it did today",
		"All are made", "Wrote hello.html", "Read chapter.md, 3 lines.", "3 lines to be made, free", "Only line 2 has it so", "3 of 3 made", "From line 1 on.", "Wrote chapter.wav: ", "Wrote the subtitles chapter.srt")
	if wav, err := os.ReadFile(p.path("chapter.wav")); err != nil || !bytes.HasPrefix(wav, []byte("RIFF")) {
		t.Error(err)
	}
	if srt, err := os.ReadFile(p.path("chapter.srt")); err != nil || !strings.Contains(string(srt), "Then that.") {
		t.Errorf("%v: %s", err, srt)
	}
	if scripts, _ := filepath.Glob(p.path(".local/state/voicestudio/scripts/*.json")); len(scripts) != 1 {
		t.Errorf("scripts: %v", scripts)
	}
	// The commands and the screen have the same bench and the same preset.
	if got := p.runs("", "audition", "list"); got.code != exitDone || !strings.Contains(got.out, "Welcome aboard") {
		t.Errorf("%+v", got)
	}
	if got := p.runs("", "preset", "show", "Host"); got.code != exitDone || !strings.Contains(got.out, "For the videos.") {
		t.Errorf("%+v", got)
	}
}

func TestPlainlyAVoiceIsTunedTowardsARecording(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	got := p.runs(strings.Join([]string{
		"text Welcome aboard, my friends.", "voice Deep_Voice_Man", "speak", "export 1 anna.wav", "voice Wise_Woman", "tune towards anna.wav pitch", "tune use", "save Anna",
	}, "\n"), "--plain")
	if got.code != exitDone || got.err != "" {
		t.Fatalf("exit %d: %s\n%s", got.code, got.err, got.out)
	}
	says(t, got.out, "clips at most", "Clip 1, distance ", "Clip 2, distance ", "Pitch ", "Distance ", "Tune use takes it over", "Saved Anna in ")
	if b, err := os.ReadFile(p.path(".config/voicestudio/presets/anna.json")); err != nil || !strings.Contains(string(b), `"pitch": -`) {
		t.Errorf("%v: %s", err, b)
	}
}
