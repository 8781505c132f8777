package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

// lineStates are how a line stands, as scripts of the shell read it.
var lineStates = map[narration.State]string{
	narration.Missing: "missing", narration.Current: "current", narration.Words: "words", narration.Settings: "settings",
	narration.Elsewhere: "elsewhere", narration.Refused: "refused",
}

// narratedLine is what `render --json` prints when a line of a script ends; unknown
// numbers are null.
type narratedLine struct {
	Line            int        `json:"line"`
	ID              string     `json:"id"`
	Text            string     `json:"text"`
	State           string     `json:"state"`
	Cached          bool       `json:"cached"`
	AudioMS         *int64     `json:"audio_ms"`
	UsageCharacters *int       `json:"usage_characters"`
	Take            *string    `json:"take"`
	Error           *tts.Error `json:"error"`
}

// narratedTotal is what it prints at the end. Made counts the lines that were spoken
// or found for this run, Cached those of them that came from disk; Missing are the
// lines that have no take of their words and settings now, from 1.
type narratedTotal struct {
	Lines           int         `json:"lines"`
	There           int         `json:"there"`
	Made            int         `json:"made"`
	Cached          int         `json:"cached"`
	Failed          int         `json:"failed"`
	Missing         []int       `json:"missing"`
	UsageCharacters int         `json:"usage_characters"`
	Price           []tts.Money `json:"price"`
	Unpriced        int         `json:"unpriced"`
	narratedWhole
}

// ends reports a line that has ended, by its place.
func (n *narrating) ends(i int, row narratedLine) {
	n.meter.mu.Lock()
	defer n.meter.mu.Unlock()
	r := &n.rows[i]
	row.Line, row.ID, row.Text, row.State = i+1, r.ID, r.Text, lineStates[r.State]
	if row.Take != nil && !n.dry {
		row.State = lineStates[narration.Current]
	}
	t := &n.total
	switch {
	case row.Error != nil:
		t.Failed++
		if exitCodes[row.Error.Kind] > exitCodes[n.worst] {
			n.worst = row.Error.Kind
		}
	case !n.dry:
		t.Made++
		if row.Cached {
			t.Cached++
		}
	}
	if row.UsageCharacters != nil {
		t.UsageCharacters += *row.UsageCharacters
	}
	n.meter.clear()
	if row.Error != nil {
		n.note(atLine(i, row.Error.Error()))
	}
	if n.asJSON {
		printJSON(n.out, row)
	} else if row.Error == nil {
		n.tell(strings.Join([]string{fmt.Sprintf("%*d", len(strconv.Itoa(len(n.rows))), row.Line), row.length(), row.how(n.dry), session.Beginning(r.Text)}, "  "))
	}
	n.meter.step(session.Beginning(r.Text))
}

func (row narratedLine) length() string {
	return renderedRow{AudioMS: row.AudioMS}.length()
}

func (row narratedLine) how(dry bool) string {
	return renderedRow{Cached: row.Cached, UsageCharacters: row.UsageCharacters}.how(dry)
}

// there reports the lines that have their takes; only programs want to read of each.
func (n *narrating) there(jobs []narration.Job) {
	for i := range n.rows {
		r := &n.rows[i]
		if r.State != narration.Current || slices.ContainsFunc(jobs, func(j narration.Job) bool { return j.Line == r.ID }) {
			continue
		}
		n.total.There++
		if n.asJSON {
			printJSON(n.out, narratedLine{Line: i + 1, ID: r.ID, Text: r.Text, State: lineStates[r.State], Cached: true, AudioMS: r.Take.AudioMS, UsageCharacters: new(0), Take: &r.Take.ID})
		}
	}
}

// pretend reports what a run would do; its numbers are the estimate.
func (n *narrating) pretend(jobs []narration.Job) {
	n.there(jobs)
	asked := map[string]bool{} // by what is asked
	for _, j := range jobs {
		i := n.lineAt(j.Line)
		row := narratedLine{UsageCharacters: new(tts.EstimateCharacters(j.Ask.Request.Text))}
		if same := n.rows[i].Wanted; asked[same] && !n.again {
			row.Cached, row.UsageCharacters = true, new(0)
		} else {
			asked[same] = true
		}
		n.ends(i, row)
	}
	n.total.Missing = n.missing()
}

// missing are the lines that have no take of their words and settings, from 1; never
// nil, which JSON would print as null.
func (n *narrating) missing() []int {
	all := []int{}
	for i := range n.rows {
		if n.rows[i].State != narration.Current {
			all = append(all, i+1)
		}
	}
	return all
}

// pickedLines reads "3,7-9": places from 0; empty: all.
func pickedLines(said string, most int) (map[int]bool, error) {
	if said == "" {
		return nil, nil
	}
	picked := map[int]bool{}
	for part := range strings.SplitSeq(said, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		a, err := strconv.Atoi(strings.TrimSpace(from))
		b, wrong := strconv.Atoi(strings.TrimSpace(to))
		switch {
		case err != nil || wrong != nil || a > b:
			return nil, tts.Wrong("lines", say.script.noLines(quote(part)))
		case a < 1 || b > most:
			return nil, tts.Wrong("lines", say.script.outOfRange(part, most))
		}
		for i := a; i <= b; i++ {
			picked[i-1] = true
		}
	}
	return picked, nil
}
