package studio

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// utterance is what somebody says, as raw samples of 22050 Hz.
func utterance(t *testing.T, words string) []byte {
	t.Helper()
	say := exec.Command("espeak-ng", "--stdout", words)
	wav, err := say.Output()
	if err != nil {
		t.Fatal(err)
	}
	_, samples, _ := bytes.Cut(wav, []byte("data"))
	return samples[4:]
}

// speech answers with these samples.
func speech(t *testing.T, samples ...[]byte) func(*answer) {
	t.Helper()
	lame := exec.Command("lame", "--quiet", "-r", "-s", "22.05", "-m", "m", "--resample", "32", "-b", "128", "-", "-")
	lame.Stdin = bytes.NewReader(bytes.Join(samples, nil))
	mp3, err := lame.Output()
	if err != nil {
		t.Fatal(err)
	}
	return func(a *answer) {
		a.audio(mp3)
		a.last()
	}
}

// Two takes of one text, one of which rests in the middle: by their lengths A and B
// would be at different words.
func TestAAndBSwitchAtTheSameWord(t *testing.T) {
	t.Parallel()
	d := sit(t)
	first, then := utterance(t, "Welcome aboard this long and slow boat."), utterance(t, "Nobody here is in a hurry today.")
	rest := make([]byte, 2*22050*3/2)
	d.write("Welcome aboard this long and slow boat. Nobody here is in a hurry today.")
	d.host.will(speech(t, first, then), speech(t, first, rest, then))
	d.speaks("ctrl+r")
	d.speaks("alt+r")
	d.until("both are there", func() bool { return len(d.m.(*Model).takes.Rows) == 2 })
	d.settle()
	d.goes("Takes")
	d.press("home", "b", "down", "a") // A is the one without a rest
	d.settle()
	d.resize(200, 60)
	d.until("A and B are aligned", func() bool {
		d.press("x")
		return strings.Contains(d.screen(), "at the same word")
	})
	plays := func(side string) time.Duration {
		t.Helper()
		if d.press("x"); strings.Contains(d.screen(), "A│B: "+side) {
			return d.player.hears().place
		}
		d.press("x")
		d.sees("A│B: " + side + " · levels matched · at the same word")
		return d.player.hears().place
	}
	plays("A")
	d.until("it is decoded", func() bool { return d.player.Status().Complete })
	half := time.Duration(len(first)/2) * time.Second / 22050
	d.player.passes(half + 800*time.Millisecond)
	at := d.player.hears().place
	if got, want := plays("B"), at+1500*time.Millisecond; (got - want).Abs() > 120*time.Millisecond {
		t.Errorf("the word at %v of A is heard at %v of B, not at %v", at, got, want)
	}
	if got := plays("A"); (got - at).Abs() > 120*time.Millisecond {
		t.Errorf("back it is heard at %v, not at %v", got, at)
	}
}
