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
	"voicestudio/ui/studio/trial"
)

// fields are the places where a person types.
var fields = map[byte]func(d *desk){
	'e': func(d *desk) {},
	'v': func(d *desk) { d.press("tab", "up", "enter") },
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
	'x': func(d *desk) { d.press("tab", "5") },
}

// keyNames are the keys that a field knows, those of lists, and some that are
// commands.
func keyNames() (names []string) {
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
			d.update(trial.Key(names[(n+256*int(script[i]%8/2))%len(names)]))
		case 4, 5:
			word := trial.Texts[n%len(trial.Texts)]
			d.update(tea.KeyPressMsg{Code: []rune(word + "x")[0], Text: word})
		case 6:
			d.update(tea.PasteMsg{Content: trial.Texts[n%len(trial.Texts)] + "\r\nmore\t" + trial.Texts[n*7%len(trial.Texts)]})
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

// holds checks what must hold after every key.
func (d *desk) holds(t testing.TB) {
	t.Helper()
	d.sideBySide(t)
	nothingForeign(t, d.fits(t))
	v, m := d.view(), d.m.(*Model)
	if v.Cursor != nil && !d.tooSmall() && (v.Cursor.X < 0 || v.Cursor.X >= d.w || v.Cursor.Y < 0 || v.Cursor.Y >= d.h) {
		t.Fatalf("the caret stands at %v on a screen of %d×%d", v.Cursor.Position, d.w, d.h)
	}
	if m.Doc().Text != m.script.Editor.Words {
		t.Fatalf("the document says %q, the editor %q", m.Doc().Text, m.script.Editor.Words)
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
	d.awaits(fmt.Sprintf("─ all · %d ─", len(all)))
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
		for i, s := range trial.Texts {
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
		t.Parallel()
		if len(script) <= 400 {
			typist(t).perform(t, script)
		}
	})
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
