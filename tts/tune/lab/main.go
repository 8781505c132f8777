// Lab has listeners tune a voice, whose taste is known, and prints in how many clips
// they get there: by the search of this package, with sliders, and by chance.
//
//	go run ./tts/tune/lab
//	go run ./tts/tune/lab -methods
package main

import (
	"flag"
	"fmt"
	"os"

	"voicestudio/tts/tune/ways"
)

func main() {
	n := flag.Int("n", 300, "how many listeners of each kind")
	seed := flag.Uint64("seed", 1, "of the lots")
	compare := flag.Bool("methods", false, "compare the steps that the search could take")
	flag.Parse()
	tried, print := ways.All, report
	if *compare {
		tried, print = ways.Methods(), ranking
	}
	outcomes, err := runAll(worlds, tried, *n, *seed)
	if err == nil {
		err = print(os.Stdout, outcomes)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
