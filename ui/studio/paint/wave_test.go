package paint_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"voicestudio/ui/charset"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/trial"
)

func TestAWaveformIsMirroredAndAQuietTakeHasTheShapeOfALoudOne(t *testing.T) {
	shape := []float32{0, 0.2, 1, 0.5, 0.1, 0, 0.7, 0}
	for _, c := range []struct {
		blocks bool
		want   string
	}{
		{false, "" +
			" ⣇ ⡄\n" +
			"⣰⣿⣄⡇\n" +
			"⠹⣿⠋⡇\n" +
			" ⡏ ⠃"},
		{true, "" +
			"  █▄  ▄ \n" +
			"▄███▄▄█ \n" +
			"▀███▀▀█ \n" +
			"  █▀  ▀ "},
	} {
		look := paint.Theme{}
		if c.blocks {
			look.Charset = charset.Console
		}
		for _, loud := range []float32{1, 0.05} {
			levels := make([]float32, len(shape))
			for i, v := range shape {
				levels[i] = v * loud
			}
			// The last has not come yet: it has no line.
			if got := look.Wave(levels, len(levels)-1, 4); trimmed(got) != trimmed(c.want) {
				t.Errorf("at %v:\n%s\nwant\n%s", loud, got, c.want)
			}
		}
		if all := look.Wave([]float32{0.0001, 0.0001}, 2, 4); strings.ContainsAny(strings.Split(all, "\n")[0], "⣿█▀▄") {
			t.Errorf("a noise that nobody hears is drawn as loud:\n%s", all)
		}
	}
}

func trimmed(drawing string) string {
	lines := strings.Split(drawing, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// Without a colour the playhead and the loop are told apart.
func TestPlayheadAndLoopStandOnTheWaveform(t *testing.T) {
	look := paint.NewTheme(true)
	for _, c := range []struct {
		h    int
		at   paint.Sweep
		want string
	}{
		{1, paint.Sweep{From: -1, To: -1}, "━━━━━━"},
		{1, paint.Sweep{Head: 2, From: -1, To: -1}, "━━│━━━"},
		{1, paint.Sweep{Head: 6, From: 0, To: 5}, "[━━━━]"},
		{1, paint.Sweep{Head: 9, From: 3, To: -1}, "━━━[━━"},
		{3, paint.Sweep{Head: 2, From: 1, To: 4}, "━┌│━┐━ ━││━│━ ━└│━┘━"},
		{2, paint.Sweep{Head: 4, From: 1, To: 4}, "━┌━━│━ ━└━━│━"},
	} {
		wave := strings.TrimSuffix(strings.Repeat("━━━━━━\n", c.h), "\n")
		if got := ansi.Strip(strings.Join(look.Swept(wave, c.at, 6), " ")); got != c.want {
			t.Errorf("%+v: %q, want %q", c.at, got, c.want)
		}
	}
}

func TestAWaveformTakesExactlyItsCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		look := paint.NewTheme(true)
		look.Charset = rapid.SampledFrom([]charset.Charset{charset.Unicode, charset.Console}).Draw(t, "charset")
		w, h := rapid.IntRange(1, 60).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		n := look.WaveColumns(w)
		levels := rapid.SliceOfN(rapid.Float32Range(0, 1), n, n).Draw(t, "levels")
		wave := look.Wave(levels, rapid.IntRange(0, n).Draw(t, "begun"), h)
		cell := rapid.IntRange(-1, w-1)
		lines := look.Swept(wave, paint.Sweep{Head: rapid.IntRange(0, w+1).Draw(t, "head"), From: cell.Draw(t, "from"), To: cell.Draw(t, "to")}, w)
		if len(lines) != h {
			t.Fatalf("%d lines, not %d", len(lines), h)
		}
		for _, line := range lines {
			trial.Occupies(t, line, w)
		}
		span := time.Duration(rapid.IntRange(0, 3*3600*1000).Draw(t, "ms")) * time.Millisecond
		trial.Occupies(t, paint.Axis(span, w), w)
	})
}

func TestRoundTimesStandBelowTheWaveform(t *testing.T) {
	for _, c := range []struct {
		span time.Duration
		w    int
		want string
	}{
		{18 * time.Second, 44, "0           5 s         10 s        15 s"},
		{700 * time.Millisecond, 40, "0          0.2 s      0.4 s       0.6 s"},
		{150 * time.Second, 40, "0       0:30    1:00    1:30    2:00"},
		{time.Minute, 20, "0         30 s"},
		{40 * time.Minute, 10, "0    20:00"},
		{0, 10, ""},
	} {
		if got := strings.TrimRight(paint.Axis(c.span, c.w), " "); got != c.want {
			t.Errorf("%v in %d cells:\n%s\n%s", c.span, c.w, got, c.want)
		}
	}
}

func TestWhatFitsIsSaidByImportanceAndNeverCut(t *testing.T) {
	all := []paint.Phrase{{Full: "132 characters, free", Short: "free"}, {Full: "first sound 48 ms", Short: "sound 48 ms"}, {Full: "2 underruns"}}
	for w, want := range map[int]string{
		80: "132 characters, free · first sound 48 ms · 2 underruns · 46× real time",
		60: "132 characters, free · first sound 48 ms · 2 underruns",
		50: "132 characters, free · sound 48 ms · 2 underruns",
		40: "free · first sound 48 ms · 2 underruns",
		34: "free · sound 48 ms · 2 underruns",
		28: "free · first sound 48 ms",
		20: "free · sound 48 ms",
		18: "free · sound 48 ms",
		17: "free",
		3:  "",
		0:  "",
		-9: "",
	} {
		if got := paint.Phrases(all, " · ", w, "46× real time"); got != want {
			t.Errorf("in %d cells: %q, want %q", w, got, want)
		}
	}
}
