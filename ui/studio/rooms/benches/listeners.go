package benches

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// Listeners is the panel beside the bench about those who listen elsewhere: it makes
// a page of the candidates for them, takes their votes in, and shows how they stand.
type Listeners struct {
	*rooms.Shared
	Bench *Bench

	stop     context.CancelFunc // gives up the page that is being made; nil: none is
	dir      string             // of the page that was made last
	replaces string             // the file that enter now replaces
	votes    string             // the folder where the last votes were
	spots    []spot             // of what can be pressed, as it was drawn
}

// NewListeners are those of a bench.
func NewListeners(all *rooms.Shared, bench *Bench) *Listeners {
	return &Listeners{Shared: all, Bench: bench}
}

// listened is what is known of a bench's listeners. Every other panel is drawn many
// times while that stays the same.
type listened struct {
	name     string
	tests    *audition.Test
	sessions *audition.Session
	of       [2]int // how many there are of these
	now      audition.Listened
	exported bool
}

// listened is how the listeners' votes stand; false: no page was made.
func (r *Bench) listened() (audition.Listened, bool) {
	a := r.a
	is := listened{name: a.Name, tests: first(a.Tests), sessions: first(a.Sessions), of: [2]int{len(a.Tests), len(a.Sessions)}}
	if was := r.heard; was.name != is.name || was.tests != is.tests || was.sessions != is.sessions || was.of != is.of {
		is.now, is.exported = a.Listened()
		r.heard = is
	}
	return r.heard.now, r.heard.exported
}

// first is where a list begins; a list that is changed is another one.
func first[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

// NoTest says why there are no votes to take in.
func (r *Listeners) NoTest() string {
	if _, exported := r.Bench.listened(); !exported {
		return Say.listeners.noPage
	}
	return ""
}

// NoResult says why nothing can be told of the votes.
func (r *Listeners) NoResult() string {
	why := r.NoTest()
	switch l, _ := r.Bench.listened(); {
	case why != "":
	case l.Panel.Votes == 0:
		why = Say.listeners.nobody
	case r.Bench.Blind:
		why = Say.listeners.whileBlind
	}
	return why
}

// best is the clip that has won, with its row; where there is none, why.
func (r *Listeners) best() (clip audition.TestClip, row *lineup.Row, why string) {
	if why = r.NoResult(); why != "" {
		return clip, nil, why
	}
	l, _ := r.Bench.listened()
	clip, _, _, told := l.Best()
	switch row = r.Bench.Find(clip.ID); {
	case !told:
		why = Say.listeners.notYet
	case row == nil:
		why = Say.listeners.winnerLeft
	}
	return clip, row, why
}

// NoWinner says why no settings can be taken over.
func (r *Listeners) NoWinner() string {
	_, _, why := r.best()
	return why
}

// NotAcceptable says why there is no win to be accepted.
func (r *Listeners) NotAcceptable() string {
	clip, row, why := r.best()
	if why == "" && r.accepted(clip, row) {
		return Say.listeners.accepted(short(clip.Label))
	}
	return why
}

// accepted reports that a win was accepted: it would change nothing.
func (r *Listeners) accepted(clip audition.TestClip, row *lineup.Row) bool {
	l, _ := r.Bench.listened()
	return r.Bench.hasWon(row, clip.Take, l.Test.Made)
}

// Accept has the win count: it stars what was heard, and ranks the preset that it
// came from. Votes have no time of their own: a win is told apart by the page's.
func (r *Listeners) Accept() tea.Cmd {
	b := r.Bench
	l, _ := b.listened()
	clip, row, _ := r.best()
	_, won, of, _ := l.Best()
	win := document.Win{Won: won, Of: of, At: l.Test.Made}
	result, before := b.win(row, clip.Take, win), r.winners(l, presetOf(row))
	turn := func(on bool, failed func(error) tea.Cmd) tea.Cmd {
		cmds := []tea.Cmd{result(on, failed)}
		for preset, won := range before {
			cmds = append(cmds, b.Rank(preset, won, !on, failed))
		}
		return tea.Batch(cmds...)
	}
	file, name, what := b.kept, b.a.Name, Say.listeners.accepting(short(clip.Label))
	again := func(on bool, done func(string) string) func(*document.Deed) tea.Cmd {
		return func(d *document.Deed) tea.Cmd {
			said := done(what)
			if b.Blind {
				said = done(Say.change)
			}
			if b.kept != file {
				return r.Say(rooms.Caution, Say.otherBench(name))
			}
			return tea.Batch(turn(on, r.Failed(d)), r.Say(rooms.Note, said))
		}
	}
	r.Did(what, again(false, rooms.Say.Deeds.Undone), again(true, rooms.Say.Deeds.Again))
	return tea.Batch(turn(true, r.Fail), r.Say(rooms.Note, Say.listeners.accepts(short(clip.Label))))
}

// winners are other presets that have won by the same page, before more votes came:
// a page has one winner.
func (r *Listeners) winners(l audition.Listened, but string) map[string]document.Win {
	all := map[string]document.Win{}
	for _, clip := range l.Test.Clips {
		row := r.Bench.Find(clip.ID)
		if row == nil || presetOf(row) == but {
			continue
		}
		if won := r.Bench.wonAt(presetOf(row), l.Test.Made); won != nil {
			all[presetOf(row)] = *won
		}
	}
	return all
}

// Take makes the winner's settings those of the document.
func (r *Listeners) Take() tea.Cmd {
	_, row, _ := r.best()
	return r.Bench.takeOver(row)
}

// Copy puts the result on the clipboard.
func (r *Listeners) Copy() tea.Cmd {
	l, _ := r.Bench.listened()
	text := strings.Join([]string{r.Bench.a.Name, l.Test.Text, "", l.Report(l.Test.Names())}, "\n")
	return tea.Batch(tea.SetClipboard(text), r.Say(rooms.Note, Say.listeners.copied))
}

// otherLine reports whether the bench speaks another line since the page was made.
func (r *Listeners) otherLine(l audition.Listened) bool { return l.Test.Text != r.Bench.a.Text }
