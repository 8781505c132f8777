package studio

import (
	"slices"
	"strings"
	"testing"

	"voicestudio/ui/config"
	"voicestudio/ui/studio/rooms"
)

// lined are settings in which keys stand in the order of their names, from line 2.
func lined(keys map[string][]string) config.Settings {
	s := config.Settings{Keys: keys, File: "/x/config.json", Lines: map[string]int{}}
	var ids []string
	for id := range keys {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for i, id := range ids {
		s.Lines["keys."+id] = i + 2
	}
	return s
}

// What is wrong with one entry leaves it at its usual keys, and all else holds.
func TestKeysThatCannotBeAreNamedWithTheirLine(t *testing.T) {
	for _, c := range []struct {
		keys map[string][]string
		want []string // in the order of lines
	}{
		{map[string][]string{"speek": {"f5"}}, []string{`2 keys.speek: there is no command "speek"; did you mean speak?`}},
		{map[string][]string{"speak": {"s"}}, []string{`2 keys.speak: "s" is text where "Speak the script" works (anywhere); take a key`}},
		{map[string][]string{"favour": {"space"}}, []string{`2 keys.favour: "space" is text where`}},
		{map[string][]string{"next-finding": {"é"}}, []string{`"é" is text where`}},
		{map[string][]string{"speak": {"hyper+x"}, "undo": {"ctrl+y"}}, []string{`3 `}},
		{map[string][]string{"speak": {"ctlr+r"}}, []string{`there is no key "ctlr+r"`}},
		{map[string][]string{"speak": {"ctrl+entre"}}, []string{`there is no key "ctrl+entre"; did you mean enter?`}},
		{map[string][]string{"speak": {"ctrl+i"}}, []string{`terminals send ctrl+i as tab`}},
		{map[string][]string{"quit": {}, "palette": {}, "escape": {}, "accept": {}}, []string{"2 keys.accept: without a key", "3 keys.escape: without a key", "4 keys.palette: without a key", `5 keys.quit: without a key for "Quit" one could not leave`}},
		{map[string][]string{"speak": {"ctrl+s"}}, []string{`2 keys.speak: ctrl+s is for "Save as a preset", too, anywhere; give "Speak the script" another key, or "Save as a preset" (save)`}},
		{map[string][]string{"save": {"f9"}, "speak": {"ctrl+s"}}, []string{`2 keys.save: f9 is for "Speak it again`, `3 keys.speak: ctrl+s is for`}},
		{map[string][]string{"save": {"ctrl+y"}, "speak": {"ctrl+y"}}, []string{`3 keys.speak: ctrl+y is for "Save as a preset", too, anywhere, by line 2;`}},
		{map[string][]string{"save": {"ctrl+y"}, "save-candidate": {"ctrl+y"}, "save-tuned": {"ctrl+y"}, "speak": {"ctrl+s"}}, nil},
		{map[string][]string{"pause": {"*"}, "star-take": {"*"}}, []string{"3 keys.star-take: * is for"}},
		{map[string][]string{"star-rung": {"*"}, "star-take": {"*"}}, nil}, // never in one room
		{map[string][]string{"speak": {"ctrl+a"}}, []string{`ctrl+a is for "`}},
		{map[string][]string{"rung": {"a"}}, []string{"the keys of rung stay, since each of them means something else"}},
		{map[string][]string{"text-0": {"f8"}}, []string{"the keys of text-0 stay"}},
		{map[string][]string{"go-takes": {"m"}, "go-lines": {"t"}}, nil},
		{map[string][]string{"go-lines": {"t"}}, []string{`t is for "Go to Takes"`}},
	} {
		var said []string
		for _, f := range CheckKeys(lined(c.keys)) {
			said = append(said, strings.TrimPrefix(f.String(), "/x/config.json:"))
		}
		if len(said) != len(c.want) && c.want != nil && c.want[0] != "3 " || c.want == nil && len(said) > 0 {
			t.Errorf("%v: %q", c.keys, said)
		}
		all := strings.ReplaceAll(strings.Join(said, "\n"), ": error: ", " ")
		for _, want := range c.want {
			if want == "3 " {
				continue
			}
			if !strings.Contains(all, want) {
				t.Errorf("%v: no %q in\n%s", c.keys, want, all)
			}
		}
	}
}

func TestAKeyMayBeWrittenInManyWays(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"ctrl+r": "ctrl+r", "Ctrl-R": "ctrl+r", "C-r": "ctrl+r", "^R": "ctrl+r", "control + r": "ctrl+r", "<C-r>": "ctrl+r", "alt+ x": "alt+x", "M-x": "alt+x", "Option+x": "alt+x",
		"space": "space", " ": "space", "F5": "f5", "f12": "f12", "shift+tab": "shift+tab", "S-Tab": "shift+tab", "ctrl+enter": "ctrl+enter", "Ctrl+Return": "ctrl+enter",
		"shift+alt+Left": "alt+shift+left", "Page Up": "pgup", "PgDn": "pgdown", "Del": "delete", "Esc": "esc", "←": "left", "*": "*", "-": "-", "ctrl+-": "ctrl+-", "ctrl++": "ctrl++", "+": "+", "plus": "+",
		"U": "U shift+u", "shift+u": "U shift+u", "alt+Z": "alt+shift+z alt+Z", "alt+shift+z": "alt+shift+z alt+Z", "ctrl+shift+c": "ctrl+shift+c", "c": "c", "a": "a", "s": "s", "m": "m", "ctrl": "",
		"ж": "ж", "Ж": "Ж shift+ж", "alt+ж": "alt+ж", "e\u0301": "é", "": "", "f25": "", "shift+1": "", "ctrl+i": "", "ab": "", "\x1b": "", "ctrl alt x": "ctrl+alt+x",
	} {
		keys, fault := keysOf(written)
		if got := strings.Join(keys, " "); got != want || (fault == nil) != (want != "") {
			t.Errorf("%q is %q, not %q: %v", written, got, want, fault)
		}
	}
}

// The usual keys are nobody's fault, given as they are or not at all.
func TestTheUsualKeysCanBeWrittenDown(t *testing.T) {
	keys := map[string][]string{}
	for _, c := range Commands() {
		keys[c.ID] = c.Keys
	}
	for _, c := range commands {
		for _, key := range c.keys {
			if got, fault := keysOf(key); fault == nil && !slices.Contains(got, key) {
				t.Errorf("%s is read as %q", key, got)
			}
		}
	}
	for _, f := range CheckKeys(lined(keys)) {
		t.Error(f)
	}
	for i, a := range commands {
		for _, b := range commands[i+1:] {
			for _, key := range a.usual {
				if slices.Contains(b.usual, key) && collide(&a, &b) {
					t.Errorf("%s: both %s and %s", key, a.id, b.id)
				}
			}
		}
	}
}

// sideBySide holds the table of what works together against what does.
func (d *desk) sideBySide(t testing.TB) {
	t.Helper()
	m := d.m.(*Model)
	var now []rooms.Scope
	for s := range rooms.ScopeCount {
		if s != rooms.InJump && m.active(s) {
			now = append(now, s)
		}
	}
	for _, a := range now {
		for _, b := range now {
			if !together(a, b) {
				t.Fatalf("keys work both %s and %s", titles.scopes[a], titles.scopes[b])
			}
		}
		if m.Top() != nil && !m.Layout.TooSmall && m.takesText() && !typesIn(a) {
			t.Fatalf("letters are text %s", titles.scopes[a])
		}
	}
}
