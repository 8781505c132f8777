package document

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFavouritesOfTwoStudiosAndWhatElseIsInTheFileStay(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state", "favourites.json")
	one, other := Favourites(file), Favourites(file)
	if ids, aside, err := one.Read(); len(ids.Voices) > 0 || aside != "" || err != nil {
		t.Fatalf("no file is %v, %q, %v", ids, aside, err)
	}
	set := func(f Favourites, id string, on bool, want ...string) {
		t.Helper()
		ids, aside, err := f.Set(id, on)
		if got := slices.Sorted(maps.Keys(ids.Voices)); !slices.Equal(got, want) || aside != "" || err != nil {
			t.Errorf("%v, %q, %v", got, aside, err)
		}
	}
	set(one, "Grinch", true, "Grinch")
	set(other, "Santa_Claus ", true, "Grinch", "Santa_Claus ")
	if err := os.WriteFile(file, []byte(`{"later":[1.50],"voices":{"Grinch":{"favourite":true,"noted":"dry"},"Rudolph":{"favourite":true}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	set(one, "Grinch", false, "Rudolph")
	if now, _, err := one.HearBy("short"); err != nil || now.Sample != "short" || !now.Voices["Rudolph"] {
		t.Errorf("%+v, %v", now, err)
	}
	set(other, "Rudolph", false)
	b, _ := os.ReadFile(file)
	if text := strings.Join(strings.Fields(string(b)), ""); text != `{"later":[1.50],"sample":"short","voices":{"Grinch":{"noted":"dry"}}}` {
		t.Errorf("the file is %s", text)
	}
}

func TestABrokenFileOfFavouritesIsPutAside(t *testing.T) {
	file := filepath.Join(t.TempDir(), "favourites.json")
	names := map[string]string{}
	for _, broken := range []string{`{"voices":{"a":{"fav`, `[]`, `{"voices":{"a":7}}`} {
		if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		ids, aside, err := Favourites(file).Set("Grinch", true)
		if b, _ := os.ReadFile(aside); string(b) != broken || !ids.Voices["Grinch"] || err != nil || names[aside] != "" {
			t.Errorf("%s is put aside as %q: %q, %v, %v", broken, aside, b, ids, err)
		}
		names[aside] = broken
	}
}
