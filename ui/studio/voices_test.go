package studio

import (
	"slices"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/host"
)

// found are the ids that the open list of voices shows.
func (d *desk) found() (ids []string) {
	p := d.m.top().(*picker)
	for _, match := range p.shown {
		ids = append(ids, p.items[match.Index].value.(string))
	}
	return ids
}

func TestTheListOfVoicesFindsWhatTheCommandFinds(t *testing.T) {
	for _, words := range [][]string{{"english", "female"}, {"chinese", "male"}, {"male"}, {"FEMALE", "news"}, {"fem"}, {"wise"}, {"qn-qingse"}, {"japanese"}} {
		var want []string
		for _, v := range tts.Voices() {
			if v.Matches(words...) {
				want = append(want, v.ID)
			}
		}
		d := sit(t)
		d.press("tab", "enter")
		for i, word := range words {
			if i > 0 {
				d.press("space")
			}
			d.write(word)
		}
		got := d.found()
		got = slices.DeleteFunc(got, func(id string) bool { return id == words[0] }) // what was typed, as an id
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%q: %d in the list, %d by the command", words, len(got), len(want))
		}
		for _, id := range got {
			if v, _ := tts.FindVoice(id); words[len(words)-1] == "male" && v.Gender != "male" {
				t.Errorf("%q finds %s", words, id)
			}
		}
	}
}

func TestOwnVoicesAndIdsOfNoListAreFoundToo(t *testing.T) {
	d := sit(t)
	d.m.own = []host.AccountVoice{{ID: "clone-1", Name: "Our female lead", Group: "voice_cloning"}, {ID: "clone-2", Name: "Our male lead", Group: "voice_cloning"}}
	d.m.change(d.m.doc.add("teams_narrator_7"), "voice")
	d.press("tab", "enter")
	for typed, want := range map[string][]string{
		"our female": {"clone-1"}, "our male": {"clone-2"}, "yours": {"clone-1", "clone-2"}, "clone-2": {"clone-2"}, "teams_narrator": {"teams_narrator_7", "teams_narrator"},
		"wise_woman": {"Wise_Woman"}, "my_clone_9": {"my_clone_9"}, "wise wmn": {"Wise_Woman", "whisper_woman_1"},
	} {
		d.m.top().(*picker).filter.SetValue("")
		d.write(typed)
		got := slices.DeleteFunc(d.found(), func(id string) bool { return id == typed && !slices.Contains(want, id) })
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q", typed, got)
		}
	}
}
