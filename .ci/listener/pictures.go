package main

import (
	"fmt"
	"os"
	"path/filepath"

	"voicestudio/presets/audition/page"
)

// lines are what the clips of the pictures are said to say.
var lines = map[string]page.Page{
	"en": {Lang: "en", Name: "Warm narrator", Text: "Welcome back. Let us pick up where we left off."},
	"zh": {Lang: "zh", Name: "温暖的旁白", Text: "欢迎回来，我们接着上次的地方继续。"},
}

// takePictures has Chromium show each screen of the page in both languages, light
// and dark, wide and narrow.
func takePictures(folder, into string, clips []clip) (err error) {
	defer func() {
		if why, is := recover().(broken); is {
			err = fmt.Errorf("%s", why)
		}
	}()
	must(os.MkdirAll(into, 0o755))
	b, err := startChromium(filepath.Join(folder, "pictures"), without{})
	if err != nil {
		return err
	}
	defer b.Close()
	c, l := b.(*chromium), &listener{browser: b}
	for lang, p := range lines {
		for size, px := range map[string][2]int{"wide": {1280, 800}, "narrow": {390, 844}} {
			for _, scheme := range []string{"light", "dark"} {
				must(c.call("Emulation.setDeviceMetricsOverride", object{
					"width": px[0], "height": px[1], "deviceScaleFactor": 1, "mobile": size == "narrow",
				}, nil))
				must(c.call("Emulation.setEmulatedMedia", object{
					"features": []object{{"name": "prefers-color-scheme", "value": scheme}},
				}, nil))
				l.show(folder, p, clips, func(screen string) {
					l.wait("document.getAnimations().length === 0", "the page does not come to rest")
					var picture struct{ Data []byte }
					must(c.call("Page.captureScreenshot", nil, &picture))
					name := fmt.Sprintf("%s-%s-%s-%s.png", screen, lang, size, scheme)
					must(os.WriteFile(filepath.Join(into, name), picture.Data, 0o644))
				})
			}
		}
	}
	return nil
}

// show goes through the screens of both kinds of page.
func (l *listener) show(folder string, p page.Page, clips []clip, take func(screen string)) {
	for _, p.Kind = range []string{"pairs", "rank"} {
		t, err := export(folder, p, clips)
		must(err)
		l.arrive(t)
		l.wait("document.getElementById('begin').ariaDisabled !== 'true'", "the clips are not decoded")
		take(p.Kind + "-1-start")
		l.begin()
		take(p.Kind + "-2-question")
		l.hear(digit(1))
		l.hear(digit(2))
		if p.Kind == "rank" {
			l.press(digit(2).shifted())
		}
		take(p.Kind + "-3-sounding")
		if p.Kind == "pairs" {
			l.answerAll()
			take(p.Kind + "-4-end")
		}
	}
}
