package audition

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"voicestudio/presets/keep"
	"voicestudio/tts"
)

// Version is that of the files which are written.
const Version = 1

const (
	maxName  = 120 // of a name and a label, in code points
	maxStars = 3
)

// Parse reads an audition's file. Every error is a *Broken without a File, one of a
// newer version among them.
func Parse(data []byte) (a Audition, err error) {
	if err := keep.Parse(data, Version, &a); err != nil {
		return Audition{}, err
	}
	a.Name, a.Text = strings.TrimSpace(tts.Plain(a.Name)), tts.Plain(a.Text)
	if why := nameProblem(a.Name); why != "" {
		return Audition{}, keep.Wrong(why)
	}
	a.tidy(a.Candidates) // a file may have been written by hand
	return a, nil
}

// nameProblem says why a name is none; empty: it is one.
func nameProblem(name string) string {
	switch {
	case name == "":
		return say.file.noName
	case strings.ContainsFunc(name, tts.Steers) || !utf8.ValidString(name):
		return say.file.steers
	case utf8.RuneCountInString(name) > maxName:
		return say.file.longName(maxName)
	}
	return ""
}

// tidy makes an audition one that can be kept: every candidate has an id that no
// other has or had, those of the candidates before stay.
func (a *Audition) tidy(before []Candidate) {
	a.Version, a.Text = Version, tts.Plain(a.Text)
	had, taken := map[string]bool{}, map[string]bool{}
	for _, c := range before {
		had[c.ID] = true
	}
	for _, c := range slices.Concat(before, a.Candidates) {
		a.Given = max(a.Given, numberOf(c.ID))
	}
	a.Candidates = listed(slices.Clone(a.Candidates))
	for i := range a.Candidates {
		c := &a.Candidates[i]
		if c.ID == "" || taken[c.ID] || !had[c.ID] && numberOf(c.ID) == 0 {
			a.Given++
			c.ID = "c" + strconv.Itoa(a.Given)
		}
		taken[c.ID] = true
		c.Label = labelOf(c.Label)
		c.Note = tts.Plain(c.Note)
		c.Stars = min(max(c.Stars, 0), maxStars)
		c.Request.Text = ""
	}
	for _, ids := range []*[]string{&a.Bench.Order, &a.Bench.Judged} {
		there := slices.DeleteFunc(slices.Clone(*ids), func(id string) bool { return !taken[id] })
		if *ids = nil; len(there) > 0 {
			*ids = there
		}
	}
}

// listed is a list that is [] in JSON and not null.
func listed(c []Candidate) []Candidate {
	if c == nil {
		return []Candidate{}
	}
	return c
}

// numberOf is 12 for "c12", and 0 for what is no such id.
func numberOf(id string) int {
	digits, is := strings.CutPrefix(id, "c")
	n, err := strconv.Atoi(digits)
	if !is || err != nil || n < 1 || n > 1e6 || strconv.Itoa(n) != digits {
		return 0
	}
	return n
}

// labelOf is a label as it can be drawn.
func labelOf(label string) string {
	label = strings.TrimSpace(tts.Clean(tts.Plain(label)))
	if runes := []rune(label); len(runes) > maxName {
		label = string(runes[:maxName-1]) + "…"
	}
	return label
}

// quoted is a name from outside in a sentence.
func quoted(name string) string { return fmt.Sprintf("%q", keep.Shortened(name)) }
