package export

import (
	"bufio"
	"cmp"
	"context"
	"crypto/md5"
	"encoding/binary"
	"io"
	"strings"

	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/frame"
	"github.com/mewkiz/flac/meta"
)

// flacBlock is the usual number of frames in a FLAC frame.
const flacBlock = 4096

func writeFLAC(_ context.Context, w io.Writer, a *audio, tags []Tag) error {
	rate, channels, total := a.rate, a.channels, a.samples/a.channels
	sum := md5.New()
	if _, err := io.Copy(sum, a.pcm()); err != nil {
		return err
	}
	info := &meta.StreamInfo{
		BlockSizeMin: flacBlock, BlockSizeMax: flacBlock,
		SampleRate: uint32(rate), NChannels: uint8(channels), BitsPerSample: 16,
		NSamples: uint64(total), MD5sum: [md5.Size]byte(sum.Sum(nil)),
	}
	out := bufio.NewWriter(w)
	// The library would write its own stream info, into comments of its own, to
	// what can be sought.
	if _, err := out.Write(flacHead(info, vorbisComment(nil, tags))); err != nil {
		return err
	}
	frames := &afterHead{w: out}
	enc, err := flac.NewEncoder(frames, info)
	if err != nil {
		return err
	}
	frames.pass = true
	layout := frame.ChannelsMono
	if channels == 2 {
		layout = frame.ChannelsMidSide
	}
	pcm, b := a.pcm(), make([]byte, 2*channels*flacBlock)
	for at := 0; at < total; at += flacBlock {
		n := min(flacBlock, total-at)
		if _, err := io.ReadFull(pcm, b[:2*channels*n]); err != nil {
			return err
		}
		f := &frame.Frame{Header: frame.Header{
			HasFixedBlockSize: true, BlockSize: uint16(n), SampleRate: uint32(rate), Channels: layout, BitsPerSample: 16,
		}}
		for c := range channels {
			// Verbatim asks the encoder to find something better.
			s := &frame.Subframe{SubHeader: frame.SubHeader{Pred: frame.PredVerbatim}, NSamples: n, Samples: make([]int32, n)}
			for i := range n {
				s.Samples[i] = int32(int16(binary.LittleEndian.Uint16(b[2*(i*channels+c):])))
			}
			f.Subframes = append(f.Subframes, s)
		}
		if err := enc.WriteFrame(f); err != nil {
			// The library hides it behind colours and a place in its source.
			return cmp.Or(frames.err, err)
		}
	}
	return out.Flush()
}

// afterHead drops what the encoder writes before the first frame.
type afterHead struct {
	w    io.Writer
	pass bool
	err  error // of w
}

func (a *afterHead) Write(p []byte) (int, error) {
	if !a.pass {
		return len(p), nil
	}
	n, err := a.w.Write(p)
	a.err = cmp.Or(a.err, err)
	return n, err
}

// flacHead is a file up to its first frame.
func flacHead(info *meta.StreamInfo, comment []byte) []byte {
	var b []byte
	b = binary.BigEndian.AppendUint16(b, info.BlockSizeMin)
	b = binary.BigEndian.AppendUint16(b, info.BlockSizeMax)
	b = append(b, make([]byte, 6)...) // frame sizes: unknown
	b = binary.BigEndian.AppendUint64(b, uint64(info.SampleRate)<<44|uint64(info.NChannels-1)<<41|
		uint64(info.BitsPerSample-1)<<36|info.NSamples)
	b = append(b, info.MD5sum[:]...)
	return flacBlocks([]flacMeta{{byte(meta.TypeStreamInfo), b}, {byte(meta.TypeVorbisComment), comment}})
}

// flacMeta is a metadata block.
type flacMeta struct {
	kind byte
	body []byte
}

func flacBlocks(blocks []flacMeta) []byte {
	b := []byte("fLaC")
	for i, m := range blocks {
		kind := m.kind
		if i == len(blocks)-1 {
			kind |= 0x80
		}
		n := len(m.body)
		b = append(b, kind, byte(n>>16), byte(n>>8), byte(n))
		b = append(b, m.body...)
	}
	return b
}

// vorbisComment is a comment block of the tags, after what is kept of another
// one.
func vorbisComment(kept []string, tags []Tag) []byte {
	const vendor = "voicestudio"
	list := kept
	for _, t := range tags {
		list = append(list, strings.ToUpper(t.Name)+"="+clean(t.Value))
	}
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(vendor)))
	b = append(b, vendor...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	for _, c := range list {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(c)))
		b = append(b, c...)
	}
	return b
}
