//go:build !race

package studio

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"voicestudio/tts/wording"
	"voicestudio/ui/config"
)

// freshKeys gives every command a key that none has, as far as its keys may be
// others.
func freshKeys() map[string][]string {
	keys, next := map[string][]string{}, 'ɐ'
	for i := range commands {
		c := &commands[i]
		if meant(c) {
			continue
		}
		for !unicode.IsLower(next) || !unicode.IsPrint(next) {
			next++
		}
		keys[c.id] = []string{"alt+" + string(next)}
		next++
	}
	return keys
}

// has gives commands keys for a test, which has the table to itself.
func has(t *testing.T, keys map[string][]string) {
	t.Helper()
	t.Cleanup(func() { useKeys(config.Settings{}) })
	for _, f := range useKeys(lined(keys)) {
		t.Error(f)
	}
}

// namedIn are the keys in a text that have their command beside them.
func namedIn(text string) (found [][]string) {
	for _, m := range keyOfCommand.FindAllStringSubmatch(text, -1) {
		if markedBy(m[1], m[2]) != nil {
			found = append(found, m)
		}
	}
	return found
}

// old are keys in a text that nobody has any more.
func old(said told, l wording.Language) []string {
	found := bare(said, l)
	for _, key := range keyInWords.FindAllString(said.text, -1) {
		if c := namedByKey(said.from, key); c == nil || !slices.Contains(c.keys, key) {
			found = append(found, key)
		}
	}
	return found
}

// With all keys others, no text says any of those that were.
func TestTextsNameNoKeyThatIsGone(t *testing.T) {
	has(t, freshKeys())
	for _, l := range wording.Languages {
		for _, said := range texts(t, l) {
			said.text = keysIn(said.from, l)(said.text)
			if gone := old(said, l); len(gone) > 0 || len(namedIn(said.text)) > 0 {
				t.Errorf("%s: %q names %q", said.at, said.text, gone)
			}
		}
	}
}

// One key after another is another one, and each text that names it says so.
func TestEachKeyInATextFollowsItsCommand(t *testing.T) {
	t.Cleanup(func() { useKeys(config.Settings{}) })
	all := map[wording.Language][]told{}
	for _, l := range wording.Languages {
		all[l] = texts(t, l)
	}
	for id, keys := range freshKeys() {
		useKeys(lined(map[string][]string{id: keys}))
		for l, texts := range all {
			for _, said := range texts {
				n := len(slices.DeleteFunc(namedIn(said.text), func(m []string) bool { return m[2] != id }))
				if now := keysIn(said.from, l)(said.text); n > 0 && strings.Count(now, keys[0]) < n {
					t.Errorf("%s: %s is on %s, and it says %q", said.at, id, keys[0], now)
				}
			}
		}
	}
}

// Without any key, texts tell the way through the list of commands, in which what
// they call it is found.
func TestTextsTellTheWayWhereThereIsNoKey(t *testing.T) {
	keys := freshKeys()
	for id := range keys {
		if _, is := needed[id]; !is {
			keys[id] = nil
		} else {
			delete(keys, id)
		}
	}
	has(t, keys)
	way := regexp.MustCompile(`ctrl\+p “([^”]+)”`)
	for _, l := range wording.Languages {
		ways := 0
		for _, said := range texts(t, l) {
			was := said.text
			said.text = keysIn(said.from, l)(was)
			for _, m := range way.FindAllStringSubmatch(said.text, -1) {
				ways++
				if !slices.ContainsFunc(commands, func(c command) bool {
					return strings.HasPrefix(map[wording.Language]names{wording.English: englishNames, wording.Chinese: chineseNames}[l].commands[c.id].title, m[1])
				}) {
					t.Errorf("%s: there is no %q", said.at, m[1])
				}
			}
			said.text = regexp.MustCompile(`enter\{(accept|value)\}`).ReplaceAllString(was, "")
			said.text = way.ReplaceAllString(keysIn(said.from, l)(said.text), "")
			if gone := old(said, l); len(gone) > 0 {
				t.Errorf("%s: %q names %q", said.at, said.text, gone)
			}
		}
		if ways < 150 {
			t.Errorf("%s: only %d ways", l, ways)
		}
	}
}

// keyOnScreen is what reads like one of the usual keys, where hints stand.
var keyOnScreen = regexp.MustCompile(`\b(?:(?:ctrl|alt|shift)\+)+[a-z0-9]+|\bf\d{1,2}\b|(?:^|[ (·│┃])(?:enter|tab|backspace|space|delete|home|arrows)(?:[ :,;]|$)|(?:^|[;:,.(·│┃─━] ?|  )(?:[b-z]|g [a-z]|[←→↑↓])(?: +[a-z]{2,}| \d+ |$)`)

// noKeysOnScreen are signs of something else, and words of English.
var noKeysOnScreen = regexp.MustCompile(`your home|e fish market|(?: delete)+ |← slower|→ faster| delete$`)

// With all keys others, nothing that is drawn says any of those that were: no room,
// no dialog, no help bar, no list of commands and none of keys.
func TestNothingOnTheScreenNamesAKeyThatIsGone(t *testing.T) {
	opened, inVain, posed := map[string]bool{}, map[string]int{}, map[string]bool{}
	for _, f := range frames {
		pose := sizeOfFrame.ReplaceAllString(f.name, "")
		if posed[pose] || f.chinese {
			continue
		}
		posed[pose] = true
		t.Run(f.name, func(t *testing.T) {
			d := sitForPicture(t, false)
			d.resize(f.w, f.h)
			f.pose(d)
			d.hurries()
			for d.m.(*Model).Top() != nil { // made of texts that hold no more
				d.waits(time.Second)
				d.press("esc")
			}
			has(t, freshKeys())
			look := func(opened string) {
				for _, size := range sizes[1:3] {
					d.resize(size[0], size[1])
					d.names(t, opened)
				}
			}
			look("")
			d.dialogs(opened, inVain, look)
		})
	}
	if len(opened) < 35 {
		t.Errorf("only %d dialogs were opened", len(opened))
	}
}

// names reports keys that the screen names and nobody has.
func (d *desk) names(t *testing.T, opened string) {
	t.Helper()
	m := d.m.(*Model)
	for _, b := range m.buttons() {
		if key := strings.TrimSuffix(b.key, "…"); !strings.HasPrefix(b.c.key(), unsigned(key)) {
			t.Errorf("the help bar has %s for %s", b.key, b.c.id)
		}
	}
	for i, line := range strings.Split(d.screen(), "\n") {
		if i == d.h-2 {
			continue // what was said last may be from before
		}
		if from, to := strings.Index(line, "┃"), strings.LastIndex(line, "┃"); m.Top() != nil {
			line = line[max(0, from):max(0, to)] // what lies under a dialog is cut anywhere
		}
		line = noKeysOnScreen.ReplaceAllString(line, "")
		if found := keyOnScreen.FindAllString(line, -1); len(found) > 0 {
			t.Errorf("%s, %d: %q in %q", opened, d.w, found, line)
		}
	}
}
