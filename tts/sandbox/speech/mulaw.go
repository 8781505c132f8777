package speech

import (
	"io"
	"math"
	"math/bits"
)

// mulaw writes G.711 mu-law, a byte per sample, after a header where there is
// one.
type mulaw struct {
	w        io.Writer
	channels int
	header   []byte
	buf      []byte
}

func (m *mulaw) write(x []float32) error {
	m.buf = append(m.buf[:0], m.header...)
	m.header = nil
	for _, s := range x {
		code := compress(int(math.Round(float64(min(max(s, -1), 1)) * math.MaxInt16)))
		for range m.channels {
			m.buf = append(m.buf, code)
		}
	}
	if len(m.buf) == 0 {
		return nil
	}
	_, err := m.w.Write(m.buf)
	return err
}

func (m *mulaw) close() error { return m.write(nil) }

// compress makes a code of a 16-bit sample: sign, segment and step, all
// inverted. The bias and the largest sample are G.711's, for 16 bits instead of 14.
func compress(sample int) byte {
	const bias, most = 132, 32635
	sign := byte(0)
	if sample < 0 {
		sign, sample = 0x80, -sample
	}
	sample = min(sample, most) + bias
	segment := bits.Len(uint(sample)) - 8
	return ^(sign | byte(segment)<<4 | byte(sample>>(segment+3))&15)
}
