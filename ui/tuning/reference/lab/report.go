package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"time"

	"voicestudio/tts/tune"
)

func (t task) String() string {
	words := "same words"
	if !t.same {
		words = "other words"
	}
	return t.name + ", " + words
}

// report writes what came of the searches of a task by a way.
func report(w io.Writer, t task, by string, all []found) error {
	n := float64(len(all))
	var clips, before, after []float64
	var characters, within, set int
	var took time.Duration
	for _, f := range all {
		clips, before, after = append(clips, float64(f.clips)), append(before, f.before), append(after, f.after)
		characters += f.characters
		took += f.took
		if f.within() {
			within++
		}
		if f.set() {
			set++
		}
	}
	for _, x := range [][]float64{clips, before, after} {
		slices.Sort(x)
	}
	middle := len(all) / 2
	_, err := fmt.Fprintf(w, "%-22s %-13s sounds within 5 %% and 1 st %2d of %2d, is set so %2d; clips %2.0f, most %2.0f; distance %.2f → %.2f, most %.2f; %4.0f characters, %.1f s\n",
		t, by, within, len(all), set, clips[middle], clips[len(all)-1], before[middle], after[middle], after[len(all)-1], float64(characters)/n, took.Seconds()/n)
	if err != nil || len(t.axes) < 3 {
		return err
	}
	fmt.Fprintf(w, "%36s off by", "")
	for _, a := range t.axes {
		var off []float64
		for _, f := range all {
			off = append(off, f.off[a])
		}
		slices.Sort(off)
		if m := off[middle]; a == tune.Speed {
			fmt.Fprintf(w, "  %s %.0f %%", a, 100*(m-1))
		} else {
			fmt.Fprintf(w, "  %s %.0f", a, math.Round(m))
		}
	}
	_, err = fmt.Fprintln(w)
	return err
}
