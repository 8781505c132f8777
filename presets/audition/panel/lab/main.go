// Lab simulates panels of listeners whose preferences are known, and prints how far
// what presets/audition/panel says of them can be trusted.
//
//	go run ./presets/audition/panel/lab
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	n := flag.Int("n", 1000, "how many panels of each kind")
	seed := flag.Uint64("seed", 1, "of the lots")
	flag.Parse()
	if err := report(os.Stdout, run(*n, *seed), *n); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
