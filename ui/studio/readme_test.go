package studio

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"voicestudio/ui/studio/rooms"
)

// keyTable is the table of keys as the README has it.
func keyTable() string {
	var b strings.Builder
	b.WriteString("| where | key | does |\n|---|---|---|\n")
	var scopes []rooms.Scope
	for s := range rooms.ScopeCount {
		if s != rooms.InText {
			scopes = append(scopes, s)
		}
	}
	for _, s := range append(scopes, rooms.InText) { // what every editor has comes last
		where := titles.scopes[s]
		for _, c := range commands {
			if c.scope != s || len(c.keys) == 0 {
				continue
			}
			keys := slices.Clone(c.keys)
			if c.id == "type" {
				keys = []string{"0", "…", "9", "-", ".", "="}
			}
			fmt.Fprintf(&b, "| %s | `%s` | %s |\n", where, strings.Join(keys, "` `"), strings.TrimSuffix(c.title(), "…"))
			where = ""
		}
	}
	return b.String()
}

// UPDATE=1 writes the table into the README.
func TestTheReadmesKeysAreTheStudios(t *testing.T) {
	const file, from, to = "../../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(readme), from)
	table, after, ends := strings.Cut(rest, to)
	if !found || !ends {
		t.Fatal("the README has no place for the keys")
	}
	if want := "\n" + keyTable() + "\n"; table != want {
		if os.Getenv("UPDATE") == "" {
			t.Fatal("the README's table of keys is out of date; run this test with UPDATE=1")
		}
		if err := os.WriteFile(file, []byte(before+from+want+to+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
