package studio

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// fields are the places where a person types.
var fields = map[byte]func(d *desk){
	'e': func(d *desk) {},
	'v': func(d *desk) { d.press("tab", "enter") },
	'c': func(d *desk) { d.press("ctrl+p") },
	'p': func(d *desk) { d.press("ctrl+o") },
	's': func(d *desk) { d.press("ctrl+s") },
	'n': func(d *desk) { d.press("ctrl+o", "ctrl+e") },
	't': func(d *desk) { d.press("ctrl+o", "ctrl+t") },
	'k': func(d *desk) {
		if strings.Contains(d.screen(), "─ Takes ─") {
			d.goes("Takes")
			d.press("n")
		}
	},
	'x': func(d *desk) { d.press("tab", "down", "5") },
}

// keyNames are the keys that a field knows, those of lists, and some that are
// commands.
func keyNames() (names []string) {
	for _, e := range edits {
		names = append(names, e.on.Keys()...)
	}
	for _, m := range rowMoves {
		names = append(names, m.on.Keys()...)
	}
	for _, c := range commands {
		if c.id != "quit" && c.id != "suspend" && c.id != "speak" && c.id != "speak-again" && c.id != "audition" && c.id != "hear-preset" {
			names = append(names, c.keys...)
		}
	}
	return append(names, "enter", "esc", "alt+enter", "shift+enter", "ctrl+j", "ctrl+v", "ctrl+shift+c")
}

// script turns bytes into what a person does: a key, a letter, a paste,
// another size of the window, another field.
func (d *desk) perform(t testing.TB, script []byte) {
	names := keyNames()
	for i := 0; i+1 < len(script); i += 2 {
		n := int(script[i+1])
		switch script[i] % 8 {
		case 0, 1, 2, 3:
			d.update(keyOfName(names[(n+256*int(script[i]%8/2))%len(names)]))
		case 4, 5:
			word := foreign[n%len(foreign)]
			d.update(tea.KeyPressMsg{Code: []rune(word + "x")[0], Text: word})
		case 6:
			d.update(tea.PasteMsg{Content: foreign[n%len(foreign)] + "\r\nmore\t" + foreign[n*7%len(foreign)]})
		default:
			if n < 128 {
				d.w, d.h = 55+n, 15+n/3
				d.update(tea.WindowSizeMsg{Width: d.w, Height: d.h})
			} else if open := fields["evcpsntkx"[n%9]]; !d.boxed() && !d.tooSmall() {
				open(d)
			}
		}
		d.holds(t)
	}
}

// holds checks what must hold after every key, also of the fields, whose carets
// and selections nothing shows.
func (d *desk) holds(t testing.TB) {
	t.Helper()
	nothingForeign(t, d.fits(t))
	v, m := d.m.View(), d.m.(*Model)
	if v.Cursor != nil && !d.tooSmall() && (v.Cursor.X < 0 || v.Cursor.X >= d.w || v.Cursor.Y < 0 || v.Cursor.Y >= d.h) {
		t.Fatalf("the caret stands at %v on a screen of %d×%d", v.Cursor.Position, d.w, d.h)
	}
	if m.doc.text != m.editor.words {
		t.Fatalf("the document says %q, the editor %q", m.doc.text, m.editor.words)
	}
	intact(t, &m.editor.text)
	switch top := m.top().(type) {
	case *picker:
		intact(t, &top.filter.text)
	case *browser:
		intact(t, &top.filter.text)
	case *prompt:
		intact(t, &top.input.text)
	case *saver:
		intact(t, &top.input.text)
	case *notes:
		intact(t, &top.editor.text)
	}
}

// intact reports a caret or a selection that is not between letters.
func intact(t testing.TB, x *text) {
	t.Helper()
	for _, at := range []int{x.caret, x.anchor} {
		if at < 0 || at > len(x.words) {
			t.Fatalf("%q has %d", x.words, at)
		}
		found := false
		for _, edge := range x.edges(at) {
			found = found || edge == at
		}
		if !found {
			t.Fatalf("%d is within a letter of %q", at, x.words)
		}
	}
	if x.single && strings.Contains(x.words, "\n") {
		t.Fatalf("%q is of one line", x.words)
	}
}

// typist is a studio with a preset and a take.
func typist(t testing.TB) *desk {
	d := sit(t)
	store(t, d.own, "Calm", calmBlend, func(p *presets.Preset) { p.Notes, p.Tags = "One.\nTwo, and three.", []string{"narration", "en"} })
	d.finds(takes.Take{Request: tts.Request{Text: "x"}, Note: "a 1\ufe0f note"})
	d.browse()
	d.press("esc")
	return d
}

// finds lets another program make takes.
func (d *desk) finds(all ...takes.Take) {
	d.t.Helper()
	folder := takes.Folder{Dir: filepath.Join(d.home, "takes")}
	for i, take := range all {
		note := take.Note
		take.Note, take.Time = "", time.Now().Add(time.Duration(i-len(all))*time.Minute)
		r, err := folder.Begin(fmt.Sprintf("%064x", i+1), "mp3", take)
		if err != nil {
			d.t.Fatal(err)
		}
		audio := hum(tts.Request{}, 0)
		r.Write(audio)
		done, err := r.Finish(tts.Progress{Bytes: int64(len(audio)), Complete: true})
		if err == nil && note != "" {
			_, err = folder.Note(done.ID, note)
		}
		if err != nil {
			d.t.Fatal(err)
		}
	}
	d.send(tea.FocusMsg{})
	d.awaits(fmt.Sprintf("─ %d ─", len(all)))
}

func FuzzKeysNeverStopTheStudio(f *testing.F) {
	names := keyNames()
	at := func(name string) []byte {
		for i, n := range names {
			if n == name {
				return []byte{byte(i / 256 * 2), byte(i % 256)}
			}
		}
		panic("no key " + name)
	}
	letter := func(what string) []byte {
		for i, s := range foreign {
			if s == what {
				return []byte{4, byte(i)}
			}
		}
		panic("no letter " + what)
	}
	field := func(c byte) []byte { return []byte{7, byte(128 + (strings.IndexByte("evcpsntkx", c)+9-128%9)%9)} }
	seed := func(parts ...[]byte) {
		var all []byte
		for _, p := range parts {
			all = append(all, p...)
		}
		f.Add(all)
	}
	seed(letter("A b"), at("enter"), at("shift+down"), at("backspace"), at("shift+left"), letter("a"))
	seed(letter("\u0301"), at("home"), letter("a"), at("left"))
	for c := range fields {
		for _, key := range []string{"alt+d", "alt+delete", "ctrl+delete"} {
			seed(field(c), letter("A b"), letter("a"), at("left"), at(key), at(key), letter("1\ufe0f"), at("home"), at(key))
		}
		seed(field(c), []byte{6, 0}, []byte{6, 9}, at("shift+home"), at("alt+u"), at("ctrl+w"), []byte{7, 5}, at("end"), at("alt+backspace"))
	}
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) <= 400 {
			typist(t).perform(t, script)
		}
	})
}

func TestWordsAreDeletedAsOneExpects(t *testing.T) {
	for _, c := range []struct{ words, keys, want string }{
		{"one two", "home alt+d", "| two"}, {"one two", "home alt+d alt+d", "|"}, {"one two", "left alt+d", "one tw|"}, {"one two", "left alt+delete", "one tw|"}, {"one two", "left ctrl+delete", "one tw|"},
		{"one two", "alt+d", "one two|"}, {"one two", "ctrl+w", "one |"}, {"one, two", "ctrl+w ctrl+w", "one|"}, {"one two", "alt+backspace alt+backspace alt+backspace", "|"},
		{"one two", "home shift+right shift+right backspace", "|e two"}, {"one two", "shift+left shift+left delete", "one t|"}, {"one two", "ctrl+g x", "x|"}, {"one two", "shift+home left y", "y|one two"},
		{"你好，世界", "ctrl+w", "你好，|"}, {"1\ufe0f\u20e32", "backspace backspace", "|"}, {"ae\u0301", "left z", "az|e\u0301"}, {"one two", "home ctrl+k", "|"}, {"one two", "left ctrl+u", "|o"},
		{"one two", "home alt+u alt+c", "ONE Two|"}, {"ab", "ctrl+t", "ba|"}, {"one two", "ctrl+left ctrl+right ctrl+left shift+end backspace", "one |"},
	} {
		f := newField(c.words, "")
		for key := range strings.FieldsSeq(c.keys) {
			f.update(keyOfName(key))
		}
		got := f.words[:f.caret] + "|" + f.words[f.caret:]
		if got != c.want {
			t.Errorf("%q, %s: %q, not %q", c.words, c.keys, got, c.want)
		}
	}
}

func TestUpAndDownKeepTheirColumn(t *testing.T) {
	e := newEditor()
	e.resize(20, 4)
	e.set("A first line that is broken.\n短\nThe third one, it is broken as well.")
	look := func() string { return fmt.Sprint(e.row(), " ", e.column()) }
	var seen []string
	for _, key := range []string{"ctrl+home", "right", "right", "right", "down", "down", "down", "down", "down", "up", "up", "up", "pgdown", "shift+pgup"} {
		e.update(keyOfName(key))
		seen = append(seen, look())
		if n := len(e.draw(newTheme(true))); n > 4 {
			t.Errorf("%d lines are drawn", n)
		}
	}
	if got, want := strings.Join(seen, ", "), "0 0, 0 1, 0 2, 0 3, 1 3, 2 2, 3 3, 4 3, 4 15, 3 3, 2 2, 1 3, 4 15, 0 3"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if e.selection(); !e.selects() {
		t.Error("shift does not select")
	}
}

func TestAPasteOfAnotherSystemIsPlainWords(t *testing.T) {
	d := sit(t)
	d.paste("\ufeffOne line.\r\nTwo\tline.\r\rThree \x1b[31mline.\xff e\u0301")
	d.sees("┃ Three [31mline. é")
	if text, want := d.asks().Text, "One line.\nTwo line.\n\nThree [31mline. é"; text != want {
		t.Errorf("%q", text)
	}
	for _, c := range []byte("vcpst") {
		d := typist(t)
		fields[c](d)
		d.press("ctrl+u")
		d.paste("one\r\ntwo\tthree")
		d.sees("one two three")
	}
	d = typist(t)
	fields['x'](d)
	d.press("backspace")
	d.paste(" 1.25\r\n")
	d.press("enter")
	d.shows("speed", "1.25×")
}
