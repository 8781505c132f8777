package dialog

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
)

// OverCap asks about something that would pass what the session may cost.
// Nothing is sent before there is an answer.
type OverCap struct {
	paint.List
	why     *session.Costs
	choices []overCapChoice
	top     int // the line of the first choice, as it was drawn
}

type overCapChoice struct {
	title  string
	action Action // nil: nothing is sent
}

// Payer is what asked for something that would pass the cap.
type Payer int

const (
	ForSound Payer = iota
	ForRows        // of a file
	ForBench
	ForLadder
	ForPad
	ForTune
	ForPresets
	ForLines
)

type (
	// PayOnce sends it, and leaves the cap.
	PayOnce struct{ For Payer }
	// RaiseCap lets this session cost more, and sends it.
	RaiseCap struct {
		To  tts.Money
		For Payer
	}
	// SendUnpriced lets this session send what has no known price, and sends it.
	SendUnpriced struct{ For Payer }
)

// NewOverCap asks; the cursor is where nothing is sent.
func NewOverCap(why *session.Costs, payer Payer) *OverCap {
	d := &OverCap{why: why, choices: []overCapChoice{{say.overCap.once, PayOnce{payer}}}}
	if to := why.Raised(); why.Price != nil || why.Spent.Amount >= why.Cap.Amount {
		d.choices = append(d.choices, overCapChoice{say.overCap.raise(to.Round()), RaiseCap{to, payer}})
	} else {
		d.choices = append(d.choices, overCapChoice{say.overCap.unpriced, SendUnpriced{payer}})
	}
	d.choices = append(d.choices, overCapChoice{say.overCap.not, nil})
	d.Fit(len(d.choices), len(d.choices), nil)
	d.To(len(d.choices) - 1)
	return d
}

// Accept gives the answer under the cursor.
func (d *OverCap) Accept() Action { return Chosen{d.choices[d.Cursor()].action} }

// Type takes no text.
func (d *OverCap) Type(tea.Msg) Action { return nil }

// Click gives the answer at a line.
func (d *OverCap) Click(_, y int, double bool) Action {
	if i, _, found := d.At(y - d.top); found && !double {
		d.To(i)
		return d.Accept()
	}
	return nil
}

// Wheel moves the cursor.
func (d *OverCap) Wheel(lines int) { d.Move(lines) }

// Draw draws the box.
func (d *OverCap) Draw(t paint.Theme, w, _ int) (string, *tea.Cursor) {
	width := min(w-4, 64)
	inner := width - 4
	host, _ := tts.HostAt(d.why.Host)
	title, price := say.overCap.title, say.overCap.unknown(host.Title)
	if d.why.Price != nil {
		price = say.overCap.price(d.why.Price.String(), host.Title)
	} else if d.why.Spent.Amount < d.why.Cap.Amount {
		title = say.overCap.perhaps
	}
	lines := paint.Wrapped(say.overCap.spent(d.why.Spent.String(), d.why.Cap.Round()), inner, 2, t.Text.Render)
	lines = append(lines, paint.Wrapped(price, inner, 2, t.Text.Render)...)
	lines = append(lines, t.Rule(inner))
	d.top = len(lines) + 1
	for i, choice := range d.choices {
		mark, style := t.Row(i == d.Cursor())
		lines = append(lines, mark+style.Render(paint.Cut(choice.title, inner-2)))
	}
	return t.Frame(title, say.escCloses, true, width, len(lines)+2, lines), nil
}
