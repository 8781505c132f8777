package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"voicestudio/player"
	"voicestudio/player/lab/vcard"
)

const (
	toneHz    = 2000
	loudLevel = 0.5
	softLevel = 0.05
)

// measureSwitches switches to and fro between a loud and a soft tone at odd
// moments, and prints how long each took from the key to the middle of the
// crossfade at the card's monitor.
func measureSwitches(card *vcard.Card, n int) error {
	name, value, _ := bytes.Cut([]byte(card.Env()), []byte("="))
	if err := os.Setenv(string(name), string(value)); err != nil {
		return err
	}
	for try := 1; ; try++ {
		took, still, err := switchRun(card, n)
		if err != nil {
			return err
		}
		if still >= vcard.Stall && try < maxTries {
			continue
		}
		slices.Sort(took)
		ms := func(share float64) float64 { return took[int(share*float64(len(took)-1))].Seconds() * 1000 }
		fmt.Printf("\nswitch: key -> other candidate at the card: median %.1f ms, p95 %.1f, best %.1f, worst %.1f; %d switches (stood still %.1f ms)\n",
			ms(0.5), ms(0.95), ms(0), ms(1), n, still.Seconds()*1000)
		return nil
	}
}

// switchRun says how long each switch took, and for how long nothing ran.
func switchRun(card *vcard.Card, n int) (took []time.Duration, still time.Duration, err error) {
	p := player.New()
	defer p.Close()
	if d := p.Device(); d.Silent {
		return nil, 0, errors.New(d.Reason)
	}
	length := time.Duration(n+10) * 300 * time.Millisecond
	var clips []player.Clip
	for _, level := range []float64{loudLevel, softLevel} {
		tl := p.Load(context.Background(), tone(level, length), player.Format{Codec: "pcm", SampleRate: vcard.Rate, Channels: 1})
		<-tl.Done()
		clips = append(clips, player.Clip{Timeline: tl})
	}
	rec, err := card.Record()
	if err != nil {
		return nil, 0, err
	}
	stall := vcard.WatchClock()
	p.Switch(clips[0], nil)
	odd := rand.New(rand.NewPCG(1, 1))
	var keys []time.Time
	for i := range n {
		time.Sleep(150*time.Millisecond + time.Duration(odd.IntN(100_000))*time.Microsecond)
		keys = append(keys, time.Now())
		p.Switch(clips[(i+1)%2], nil)
	}
	time.Sleep(200 * time.Millisecond)
	still = stall()
	p.Stop()
	at := turns(rec.Stop())
	if len(at) < n+1 {
		return nil, 0, fmt.Errorf("of %d switches %d were heard", n, len(at))
	}
	at = at[1:] // behind the beginning
	for i, key := range keys {
		took = append(took, rec.At(at[i]).Sub(key))
	}
	return took, still, nil
}

// turns are where it becomes loud, and not loud any more: a peak comes four times
// a millisecond.
func turns(x []int16) (at []int) {
	const half = (loudLevel + softLevel) / 2 * 32768
	const rest = vcard.Rate / 500
	loud, last := false, 0
	for i, v := range x {
		switch high := math.Abs(float64(v)) > half; {
		case high && !loud:
			loud = true
			at = append(at, i)
			last = i
		case high:
			last = i
		case loud && i-last > rest:
			loud = false
			at = append(at, last)
		}
	}
	return at
}

func tone(level float64, d time.Duration) *bytes.Reader {
	var pcm []byte
	for i := range int(d.Seconds() * vcard.Rate) {
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(int16(level*32767*math.Sin(2*math.Pi*toneHz*float64(i)/vcard.Rate))))
	}
	return bytes.NewReader(pcm)
}
