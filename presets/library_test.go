package presets

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
)

// library has the own folder, a project and the team "studio".
func library(t testing.TB) Library {
	t.Helper()
	home := t.TempDir()
	project := filepath.Join(home, "work", ".voicestudio", "presets")
	deep := filepath.Join(home, "work", "a", "b")
	if err := errors.Join(os.MkdirAll(project, 0o755), os.MkdirAll(deep, 0o755)); err != nil {
		t.Fatal(err)
	}
	l, err := OpenLibrary(filepath.Join(home, "own"), deep, map[string]string{"studio": filepath.Join(home, "team"), "same": project})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestSeveralFoldersAtOnce(t *testing.T) {
	l := library(t)
	var places []string
	for _, p := range l.Places {
		places = append(places, p.Name)
	}
	if !slices.Equal(places, []string{FolderOwn, FolderProject, "studio"}) {
		t.Fatalf("%q: a folder with two names must be there once", places)
	}
	own, project, team := l.Places[0], l.Places[1], l.Places[2]
	mustSave(t, own.Folder, Preset{Name: "Warm"})
	mustSave(t, project.Folder, Preset{Name: "Warm"})
	mustSave(t, team.Folder, Preset{Name: "Cold", Notes: "of the team"})
	mustSave(t, own.Folder, Preset{Name: "a:b"})
	write(t, team.Folder, "bad.json", "{")
	if err := os.Symlink(filepath.Join(team.Dir, "cold.json"), filepath.Join(own.Dir, "linked.json")); err != nil {
		t.Fatal(err)
	}

	shelf, err := l.Read(context.Background(), nil)
	var list []string
	for _, e := range shelf.Search(Query{Sort: ByFolder}) {
		if !e.Starter {
			list = append(list, e.Folder+":"+e.Name)
		}
	}
	if want := []string{"own:a:b", "own:Cold", "own:Warm", "project:Warm", "studio:Cold"}; err != nil || !slices.Equal(list, want) || len(shelf.Broken) != 1 {
		t.Errorf("%q %v %v", list, shelf.Broken, err)
	}
	for name, folder := range map[string]string{"Warm": FolderOwn, "project:Warm": FolderProject, "a:b": FolderOwn, "own:a:b": FolderOwn, "studio:Cold": "studio", "Storyteller": FolderStarters, "starters:Storyteller": FolderStarters} {
		if e, err := l.Load(name); err != nil || e.Folder != folder {
			t.Errorf("%s: %s %v", name, e.Folder, err)
		}
	}
	if e, err := l.Load(filepath.Join(own.Dir, "linked.json")); err != nil || e.Notes != "of the team" {
		t.Errorf("%+v %v", e, err)
	}
	for _, name := range []string{"Nobody", "studio:Warm", "nowhere:Warm"} {
		if _, err := l.Load(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}

	mustSave(t, project.Folder, Preset{Name: "Warm", Notes: "another"})
	_, err = l.Load("Warm")
	if err == nil || !strings.Contains(err.Error(), own.Dir) || !strings.Contains(err.Error(), "project:Warm in "+project.Dir) {
		t.Errorf("%v", err)
	}
	os.Chmod(team.Dir, 0)
	defer os.Chmod(team.Dir, 0o755)
	if _, err := l.Load("project:Warm"); err != nil {
		t.Errorf("with another folder shut: %v", err)
	}
}

func TestATeamsNameMustNotMeanSomethingElse(t *testing.T) {
	for _, name := range []string{"", "own", "starters", "a:b", "a/b", "a\x1b"} {
		if _, err := OpenLibrary("x", "", map[string]string{name: "y"}); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func found(s *Shelf, q Query) (names []string) {
	for _, e := range s.Search(q) {
		names = append(names, e.Name)
	}
	return names
}

func TestSearchingFindsWhatPeopleMean(t *testing.T) {
	e := func(name, notes, voice string, tags ...string) Entry {
		return Entry{Preset: Preset{Name: name, Notes: notes, Tags: tags, Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: voice}}}}
	}
	s := NewShelf([]Entry{
		e("Wärme", "for Anna", "English_Graceful_Lady", "calm"), e("Lukewarm", "", "Wise_Woman"), e("Warm narrator", "", "Wise_Woman", "Narration", "en"),
		e("News", "not too warm", "Chinese (Mandarin)_News_Anchor", "news", "zh"), e("温柔女声", "", "female-shaonv", "温柔"),
	}, nil)
	for _, c := range []struct {
		q    Query
		want string
	}{
		{Query{}, "Lukewarm News Warm narrator Wärme 温柔女声"},
		{Query{Text: "warm"}, "Warm narrator Wärme Lukewarm News"},
		{Query{Text: "WÄRM wise"}, "Warm narrator Lukewarm"},
		{Query{Text: "wise woman"}, "Lukewarm Warm narrator"},
		{Query{Text: "graceful"}, "Wärme"},
		{Query{Text: "#narr"}, "Warm narrator"},
		{Query{Text: "柔"}, "温柔女声"},
		{Query{Text: "anna"}, "Wärme"},
		{Query{Text: "wrmnrt"}, "Warm narrator"},
		{Query{Text: "zzz"}, ""},
		{Query{Tags: []string{"narration", "EN"}}, "Warm narrator"},
		{Query{Text: "warm", Sort: ByName}, "Lukewarm News Warm narrator Wärme"},
	} {
		if got := strings.Join(found(s, c.q), " "); got != c.want {
			t.Errorf("%+v: got %s", c.q, got)
		}
	}
	if tags := s.Tags(); len(tags) != 6 || tags[0].Count != 1 {
		t.Errorf("%v", tags)
	}
}

func TestReadingCanBeFollowedAndStopped(t *testing.T) {
	l := library(t)
	for i := range 600 {
		write(t, l.Places[0].Folder, fmt.Sprintf("%d.json", i), `{"request": {}}`)
	}
	seen, last := 0, Arrival{}
	shelf, err := l.Read(context.Background(), func(a Arrival) { seen, last = seen+len(a.Entries), a })
	if err != nil || len(shelf.Entries) != 606 || seen != 512 || last.Done != 512 || last.Total != 600 || last.Entries[0].Folder != FolderOwn {
		t.Errorf("%d entries, %d seen, %d of %d, %v", len(shelf.Entries), seen, last.Done, last.Total, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	if shelf, err := l.Read(ctx, func(Arrival) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v %v", shelf, err)
	}
}

func BenchmarkTenThousandPresets(b *testing.B) {
	l := library(b)
	data := mustEncode(b, firstPreset)
	words := strings.Fields("warm narrator calm bright news story deep robot phone gentle")
	for i := range 10000 {
		name := fmt.Sprintf("%s %s %d", words[i%10], words[i/10%10], i)
		write(b, l.Places[0].Folder, Slug(name)+".json", strings.Replace(data, "Wärme & 温柔 <1>", name, 1))
	}
	shelf, err := l.Read(context.Background(), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if s, err := l.Read(context.Background(), nil); err != nil || len(s.Entries) != 10006 {
				b.Fatal(err)
			}
		}
	})
	for _, q := range []Query{{}, {Text: "warm nar"}, {Text: "news anchor", Sort: ByUpdated}, {Text: "wrmnrr"}, {Tags: []string{"narration"}, Sort: ByFolder}} {
		b.Run(fmt.Sprintf("search %q sort %d", q.Text, q.Sort), func(b *testing.B) {
			for b.Loop() {
				if len(shelf.Search(q)) == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
}
