package cli

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/bench"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
)

func newScriptShow(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "show " + say.help.scriptShow.takes,
		Short:             say.help.scriptShow.short,
		Long:              say.help.scriptShow.long,
		Example:           say.help.scriptShow.example,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: o.completeScript,
		RunE: func(cmd *cobra.Command, args []string) error {
			n := &narrating{render: &render{options: o, dry: true}}
			if err := n.stand(cmd.Context(), args[0]); err != nil {
				return err
			}
			defer n.session.Close()
			shown := n.shown(cmd.Context())
			if asJSON {
				return printJSON(o.out, shown)
			}
			n.tellShown(shown)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

// shownScript is what `script show --json` prints; what is unknown is null.
type shownScript struct {
	listedScript
	Lines   []shownLine `json:"lines"`
	Due     shownDue    `json:"due"`
	Remarks []remarked  `json:"remarks"`
}

type shownLine struct {
	Line    int        `json:"line"`
	ID      string     `json:"id"`
	Text    string     `json:"text"`
	State   string     `json:"state"`
	AudioMS *int64     `json:"audio_ms"`
	Take    *string    `json:"take"`
	Error   *tts.Error `json:"error"`
}

// shownDue is what would be sent, by an estimate.
type shownDue struct {
	Lines      int          `json:"lines"`
	Characters int          `json:"characters"`
	Host       tts.HostName `json:"host"`
	Price      *tts.Money   `json:"price"`
	Unpriced   int          `json:"unpriced"`
}

// remarked is what a listener would notice of a line, counted from 1, or, where that
// is null, of the whole.
type remarked struct {
	Line  *int   `json:"line"`
	Words string `json:"words"`
}

// remarks are those on the takes that are in the whole.
func (n *narrating) remarks(ctx context.Context) []remarked {
	all := []remarked{} // [] in JSON, not null
	for _, r := range narration.Remarks(n.rows, func(i int) (measure.Measures, bool) {
		take := n.rows[i].Take
		if take == nil {
			return measure.Measures{}, false
		}
		m, err := session.Measure(ctx, n.session.Takes(), *take)
		return m, err == nil
	}) {
		one := remarked{Words: r.Words}
		if !r.Whole {
			one.Line = new(r.Line + 1)
		}
		all = append(all, one)
	}
	return all
}

func (r remarked) sentence() string {
	if r.Line == nil {
		return r.Words
	}
	return atLine(*r.Line-1, r.Words)
}

func (n *narrating) shown(ctx context.Context) shownScript {
	due := narration.BillOf(n.rows, false)
	s := shownScript{newListedScript(n.kept), make([]shownLine, len(n.rows)), shownDue{due.Lines, due.Characters, n.session.Host(), due.Price, due.Unpriced}, n.remarks(ctx)}
	s.Made = 0 // of those that the file names some may be gone
	for i := range n.rows {
		r := &n.rows[i]
		s.Lines[i] = shownLine{Line: i + 1, ID: r.ID, Text: r.Text, State: lineStates[r.State], Error: tts.AsError(r.Err, tts.KindRequest)}
		if r.Take != nil {
			s.Made++
			s.Lines[i].AudioMS, s.Lines[i].Take = r.Take.AudioMS, &r.Take.ID
		}
	}
	return s
}

func (n *narrating) tellShown(s shownScript) {
	head := []string{cmp.Or(s.Name, s.ID)}
	if !s.Updated.IsZero() { // else it was written by hand
		head = append(head, session.When(s.Updated))
	}
	n.tell(strings.Join(append(head, say.script.made(s.Made, len(s.Lines))), "  "))
	n.tell("")
	var rows [][]string
	for i, l := range s.Lines {
		length, take := "", ""
		if l.Take != nil {
			length, take = renderedRow{AudioMS: l.AudioMS}.length(), takes.Take{ID: *l.Take}.Short()
		}
		rows = append(rows, []string{fmt.Sprintf("%*d", len(fmt.Sprint(len(s.Lines))), l.Line), say.script.states[n.rows[i].State], length, take, session.Beginning(l.Text)})
	}
	n.list(say.script.lineColumns, rows)
	faults := remarksOnLines{}
	for i := range n.rows {
		if r := &n.rows[i]; r.Err != nil {
			faults.add(i, flagged(r.Err).Error())
		}
	}
	n.noteOnLines(faults)
	for _, r := range s.Remarks {
		n.note(r.sentence())
	}
	if s.Due.Lines > 0 {
		n.note(tts.Listed(billed([]bench.Bill{{Host: s.Due.Host, Rows: s.Due.Lines, Characters: s.Due.Characters, Price: s.Due.Price, Unpriced: s.Due.Unpriced}})...))
	}
}
