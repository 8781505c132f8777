package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"time"

	"voicestudio/player/decode"
	"voicestudio/presets/audition/page"
)

// clip is a train of short bursts at places of its own, so that what is heard tells
// which clip it is, and where in it one is.
type clip struct {
	page.Clip
	kind
	bursts []float64 // where they are, in seconds, as this program decodes it
}

// kind is one of those that browsers may decode in different ways.
type kind struct {
	says     string
	rate     int
	channels int
	lead     float64 // seconds of silence before the first burst
	// late is how many seconds later than this program every browser decodes it, for
	// the page's audio is as much later than what its mark, map and start are of:
	// browsers of today have no delay of their own that the page had to find.
	late float64
	lame []string // nil: wav
}

// kinds are with and without the tag that tells an encoder's delay, at rates of
// MPEG-1 and MPEG-2, in two channels.
var kinds = []kind{
	{"mp3 32 kHz, tagged", 32000, 1, 0.05, 0, []string{"-b", "128"}},
	{"mp3 32 kHz, untagged", 32000, 1, 0.60, 0, []string{"-t", "-b", "128"}},
	{"mp3 44.1 kHz stereo, put 37 ms later", 44100, 2, 0.20, 0.037, []string{"-t", "-b", "128"}},
	{"mp3 24 kHz, untagged", 24000, 1, 0.35, 0, []string{"-t", "-b", "64"}},
	{"wav 32 kHz, put 25 ms earlier", 32000, 1, 0.10, -0.025, nil},
}

// makeClips makes one of each kind; folder is where lame may write.
func makeClips(folder string) (all []clip, err error) {
	for i, k := range kinds {
		lot := rand.New(rand.NewPCG(uint64(i), 14))
		at, places := k.lead, []float64(nil)
		for range bursts {
			places = append(places, at)
			at += 0.16 + 0.16*lot.Float64()
		}
		c := clip{kind: k, Clip: page.Clip{ID: fmt.Sprintf("%08x", lot.Uint32()), Gain: -float64(i)}}
		here, err := k.encode(folder, places, at)
		if err != nil {
			return nil, err
		}
		for n := range places {
			places[n] += k.late
		}
		if c.Audio, err = k.encode(folder, places, at+k.late); err != nil {
			return nil, err
		}
		if err := c.measure(here); err != nil {
			return nil, fmt.Errorf("%s: %w", k.says, err)
		}
		all = append(all, c)
	}
	return all, nil
}

func (k kind) format() string {
	if k.lame == nil {
		return "wav"
	}
	return "mp3"
}

func (k kind) encode(folder string, places []float64, length float64) ([]byte, error) {
	wav := wave(places, length, k.rate, k.channels)
	if k.lame == nil {
		return wav, nil
	}
	return mp3(folder, wav, k.lame)
}

// measure says of a clip what follows from its audio as this program has it.
func (c *clip) measure(encoded []byte) error {
	var samples []float32
	var rate, channels int
	err := decode.Whole(bytes.NewReader(encoded), decode.Format{Codec: c.format()}, func(x []float32, r, n int) error {
		samples, rate, channels = append(samples, x...), r, n
		return nil
	})
	if err != nil {
		return err
	}
	if c.bursts = burstsOf(samples, channels, rate); len(c.bursts) != bursts {
		return fmt.Errorf("%d bursts were found, not %d", len(c.bursts), bursts)
	}
	c.From = seconds(c.bursts[0] - 0.04)
	c.Length = seconds(float64(len(samples)/channels) / float64(rate))
	c.Mark = page.MarkOf(samples, channels, rate)
	return nil
}

// trueMaps say of every two clips where they say the same.
func trueMaps(clips []clip) [][][]page.Knot {
	all := make([][][]page.Knot, len(clips))
	for i := range clips {
		all[i] = make([][]page.Knot, len(clips))
		for j := i + 1; j < len(clips); j++ {
			for n := range bursts {
				all[i][j] = append(all[i][j], page.Knot{A: seconds(clips[i].bursts[n]), B: seconds(clips[j].bursts[n])})
			}
		}
	}
	return all
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
