// Command bench puts a TLS server behind a delay, as a host on another
// continent is, and prints how long it takes from a request to the first byte
// of the answer and to the first audio: for this program's client, for curl,
// and for a loop around http.Post, on the occasions that a person meets. It
// ends with 1 where the client takes more than a round trip and 15 ms on an
// occasion for which it had time to make a connection.
//
// It needs curl with HTTP/2 and takes some minutes; -n 1 -idle 0 gives a glance.
// It is a tool for measuring and no part of the product:
//
//	go run ./tts/host/bench
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"
)

// trips are the round trips: within a region, across a continent, across an
// ocean, across the world.
var trips = []time.Duration{40 * time.Millisecond, 100 * time.Millisecond, 180 * time.Millisecond, 250 * time.Millisecond}

// most is what a client may take beyond one round trip.
const most = 15 * time.Millisecond

func main() {
	runs := flag.Int("n", 7, "runs of each client on each occasion, of which the median is told")
	idle := flag.Duration("idle", 31*time.Second, "how long nothing is asked for in the row of that name: more than the client trusts a connection")
	flag.Parse()
	met, err := compare(context.Background(), *runs, *idle)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench: "+err.Error())
	case met:
		fmt.Println("\nevery row with time to make a connection is within the goal")
	}
	if err != nil || !met {
		os.Exit(1)
	}
}

// compare prints the table; met is whether every warm row reached the goal.
func compare(ctx context.Context, runs int, idle time.Duration) (met bool, err error) {
	authority, err := newAuthority()
	if err != nil {
		return false, err
	}
	defer authority.remove()
	fmt.Printf("ms to the first byte / to the first audio, median of %d or fewer runs in which the machine did not stand still (~ of others); TLS 1.3, curl's with the start of its process\n* is more than a round trip + %d ms though there was time\n\n", runs, most.Milliseconds())
	fmt.Printf("%-9s %-20s %5s", "", "", "RTT")
	for _, c := range clients {
		fmt.Printf("  %14s", c.name)
	}
	fmt.Println()
	met = true
	for _, version := range []int{1, 2} {
		far, err := serve(authority, version)
		if err != nil {
			return false, err
		}
		for _, o := range occasions {
			lines, err := o.measure(ctx, far, runs, idle)
			if err != nil {
				far.close()
				return false, fmt.Errorf("%s: %w", o.name, err)
			}
			for i, line := range lines {
				late := o.warm(version) && line[0].first-trips[i] > most
				met = met && !late
				fmt.Printf("%-9s %-20s %5d", fmt.Sprintf("HTTP/%d", version), o.name, trips[i].Milliseconds())
				for j, t := range line {
					fmt.Printf("  %14s", t.String()+mark(late && j == 0))
				}
				fmt.Println()
			}
		}
		far.close()
	}
	return met, nil
}

func mark(late bool) string {
	if late {
		return "*"
	}
	return ""
}

// taken is what one request took; 0 is not known.
type taken struct {
	first, audio time.Duration
	rough        bool // the machine was never at rest
}

func (t taken) String() string {
	cell := func(d time.Duration) string {
		if d == 0 {
			return "-"
		}
		return fmt.Sprint(d.Round(time.Millisecond).Milliseconds())
	}
	if t == (taken{}) {
		return "-"
	}
	said := cell(t.first) + " / " + cell(t.audio)
	if t.rough {
		return "~" + said
	}
	return said
}

func median(all []taken) (m taken) {
	if len(all) == 0 {
		return taken{}
	}
	of := func(pick func(taken) time.Duration) time.Duration {
		var d []time.Duration
		for _, t := range all {
			d = append(d, pick(t))
		}
		slices.Sort(d)
		return d[len(d)/2]
	}
	return taken{first: of(func(t taken) time.Duration { return t.first }), audio: of(func(t taken) time.Duration { return t.audio })}
}

// measure has every client ask on an occasion, at all distances side by side;
// a line is a distance, a cell of it a client.
func (o occasion) measure(ctx context.Context, far *server, runs int, idle time.Duration) ([][]taken, error) {
	lines, faults := make([][]taken, len(trips)), make([]error, len(trips)*len(clients))
	var all sync.WaitGroup
	for i, trip := range trips {
		lines[i] = make([]taken, len(clients))
		for j, c := range clients {
			if c.only != "" && c.only != o.name {
				continue
			}
			all.Go(func() {
				lines[i][j], faults[i*len(clients)+j] = o.by(ctx, c, far, trip, runs, idle)
			})
		}
	}
	all.Wait()
	return lines, errors.Join(faults...)
}
