// Lab hides settings, has the sandbox speak them as if somebody had been recorded, and
// prints how near a search by measures comes to them.
//
//	go run ./ui/tuning/reference/lab
//	go run ./ui/tuning/reference/lab -axes
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"voicestudio/tts/sandbox/speech"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
)

func main() {
	n := flag.Int("n", 20, "how many hidden settings of each kind")
	seed := flag.Uint64("seed", 1, "of the lots")
	axes := flag.Bool("axes", false, "print how surely the distance falls along each axis instead")
	flag.Parse()
	run := hidden
	if *axes {
		run = falls
	}
	if err := run(context.Background(), os.Stdout, *n, *seed); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// hidden searches hidden settings of two axes and of six, by each way.
func hidden(ctx context.Context, w io.Writer, n int, seed uint64) error {
	dir, err := os.MkdirTemp("", "lab")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s := session.New(session.Config{Takes: filepath.Join(dir, "takes")})
	defer s.Close()
	six := append(append([]tune.Axis{}, tune.Settings...), tune.Weights)
	for _, axes := range [][]tune.Axis{{tune.Speed, tune.Pitch}, six} {
		if _, err := fmt.Fprintf(w, "\n%d hidden settings of %v\n", n, axes); err != nil {
			return err
		}
		for _, l := range languages {
			for _, same := range []bool{true, false} {
				for _, by := range ways {
					t := task{l, same, axes}
					var all []found
					for i := range n {
						f, err := t.search(ctx, s, by, i, seed)
						if err != nil {
							return err
						}
						all = append(all, f)
					}
					if err := report(w, t, by.name, all); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// falls looks along the axes.
func falls(ctx context.Context, w io.Writer, n int, seed uint64) error {
	engine, err := speech.Open()
	if err != nil {
		return err
	}
	defer engine.Close()
	all, err := slopes(ctx, booth{engine}, n, seed)
	if err != nil {
		return err
	}
	reportSlopes(w, all)
	return nil
}
