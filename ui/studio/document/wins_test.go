package document

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestWhatPresetsHaveWonIsKeptBesideTheFavourites(t *testing.T) {
	file := filepath.Join(t.TempDir(), "favourites.json")
	f, day := Favourites(file), time.Date(2026, 11, 30, 10, 0, 0, 0, time.UTC)
	if err := os.WriteFile(file, []byte(`{"voices":{"Grinch":{"favourite":true}},"presets":{"Warm":{"later":1},"Odd":{"won":"all"}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"Warm", "News", "Warm"} {
		if _, _, err := f.Win(name, Win{7 + i, 10, day.Add(time.Duration(i) * time.Hour)}, true); err != nil {
			t.Fatal(err)
		}
	}
	now, _, err := f.Win("Calm", Win{8, 10, day.Add(9 * time.Hour)}, true)
	if err != nil || !now.Voices["Grinch"] || len(now.Wins["Warm"]) != 2 || now.Wins["Warm"][0].Won != 9 {
		t.Errorf("%+v, %v", now, err)
	}
	names := []string{"Other", "News", "Calm", "Warm"}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(now.Wins.Better(a, b), strings.Compare(a, b)) })
	if got := strings.Join(names, " "); got != "Warm Calm News Other" {
		t.Errorf("ranked as %s", got)
	}
	for i, name := range []string{"Warm", "News", "Warm", "Calm"} {
		f.Win(name, Win{At: day.Add(time.Duration(i) * time.Hour)}, false)
	}
	f.Win("Calm", Win{At: day.Add(9 * time.Hour)}, false)
	b, _ := os.ReadFile(file)
	if text := strings.Join(strings.Fields(string(b)), ""); text != `{"presets":{"Odd":{"won":"all"},"Warm":{"later":1}},"voices":{"Grinch":{"favourite":true}}}` {
		t.Errorf("after all was taken back the file is %s", text)
	}
}
