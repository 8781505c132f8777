package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"time"

	"voicestudio/player/lab/vcard"
)

// contestant is a program that plays mp3 from standard input.
type contestant struct {
	name string
	argv func() ([]string, error)
}

var players = []contestant{
	{"this player", func() ([]string, error) {
		exe, err := os.Executable()
		return []string{exe, "-play"}, err
	}},
	{"mpv", fixed("mpv", "--no-cache", "--no-terminal", "--", "fd://0")},
	{"ffplay", fixed("ffplay", "-nodisp", "-autoexit", "-loglevel", "error", "-i", "-")},
}

func fixed(argv ...string) func() ([]string, error) {
	return func() ([]string, error) { return argv, nil }
}

// result of one run.
type result struct {
	first   time.Duration // first chunk to first sound
	gaps    int
	silence time.Duration // in all gaps
	stall   time.Duration // for which nothing ran on the machine
}

const (
	bytesPerChunk = 1600 // 100 ms of 128 kbit/s
	period        = 100 * time.Millisecond
)

// maxTries bounds how often a run is repeated because the machine stood still.
const maxTries = 5

// undisturbed measures until the machine did not stand still meanwhile, or
// patience ends.
func (c contestant) undisturbed(card *vcard.Card, mp3 []byte, pace int, warm time.Duration) (r result, tries int, err error) {
	for tries = 1; ; tries++ {
		stall := vcard.WatchClock()
		r, err = c.measure(card, mp3, pace, warm)
		r.stall = stall()
		if err != nil || r.stall < vcard.Stall || tries == maxTries {
			return r, tries, err
		}
	}
}

func (c contestant) measure(card *vcard.Card, mp3 []byte, pace int, warm time.Duration) (r result, err error) {
	cmd, in, err := c.start(card)
	if err != nil {
		return r, err
	}
	defer cmd.Process.Kill()
	rec, err := card.Record()
	if err != nil {
		return r, err
	}
	time.Sleep(warm)
	sent := time.Now()
	if err := feed(in, mp3, pace, sent); err != nil {
		rec.Stop()
		return r, fmt.Errorf("%w: %w: %s%s", err, cmd.Wait(), cmd.Stdout, cmd.Stderr)
	}
	err = cmd.Wait()
	x := vcard.Span(rec.Stop())
	if err != nil {
		return r, fmt.Errorf("%w: %s", err, cmd.Stderr)
	}
	if len(x) == 0 {
		return r, fmt.Errorf("nothing was heard: %s", cmd.Stderr)
	}
	r.first = rec.First().Sub(sent)
	r.gaps, r.silence = gaps(x)
	return r, nil
}

func (c contestant) start(card *vcard.Card) (*exec.Cmd, io.WriteCloser, error) {
	argv, err := c.argv()
	if err != nil {
		return nil, nil, err
	}
	cmd := vcard.Command(argv[0], argv[1:]...)
	cmd.Env = append(os.Environ(), card.Env(), "SDL_AUDIODRIVER=pulse")
	cmd.Stderr, cmd.Stdout = new(bytes.Buffer), new(bytes.Buffer)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	return cmd, in, cmd.Start()
}

// feed writes a chunk every 100 ms, the first at once.
func feed(in io.WriteCloser, mp3 []byte, pace int, sent time.Time) error {
	defer in.Close()
	for n := 0; len(mp3) > 0; n++ {
		time.Sleep(time.Until(sent.Add(time.Duration(n) * period)))
		chunk := mp3[:min(pace*bytesPerChunk, len(mp3))]
		if _, err := in.Write(chunk); err != nil {
			return err
		}
		mp3 = mp3[len(chunk):]
	}
	return nil
}

// gaps counts the stretches of 5 ms or more without sound: the chirp has none
// of a millisecond.
func gaps(x []int16) (n int, silence time.Duration) {
	quiet := 0
	for _, v := range x {
		if v < 30 && v > -30 {
			quiet++
			continue
		}
		if quiet >= vcard.Rate/200 {
			n++
			silence += time.Duration(quiet) * time.Second / vcard.Rate
		}
		quiet = 0
	}
	return n, silence
}

// chirp is a tone that sweeps from 200 to 1500 Hz and back, as a speech service
// would send it: a bare mp3 stream.
func chirp(length time.Duration) ([]byte, error) {
	const rate = 32000
	pcm := make([]byte, 0, 2*int(length.Seconds()*rate))
	phase := 0.0
	for i := range cap(pcm) / 2 {
		hz := 850 - 650*math.Cos(2*math.Pi*float64(i)/(3*rate))
		phase += 2 * math.Pi * hz / rate
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(int16(16384*math.Sin(phase))))
	}
	cmd := exec.Command("lame", "--flush", "-r", "-s", "32", "--resample", "32", "--bitwidth", "16", "--signed", "--little-endian",
		"-m", "m", "--cbr", "-b", "128", "-t", "--quiet", "-", "-")
	cmd.Stdin = bytes.NewReader(pcm)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("lame: %w", err)
	}
	return out, nil
}
