package render

import (
	"fmt"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/sheet"
)

var english = words{
	title:       "Render a file of lines",
	fileHint:    "a CSV file with the columns text, preset and out; tab{complete-path} completes, enter{accept} shows what each line becomes",
	noPath:      "type the path of a CSV file",
	reportTitle: func(file string) string { return "Render " + file },
	hint: func(c sheet.Cost, dir, host, price string) string {
		said := []string{files(c.Rows) + " in " + dir}
		if c.Done > 0 {
			said = append(said, fmt.Sprintf("%d there already", c.Done))
		}
		if c.Free > 0 {
			said = append(said, fmt.Sprintf("%d from your takes, free", c.Free))
		}
		if c.Send > 0 {
			said = append(said, fmt.Sprintf("%d to make at %s, %s", c.Send, host, priced(c, price)))
		}
		return strings.Join(said, " · ") + "; enter{accept} renders"
	},
	wrongHint: func(rows int) string {
		if rows == 1 {
			return "1 line is wrong, so nothing is sent: mend it in the file, then enter{accept} reads it again"
		}
		return fmt.Sprintf("%d lines are wrong, so nothing is sent: mend them in the file, then enter{accept} reads it again", rows)
	},
	allThere: func(n int, dir string) string {
		return fmt.Sprintf("nothing to render: %s there already in %s", are(n), dir)
	},
	marks:  marks{there: "there", free: "free", toMake: "to make", wrong: "wrong", note: "note"},
	spoken: func(preset, text string) string { return preset + " · " + text },
	noPreset: func(name string) tts.Said {
		return tts.Said{What: "there is no preset " + name, Cure: "ctrl+o lists them"}
	},
	fillCell:  "fill its cell",
	moveAway:  "move it away, or name another",
	rendering: func(at, of int) string { return fmt.Sprintf("rendering %d of %d", at, of) },
	stopping: func(at, of int) string {
		return fmt.Sprintf("stopping after %d of %d · esc again ends it now", at, of)
	},
	ended: func(made, there, rows, failed int, dir string) string {
		said := files(made+there) + " in " + dir
		if made+there < rows {
			said = fmt.Sprintf("%d of %s in %s", made+there, files(rows), dir)
		}
		switch {
		case there == 1:
			said += "; 1 was there"
		case there > 1:
			said += fmt.Sprintf("; %d were there", there)
		}
		if failed > 0 {
			said += fmt.Sprintf("; %d failed", failed)
		}
		if made+there < rows {
			said += "; render it again for the rest"
		}
		return said
	},
	notKept: func(why string) string { return "the take cannot be kept: " + why },
}

func priced(c sheet.Cost, price string) string {
	switch {
	case c.Price != nil && c.Unpriced > 0:
		return fmt.Sprintf("about %s and %d at an unknown price", price, c.Unpriced)
	case c.Price != nil:
		return "about " + price
	}
	return price
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}

func are(n int) string {
	if n == 1 {
		return "its file is"
	}
	return fmt.Sprintf("all %d files are", n)
}
