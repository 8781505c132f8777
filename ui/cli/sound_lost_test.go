package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"voicestudio/player/lab/vcard"
)

func TestSayEndsWithASoundServerThatHangs(t *testing.T) {
	need(t, append(vcard.Programs, "espeak-ng", "lame")...)
	card, err := vcard.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(card.Stop)
	p := newPerson(t).with(card.Env())
	if err := card.Hang(); err != nil {
		t.Fatal(err)
	}
	got := p.runs("", "say", "--json", "Hi there.")
	report := got.report(t)
	if got.code != 0 || report["complete"] != true || report["first_sound_ms"] != nil {
		t.Errorf("%+v", got)
	}
}

func TestASoundServerThatDiesIsNoSuccess(t *testing.T) {
	need(t, append(vcard.Programs, "espeak-ng", "lame")...)
	card, err := vcard.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(card.Stop)
	p := newPerson(t).with(card.Env())
	const text = "This is said while the sound server ends in the midst of it, and so nobody has heard how it went on from there."
	rec, err := card.Record()
	if err != nil {
		t.Fatal(err)
	}
	cmd := p.command(t.Context(), "say", "--json", "--out", "x.mp3", text)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(30 * time.Second); rec.First().IsZero() && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	card.Kill()
	cmd.Wait()
	rec.Stop()
	got := ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
	if report := got.report(t); got.code != 1 || !strings.Contains(got.err, "it was not heard to its end: the sound server has gone") || report["complete"] != true {
		t.Errorf("%+v", got)
	}
	if p.read("x.mp3") == "" {
		t.Error("the file is missing, though all has come")
	}
}
