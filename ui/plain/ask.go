package plain

import (
	"slices"
	"strconv"
	"strings"
)

// question is something to be answered before it is done. A line that is no
// answer is a command again, and nothing is done.
type question struct {
	choices []choice
	not     func() // where it is not answered; nil: nothing
}

type choice struct {
	words string // any of them is the answer, and its number
	do    func() error
}

// ask says what is asked and how it can be answered.
func (d *desk) ask(said string, q question) {
	d.say(said)
	d.asked = &q
}

// yes asks whether to do something.
func (d *desk) yes(said string, do func() error) {
	d.ask(said, question{choices: []choice{{say.ask.yes, do}, {say.ask.no, d.notDone}}})
}

func (d *desk) notDone() error {
	d.say(say.ask.notDone)
	return nil
}

// answer gives a line to what is asked; false: it is no answer, and the question
// is gone.
func (d *desk) answer(text string) (taken bool, err error) {
	q := d.asked
	d.asked = nil
	word := strings.ToLower(strings.Trim(strings.TrimSpace(text), ".!"))
	for i, c := range q.choices {
		if word == strconv.Itoa(i+1) || among(c.words, word) {
			return true, c.do()
		}
	}
	d.asked = q
	d.dismiss()
	return word == "", nil
}

// among reports that a word is one of a list.
func among(list, word string) bool { return slices.Contains(strings.Fields(list), word) }

// dismiss takes a question back: nothing is done. Where nobody types, a command
// that needed an answer has failed.
func (d *desk) dismiss() {
	q := d.asked
	if d.asked = nil; q == nil {
		return
	}
	if q.not != nil {
		q.not()
	}
	if d.Typed {
		d.say(say.ask.notDone)
		return
	}
	d.fail(wrong(say.ask.unanswered))
}
