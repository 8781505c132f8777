package studio

import (
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/studio/rooms"
)

// needed are commands without which one could not leave something. Those that
// are true keep their usual keys beside others: esc closes and enter answers,
// whatever else does.
var needed = map[string]bool{"quit": false, "palette": false, "escape": true, "accept": true, "value": true, "value-drop": true}

// meant reports commands whose keys say which one is meant, or which way.
func meant(c *command) bool {
	return slices.Contains(c.usual, "1") || c.id == "value-leave" || c.scope == rooms.InText
}

// Commands are what the person can give keys to, with the usual ones, in the
// order of the table.
func Commands() (all []config.Command) {
	for i := range commands {
		if c := &commands[i]; !meant(c) {
			all = append(all, config.Command{ID: c.id, Title: c.title(), Where: titles.scopes[c.scope], Keys: slices.Clone(c.usual)})
		}
	}
	return all
}

// KeysNow are the keys that hold, by the ids of the commands that Commands has.
func KeysNow(s config.Settings) map[string][]string {
	keys, _ := ownKeys(s)
	now := map[string][]string{}
	for i := range commands {
		if c := &commands[i]; !meant(c) {
			now[c.id] = keys[i].keys(c)
		}
	}
	return now
}

// CheckKeys says what is wrong with the keys of the config file. What it names
// stays at its usual keys.
func CheckKeys(s config.Settings) []presets.Finding {
	_, findings := ownKeys(s)
	return findings
}

// given are the keys that the person has given to a command.
type given struct {
	is   bool
	all  []string
	line int
}

// keys are those that hold for a command.
func (g *given) keys(c *command) []string {
	switch {
	case !g.is:
		return c.usual
	case needed[c.id]:
		return append(slices.Clone(g.all), slices.DeleteFunc(slices.Clone(c.usual), func(k string) bool { return slices.Contains(g.all, k) })...)
	}
	return g.all
}

// ownKeys are the person's keys by the place of the command in the table, as far
// as they can be, and what cannot.
func ownKeys(s config.Settings) (own []given, findings []presets.Finding) {
	own = make([]given, len(commands))
	blame := func(id string, said tts.Said) {
		path := "keys." + id
		findings = append(findings, presets.Finding{File: s.File, Line: s.Lines[path], Field: path, Level: presets.LintError, Message: said.What, Cure: said.Cure})
	}
	for id, written := range s.Keys {
		i := slices.IndexFunc(commands, func(c command) bool { return c.id == id })
		switch {
		case i < 0:
			blame(id, titles.own.noCommand(quoted(id), tts.Nearest(strings.ToLower(id), ids())))
			continue
		case meant(&commands[i]):
			blame(id, titles.own.meant(id))
			continue
		}
		keys, fault := keysFor(&commands[i], written)
		if fault != nil {
			blame(id, *fault)
			continue
		}
		own[i] = given{true, keys, s.Lines["keys."+id]}
	}
	for {
		x, y, key := collision(own)
		if x < 0 {
			break
		}
		a, b := &commands[x], &commands[y]
		blame(a.id, titles.own.collision(key, quoted(a.title()), quoted(b.title()), titles.scopes[b.scope], b.id, own[y].line))
		own[x] = given{}
	}
	config.SortFindings(findings)
	return own, findings
}

func ids() (all []string) {
	for i := range commands {
		if !meant(&commands[i]) {
			all = append(all, commands[i].id)
		}
	}
	return all
}

// keysFor are the keys that a command would get.
func keysFor(c *command, written []string) (keys []string, fault *tts.Said) {
	if _, is := needed[c.id]; is && len(written) == 0 {
		said := titles.own.needed(quoted(c.title()))
		return nil, &said
	}
	for _, one := range written {
		found, fault := keysOf(one)
		if asever := intersect(append(found, one), c.usual); len(asever) > 0 {
			keys = append(keys, asever...)
			continue
		}
		if fault != nil {
			return nil, fault
		}
		if types(found[0]) && typesIn(c.scope) {
			said := titles.own.typed(quoted(found[0]), quoted(c.title()), titles.scopes[c.scope])
			return nil, &said
		}
		for _, key := range found {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys, nil
}

// intersect are those of keys that are among others.
func intersect(keys, others []string) []string {
	return slices.Compact(slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return !slices.Contains(others, k) }))
}

// collision finds a command x with a key of the person's that a command y has,
// too, where both may be meant. Of two of the person's own x is that of the later line. x is -1
// where there is none.
func collision(own []given) (x, y int, key string) {
	at := map[string][]int{}
	for i := range commands {
		for _, key := range own[i].keys(&commands[i]) {
			at[key] = append(at[key], i)
		}
	}
	x = -1
	for i := range commands {
		if !own[i].is {
			continue
		}
		for _, k := range own[i].keys(&commands[i]) {
			for _, other := range at[k] {
				if other == i || !collide(&commands[i], &commands[other]) {
					continue
				}
				if own[other].is && (own[other].line > own[i].line || own[other].line == own[i].line && other > i) {
					continue // it will be found there
				}
				if x < 0 || own[i].line > own[x].line {
					x, y, key = i, other, k
				}
			}
		}
	}
	return x, y, key
}

// collide reports whether two commands that have a key would be in each other's
// way. Those that come with one key do the same, each where it works, and may
// share another as well.
func collide(a, b *command) bool {
	shared := a.scope != b.scope && len(intersect(a.usual, b.usual)) > 0
	return together(a.scope, b.scope) && !shared
}

// useKeys gives the commands the person's keys.
func useKeys(s config.Settings) (findings []presets.Finding) {
	own, findings := ownKeys(s)
	for i := range commands {
		commands[i].keys = own[i].keys(&commands[i])
	}
	ownKeysInWords()
	return findings
}

// keptUsual are findings of CheckKeys as the studio says them.
func keptUsual(findings []presets.Finding) (said []string) {
	for _, f := range findings {
		said = append(said, titles.own.keptUsual(filepath.Base(f.File), f.Line, f.Field, f.Message+"; "+f.Cure))
	}
	return said
}

// warn says what is wrong in the config file, the first of it last.
func (m *Model) warn(said []string) tea.Cmd {
	var all []tea.Cmd
	for i := len(said) - 1; i >= 0; i-- {
		all = append(all, m.Say(rooms.Warning, said[i]))
	}
	return tea.Batch(all...)
}
