package lines

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// righting is a word that is to be put right in all lines: what that comes to is found
// out in the background as one types, one question at a time.
type righting struct {
	ask      *dialog.Everywhere // nil: nobody asked yet
	word     string
	answered question
	runs     bool
	of       question // that is being answered
	cancel   context.CancelFunc
}

// question is what would be done.
type question struct {
	by       string
	said     bool // it is only said so
	revision uint64
	host     tts.HostName
}

// PutRight asks what is to be written, or said, in all lines for the word under the
// cursor, or for which.
func (r *Lines) PutRight() tea.Cmd {
	word := ""
	if w, _, walked := r.word(); walked {
		l, _, _ := r.current()
		word = l.Text[w.From:w.To]
	}
	// Where there are no blanks a word is one character, and seldom all that is meant.
	if first, n := utf8.DecodeRuneInString(word); word != "" && (n < len(word) || first < utf8.RuneSelf) {
		r.askRight(word)
		return nil
	}
	r.Push(dialog.NewPrompt(Say.which, Say.whichHint, word, func(line string) dialog.Action {
		return rooms.Does(func() tea.Cmd { return r.rightOf(strings.TrimSpace(line)) })
	}), rooms.InPrompt)
	return nil
}

// rightOf takes in which word is meant.
func (r *Lines) rightOf(word string) tea.Cmd {
	if asker, asks := r.Top().(dialog.Asker); len(standsIn(r.Work.Lines(), word)) == 0 {
		if asks {
			asker.Refuse(errors.New(Say.nowhere(tts.Clean(word))))
		}
		return nil
	}
	r.Pop()
	r.askRight(word)
	return nil
}

// standsIn are the lines of a script in which a word stands.
func standsIn(s script.Script, word string) (in []int) {
	for i, l := range s.Lines {
		if len(lines.Places(l.Text, word)) > 0 {
			in = append(in, i)
		}
	}
	return in
}

func (r *Lines) askRight(word string) {
	ask := dialog.NewEverywhere(word, func(by string, said bool) dialog.Action {
		return rooms.Does(func() tea.Cmd { return r.putRight(by, said) })
	})
	r.right = righting{ask: ask, word: word, runs: r.right.runs, of: r.right.of, cancel: r.right.cancel}
	r.Push(ask, rooms.InRighting)
}

// after is the script once a word is put right, and the lines in which it stands.
func after(before narration.Work, word, by string, said bool) (w narration.Work, in []int, err error) {
	switch w, by = before, strings.TrimSpace(by); {
	case said:
		w, err = narration.Pronounced(before, word, by)
		fallthrough
	case by == word:
		return w, standsIn(before.Script, word), err
	}
	w.Script, in = before.Script.Replace(word, by)
	return w, in, nil
}

// putRight does it, as one deed.
func (r *Lines) putRight(by string, said bool) tea.Cmd {
	word, by := r.right.word, strings.TrimSpace(by)
	next, in, err := after(r.work(), word, by, said)
	switch {
	case err == nil && by == word:
		err = errors.New(Say.same(tts.Clean(word)))
	case err == nil && len(in) == 0:
		err = errors.New(Say.nowhere(tts.Clean(word)))
	}
	if err != nil {
		r.right.ask.Refuse(err)
		return nil
	}
	r.Pop()
	doc := r.Work.Doc()
	if said {
		doc = doc.Set(narration.Dictionary, next.Request.PronunciationDict.Tone)
	}
	word, by = tts.Clean(word), tts.Clean(by)
	r.Work.ChangeAll(doc, next.Script, Say.deed(word), r.Now())
	switch {
	case said:
		return r.Say(rooms.Note, Say.saidAs(word, by, len(in)))
	case by == "":
		return r.Say(rooms.Note, Say.takenOut(word, len(in)))
	}
	return r.Say(rooms.Note, Say.written(word, by, len(in)))
}

// weighedMsg brings what putting a word right comes to.
type weighedMsg struct {
	r     *Lines
	of    *dialog.Everywhere
	q     question
	in    []int
	again []int
	bill  narration.Bill
	err   error
}

// weigh finds out what it would come to, where somebody is asking.
func (r *Lines) weigh() tea.Cmd {
	t := &r.right
	if t.ask == nil || r.Top() != dialog.Dialog(t.ask) {
		return nil
	}
	by, said := t.ask.Wish()
	q := question{by, said, r.Work.Revision(), r.host()}
	if q == t.answered {
		return nil
	}
	t.answered = question{}
	t.ask.Tell(Say.weighing)
	if t.runs {
		if q != t.of {
			t.cancel()
		}
		return nil
	}
	ctx, cancel := context.WithCancel(r.Ctx)
	t.runs, t.of, t.cancel = true, q, cancel
	before, word, speaking, ask := r.work(), t.word, r.Session, t.ask
	return func() tea.Msg {
		defer cancel()
		m := weighedMsg{r: r, of: ask, q: q}
		var next narration.Work
		if next, m.in, m.err = after(before, word, by, said); m.err == nil {
			m.again, m.bill, m.err = narration.Consequences(ctx, speaking, before, next)
		}
		return m
	}
}

// TakeIn tells it.
func (m weighedMsg) TakeIn() tea.Cmd {
	r, t := m.r, &m.r.right
	t.runs = false
	if m.of != t.ask || m.q != t.of || errors.Is(m.err, context.Canceled) {
		return nil
	}
	t.answered = m.q
	switch {
	case m.err != nil:
		t.ask.Tell(sentence(m.err))
		return nil
	case len(m.in) == 0:
		t.ask.Tell(Say.nowhere(tts.Clean(t.word)))
		return nil
	}
	told := Say.comesTo(m.in, m.again, m.bill, r.priced(m.bill))
	if !m.q.said && strings.TrimSpace(m.q.by) == "" {
		told = Say.goesOut + told
	}
	t.ask.Tell(told)
	return nil
}
