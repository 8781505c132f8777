package studio

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

var columns = regexp.MustCompile(` {2,}`)

// found are the ids that the open list of voices shows, from the first to the
// last. A voice in no list is what was typed.
func (d *desk) found() (ids []string) {
	d.t.Helper()
	for last := ""; ; d.update(d.key("down")) {
		row := d.row("▸ ")
		if row == last {
			return ids
		}
		last = row
		if parts := columns.Split(row, -1); strings.HasPrefix(parts[1], "in no list") {
			ids = append(ids, parts[0])
		} else {
			ids = append(ids, parts[1])
		}
	}
}

func TestTheListOfVoicesFindsWhatTheCommandFinds(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "up", "enter")
	for _, words := range [][]string{{"english", "female"}, {"chinese", "male"}, {"FEMALE", "news"}, {"fem", "cantonese"}, {"wise"}, {"qn-qingse"}, {"japanese"}} {
		var want []string
		for _, v := range tts.Voices() {
			if v.Matches(words...) {
				if words[len(words)-1] == "male" && v.Gender != "male" {
					t.Errorf("%q finds %s", words, v.ID)
				}
				want = append(want, strings.TrimSpace(v.ID))
			}
		}
		d.press("ctrl+u")
		d.write(strings.Join(words, " "))
		got := slices.DeleteFunc(d.found(), func(id string) bool { return id == words[0] }) // what was typed, as an id
		slices.Sort(got)
		slices.Sort(want)
		same := slices.EqualFunc(got, want, func(shown, id string) bool {
			start, long := strings.CutSuffix(shown, "…")
			return shown == id || long && strings.HasPrefix(id, start)
		})
		if !same || len(want) == 0 {
			t.Errorf("%q: %d in the list, %d by the command\n%q\n%q", words, len(got), len(want), got, want)
		}
	}
}

func TestOwnVoicesAndIdsOfNoListAreFoundToo(t *testing.T) {
	h := newHost(t)
	h.voices = []string{"female lead", "male lead"}
	d := seat{at: tts.MiniMax, host: h}.sit(t)
	d.run(d.m.Init())
	d.press("tab", "tab", "+")
	d.paste("teams_narrator_7")
	d.press("enter", "shift+tab", "up", "enter")
	d.until("the account's voices are listed", func() bool {
		if strings.Contains(d.screen(), "/426") {
			return true
		}
		d.press("esc", "enter")
		return false
	})
	for typed, want := range map[string][]string{
		"our female lead": {"female lead"}, "our male": {"male lead"}, "yours": {"female lead", "male lead"}, "teams_narrator": {"teams_narrator_7", "teams_narrator"},
		"wise_woman": {"Wise_Woman"}, "my_clone_9": {"my_clone_9"}, "wise wmn": {"Wise_Woman", "whisper_woman_1"},
	} {
		d.press("ctrl+u")
		d.write(typed)
		got := slices.DeleteFunc(d.found(), func(id string) bool { return id == typed && !slices.Contains(want, id) })
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q", typed, got)
		}
	}
	d.press("ctrl+u")
	d.write("female journalist")
	d.sees("French f, seen in use")
}
