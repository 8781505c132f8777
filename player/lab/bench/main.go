// Command bench plays the same paced mp3 stream with this player, mpv and
// ffplay in turn on a virtual sound card, and prints how long each takes from
// the first chunk sent to the first sound heard, how many gaps it has, and what
// it costs. Then it switches between two candidates and prints how long it takes
// from the key to the other one. With -long it streams one long take with this
// player and prints its processor time, memory and allocations.
//
// It needs the programs pulseaudio, pactl, parec, lame, mpv and ffplay. Like
// everything in lab it is a tool for measuring and no part of the product:
//
//	go run ./player/lab/bench
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"voicestudio/player/lab/vcard"
)

func main() {
	play := flag.Bool("play", false, "play standard input; used by bench itself")
	runs := flag.Int("n", 7, "runs of each player at each pace; 0: none")
	length := flag.Duration("length", 3*time.Second, "length of the stream")
	switches := flag.Int("switches", 100, "switches between two candidates; 0: none")
	long := flag.Duration("long", 0, "instead, stream one take of this length at real-time pace")
	warm := flag.Duration("warm", 700*time.Millisecond, "time between a player's start and the first chunk")
	flag.Parse()
	var err error
	switch {
	case *play:
		err = playStdin()
	case *long > 0:
		err = longStream(*long)
	default:
		err = table(*runs, *length, *warm, *switches)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench: "+err.Error())
		os.Exit(1)
	}
}

// paces are multiples of real time.
var paces = []int{4, 1}

// table prints what is asked for.
func table(runs int, length, warm time.Duration, switches int) error {
	card, err := vcard.Start()
	if err != nil {
		return err
	}
	defer card.Stop()
	if runs > 0 {
		if err := compare(card, runs, length, warm); err != nil {
			return err
		}
	}
	if switches > 0 {
		return measureSwitches(card, switches)
	}
	return nil
}

// compare prints a table; the players take turns, so that a busy moment of the
// machine meets them all.
func compare(card *vcard.Card, runs int, length, warm time.Duration) error {
	mp3, err := chirp(length)
	if err != nil {
		return err
	}
	fmt.Printf("%d runs; first chunk sent to first sound at the card's monitor; 32 kHz mono 128 kbit/s, a chunk every 100 ms\n\n", runs)
	fmt.Printf("%-6s %-12s %8s %8s %8s %8s %12s %9s\n", "pace", "player", "median", "best", "worst", "gaps", "silence", "against")
	disturbed := 0
	for _, pace := range paces {
		results := make([][]result, len(players))
		for range runs {
			for i, p := range players {
				r, tries, err := p.undisturbed(card, mp3, pace, warm)
				if err != nil {
					return fmt.Errorf("%s: %w", p.name, err)
				}
				results[i] = append(results[i], r)
				disturbed += tries - 1
			}
		}
		ours := median(results[0])
		for i, p := range players {
			rs := results[i]
			slices.SortFunc(rs, func(a, b result) int { return int(a.first - b.first) })
			gaps, silence, stall := 0, time.Duration(0), time.Duration(0)
			for _, r := range rs {
				gaps += r.gaps
				silence += r.silence
				stall = max(stall, r.stall)
			}
			fmt.Printf("%-6s %-12s %5d ms %5d ms %5d ms %8d %9d ms %8.1fx   (stood still %.1f ms)\n", fmt.Sprintf("%dx", pace), p.name, median(rs).Milliseconds(),
				rs[0].first.Milliseconds(), rs[len(rs)-1].first.Milliseconds(), gaps, silence.Milliseconds(), float64(median(rs))/float64(ours), stall.Seconds()*1000)
		}
	}
	fmt.Printf("\n%d runs in which the machine stood still for %v or more were repeated\n", disturbed, vcard.Stall)
	return nil
}

func median(rs []result) time.Duration {
	var d []time.Duration
	for _, r := range rs {
		d = append(d, r.first)
	}
	slices.Sort(d)
	return d[len(d)/2]
}
