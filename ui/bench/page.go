package bench

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"voicestudio/player/align"
	"voicestudio/presets/audition"
	"voicestudio/presets/audition/page"
	"voicestudio/tts"
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
// that a knockout left behind are not on it. It takes some 100 ms for each pair of
// clips of ten seconds. Nothing is sent to a host. The error is a *tts.Error, or
// one of the folder's; then nothing is kept, but where the audition changes under
// its hands.
func MakePage(ctx context.Context, kept takes.Folder, folder audition.Folder, name string, o PageOptions) (Page, error) {
	a, err := folder.Load(name)
	if err != nil {
		return Page{}, err
	}
	var p Page
	rows, err := p.rows(kept, a, o.Only)
	if err != nil {
		return Page{}, err
	}
	clips, err := clipsOf(ctx, rows)
	if err != nil {
		return Page{}, err
	}
	same, err := samePlaces(ctx, clips)
	if err != nil {
		return Page{}, err
	}
	loud, ids, taken := make([]Loud, len(clips)), map[string]int{}, map[string]string{}
	for i, c := range clips {
		loud[i] = c.loud
		ids[rows[i].ID], taken[rows[i].ID] = i, rows[i].Take.ID
		if c.Encoded {
			p.Encoded++
		}
	}
	gains, matched := Levels(rows, loud)
	p.Matched = matched
	if p.Test, err = folder.Examine(a.Name, o.Kind, taken); err != nil {
		return Page{}, err
	}
	// In the order of the test, which tells nothing.
	var order []int
	for _, c := range p.Test.Clips {
		if i, ours := ids[c.ID]; ours && c.Take == taken[c.ID] {
			order = append(order, i)
		}
	}
	if len(order) != len(clips) || p.Test.Text != a.Text {
		return Page{}, tts.Wrong("", say.page.changed)
	}
	of := page.Page{Name: a.Name, Test: p.Test.ID, Kind: string(o.Kind), Text: shown(a.Text), Lang: o.Lang}
	for n, i := range order {
		c := clips[i].clip(p.Test.Clips[n].Clip, gains[i])
		of.Clips = append(of.Clips, c)
		to := make([][]page.Knot, len(order))
		for m := n + 1; m < len(order); m++ {
			if to[m] = same[i][order[m]]; to[m] == nil {
				p.Unaligned++
			}
		}
		of.Maps = append(of.Maps, to)
	}
	var html bytes.Buffer
	if err := page.Write(&html, of); err != nil {
		return Page{}, err
	}
	p.HTML = html.Bytes()
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

// samePlaces says for every two clips where the second says what the first says;
// nil where they cannot be aligned. They say the same text.
func samePlaces(ctx context.Context, clips []pageClip) ([][][]page.Knot, error) {
	same := make([][][]page.Knot, len(clips))
	for j := range clips {
		same[j] = make([][]page.Knot, len(clips))
		for i := range j {
			if ctx.Err() != nil {
				return nil, tts.Stopped(ctx.Err())
			}
			between, aligned := align.Between(clips[i].features, clips[j].features)
			if !aligned {
				continue
			}
			for a, b := range between.Knots() {
				same[i][j] = append(same[i][j], page.Knot{A: a, B: b})
				same[j][i] = append(same[j][i], page.Knot{A: b, B: a})
			}
		}
	}
	return same, nil
}

// shown is a line as listeners read it: a pause is heard.
func shown(text string) string {
	var b strings.Builder
	at, text := 0, tts.Plain(text)
	for _, m := range tts.Proofread(text, tts.DefaultModel).Marks {
		if m.Kind == tts.PauseMark {
			b.WriteString(text[at:m.From] + " ")
			at = m.To
		}
	}
	b.WriteString(text[at:])
	return strings.Join(strings.Fields(b.String()), " ")
}
