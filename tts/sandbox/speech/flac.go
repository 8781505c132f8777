package speech

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/frame"
	"github.com/mewkiz/flac/meta"
)

// flacBlock is the number of samples per channel in a frame: short enough to
// stream at 8 kHz (144 ms), and one of the sizes that a header has a code for.
const flacBlock = 1152

// flacEncoder writes one frame per write to w. The length and the checksum in
// its header stay 0, unknown, as the stream cannot be gone back to.
type flacEncoder struct {
	w        io.Writer
	enc      *flac.Encoder
	made     bytes.Buffer
	result   Result
	channels frame.Channels
	held     []int32
}

func newFLAC(r Result, w io.Writer) (*flacEncoder, error) {
	f := &flacEncoder{w: w, result: r, channels: frame.ChannelsMono}
	if r.Channels == 2 {
		f.channels = frame.ChannelsMidSide // both sides are the same: the difference costs nothing
	}
	var err error
	f.enc, err = flac.NewEncoder(&f.made, &meta.StreamInfo{
		BlockSizeMin: flacBlock, BlockSizeMax: flacBlock,
		SampleRate: uint32(r.SampleRate), NChannels: uint8(r.Channels), BitsPerSample: 16,
	})
	return f, err
}

func (f *flacEncoder) write(x []float32) error {
	for _, s := range x {
		f.held = append(f.held, int32(math.Round(float64(min(max(s, -1), 1))*math.MaxInt16)))
		if len(f.held) == flacBlock {
			if err := f.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *flacEncoder) flush() error {
	if len(f.held) > 0 {
		block := &frame.Frame{Header: frame.Header{
			HasFixedBlockSize: true, BlockSize: uint16(len(f.held)), SampleRate: uint32(f.result.SampleRate),
			Channels: f.channels, BitsPerSample: 16,
		}}
		for channel := range f.result.Channels {
			sub := &frame.Subframe{NSamples: len(f.held), Samples: append([]int32(nil), f.held...)}
			sub.Pred = frame.PredVerbatim // lets the encoder choose
			if channel == 1 {
				sub.Pred = frame.PredConstant
			}
			block.Subframes = append(block.Subframes, sub)
		}
		if err := f.enc.WriteFrame(block); err != nil {
			return fmt.Errorf("flac: %w", err)
		}
		f.held = f.held[:0]
	}
	_, err := f.w.Write(f.made.Bytes())
	f.made.Reset()
	return err
}

func (f *flacEncoder) close() error { return f.flush() }
