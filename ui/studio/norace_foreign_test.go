//go:build !race

package studio

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"voicestudio/presets"
	"voicestudio/tts/takes"
)

func TestForeignTextAndNumbersInADraftNeverStopTheStudio(t *testing.T) {
	t.Parallel()
	for name, r := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := newHome(t)
			os.WriteFile(home+"/draft.json", draftOf(t, r, hostileWords, hostileWords), 0o600)
			d := seat{home: home}.sit(t)
			if _, err := os.Stat(home + "/draft.json.broken"); err == nil {
				t.Fatal("the draft was put aside")
			}
			d.everywhere()
			d.resize(200, 100)
			sum, shares := 0, percent.FindAllStringSubmatch(d.screen(), -1)
			for _, share := range shares {
				n, _ := strconv.Atoi(share[1])
				sum += n
			}
			// Where a weight is not possible, that is said in place of the share.
			if n := len(r.Voices()); len(shares) == n && n > 0 && sum != 100 {
				t.Errorf("%d shares add up to %d\n%s", n, sum, d.screen())
			}
			// Every slider is moved once, and is in its range then.
			d.goes("Voice")
			for range 40 {
				d.update(d.key("right"))
				lines := strings.Split(d.screen(), "\n")
				for i, line := range lines {
					if rest, here := strings.CutPrefix(line, "┃ ▸"); here {
						row, _, _ := strings.Cut(rest, "┃")
						below, _, _ := strings.Cut(strings.TrimPrefix(lines[i+1], "┃"), "┃")
						if strings.Contains(row, "!") || strings.Contains(row, "not listed") && strings.Contains(below, "!") {
							t.Fatalf("after an arrow: %s\n%s", row, below)
						}
					}
				}
				d.update(d.key("down"))
			}
		})
	}
}

func TestForeignTextAndNumbersInPresetsAreListedAndOpened(t *testing.T) {
	t.Parallel()
	d := sit(t)
	n := 0
	for name, r := range hostile {
		n++
		p := presets.Preset{Version: 1, Name: "1\ufe0f\u20e3 " + name, Notes: hostileWords, Tags: []string{hostileWords}, SampleText: hostileWords, Request: r}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		os.MkdirAll(d.own, 0o755)
		os.WriteFile(filepath.Join(d.own, "p"+string(rune('a'+n))+"1\ufe0f.json"), b, 0o644)
	}
	d.browse()
	for range n + len(presets.Starters()) {
		nothingForeign(t, d.fits(t))
		d.update(d.key("down"))
	}
	d.press("ctrl+home")
	for i := range n {
		for range i {
			d.update(d.key("down"))
		}
		d.press("enter")
		d.everywhere()
		d.press("ctrl+s")
		d.everywhere()
		d.press("esc")
		d.browse()
		d.press("ctrl+home")
	}
}

func TestForeignTextAndNumbersInTakesAreListedAndCompared(t *testing.T) {
	t.Parallel()
	d := sit(t)
	var all []takes.Take
	for name, r := range hostile {
		r.Text = hostileWords + name
		all = append(all, takes.Take{Host: "\x1b[31m1\ufe0f", Request: r, Note: hostileWords})
	}
	d.finds(all...)
	d.goes("Takes")
	for range all {
		d.press("a", "down", "b")
		d.everywhere()
		d.goes("Takes")
		d.press("r")
		d.everywhere()
		d.press("ctrl+p", "f", "esc")
		d.goes("Takes")
	}
}
