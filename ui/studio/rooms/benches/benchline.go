package benches

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/lineup"
)

// longestText bounds a line that is typed here, in code points.
const longestText = 1000

// AskLine asks for another line for all; what it would cost is said as one types.
func (r *Bench) AskLine() tea.Cmd {
	was := strings.Join(strings.Fields(r.line()), " ")
	r.Push(dialog.NewPrompt(Say.lineTitle, "", was, func(text string) dialog.Action {
		return dialog.Chosen{Action: rooms.Does(func() tea.Cmd { return r.setLine(text) })}
	}).Long(max(longestText, len([]rune(was)))).Hinting(r.linePrice), rooms.InPrompt)
	return nil
}

// setLine makes a text what all speak. Nothing is sent for it.
func (r *Bench) setLine(text string) tea.Cmd {
	if text = strings.TrimSpace(tts.Plain(text)); text == "" || text == r.a.Text {
		return nil
	}
	if r.a.Name == "" {
		return tea.Batch(r.begin(text), r.sync())
	}
	set := func(text string) edit { return func(a *audition.Audition) { a.Text = text } }
	return tea.Batch(r.deed(Say.lineTitle, set(text), set(r.a.Text)), r.Say(rooms.Note, Say.lineSet))
}

// linePrice says what a line would cost for all that are on the bench.
func (r *Bench) linePrice(text string) string {
	if len(r.Rows) == 0 {
		return Say.lineHint
	}
	sums, unknown := map[string]tts.Money{}, false
	for _, row := range r.Rows {
		request := row.Request
		request.Text = text
		if row.Host == tts.Sandbox {
			continue
		}
		if price := session.Price(row.Host, request); price != nil {
			sum := sums[price.Currency]
			sums[price.Currency] = tts.Money{Amount: sum.Amount + price.Amount, Currency: price.Currency}
		} else {
			unknown = true
		}
	}
	var parts []string
	for _, row := range r.Rows { // in the order of the hosts
		currency, _ := tts.CurrencyOf(row.Host)
		if sum, there := sums[currency]; there {
			parts = append(parts, "≈ "+sum.String())
			delete(sums, currency)
		}
	}
	if unknown {
		parts = append(parts, rooms.Say.Screen.PriceUnknown)
	}
	if len(parts) == 0 {
		parts = []string{lineup.Say.Free}
	}
	return Say.linePrice(len(r.Rows), tts.Listed(parts...))
}
