// Command listener opens an exported page from a disk in real browsers and votes
// on it as a person does, by real keys. .ci/browsers gives it the display and the
// sound card that it needs.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"voicestudio/presets/audition/page"
)

// without is what a browser has to do without.
type without struct{ storage, sound bool }

type candidate struct {
	name  string
	start func(home string, lacks without) (browser, error)
}

var browsers = []candidate{
	{"chromium", startChromium},
	{"firefox", startFirefox},
	{"webkit", startWebKit},
}

// runs are what is checked of each browser, started anew.
var runs = []struct {
	without
	checks []check
}{
	{without{}, checks},
	{without{storage: true}, []check{{"where nothing can be kept, pairs to the end", pairs, false}}},
	{without{sound: true}, []check{{"without a sound card it says that no sound comes out", silent, false}}},
}

func main() {
	pictures := flag.String("pictures", "", "only take pictures, into this folder")
	flag.Parse()
	if err := run(*pictures, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(pictures string, only []string) error {
	folder, err := os.MkdirTemp("", "voicestudio-browsers-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	clips, err := makeClips(folder)
	if err != nil {
		return err
	}
	if pictures != "" {
		return takePictures(folder, pictures, clips)
	}
	// They would break the page if they were taken for HTML.
	p := page.Page{Name: "Warm & “calm” </script>", Text: "Welcome back. <script>window.intruder = 1</script>", Kind: "pairs", Lang: "en"}
	var t tests
	if t.pairs, err = export(folder, p, clips); err != nil {
		return err
	}
	p.Kind = "rank"
	if t.rank, err = export(folder, p, clips); err != nil {
		return err
	}
	for _, name := range only {
		if !slices.ContainsFunc(browsers, func(b candidate) bool { return b.name == name }) {
			return fmt.Errorf("there is no browser %q here: there are chromium, firefox and webkit", name)
		}
	}
	broken := 0
	for _, b := range browsers {
		if len(only) > 0 && !slices.Contains(only, b.name) {
			continue
		}
		for i, run := range runs {
			home := filepath.Join(folder, fmt.Sprint(b.name, i))
			running, err := b.start(home, run.without)
			if err != nil {
				return fmt.Errorf("%s: %w", b.name, err)
			}
			l := &listener{browser: running, home: home}
			for _, c := range run.checks {
				broken += l.report(b.name, c, t)
			}
			if err := running.Close(); err != nil {
				return err
			}
		}
	}
	if broken > 0 {
		return fmt.Errorf("%d promises were not kept", broken)
	}
	return nil
}

// report says whether a promise is kept, and counts it where it is not.
func (l *listener) report(browser string, c check, t tests) (wrong int) {
	begun := time.Now()
	say := func(how, note string) {
		if note != "" {
			note = ": " + note
		}
		fmt.Printf("%-8s  %s  %s%s (%.1f s)\n", browser, how, c.promise, note, time.Since(begun).Seconds())
	}
	defer func() {
		switch why := recover().(type) {
		case nil:
		case broken:
			wrong = 1
			say("NO", string(why))
		case unable:
			say("--", string(why))
		default:
			panic(why)
		}
	}()
	note := c.keep(l, t)
	if !c.loud {
		l.quiet()
	}
	say("ok", note)
	return 0
}
