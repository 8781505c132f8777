package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/ui/studio/dialog"
)

// words are those of the script, as they would be spoken.
func (d *desk) words() string { return d.m.(*Model).Doc().Text }

// reads has the text of the screen without the blanks that no line breaks at.
func (d *desk) reads(what ...string) {
	d.t.Helper()
	d.drawn = strings.ReplaceAll(d.screen(), "\u00a0", " ")
	d.sees(what...)
}

func TestAPauseLooksLikeOneAndIsSpokenAsOne(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One.<#0.6#")
	d.sees("One.<#0.6#")
	d.write(">Two.")
	d.reads("One.⟨0.6 s⟩Two.")
	d.press("ctrl+r")
	d.sounds("the marker", saying("One.<#0.6#>Two."))
	for range 5 {
		d.press("left")
	}
	d.waits(time.Minute)
	d.press("left", "right", "alt+up", "alt+up", "alt+down")
	d.reads("One.⟨0.7 s⟩Two.")
	d.press("alt+z")
	d.reads("One.⟨0.6 s⟩Two.")
	d.press("backspace")
	d.sees("One.Two.")
	d.press("alt+down")
	d.sees("no pause stands at the caret; alt+up puts one there")
	d.press("alt+up")
	d.reads("One.⟨0.5 s⟩Two.")
	d.misses("no pause stands at the caret")
	d.press("alt+up")
	d.reads("One.⟨0.6 s⟩Two.")
	d.press("alt+z", "alt+z", "alt+z")
	d.reads("One.⟨0.6 s⟩Two.")
	d.press("home", "alt+up")
	d.sees("a pause stands between words: put the caret behind some")
	if d.reads("One.⟨0.6 s⟩Two."); d.words() != "One.<#0.6#>Two." {
		t.Errorf("%q", d.words())
	}
}

func TestAPauseIsClickedAndItsLengthTyped(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One.<#0.6#>Two.")
	x, y := d.find("⟨0.6")
	d.click(x+1, y)
	d.click(x+1, y)
	d.sees("How long is the pause?", "0.6")
	d.write("0.125")
	d.press("enter")
	d.sees("write seconds from 0.01 to 99.99")
	d.press("ctrl+u")
	d.write("1,25")
	d.press("enter")
	d.reads("One.⟨1.25 s⟩Two.")
	x, y = d.find("Two.")
	d.click(x+1, y)
	d.click(x+1, y)
	d.write("Three")
	if d.words() != "One.<#1.25#>Three." {
		t.Errorf("%q", d.words())
	}
}

func TestTheMouseSelectsWords(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("One two three")
	x, y := d.find("two")
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 4, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x + 4, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 8, Y: y, Button: tea.MouseNone})
	d.write("2 ")
	if d.words() != "One 2 three" {
		t.Errorf("%q", d.words())
	}
}

func TestWhatIsWrongIsSaidWhileTyping(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, brief, mended string }{
		{"Fine, (laughs) and<#0.5#>all.", "", ""},
		{"Ha (laugh).\nSo.", "line 1: (laugh) → (laughs)", "Ha (laughs).\nSo."},
		{"One.\n好＜＃0.5＃＞吗。", "line 2: ＜＃0.5＃＞ → <#0.5#>", "One.\n好<#0.5#>吗。"},
		{"One.<#1#><#2#>Two.", "line 1: two pauses together", ""},
		{"One.<#1#>", "line 1: a pause at the end", ""},
		{"One (sigh)<#1#>", "line 1: a pause at the end +1", "One (sighs)<#1#>"},
		{"One.\n\n<#200#>Two.", "line 3: not a pause hosts take", ""},
	} {
		d := sit(t)
		d.paste(c.text)
		if c.brief == "" {
			d.misses("line 1:")
			d.press("f8")
			d.sees("nothing is wrong in the script")
			continue
		}
		d.sees("━ " + c.brief + " ━")
		if c.mended == "" {
			c.mended = c.text
		}
		d.press("alt+enter")
		if d.words() != c.mended {
			t.Errorf("%q, not %q", d.words(), c.mended)
		}
		if c.mended == c.text {
			d.sees("cannot be guessed: text: ")
		}
	}
	d := sit(t)
	d.paste(strings.Repeat("好", 10020))
	d.sees("line 1: 21 characters too many")
	d.resize(200, 60)
	d.press("ctrl+g", "delete")
	d.paste("A long day (sigh) it was.")
	d.sees("line 1: (sigh) is read out, for it is not one of the sounds; for a sound write (sighs)")
}

func TestOneGoesToWhatIsWrong(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.paste("Ha (laugh), and (sigh), he said.")
	d.press("f8")
	d.sees("for a sound write (laughs); alt+enter does")
	d.press("f8")
	d.sees("for a sound write (sighs)")
	d.write("(coughs)")
	x, y := d.find("line 1: (laugh)")
	d.click(x, y)
	d.press("alt+enter")
	d.sees("(laugh) is (laughs) now")
	if d.words() != "Ha (laughs), and (coughs), he said." {
		t.Errorf("%q", d.words())
	}
	d.command("Choose the model")
	d.write("2.6-hd")
	d.press("enter")
	d.sees("line 1: the model reads sounds out")
}

func TestATextFileIsInserted(t *testing.T) {
	t.Parallel()
	d := sit(t)
	file := filepath.Join(d.home, "my words.txt")
	if err := os.WriteFile(file, []byte("\ufeffHello\r\nthere.<#0.5#>You.\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.write("Now: ")
	d.command("Insert a text file")
	d.paste(filepath.Join(d.home, "nothing.txt"))
	d.press("enter")
	d.awaits("there is no ")
	d.press("ctrl+u")
	d.paste(d.home)
	d.press("enter")
	d.awaits("is no file")
	d.press("ctrl+u")
	d.paste(d.home + "/my")
	d.press("tab")
	d.until("the path is complete", func() bool { return strings.HasSuffix(d.m.(*Model).Top().(*dialog.Prompt).Line(), "/my words.txt") })
	d.press("ctrl+u")
	d.paste(strings.ReplaceAll(file, " ", `\ `))
	d.press("enter")
	d.awaits("my words.txt is in the script, 23 characters")
	if want := "Now: Hello\nthere.<#0.5#>You."; d.words() != want {
		t.Errorf("%q, not %q", d.words(), want)
	}
	d.press("alt+z")
	if d.words() != "Now: " {
		t.Errorf("%q", d.words())
	}
	if err := os.WriteFile(file, []byte(strings.Repeat("Happy day ", 1100)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.command("Insert a text file")
	d.paste("'" + file + "'")
	d.press("enter")
	d.awaits("characters, and hosts take 9999", "line 1: ")
}

func TestWhatAPathCouldBeGoesAsOneTypesOnAndTheBoxStays(t *testing.T) {
	t.Parallel()
	d := sit(t)
	for _, name := range []string{"word-a.txt", "word-b.txt"} {
		if err := os.WriteFile(filepath.Join(d.home, name), []byte("Hi."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.command("Insert a text file")
	d.paste(d.home + "/wo")
	_, foot := d.find("┗")
	d.press("tab")
	d.awaits("word-a.txt   word-b.txt")
	if _, y := d.find("┗"); y != foot {
		t.Errorf("the box ends at line %d, and ended at %d", y, foot)
	}
	d.write("b")
	d.misses("word-a.txt")
	d.sees("tab completes it")
}

func TestATestSentenceIsInsertedOrReplaces(t *testing.T) {
	t.Parallel()
	d := sit(t)
	d.write("Mine.")
	d.command("Insert a test sentence")
	d.sees("▸ English", "中文", "Tiếng Việt", "ไทย")
	d.write("German")
	d.press("enter")
	if want := "Mine.\nAm 18. März um 9:30 Uhr"; !strings.HasPrefix(d.words(), want) {
		t.Errorf("%q, not %q", d.words(), want)
	}
	d.command("Choose the language")
	d.write("Japanese")
	d.press("enter")
	d.command("Insert a test sentence")
	d.sees("▸ Japanese", "日本語")
	d.press("alt+enter")
	if !strings.HasPrefix(d.words(), "3月18日の午前") {
		t.Errorf("%q", d.words())
	}
	d.misses("line 1:")
}
