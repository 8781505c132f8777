package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
)

// bursts is how many each clip has: the n-th is what two clips say alike.
const bursts = 12

// A burst is a tone, about as long as a vowel's nucleus, that swells and fades.
const (
	burstLength = 0.030 // s
	burstTone   = 900   // Hz
)

// wave is a wav file with bursts at some places.
func wave(places []float64, length float64, rate, channels int) []byte {
	samples := make([]int16, int(length*float64(rate))*channels)
	for _, place := range places {
		from := int(place * float64(rate))
		for i := range int(burstLength * float64(rate)) {
			t := float64(i) / float64(rate)
			x := 9000 * math.Pow(math.Sin(math.Pi*t/burstLength), 2) * math.Sin(2*math.Pi*burstTone*t)
			for c := range channels {
				samples[(from+i)*channels+c] = int16(x)
			}
		}
	}
	var file bytes.Buffer
	size := uint32(2 * len(samples))
	for _, part := range []any{
		[]byte("RIFF"), 36 + size, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(channels),
		uint32(rate), uint32(2 * channels * rate), uint16(2 * channels), uint16(16), []byte("data"), size, samples,
	} {
		binary.Write(&file, binary.LittleEndian, part)
	}
	return file.Bytes()
}

// mp3 encodes a wav file. What lame writes to a pipe has no tag.
func mp3(folder string, wav []byte, options []string) ([]byte, error) {
	name := filepath.Join(folder, "clip.mp3")
	cmd := exec.Command("lame", append(append([]string{"--quiet"}, options...), "-", name)...)
	cmd.Stdin = bytes.NewReader(wav)
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("lame: %w: %s", err, said)
	}
	return os.ReadFile(name)
}

// burstsOf finds where bursts are, in seconds: the centre of their power, to which
// what an encoder smears does little.
func burstsOf(samples []float32, channels, rate int) []float64 {
	step := rate / 1000
	var powers []float64 // of each ms
	most := 0.0
	for i := 0; i+step*channels <= len(samples); i += step * channels {
		sum := 0.0
		for _, x := range samples[i : i+step*channels] {
			sum += float64(x) * float64(x)
		}
		powers = append(powers, sum)
		most = max(most, sum)
	}
	var found []float64
	for i := 0; i < len(powers); i++ {
		if powers[i] < most/50 {
			continue
		}
		sum, moment := 0.0, 0.0
		for j := max(0, i-20); j < min(len(powers), i+60); j++ {
			sum += powers[j]
			moment += powers[j] * (float64(j) + 0.5)
		}
		found = append(found, moment/sum*float64(step)/float64(rate))
		i += 60
	}
	return found
}
