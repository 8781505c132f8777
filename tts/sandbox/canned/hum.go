package canned

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"time"
)

// A hum is a tone in mp3 frames that carry the number of the answer that they
// belong to, so that whoever hears a frame knows what was asked for.
const (
	HumBytes = 144                   // a frame's, of 32 kbit/s at 32 kHz
	HumTime  = 36 * time.Millisecond // a frame's: 1152 samples
	markAt   = 4 + 17 + 8            // behind the sound of a frame
	markText = "answer %08d;"
)

// Hum is a tone of 1 kHz of some length, and so many dB louder than another of 0.
func Hum(length time.Duration, db float64, answer int) []byte {
	n := max(8, int(math.Ceil(length.Seconds()/HumTime.Seconds())))
	return bytes.Repeat(humFrame(db, answer), n)
}

// humFrame is one frame of MPEG-1 Layer III, mono, in which one line of the
// spectrum is not zero.
func humFrame(db float64, answer int) []byte {
	const pairs = 20 // the tone is their last line: 1 kHz
	gain := 200 + math.Round(db/1.5)
	var b bitWriter
	b.add(0xfffb18c0, 32)
	b.add(0, 9+5+4) // no bytes from the frame before
	for range 2 {
		b.add(pairs+2, 12) // bits of the spectrum
		b.add(pairs, 9)
		b.add(uint64(gain), 8)
		b.add(0, 4+1)
		b.add(1<<10|1<<5|1, 15) // the first table of codes
		b.add(0, 4+3+1+1+1)
	}
	for range 2 {
		b.add(1<<(pairs-1)-1, pairs-1) // pairs of zeros
		b.add(0b010, 3)                // one and zero; plus
	}
	frame := make([]byte, HumBytes)
	copy(frame, b.bytes)
	copy(frame[markAt:], fmt.Sprintf(markText, answer))
	return frame
}

// AnswerOf is the number of the answer whose frames these are; -1: none.
func AnswerOf(audio []byte) int {
	_, rest, found := bytes.Cut(audio, []byte("answer "))
	number, _, ends := bytes.Cut(rest, []byte(";"))
	n, err := strconv.Atoi(string(number))
	if !found || !ends || err != nil {
		return -1
	}
	return n
}

type bitWriter struct {
	bytes []byte
	free  int // bits of the last byte
}

func (b *bitWriter) add(value uint64, bits int) {
	for i := bits - 1; i >= 0; i-- {
		if b.free == 0 {
			b.bytes, b.free = append(b.bytes, 0), 8
		}
		b.free--
		b.bytes[len(b.bytes)-1] |= byte(value>>i&1) << b.free
	}
}
