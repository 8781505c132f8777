package tuner

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// What is heard again and again: at most so many code points, some eight seconds, of
// whole sentences; a short one has the next beside it.
const (
	mostHeard  = 120
	leastHeard = 40
	mostTyped  = 1000
)

// lineOf is what a course says of a text: all of it, or its first sentence where it
// is long.
func lineOf(text string) string {
	whole := []rune(strings.TrimSpace(tts.Plain(text)))
	if len(whole) <= mostHeard {
		return string(whole)
	}
	end, word := 0, 0
	inMark := false
	for i, c := range whole[:mostHeard] {
		switch c {
		case '<':
			inMark = true
		case '>':
			inMark = false
		}
		last := i+1 == len(whole) || unicode.IsSpace(whole[i+1]) || whole[i+1] == '<'
		switch {
		case inMark:
		case strings.ContainsRune("。！？；", c), strings.ContainsRune(".!?;…\n", c) && last:
			if end = i + 1; end >= leastHeard {
				return string(whole[:end])
			}
		case unicode.IsSpace(c):
			word = i
		}
	}
	switch {
	case end > 0:
		return string(whole[:end])
	case word > 0:
		return strings.TrimSpace(string(whole[:word]))
	}
	return string(whole[:mostHeard])
}

// AskText asks for other words; what they would cost to the end is said as one types.
func (r *Tuner) AskText() tea.Cmd {
	was := strings.Join(strings.Fields(r.course.Text), " ")
	r.Push(dialog.NewPrompt(Say.textTitle, "", was, func(text string) dialog.Action {
		return dialog.Chosen{Action: rooms.Does(func() tea.Cmd { return r.setText(text) })}
	}).Long(max(mostTyped, len([]rune(was)))).Hinting(r.textHint), rooms.InPrompt)
	return nil
}

// textHint says what a question would cost with other words.
func (r *Tuner) textHint(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return Say.textNone
	case r.free():
		return Say.textFree
	}
	was := r.course.Text
	r.course.Text = text
	price := r.cost(r.times(clipsEach))
	r.course.Text = was
	return Say.textPrice(price)
}

// setText makes a text what is heard; the answers stay. Nothing is sent for it at a
// host that is paid before the price was agreed to.
func (r *Tuner) setText(text string) tea.Cmd {
	if text = strings.TrimSpace(tts.Plain(text)); text == "" || text == r.course.Text || r.search == nil {
		return nil
	}
	s := r.search.Session()
	for i := range s.Starts {
		s.Starts[i].Text = text
	}
	search, err := tune.Open(s)
	if err != nil {
		return r.Fail(err)
	}
	r.drop()
	r.Silence()
	r.search, r.course.Text, r.agreed, r.early = search, text, false, false
	return tea.Batch(r.ask(), r.keep(), r.Say(rooms.Note, Say.textSet))
}

// apart says what of the course is not as it is now: it goes on with its own host,
// words and settings.
func (r *Tuner) apart() (said []string) {
	if r.host() != r.Session.Host() {
		mine, _ := tts.HostAt(r.host())
		said = append(said, Say.otherHost(mine.Title))
	}
	if own := r.Request().Text; r.course.Text != lineOf(own) && !strings.Contains(tts.Plain(own), r.course.Text) {
		said = append(said, Say.otherWords)
	}
	if now := r.Doc().Request(); !now.Equal(bare(r.search.Now())) && !r.startsFrom(now) {
		said = append(said, Say.otherSettings)
	}
	return said
}

// startsFrom reports whether a request is one that the course starts from.
func (r *Tuner) startsFrom(now tts.Request) bool {
	for _, s := range r.course.Session.Starts {
		if now.Equal(bare(s)) {
			return true
		}
	}
	return false
}

// bare is a request without its text.
func bare(q tts.Request) tts.Request {
	q.Text = ""
	return q
}
