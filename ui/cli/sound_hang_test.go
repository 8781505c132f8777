package cli

import (
	"testing"

	"voicestudio/player/vcard"
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
