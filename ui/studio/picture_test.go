package studio

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"voicestudio/ui/studio/paint"
)

// picture draws a golden frame as an SVG. Borders, waveforms and sliders are lines
// and dots, not letters: they join whatever fonts a reader has; letters are held
// to their cells.
type picture struct {
	cells       [][]cell
	paper, text string // colours
	strokes     map[string]*strings.Builder
	order       []string // of strokes
	words       strings.Builder
}

const (
	cellW, cellH = 9, 18
	margin       = 12
	letterSize   = 15
)

// arms are the lines of a border from the middle of its cell, up, right, down,
// left, by their thickness.
var arms = map[string][4]int{
	"─": {0, 1, 0, 1}, "│": {1, 0, 1, 0}, "╶": {0, 1, 0, 0}, "╴": {0, 0, 0, 1},
	"━": {0, 2, 0, 2}, "┃": {2, 0, 2, 0}, "┏": {0, 2, 2, 0}, "┓": {0, 0, 2, 2}, "┗": {2, 2, 0, 0}, "┛": {2, 0, 0, 2}, "┿": {1, 2, 1, 2},
}

// bends are the round corners, by where they go: down or up, right or left.
var bends = map[string][2]int{"╭": {1, 1}, "╮": {1, -1}, "╰": {-1, 1}, "╯": {-1, -1}}

func (p *picture) svg() string {
	for y, line := range p.cells {
		for x := 0; x < len(line); x++ {
			if c := line[x]; !p.line(c, x, y) && strings.TrimSpace(c.text) != "" {
				x += p.word(line[x:], x, y) - 1
			}
		}
	}
	w, h := len(p.cells[0])*cellW+2*margin, len(p.cells)*cellH+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace" font-size="%d">`+"\n", w, h, letterSize)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" rx="8" fill="%s"/>`+"\n", w, h, p.paper)
	for _, key := range p.order {
		fmt.Fprintf(&b, "<path fill=\"none\" %s d=\"%s\"/>\n", key, p.strokes[key])
	}
	fmt.Fprintf(&b, "<g fill=\"%s\">\n%s</g>\n</svg>\n", p.text, &p.words)
	return b.String()
}

// stroke adds to what is drawn with one pen.
func (p *picture) stroke(c cell, width float64, format string, a ...any) {
	colour := c.look.colour
	if colour == "" {
		colour = p.text
	}
	key := fmt.Sprintf(`stroke="%s" stroke-width="%g" stroke-linecap="round"`, colour, width)
	if p.strokes[key] == nil {
		p.strokes[key] = &strings.Builder{}
		p.order = append(p.order, key)
	}
	fmt.Fprintf(p.strokes[key], format, a...)
}

// line draws a cell that is no letter; it reports whether it is one.
func (p *picture) line(c cell, x, y int) bool {
	const half, high = cellW / 2., cellH / 2.
	left, top := float64(margin+x*cellW), float64(margin+y*cellH)
	mid, row := left+half, top+high
	r, _ := utf8.DecodeRuneInString(c.text)
	if a, is := arms[c.text]; is {
		for i, end := range [4][2]float64{{0, -high}, {half, 0}, {0, high}, {-half, 0}} {
			if a[i] > 0 {
				p.stroke(c, float64(a[i]), "M%g %gl%g %g", mid, row, end[0], end[1])
			}
		}
		return true
	}
	if to, is := bends[c.text]; is {
		down, right := float64(to[0])*high, float64(to[1])*half
		p.stroke(c, 1, "M%g %gQ%g %g %g %g", mid, row+down, mid, row, mid+right, row)
		return true
	}
	switch {
	case r > 0x2800 && r <= 0x28ff:
		for bit, at := range [8][2]float64{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}} {
			if (r-0x2800)>>bit&1 == 1 {
				p.stroke(c, 3.2, "M%g %gh0", left+half/2+at[0]*half, top+high/4+at[1]*high/2)
			}
		}
	case c.text == "●":
		p.stroke(c, 8, "M%g %gh0", mid, row)
	case c.text == "•":
		p.stroke(c, 4.5, "M%g %gh0", mid, row)
	case c.text == "○":
		p.stroke(c, 1.2, "M%g %ga3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0", mid-3.4, row)
	case c.text == "▮":
		p.stroke(c, 6, "M%g %gv6", mid, row-3)
	case c.text == "▯":
		p.stroke(c, 1, "M%g %gh5v10h-5z", mid-2.5, row-5)
	default:
		return false
	}
	return true
}

// word writes the letters from a cell on that are written alike, up to a blank,
// or one that is not of ASCII, and says how many cells they take.
func (p *picture) word(line []cell, x, y int) (cells int) {
	first := line[0]
	plain := func(c cell) bool { return len(c.text) == 1 && c.text != " " }
	said := ""
	for i, c := range line {
		if i > 0 && c.text != "" && !(c.look == first.look && plain(c) && plain(first)) {
			break
		}
		said += c.text
		cells++
	}
	left, base := margin+x*cellW, margin+y*cellH+13
	style := ""
	if first.look.bold {
		style = ` font-weight="bold"`
	}
	if first.look.colour != "" {
		style += ` fill="` + first.look.colour + `"`
	}
	if plain(first) {
		style += fmt.Sprintf(` textLength="%d" x="%d"`, cells*cellW, left)
	} else { // it is in the middle of its cells, whatever font has it
		style += fmt.Sprintf(` text-anchor="middle" x="%g"`, float64(left)+float64(cells*cellW)/2)
	}
	said = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(said)
	fmt.Fprintf(&p.words, "<text y=\"%d\"%s>%s</text>\n", base, style, said)
	if first.look.under {
		p.stroke(first, 1, "M%d %dh%d", left, base+3, cells*cellW)
	}
	if first.look.struck {
		p.stroke(first, 1, "M%d %dh%d", left, base-5, cells*cellW)
	}
	return cells
}

// goldenCells is a golden frame that has its looks, as it was.
func goldenCells(t *testing.T, name string, inks []ink) (cells [][]cell) {
	b, err := os.ReadFile(filepath.Join(goldens, name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(string(b), "\r\n", "\n"), "\n")
	for i, line := range lines {
		if line == "" {
			break
		}
		letters := lines[i+1+len(strings.Split(strings.SplitN(string(b), "\n\n", 2)[0], "\n"))]
		var row []cell
		for x, text := range spread(line) {
			c := cell{text: text}
			for _, k := range inks {
				if x < len(letters) && letters[x] == k.letter {
					c.look = k.look
				}
			}
			row = append(row, c)
		}
		cells = append(cells, row)
	}
	return cells
}

// UPDATE=1 draws them anew.
func TestTheReadmesPicturesAreGoldenFrames(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ frame, file, paper, text string }{
		{"main-120x40", "studio-dark.svg", "#16161e", "#d4d4d4"},
		{"main-120x40-light", "studio-light.svg", "#ffffff", "#202020"},
	} {
		p := picture{cells: goldenCells(t, c.frame, inksOf(paint.NewTheme(c.frame == "main-120x40"))), paper: c.paper, text: c.text, strokes: map[string]*strings.Builder{}}
		compareGolden(t, filepath.Join("testdata", c.file), p.svg())
		if !strings.Contains(string(readme), `"ui/studio/testdata/`+c.file+`"`) {
			t.Errorf("the README does not show %s", c.file)
		}
	}
}
