package bench

import (
	"bytes"
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"voicestudio/player/align"
	"voicestudio/presets/audition"
	"voicestudio/presets/audition/page"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/tts/wording"
)

// PageOptions say what page is made.
type PageOptions struct {
	Kind audition.TestKind
	Lang string   // "en" or "zh"; "": the language that the program speaks
	Only []string // candidates by id; nil: all that are made
	// Publish is given the page; where it fails it is as if none had been made. It
	// must not wait for anybody, since the audition cannot change meanwhile. May be
	// nil.
	Publish func(html []byte) error
	// Progress is told how many pairs of clips are aligned, of how many, one call
	// after the other. May be nil.
	Progress func(done, of int)
}

// Page is a page for listeners.
type Page struct {
	HTML []byte
	Test audition.Test
	// LeftOut are the labels of candidates that are not made, Twice of those whose
	// take is on the page as another one's: two clips that are one tell nothing.
	LeftOut, Twice []string
	Encoded        int  // clips that became mp3, since they would not play everywhere as they came, or were too large
	Matched        bool // levels are
	Unaligned      int  // pairs that are switched by the fraction of their length
}

// MakePage makes the page of an audition and keeps in its file what it asks. Those
// that a knockout left behind are not on it. It takes some 10 ms for each pair of
// clips of five seconds. Nothing is sent to a host. The error is a *tts.Error,
// Publish's, or one of the folder's.
func MakePage(ctx context.Context, kept takes.Folder, folder audition.Folder, name string, o PageOptions) (p Page, err error) {
	a, err := folder.Load(name)
	if err != nil {
		return Page{}, err
	}
	rows, err := p.rows(kept, a, o.Only)
	if err != nil {
		return Page{}, err
	}
	taken := map[string]string{}
	for _, r := range rows {
		taken[r.ID] = r.Take.ID
	}
	if err := a.Unfit(o.Kind, taken); err != nil {
		return Page{}, err
	}
	clips, err := clipsOf(ctx, rows)
	if err != nil {
		return Page{}, err
	}
	same, err := samePlaces(ctx, clips, o.Progress)
	if err != nil {
		return Page{}, err
	}
	p.Matched = match(rows, clips)
	for i, c := range clips {
		if c.Encoded {
			p.Encoded++
		}
		for _, to := range same[i][i+1:] {
			if to == nil {
				p.Unaligned++
			}
		}
	}
	p.Test, err = folder.Examine(a.Name, o.Kind, taken, func(t audition.Test) error {
		if t.Text != a.Text {
			return tts.Wrong("", say.page.changed)
		}
		var html bytes.Buffer
		if err := page.Write(&html, pageOf(a.Name, t, o.Lang, clips, same)); err != nil {
			return err
		}
		if p.HTML = html.Bytes(); o.Publish == nil {
			return nil
		}
		return o.Publish(p.HTML)
	})
	if err != nil {
		return Page{}, err
	}
	return p, nil
}

// rows are the candidates that are on the page.
func (p *Page) rows(kept takes.Folder, a audition.Audition, only []string) (rows []Row, err error) {
	here := map[string]bool{}
	for _, c := range a.Candidates {
		if c.Out || only != nil && !slices.Contains(only, c.ID) {
			continue
		}
		t, err := kept.Load(c.Take)
		switch {
		case c.Take == "" || err != nil || tts.Plain(t.Request.Text) != tts.Plain(a.Text):
			p.LeftOut = append(p.LeftOut, c.Label)
		case !t.Whole():
			return nil, tts.Wrong("", say.page.notWhole(c.Label, t.State()))
		case here[t.ID]:
			p.Twice = append(p.Twice, c.Label)
		default:
			here[t.ID] = true
			rows = append(rows, Row{Candidate: c, Take: &t})
		}
	}
	if len(rows) < 2 {
		return nil, tts.Wrong("", say.page.tooFew(len(rows), len(p.Twice) > 0))
	}
	return rows, nil
}

// match gives the clips the gains that make them equally loud, and reports whether
// they are.
func match(rows []Row, clips []pageClip) (matched bool) {
	loud := make([]Loud, len(clips))
	for i, c := range clips {
		loud[i] = c.loud
	}
	gains, matched := Levels(rows, loud)
	for i := range clips {
		clips[i].gain = gains[i]
	}
	return matched
}

// pageOf puts the clips into the order of a test, which tells nothing.
func pageOf(name string, t audition.Test, lang string, clips []pageClip, same [][][]page.Knot) page.Page {
	p := page.Page{Name: name, Test: t.ID, Kind: string(t.Kind), Text: tts.Unpaused(t.Text), Lang: cmp.Or(lang, string(wording.Spoken()))}
	order := make([]int, len(t.Clips))
	for n, of := range t.Clips {
		order[n] = slices.IndexFunc(clips, func(c pageClip) bool { return c.candidate == of.ID })
	}
	for n, i := range order {
		c := clips[i]
		p.Clips = append(p.Clips, page.Clip{ID: t.Clips[n].Clip, Audio: c.Audio, Gain: c.gain, From: c.begins, Length: c.length, Mark: c.mark})
		to := make([][]page.Knot, len(order))
		for m := n + 1; m < len(order); m++ {
			to[m] = same[i][order[m]]
		}
		p.Maps = append(p.Maps, to)
	}
	return p
}

// samePlaces says for every two clips where the second says what the first says;
// nil where they cannot be aligned. They say the same text.
func samePlaces(ctx context.Context, clips []pageClip, progress func(done, of int)) ([][][]page.Knot, error) {
	same := make([][][]page.Knot, len(clips))
	pairs := make(chan [2]int, len(clips)*len(clips))
	for j := range clips {
		same[j] = make([][]page.Knot, len(clips))
		for i := range j {
			pairs <- [2]int{i, j}
		}
	}
	close(pairs)
	var mu sync.Mutex
	var workers sync.WaitGroup
	done, of := 0, len(pairs)
	for range min(runtime.GOMAXPROCS(0), of) {
		workers.Go(func() {
			for p := range pairs {
				if ctx.Err() != nil {
					return
				}
				i, j := p[0], p[1]
				same[i][j], same[j][i] = samePlace(clips[i], clips[j])
				mu.Lock()
				if done++; progress != nil {
					progress(done, of)
				}
				mu.Unlock()
			}
		})
	}
	workers.Wait()
	if ctx.Err() != nil {
		return nil, tts.Stopped(ctx.Err())
	}
	return same, nil
}

// samePlace is where b says what a says, and the other way round.
func samePlace(a, b pageClip) (to, back []page.Knot) {
	between, aligned := align.Between(a.features, b.features)
	if !aligned {
		return nil, nil
	}
	for at, then := range between.Knots() {
		to = append(to, page.Knot{A: at, B: then})
		back = append(back, page.Knot{A: then, B: at})
	}
	return to, back
}
