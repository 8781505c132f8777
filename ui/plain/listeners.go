package plain

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	benching "voicestudio/ui/bench"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// listened is how the votes of listeners stand, or why nothing can be told of them.
func (d *desk) listened() (l audition.Listened, err error) {
	if err := d.lookBench(); err != nil {
		return l, err
	}
	l, exported := d.bench.a.Listened()
	switch {
	case !exported:
		return l, wrong(say.listeners.noPage)
	case d.bench.a.Bench.Blind:
		return l, wrong(tts.Said{What: say.bench.whileBlind})
	case l.Panel.Votes == 0:
		return l, wrong(say.listeners.nobody)
	}
	return l, nil
}

// showListeners says what the votes tell: in words, then in figures.
func showListeners(d *desk, rest string) error {
	if rest != "" {
		return wrong(say.listeners.form)
	}
	l, err := d.listened()
	if err != nil {
		return err
	}
	names := l.Test.Names()
	called := func(clip audition.TestClip) string { return tts.Clean(names(clip)) }
	d.say(l.Verdict(called))
	d.say(say.listeners.soFar(l.Panel.Listeners, l.Panel.Votes))
	for i, it := range l.Panel.Ranking {
		d.say(say.listeners.ranked(i+1, called(l.Test.Clips[it.Clip]), audition.Percent(it), it.Won, it.Of))
	}
	for _, sentence := range append(l.Pairs(called), l.Remarks()...) {
		d.say(sentence)
	}
	for _, who := range l.Listeners {
		d.say(say.listeners.voted(tts.Clean(who.Name), who.Votes, who.Of))
	}
	if l.Test.Text != d.bench.a.Text {
		d.say(say.listeners.otherLine)
	}
	return nil
}

// makePage writes the page for listeners, of what is made and no knockout has left
// behind.
func makePage(d *desk, rest string) error {
	kind := audition.Pairs
	for _, word := range strings.Fields(say.listeners.rank) {
		if cut, found := strings.CutSuffix(rest, " "+word); found {
			kind, rest = audition.Rank, cut
			break
		}
	}
	if err := d.lookBench(); err != nil {
		return err
	}
	if err := d.keepTakes(); err != nil { // those that were on disk before
		return err
	}
	b := &d.bench
	var only []string
	for _, at := range b.shown {
		if row := b.rows[at]; row.Take != nil && !row.Out {
			only = append(only, row.ID)
		}
	}
	if len(only) < 2 {
		return wrong(say.listeners.tooFew)
	}
	file := config.TypedPath(rest)
	switch ending := strings.ToLower(filepath.Ext(file)); {
	case file == "":
		return wrong(say.listeners.pageForm)
	case ending == "":
		file += ".html"
	case ending != ".html" && ending != ".htm":
		return wrong(say.listeners.otherEnding)
	}
	return d.onto(file, func() error {
		d.publish(file, kind, only)
		return nil
	})
}

// onto does something with a file, asking first where it is there.
func (d *desk) onto(file string, write func() error) error {
	switch info, err := os.Stat(file); {
	case err == nil && !info.Mode().IsRegular():
		return wrong(say.text.notAFile(homely(file)))
	case err == nil:
		d.yes(say.ask.replace(homely(file)), write)
		return nil
	case !errors.Is(err, os.ErrNotExist):
		return tts.Machine(tts.Said{What: reason(err)}, err)
	}
	return write()
}

// publish makes the page beside the loop.
func (d *desk) publish(file string, kind audition.TestKind, only []string) {
	o := benching.PageOptions{Kind: kind}
	if len(d.bench.shown) < len(d.bench.rows) {
		o.Only = only
	}
	ctx, kept, folder, name, blind := d.ctx, d.session.Takes(), d.session.Auditions(), d.bench.name, d.bench.a.Bench.Blind
	named := false
	o.Publish = func(html []byte) error {
		named = true
		return session.WriteFile(file, func(w io.Writer) error {
			_, err := w.Write(html)
			return err
		})
	}
	d.later(func() func() {
		page, err := benching.MakePage(ctx, kept, folder, name, o)
		return func() {
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil && blind && !named: // it may name a candidate
				d.fail(wrong(tts.Said{What: say.bench.oneFailed}))
			case err != nil:
				d.fail(err)
			default:
				d.tellPage(file, page, blind)
			}
		}
	})
}

func (d *desk) tellPage(file string, page benching.Page, blind bool) {
	w := say.listeners
	d.say(w.wrote(homely(file), session.Size(int64(len(page.HTML)))))
	d.say(joined(w.holds(len(page.Test.Clips), page.Test.Questions(), page.Test.Kind), w.matched(page.Matched)))
	labels := func(all []string) string {
		if blind {
			return w.some(len(all))
		}
		return cleaned(all)
	}
	if left := page.LeftOut; len(left) > 0 {
		d.say(w.leftOut(labels(left)))
	}
	if twice := page.Twice; len(twice) > 0 {
		d.say(w.twice(labels(twice)))
	}
	if page.Unaligned > 0 {
		d.say(w.unaligned(page.Unaligned))
	}
	d.say(w.next)
}

// takeVotes takes in the files that listeners have sent; undo takes them out again.
func takeVotes(d *desk, rest string) error {
	if err := d.lookBench(); err != nil {
		return err
	}
	files := config.TypedPaths(rest)
	if len(files) == 0 {
		return wrong(say.listeners.votesForm)
	}
	var sessions []audition.Session
	var names []string
	for _, file := range files {
		data, err := contents(file, audition.MaxSession+1)
		var s audition.Session
		if err == nil {
			s, err = audition.ParseSession(data)
		}
		if err != nil {
			d.refuseVotes(file, err)
			continue
		}
		sessions, names = append(sessions, s), append(names, file)
	}
	if len(sessions) == 0 {
		return nil
	}
	folder, bench := d.session.Auditions(), d.bench.name
	take := func() error {
		_, err := folder.Import(bench, sessions...)
		return folderFault(err)
	}
	before := d.bench.a.Sessions
	arrivals, err := folder.Import(bench, sessions...)
	if err != nil {
		return folderFault(err)
	}
	var came []audition.Session
	for i, a := range arrivals {
		if a.Refused != nil {
			d.refuseVotes(names[i], a.Refused)
			continue
		}
		came = append(came, sessions[i])
		d.say(say.listeners.took(tts.Clean(sessions[i].Name), len(sessions[i].Answers), a.What))
	}
	if err := d.lookBench(); err != nil {
		return err
	}
	if changes := audition.Changes(before, d.bench.a.Sessions, came); len(changes) > 0 {
		d.did(say.listeners.importing, func() error {
			_, err := folder.Edit(bench, audition.Withdraw(changes))
			return folderFault(err)
		}, take)
	}
	if l, err := d.listened(); err == nil {
		names := l.Test.Names()
		d.say(l.Verdict(func(clip audition.TestClip) string { return tts.Clean(names(clip)) }))
	}
	return nil
}

// refuseVotes says why a file is refused.
func (d *desk) refuseVotes(file string, err error) {
	why := reason(err)
	if broken, is := errors.AsType[*audition.Broken](err); is {
		why = tts.Clean(broken.Reason)
	}
	d.fail(wrong(say.listeners.refused(filepath.Base(tts.Clean(file)), why)))
}

func folderFault(err error) error {
	if err == nil {
		return nil
	}
	return tts.Machine(tts.Said{What: reason(err)}, err)
}

// contents are those of a file, as far as they may be as long.
func contents(file string, most int64) ([]byte, error) {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() { // a pipe would be waited for
		return nil, wrong(say.text.notAFile(homely(file)))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, tts.Machine(say.text.cannotRead(homely(file), reason(err)), err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// useListened makes the settings that listeners like best those that are edited.
func useListened(d *desk, _ string) error {
	l, err := d.listened()
	if err != nil {
		return err
	}
	best, _, _, told := l.Best()
	if !told {
		return wrong(say.listeners.notYet)
	}
	for _, row := range d.bench.rows {
		if row.ID == best.ID {
			return d.useRow(row)
		}
	}
	return wrong(say.listeners.winnerLeft)
}
