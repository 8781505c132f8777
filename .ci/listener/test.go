package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"voicestudio/presets/audition/page"
)

// test is an exported page and what only its maker knows.
type test struct {
	file  string
	id    string
	clips []clip
}

// export writes a page of some kind. Its name and its text would break it if they
// were taken for HTML.
func export(folder, kind, lang string, clips []clip) (test, error) {
	t := test{
		file:  filepath.Join(folder, fmt.Sprintf("%s-%s.html", kind, lang)),
		id:    strings.Repeat(fmt.Sprintf("%x", kind[:1]), 32),
		clips: clips,
	}
	p := page.Page{
		Name: "Warm & “calm” </script>", Test: t.id, Kind: kind, Lang: lang,
		Text: "Welcome back. <script>window.intruder = 1</script> Let us pick up where we left off.",
		Maps: trueMaps(clips),
	}
	for _, c := range clips {
		p.Clips = append(p.Clips, c.Clip)
	}
	var file bytes.Buffer
	if err := page.Write(&file, p); err != nil {
		return t, err
	}
	return t, os.WriteFile(t.file, file.Bytes(), 0o600)
}
