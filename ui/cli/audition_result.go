package cli

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"voicestudio/presets/audition"
)

// auditionResult is what `audition result --json` prints; what would mean nothing
// is null.
type auditionResult struct {
	Listeners int          `json:"listeners"`
	Votes     int          `json:"votes"`
	NotYet    bool         `json:"not_yet"`
	Ranking   []rankedClip `json:"ranking"`
	Pairs     []votedPair  `json:"pairs"`
	OrderBias orderBias    `json:"order_bias"`
}

type rankedClip struct {
	Label string   `json:"label"`
	Score float64  `json:"score"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	Won   int      `json:"won"`
	Of    int      `json:"of"`
}

type votedPair struct {
	A    string   `json:"a"`
	B    string   `json:"b"`
	WonA int      `json:"won_a"`
	WonB int      `json:"won_b"`
	Ties int      `json:"ties"`
	Much int      `json:"much"`
	P    *float64 `json:"p"`
}

type orderBias struct {
	First  int      `json:"first"`
	Second int      `json:"second"`
	P      *float64 `json:"p"`
}

func newAuditionResult(o *options) *cobra.Command {
	var asJSON, accept bool
	cmd := &cobra.Command{
		Use:     "result " + say.help.auditionResult.takes,
		Short:   say.help.auditionResult.short,
		Long:    say.help.auditionResult.long,
		Example: say.help.auditionResult.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			folder, a, err := loadAudition(args[0])
			if err != nil {
				return err
			}
			l, exported := a.Listened()
			switch {
			case asJSON:
				err = printJSON(o.out, resultOf(l))
			case exported:
				o.showListened(l)
			default:
				o.tell(say.audition.votes.noPage)
			}
			if err != nil || !accept {
				return err
			}
			return o.accept(folder, a, l)
		},
		ValidArgsFunction: o.completeAudition,
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	cmd.Flags().BoolVar(&accept, "accept", false, say.flags.acceptWinner)
	return cmd
}

func resultOf(l audition.Listened) auditionResult {
	s, names := l.Panel, l.Test.Names()
	r := auditionResult{s.Listeners, s.Votes, true, []rankedClip{}, []votedPair{}, orderBias(s.Order)} // [] in JSON, not null
	if s.Votes == 0 {
		return r
	}
	r.NotYet = s.NotYet
	for _, item := range s.Ranking {
		r.Ranking = append(r.Ranking, rankedClip{names(l.Test.Clips[item.Clip]), rounded(item.Score), roundedOr(item.Low), roundedOr(item.High), item.Won, item.Of})
	}
	for _, p := range s.Pairs {
		r.Pairs = append(r.Pairs, votedPair{names(l.Test.Clips[p.A]), names(l.Test.Clips[p.B]), p.WonA, p.WonB, p.Ties, p.MuchA + p.MuchB, p.P})
	}
	return r
}

// showListened prints the result in words, then in figures.
func (o *options) showListened(l audition.Listened) {
	names := l.Test.Names()
	o.tell(l.Verdict(names))
	if l.Panel.Votes > 0 {
		o.tell(say.audition.votes.soFar(l.Panel.Listeners, l.Panel.Votes))
		o.tell("")
		rows := make([][]string, len(l.Panel.Ranking))
		for i, item := range l.Panel.Ranking {
			rows[i] = []string{fmt.Sprintf("%2d", i+1), names(l.Test.Clips[item.Clip]), audition.Percent(item), say.audition.votes.won(item.Won, item.Of)}
		}
		printColumns(o.out, rows)
		o.tell("")
	}
	for _, sentence := range append(l.Pairs(names), l.Remarks()...) {
		o.tell(sentence)
	}
}

// rounded is a part to four digits: more of them tell nothing.
func rounded(part float64) float64 { return math.Round(1e4*part) / 1e4 }

func roundedOr(part *float64) *float64 {
	if part == nil {
		return nil
	}
	return new(rounded(*part))
}
