package cli

import (
	"strings"
	"testing"
)

func TestAVoiceIsTunedTowardsARecording(t *testing.T) {
	t.Parallel()
	need(t, "espeak-ng", "lame")
	p := newPerson(t)
	const text = "Welcome aboard, and thank you for flying with us today."
	if got := p.runs("", "say", text, "--voice", "Wise_Woman", "--set", "voice_setting.speed=1.25", "--set", "voice_setting.pitch=3", "--no-play", "--out", p.path("anna.mp3")); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	command := []string{"tune", "--voice", "Wise_Woman", "--axes", "speed,pitch", "--reference", p.path("anna.mp3"), "--text"}
	first := p.runs("", append(command, text, "--clips", "2")...)
	if lines := strings.Split(first.out, "\n"); first.code != 0 || !strings.HasPrefix(lines[0], "clip 1   distance ") || !strings.HasSuffix(lines[0], " st lower, 19 % slower than the recording") ||
		!strings.Contains(first.out, "changed: speed 1.2") || !strings.Contains(first.out, "nothing that people notice apart from the recording\nmade 2 clips: 110 characters, free; 2 heard; stopped by --clips") ||
		!strings.Contains(first.err, "at most 2 to be made at sandbox") || !strings.Contains(first.err, "the recording seems to say the same words") || !strings.Contains(first.err, " --reference FILE\n") {
		t.Errorf("two clips: %+v", first)
	}
	got := p.runs("", append(command, text, "--json", "--out-preset", "Anna")...)
	end := got.report(t)
	before, _ := end["distance_before"].(float64)
	after, known := end["distance_after"].(float64)
	if got.code != 0 || end["stopped"] != "done" || !known || after > before/4 || end["clips"].(float64) > 8 || !strings.HasPrefix(got.out, `{"clip":1,"take":"`) {
		t.Fatalf("%+v", got)
	}
	if speed, _ := settings(t, got, "voice_setting")["speed"].(float64); speed < 1.22 || speed > 1.28 || settings(t, got, "voice_setting")["pitch"] != 3.0 {
		t.Errorf("it was 1.25 and 3: %+v", got)
	}
	if saved := p.read(own + "anna.json"); !strings.Contains(saved, `"pitch": 3`) {
		t.Errorf("the preset is %s", saved)
	}
	other := p.runs("", append(command, "The train leaves at ten, so please do not be late.", "--same-words=false", "--json")...)
	if end := other.report(t); other.code != 0 || end["distance_after"].(float64) >= end["distance_before"].(float64) || strings.Contains(other.err, "seems to say") {
		t.Errorf("other words: %+v", other)
	}
}

func TestWhatIsFarFromTheRecordingIsNeverCalledLikeIt(t *testing.T) {
	t.Parallel()
	if near, far := soundsBeside(nil, .8), soundsBeside(nil, 16); !strings.HasPrefix(near, "nothing that people notice") || !strings.HasPrefix(far, "unlike the recording") {
		t.Errorf("%q, %q", near, far)
	}
}

func TestWhatCannotBeARecordingIsRefusedBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	p.write("letter.mp3", "Dear Anna, this is no sound.")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--reference", "nowhere.wav"}, "there is no file nowhere.wav"},
		{[]string{"--reference", p.path("letter.mp3")}, "there is no audio in letter.mp3"},
		{[]string{"--reference", p.path("letter.mp3"), "--judge", "cat"}, "there are two judges"},
		{[]string{"--judge", "cat", "--same-words"}, "there is no recording that could say the same words"},
		{nil, "give --judge COMMAND or --reference FILE"},
	} {
		got := p.runs("", append([]string{"tune", "--text", welcome}, c.args...)...)
		if got.code != exitRequest || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
}
