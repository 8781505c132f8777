//go:build !race

package studio

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/width"

	"voicestudio/tts/wording"
	"voicestudio/ui/charset"
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

// tongues are the languages in which everything must fit.
var tongues = []struct {
	name    string
	speak   func()
	letters charset.Charset // the last of those it is drawn with
}{
	{"en", func() { wording.Speak(wording.English) }, charset.Bare},
	{"zh", func() { wording.Speak(wording.Chinese) }, charset.Bare},
	{"stretched", func() { wording.Rehearse(stretched) }, charset.Unicode},
}

// dialogs opens whatever a key opens here, one after another.
func (d *desk) dialogs(seen map[string]bool, inVain map[string]int, look func(name string)) {
	m := d.m.(*Model)
	for i := range commands {
		c := &commands[i]
		if c.text != nil || seen[c.id] || inVain[c.id] >= 6 || slices.Contains([]string{"quit", "suspend", "new", "escape"}, c.id) || !m.active(c.scope) || c.off != nil && c.off(m) != "" {
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
				d.dialogs(seen, inVain, look)
			}
		} else {
			inVain[c.id]++
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
		case <-time.After(8 * time.Millisecond):
			return
		}
	}
}

// Each layout once: one room, two columns, three, and a large screen.
var sizes = [][2]int{{60, 18}, {80, 24}, {120, 40}, {200, 60}}

// givesWay are texts that may be cut on 120 columns where they are so long: the
// names after g, which their letters lead to, a hint beside the words that are typed
// into a list, what stands in full elsewhere on the screen; and what a person has
// written and chosen (names, notes, settings one after the other).
var givesWay = regexp.MustCompile(`^‹(\pL{1,6}( \pL)?…|püt wõrdš|võtéš fõr|štíll|déép|štrõñg|füll|[123] šéttíñg|àbõüt|Fíñàl, |wõrdš çhàñgéd…|5 Màr|qüàý àš|thé šàmé àgàíñ|šéttíñgš õf ñõ|` +
	`“tõõ|Gràçéfül|Wíšé|Géñtlé|éxpréšš|重庆|4 · tàké|thé šéttíñgš àré thõšé|thé pàüšé màr|rémõvé 5|í àñd õ íñ|thé šõürçé dõéš|\+ zõõmš)`)

// dialogFrames are of dialogs that keys open from the rooms.
var dialogFrames = []string{"voices", "save", "export", "host", "commands", "help", "note", "timing", "page", "votes", "whole"}

var sizeOfFrame = regexp.MustCompile(`-\d+x\d+.*`)

var cutWords = regexp.MustCompile(`‹[^‹›│┃]*…~*›?`)

// cuts are what one desk after another found cut.
type cuts struct {
	opened map[string]map[string]bool // by tongue and command
	inVain map[string]map[string]int  // how often a command opened nothing
	where  map[string]string          // by what is left of a text
	order  []string
}

// fitIn draws a pose, and at the first of its kind all that opens from there, in
// every language, at every size, with the letters of every terminal; the colours take
// turns.
func (c *cuts) fitIn(t *testing.T, f frame) {
	defer wording.Rehearse(nil)
	palette := paint.Auto
	for _, tongue := range tongues {
		wording.Speak(wording.English)
		d := sitForPicture(t, f.chinese)
		d.resize(f.w, f.h)
		f.pose(d)
		d.hurries()
		tongue.speak()
		look := func(dialog string) {
			for _, size := range sizes {
				for letters := charset.Unicode; letters <= tongue.letters; letters++ {
					if usual := size[0] == 80 || size[0] == 120; !usual && letters != charset.Unicode && letters != charset.Bare {
						continue
					}
					d.m.(*Model).dress(func(l *paint.Look) {
						l.Palette, l.Charset, l.Light = palette, letters, size[0] == 120
					})
					palette = (palette + 1) % (paint.Terminal + 1)
					d.resize(size[0], size[1])
					screen := d.screen()
					d.arrives(t, letters)
					if letters != charset.Unicode {
						continue
					}
					d.fits(t)
					if size[0] >= 120 { // below, titles and hints give way to values and keys
						c.note(screen, fmt.Sprintf("%s %s %d", f.name, dialog, size[0]))
					}
				}
			}
			d.m.(*Model).dress(func(l *paint.Look) { *l = paint.Look{Known: true} })
			d.resize(120, 40)
		}
		look("")
		if c.opened[tongue.name] == nil {
			c.opened[tongue.name], c.inVain[tongue.name] = map[string]bool{}, map[string]int{}
		}
		d.dialogs(c.opened[tongue.name], c.inVain[tongue.name], look)
		if f.name != frames[0].name {
			continue
		}
		for i := range commands { // a pose may be in the room of many
			if room := &commands[i]; strings.HasPrefix(room.id, "go-") {
				d.press("esc")
				d.run(d.m.(*Model).do(room))
				d.takesIn()
				look(room.id)
				d.dialogs(c.opened[tongue.name], c.inVain[tongue.name], look)
			}
		}
	}
}

// arrives reports what a terminal with these letters could not show, or shows in other
// cells than were counted.
func (d *desk) arrives(t *testing.T, letters charset.Charset) {
	t.Helper()
	lines, sent := strings.Split(d.screen(), "\n"), letters.Map(d.screen())
	if len(lines) != d.h {
		t.Fatalf("%v: %d lines on %d", letters, len(lines), d.h)
	}
	for i, line := range lines {
		is, _, _ := strings.Cut(sent, "\n")
		sent = strings.TrimPrefix(sent[len(is):], "\n")
		if n := paint.Width(is); n != paint.Width(line) || n > d.w {
			t.Fatalf("%v: line %d is %q and was %q", letters, i, is, line)
		}
		if at := strings.IndexFunc(is, func(r rune) bool {
			return letters == charset.Bare && r > '~' || letters == charset.Narrow && width.LookupRune(r).Kind() == width.EastAsianAmbiguous
		}); at >= 0 {
			t.Fatalf("%v: %q is sent in line %d: %s", letters, is[at:at+2], i, is)
		}
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

// Every room and every dialog fits: none is left out, whatever it is reached from.
func TestEverythingFitsInEveryLanguage(t *testing.T) {
	c := cuts{map[string]map[string]bool{}, map[string]map[string]int{}, map[string]string{}, nil}
	posed := map[string]bool{}
	for _, f := range frames {
		pose := sizeOfFrame.ReplaceAllString(f.name, "")
		if posed[pose] || slices.Contains(dialogFrames, pose) {
			continue
		}
		posed[pose] = true
		t.Run(f.name, func(t *testing.T) {
			c.fitIn(t, f)
		})
	}
	for _, tongue := range tongues {
		var missed []string
		for id := range c.opened["en"] {
			if !c.opened[tongue.name][id] {
				missed = append(missed, id)
			}
		}
		if len(missed) > 3 { // on a busy machine one comes too late for the keys here
			t.Errorf("in %s %v were not opened", tongue.name, missed)
		}
	}
	if n := len(c.opened["en"]); n < 37 {
		t.Errorf("only %d dialogs were opened", n)
	}
	for _, part := range c.order {
		t.Errorf("%s is cut: %s", part, c.where[part])
	}
}
