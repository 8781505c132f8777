//go:build !race

package studio

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/tts/wording"
	"voicestudio/ui/studio/paint"
)

// stretched is a text in a language that is longer than English by 40 % and
// written with other letters; marks around it tell where it was cut.
func stretched(text string) string {
	if strings.TrimSpace(text) == "" {
		return text
	}
	var b strings.Builder
	inside := 0
	for _, r := range text {
		switch r { // what stands for something else stays
		case '{', '`':
			inside++
		case '}':
			inside = 0
		}
		if other, found := accents[r]; found && inside == 0 {
			r = other
		}
		b.WriteRune(r)
	}
	more := (paint.Width(text)*2 + 4) / 5
	if more < 2 {
		return b.String() + paint.Repeat("~", more)
	}
	head := strings.TrimRight(b.String(), " ")
	return "‹" + head + paint.Repeat("~", max(0, more-2)) + "›" + b.String()[len(head):]
}

var accents = func() map[rune]rune {
	m := map[rune]rune{}
	from, to := []rune("aceinouysAEINOU"), []rune("àçéíñõüýšÀÉÍÑÕÜ")
	for i, r := range from {
		m[r] = to[i]
	}
	return m
}()

// tongues are the languages in which everything must fit; English is what the
// golden frames and most tests see.
var tongues = []struct {
	name  string
	speak func()
}{
	{"zh", func() { wording.Speak(wording.Chinese) }},
	{"stretched", func() { wording.Rehearse(stretched) }},
}

// looked are the golden frames' poses from which all else is reached.
var looked = []string{"main-120x40", "blend-80x24", "bench-120x40", "bench-blind-80x24", "ladder-120x40", "pad-80x24", "duels-80x24", "duels-decided-120x40", "listeners-80x24", "listeners-120x40", "tune-120x40", "tune-starts-80x24", "tune-end-120x40", "request-120x40"}

// dialogs opens whatever a key opens here, one after another.
func (d *desk) dialogs(seen map[string]bool, look func(name string)) {
	m := d.m.(*Model)
	for i := range commands {
		c := &commands[i]
		if c.text != nil || seen[c.id] || slices.Contains([]string{"quit", "suspend", "new", "escape"}, c.id) || !m.active(c.scope) || c.off != nil && c.off(m) != "" {
			continue
		}
		under := m.Top()
		d.run(m.do(c))
		d.drawn = ""
		d.takesIn()
		if m.Top() != under && m.Top() != nil {
			seen[c.id] = true
			look(c.id)
			if under == nil {
				d.dialogs(seen, look)
			}
		}
		for range 8 {
			if m.Top() == under || m.Top() == nil {
				break
			}
			d.waits(time.Second) // one that has opened by itself takes no key at once
			d.press("esc")
		}
		if m.Top() != under {
			return // what was under it has gone
		}
	}
}

// takesIn takes in what comes within a moment; while something sounds, more comes
// without end.
func (d *desk) takesIn() {
	for range 8 {
		select {
		case msg := <-d.msgs:
			d.update(msg)
		case <-time.After(20 * time.Millisecond):
			return
		}
	}
}

// Each layout once: one room, two columns, three, and a large screen.
var sizes = [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}}

// givesWay are texts that may be cut on 120 columns where they are so long: the
// names after g, which their letters lead to, a hint beside the words that are typed
// into a list, and in tuning what stands in full elsewhere on the screen.
var givesWay = regexp.MustCompile(`^‹(\pL{1,6}( \pL)?…|püt wõrdš|võtéš fõr|štíll|déép|štrõñg|füll|[12] šéttíñg|àbõüt)`)

var cutWords = regexp.MustCompile(`‹[^‹›│┃]*…~*›?`)

// cuts are what one desk after another found cut.
type cuts struct {
	opened map[string]map[string]bool // by tongue and command
	where  map[string]string          // by what is left of a text
	order  []string
}

// fitIn draws a pose, and at the first of its kind all that opens from there, in
// every language at every size.
func (c *cuts) fitIn(t *testing.T, d *desk, name string) {
	d.hurries()
	defer wording.Rehearse(nil)
	for _, tongue := range tongues {
		tongue.speak()
		look := func(dialog string) {
			for _, size := range sizes {
				d.resize(size[0], size[1])
				d.fits(t)
				if size[0] >= 120 { // below, titles and hints give way to values and keys
					c.note(d.screen(), fmt.Sprintf("%s %s %d", name, dialog, size[0]))
				}
			}
			d.resize(120, 40)
		}
		look("")
		if c.opened[tongue.name] == nil {
			c.opened[tongue.name] = map[string]bool{}
		}
		d.dialogs(c.opened[tongue.name], look)
	}
}

// note finds what begins and does not end.
func (c *cuts) note(screen, where string) {
	for line := range strings.SplitSeq(screen, "\n") {
		for _, part := range cutWords.FindAllString(line, -1) {
			if strings.HasSuffix(part, "›") || givesWay.MatchString(part) {
				continue // it ends with … by itself
			}
			if c.where[part] == "" {
				c.order = append(c.order, part)
			}
			c.where[part] += where + "; "
		}
	}
}

// The words change under a studio that runs, which nothing but a test does: with the
// race detector, what works in the background would be reported.
func TestEverythingFitsInEveryLanguage(t *testing.T) {
	c := cuts{map[string]map[string]bool{}, map[string]string{}, nil}
	for _, f := range frames {
		if !slices.Contains(looked, f.name) {
			continue
		}
		t.Run(f.name, func(t *testing.T) {
			d := sitForPicture(t, f.chinese)
			d.resize(f.w, f.h)
			f.pose(d)
			c.fitIn(t, d, f.name)
		})
	}
	for _, part := range c.order {
		t.Errorf("%s is cut: %s", part, c.where[part])
	}
}
