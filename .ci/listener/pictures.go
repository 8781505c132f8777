package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// takePictures has Chromium show each screen of the page in both languages, light
// and dark, wide and narrow.
func takePictures(folder, into string, clips []clip) error {
	if err := os.MkdirAll(into, 0o755); err != nil {
		return err
	}
	home := filepath.Join(folder, "pictures")
	c, err := startChromium(home, true)
	if err != nil {
		return err
	}
	defer c.Close()
	l := &listener{browser: c, home: home}
	for _, lang := range []string{"en", "zh"} {
		for _, size := range []struct {
			name          string
			width, height int
		}{{"wide", 1280, 800}, {"narrow", 390, 844}} {
			for _, scheme := range []string{"light", "dark"} {
				err := c.call("Emulation.setDeviceMetricsOverride", object{
					"width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": size.name == "narrow",
				}, nil)
				if err != nil {
					return err
				}
				features := []object{{"name": "prefers-color-scheme", "value": scheme}}
				if err := c.call("Emulation.setEmulatedMedia", object{"features": features}, nil); err != nil {
					return err
				}
				take := func(screen string) error {
					var picture struct{ Data []byte }
					if err := c.call("Page.captureScreenshot", object{"format": "png"}, &picture); err != nil {
						return err
					}
					name := fmt.Sprintf("%s-%s-%s-%s.png", screen, lang, size.name, scheme)
					return os.WriteFile(filepath.Join(into, name), picture.Data, 0o644)
				}
				if err := l.show(folder, lang, clips, take); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// show goes through the screens of both kinds of page.
func (l *listener) show(folder, lang string, clips []clip, take func(screen string) error) error {
	for _, kind := range []string{"pairs", "rank"} {
		t, err := export(folder, kind, lang, clips)
		if err != nil {
			return err
		}
		press := func(keys ...key) error {
			for _, k := range keys {
				if _, err := l.hear(k); err != nil {
					return err
				}
			}
			return nil
		}
		if err := l.arrive(t); err != nil {
			return err
		}
		if err := take(kind + "-1-start"); err != nil {
			return err
		}
		if err := l.begin(); err != nil {
			return err
		}
		if err := take(kind + "-2-question"); err != nil {
			return err
		}
		if err := press(digit(1), digit(2)); err != nil {
			return err
		}
		if kind == "rank" {
			if err := l.Press(digit(2).shifted()); err != nil {
				return err
			}
		}
		if err := take(kind + "-3-sounding"); err != nil {
			return err
		}
		if kind == "rank" {
			continue
		}
		if _, err := l.answerAll(); err != nil {
			return err
		}
		if err := take(kind + "-4-end"); err != nil {
			return err
		}
	}
	return nil
}
