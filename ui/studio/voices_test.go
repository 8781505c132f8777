package studio

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/document"
)

// found are the ids that the open list of voices shows, from the first to the
// last.
func (d *desk) found() (ids []string) {
	d.t.Helper()
	list := d.m.(*Model).Top().(*dialog.Voices)
	d.press("ctrl+home")
	for last := -1; list.Cursor() != last; d.update(d.key("down")) {
		if v, any := list.Current(); any {
			ids = append(ids, v.ID)
		}
		last = list.Cursor()
	}
	return ids
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
				want = append(want, v.ID)
			}
		}
		d.press("ctrl+u")
		d.write(strings.Join(words, " "))
		got := slices.DeleteFunc(d.found(), func(id string) bool { return id == words[0] }) // what was typed, as an id
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(want) == 0 {
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
		if strings.Contains(d.screen(), " of 426") {
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
	d.sees("French female", "seen in use")
}

func TestWordsAndFiltersFindAllOfThem(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "up", "enter")
	d.write("english female")
	d.sees("33 of 423")
	d.press("ctrl+u", "ctrl+l")
	d.sees("[English]", "80 of 423")
	d.press("ctrl+g")
	d.sees("[female]", "33 of 423")
	d.write("grcfl")
	if got := d.found(); !slices.Contains(got, "English_Graceful_Lady") {
		t.Errorf("letters in their order find %q", got)
	}
	d.press("ctrl+u", "ctrl+g")
	d.sees("[male]", "24 of 423")
	d.press("ctrl+g", "ctrl+l")
	d.sees("any gender", "[Portuguese]", "73 of 423")
	x, y := d.find("[Portuguese]")
	d.click(x+1, y)
	d.sees("[Chinese]")
	x, y = d.find("any gender")
	d.click(x, y)
	d.sees("[female]", "31 of 423")
	x, y = d.find("yours 0")
	d.click(x, y)
	d.sees("[yours 0]", "this account has no voices of its own")
	d.press("tab")
	d.sees("[all]")
}

func TestWhatIsMostLikelyMeantIsFirst(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "up", "enter")
	for typed, first := range map[string]string{"wise": "Wise_Woman", "wise korean": "Korean_WiseElf", "graceful": "English_Graceful_Lady", "wise scholar": "English_WiseScholar", "rational": "Spanish_RationalMan"} {
		d.press("ctrl+u")
		d.write(typed)
		if got := d.found(); got[0] != first {
			t.Errorf("%q finds %q", typed, got[:3])
		}
	}
	d.press("ctrl+u")
	all, english := d.found(), 0
	for _, id := range all {
		if v, _ := tts.FindVoice(id); v.Language != "English" {
			break
		}
		english++
	}
	if english < 60 {
		t.Errorf("only %d English voices are before the others", english)
	}
	if last := all[len(all)-1]; !strings.HasPrefix(last, "moss_audio_") {
		t.Errorf("%s is last", last)
	}
}

func TestAVoiceSaysWhereItWasHeardAndIsUsed(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.speaks("ctrl+r")
	d.press("tab", "up", "enter")
	d.awaits("● spoken in one take", "used in ", "recent 1")
	d.press("tab", "tab")
	d.sees("[recent 1]", "1 of 1")
	d.press("shift+tab", "shift+tab")
	d.write("my_clone")
	d.sees("no take has it", "in no list, as typed")
}

func TestFavouritesComeFirstAndAreThereAgain(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.press("tab", "up", "enter")
	d.write("korean elf")
	d.press("ctrl+f")
	d.sees("♥ Wise Elf", "♥ 1")
	d.press("ctrl+u")
	d.write("my_clone")
	d.press("ctrl+f")
	d.sees("♥ my clone", "♥ 2")
	kept := func(n int) {
		d.until("that is kept", func() bool {
			now, _, _ := document.FavouritesIn(d.home).Read()
			return len(now.Voices) == n
		})
	}
	kept(2)
	d.press("ctrl+f")
	d.sees("♥ 1")
	kept(1)
	d.press("esc")

	again := seat{home: d.home}.sit(t)
	again.run(again.m.Init())
	again.press("tab", "up", "enter")
	again.awaits("♥ 1")
	if got := again.found(); got[0] != "Korean_WiseElf" {
		t.Errorf("%s is first", got[0])
	}
	again.press("tab")
	again.sees("[♥ 1]", "1 of 1")
	again.press("ctrl+f")
	again.sees("[♥ 0]", "Wise Elf")
	x, y := again.find("recent 0")
	again.click(x, y)
	x, y = again.find("♥ 0")
	again.click(x, y)
	again.sees("[♥ 0]", "no favourites yet; ctrl+f makes a voice one")
}

func TestABrokenFileOfFavouritesIsKeptAndSaid(t *testing.T) {
	t.Parallel()
	d := sit(t)
	if err := os.WriteFile(filepath.Join(d.home, "favourites.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("tab", "up", "enter")
	d.awaits("the favourites could not be read")
}
