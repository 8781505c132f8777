// Lab has listeners tune a voice by what they hear: each has the sound of a hidden
// request in its head, spoken by the sandbox, and says of clips which sounds most
// like it. It prints in how many clips, characters and seconds they get there: by
// the search of tts/tune, with sliders, and by chance.
//
//	go run ./ui/tuning/lab
//	go run ./ui/tuning/lab -methods
//
// The first takes some ten minutes on two cores that do nothing else, the second
// twice that; -n 3 a tenth of it.
// What it cannot tell: whether people hear what package likeness does.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/tune/ways"
)

func main() {
	n := flag.Int("n", 30, "how many listeners of each kind")
	seed := flag.Uint64("seed", 1, "of the lots")
	compare := flag.Bool("methods", false, "compare the steps that the search could take")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, *n, *seed, *compare); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, n int, seed uint64, compare bool) error {
	engine, err := speech.Open()
	if err != nil {
		return err
	}
	defer engine.Close()
	// The noises are those of the listeners of tts/tune/lab.
	l := lab{engine, priors, []float64{.05, .12}, 60}
	tried, print := ways.All, l.report
	if compare {
		tried, print = ways.Neighbours(), l.ranking
	}
	outcomes, err := l.run(ctx, tried, n, seed)
	if err != nil {
		return err
	}
	return print(w, outcomes)
}
