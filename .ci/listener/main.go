// Command listener opens an exported page from a disk in real browsers and votes
// on it as a person does, by real keys. It needs no display and no sound card:
// .ci/browsers gives it one of each.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// errCannot is of what a driver cannot ask its browser for.
var errCannot = errors.New("this driver cannot ask for it")

var browsers = []struct {
	name  string
	start func(home string, storage bool) (browser, error)
}{
	{"chromium", func(home string, storage bool) (browser, error) { return startChromium(home, storage) }},
	{"firefox", func(home string, storage bool) (browser, error) { return startFirefox(home, storage) }},
	{"webkit", func(home string, storage bool) (browser, error) { return startWebKit(home, storage) }},
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
	var t tests
	if t.pairs, err = export(folder, "pairs", "en", clips); err != nil {
		return err
	}
	if t.rank, err = export(folder, "rank", "en", clips); err != nil {
		return err
	}
	broken := 0
	for _, b := range browsers {
		if len(only) > 0 && !slices.Contains(only, b.name) {
			continue
		}
		for _, storage := range []bool{true, false} {
			home := filepath.Join(folder, b.name, fmt.Sprint(storage))
			running, err := b.start(home, storage)
			if err != nil {
				return fmt.Errorf("%s: %w", b.name, err)
			}
			all := checks
			if !storage {
				all = []check{{"with storage refused, pairs to the end", pairs, false}}
			}
			l := &listener{browser: running, home: home}
			for _, c := range all {
				if w := os.Getenv("ONLY"); w != "" && !strings.Contains(c.promise, w) {
					continue
				}
				broken += report(b.name, c, l, t)
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

// report keeps a promise and says so, or counts it as broken.
func report(name string, c check, l *listener, t tests) (broken int) {
	begun := time.Now()
	note, err := c.keep(l, t)
	if err == nil && !c.loud {
		err = l.quiet()
	}
	said := "ok"
	switch {
	case errors.Is(err, errCannot):
		said, note = "--", err.Error()
	case err != nil:
		said, note, broken = "NO", err.Error(), 1
	}
	if note != "" {
		note = ": " + note
	}
	fmt.Printf("%-8s  %s  %s%s (%.1f s)\n", name, said, c.promise, note, time.Since(begun).Seconds())
	return broken
}
