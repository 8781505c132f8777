package studio

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

const goldens = "testdata/golden"

// compareGolden reports every line that is not as it was, with a mark below each
// cell that differs.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; UPDATE=1 writes it", err)
	}
	if want := strings.ReplaceAll(string(b), "\r\n", "\n"); got != want {
		t.Errorf("%s is not what is drawn; where that is right, UPDATE=1 writes it anew\n%s", file, lineByLine(want, got))
	}
}

// lineByLine shows the lines in which two frames differ.
func lineByLine(want, got string) string {
	was, is := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	shown := 0
	for i := range max(len(was), len(is)) {
		x, y := at(was, i), at(is, i)
		if x == y {
			continue
		}
		if shown++; shown > 12 {
			b.WriteString("and more\n")
			break
		}
		fmt.Fprintf(&b, "line %d\n- %s\n+ %s\n  %s\n", i+1, x, y, marks(x, y))
	}
	return b.String()
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// marks has a ^ below each cell in which two lines differ.
func marks(a, b string) string {
	x, y := spread(a), spread(b)
	var out strings.Builder
	for i := range max(len(x), len(y)) {
		if at(x, i) == at(y, i) {
			out.WriteByte(' ')
		} else {
			out.WriteByte('^')
		}
	}
	return strings.TrimRight(out.String(), " ")
}

// spread has what stands in each cell of a line; the second of a wide letter is
// empty.
func spread(line string) (cells []string) {
	for line != "" {
		cluster, w := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		cells = append(cells, cluster)
		for range w - 1 {
			cells = append(cells, "")
		}
		line = line[len(cluster):]
	}
	return cells
}
