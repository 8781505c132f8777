package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
)

// cutOgg cuts what an encoder wrote into its pages.
func cutOgg(t testing.TB, data []byte) (pages []oggPage) {
	t.Helper()
	for len(data) > 0 {
		p, size, v := readPage(data)
		if v != accept {
			t.Fatalf("page %d is none", len(pages))
		}
		pages, data = append(pages, p), data[size:]
	}
	return pages
}

// joinOgg writes pages.
func joinOgg(pages ...oggPage) (data []byte) {
	for _, p := range pages {
		flags := byte(0)
		for i, set := range []bool{p.continued, p.first, p.last} {
			if set {
				flags |= 1 << i
			}
		}
		b := append([]byte(oggSign), 0, flags)
		b = binary.LittleEndian.AppendUint64(b, uint64(p.granule))
		b = binary.LittleEndian.AppendUint32(b, p.serial)
		b = binary.LittleEndian.AppendUint32(b, p.seq)
		b = append(b, 0, 0, 0, 0, byte(len(p.lacing)))
		b = append(append(b, p.lacing...), p.body...)
		binary.LittleEndian.PutUint32(b[22:], oggSum(0, b))
		data = append(data, b...)
	}
	return data
}

// edited is a page with another body of the same length.
func (p oggPage) edited(do func(body []byte)) oggPage {
	p.body = slices.Clone(p.body)
	do(p.body)
	return p
}

func TestPacketsGoOverPages(t *testing.T) {
	data := tonesAt(opusRate, 2).opus(t, opusRate, "--bitrate", "256")
	want := opusdec(t, data)
	pages := cutOgg(t, data)
	small, seq := pages[:2:2], uint32(1)
	begun, over := false, 0 // a packet that has not ended, and how many were such
	ends := int64(0)        // packets of 20 ms
	for _, p := range pages[2:] {
		for len(p.lacing) > 0 { // three segments to a page
			n := min(3, len(p.lacing))
			q := oggPage{continued: begun, granule: -1, serial: p.serial, lacing: p.lacing[:n]}
			seq++
			q.seq, q.last = seq, p.last && n == len(p.lacing)
			size := 0
			for _, l := range q.lacing {
				size += int(l)
			}
			q.body, p.body, p.lacing = p.body[:size], p.body[size:], p.lacing[n:]
			if q.continued {
				over++
			}
			for _, l := range q.lacing {
				if l < 255 {
					ends += 960
					q.granule = ends
				}
			}
			if begun = q.lacing[n-1] == 255; q.last {
				q.granule = p.granule
			}
			small = append(small, q)
		}
	}
	got, err := ofOpus(t, joinOgg(small...), random(4))
	if a := apart(t, got, want); err != io.EOF || a > 1e-5 || over < 20 {
		t.Errorf("%d packets go over pages: differs by %g, %v", over, a, err)
	}
	// Where only the end of a packet is left, it is none.
	for i := len(small) / 2; i < len(small)/2+5; i++ {
		got, err := ofOpus(t, joinOgg(slices.Delete(slices.Clone(small), i, i+1)...), random(4))
		if !errors.Is(err, ErrDamaged) || len(got) != len(want) {
			t.Errorf("without page %d: %d samples of %d, %v", i, len(got), len(want), err)
		}
	}
	silent := slices.Clone(small) // about where they end
	for i := range silent[:len(silent)-1] {
		if i > 1 {
			silent[i].granule = -1
		}
	}
	if got, err := ofOpus(t, joinOgg(silent...), random(4)); err != io.EOF || apart(t, got, want) > 1e-5 {
		t.Errorf("%d samples, %v", len(got), err)
	}
}

func TestOfAPacketThatLacksAPartNothingIsLeft(t *testing.T) {
	var o oggPackets
	body := make([]byte, 600)
	for i, c := range []struct {
		continued bool
		lacing    []byte
		lost      bool
		whole     []int
	}{
		{false, []byte{7}, false, []int{7}},
		{true, []byte{10, 20}, true, []int{20}}, // the beginning
		{true, []byte{255}, true, nil},
		{true, []byte{255, 5, 6}, true, []int{6}},
		{false, []byte{8, 255, 255}, false, []int{8}},
		{true, []byte{40}, false, []int{550}},
		{false, []byte{255}, false, nil},
		{false, []byte{9}, true, []int{9}}, // the end
	} {
		size := 0
		for _, n := range c.lacing {
			size += int(n)
		}
		lost := o.add(oggPage{continued: c.continued, seq: uint32(i), lacing: c.lacing, body: body[:size]})
		var whole []int
		for packet, ok := o.next(); ok; packet, ok = o.next() {
			whole = append(whole, len(packet))
		}
		if lost != c.lost || !slices.Equal(whole, c.whole) {
			t.Errorf("page %d: packets of %d bytes, lost %v", i, whole, lost)
		}
	}
}

func TestDamagedOpusIsHeardAsLongAsItWas(t *testing.T) {
	s := tonesAt(opusRate, 1)
	data := s.opus(t, 2*opusRate)
	clean, pages := opusdec(t, data), cutOgg(t, data)
	at := bytes.Index(data, pages[5].body) + 300
	garbled := slices.Clone(data)
	garbled[at] ^= 1
	sign := slices.Clone(data)
	sign[bytes.Index(data, joinOgg(pages[5]))] = 'o'
	refused := slices.Clone(pages)
	refused[5] = pages[5].edited(func(body []byte) { // its first packet has one frame and more padding than there is
		copy(body, append([]byte{body[0] | 3, 0x41}, bytes.Repeat([]byte{255}, int(pages[5].lacing[0])-2)...))
	})
	empty := slices.Clone(pages)
	empty[5].lacing = append(slices.Clone(empty[5].lacing), 0)
	over := slices.Clone(pages)
	over[5] = pages[5].edited(func(body []byte) { body[0] |= 3; body[1] = 63 })
	long := slices.Clone(data) // up to behind the end
	long[bytes.Index(data, joinOgg(pages[5]))+oggHeader-1] = 255
	jump := slices.Delete(slices.Clone(pages), 5, 6) // of the numbers alone, later
	for i := range jump[7:] {
		jump[7+i].granule += opusRate
	}
	first := slices.Delete(slices.Clone(pages), 2, 3)
	for name, c := range map[string]struct {
		data   []byte
		says   string
		beside int // frames before 5 pages in which nothing differs
	}{
		"a byte":              {garbled, fmt.Sprintf("%d bytes in 1 places", len(joinOgg(pages[5]))), 20000},
		"the sign of a page":  {sign, "bytes in 1 places", 20000},
		"a packet":            {joinOgg(refused...), "1 packets", 20000},
		"a packet of 1.26 s":  {joinOgg(over...), "1 packets", 20000},
		"an end too far away": {long, "bytes in 1 places", 20000},
		"a page, and a jump":  {joinOgg(jump...), "missing in 1 places", 20000},
		"an empty packet":     {joinOgg(empty...), "1 packets", 90000},
		"a page is missing":   {joinOgg(slices.Delete(slices.Clone(pages), 5, 6)...), "missing in 1 places", 20000},
		"the first is":        {joinOgg(first...), "missing in 1 places", 0},
		"garbage in between":  {slices.Concat(joinOgg(pages[:5]...), []byte("<html>OggS\x00"), joinOgg(pages[5:]...)), "11 bytes in 1 places", 90000},
		"garbage at the head": {append([]byte("<html>"), data...), "6 bytes in 1 places", 90000},
		"garbage at the end":  {append(slices.Clone(data), "</html>"...), "7 bytes in 1 places", 90000},
	} {
		got, err := ofOpus(t, c.data, random(5))
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if len(got) != len(clean) {
			t.Errorf("%s: %d frames of %d", name, len(got), len(clean))
			continue
		}
		if a := apart(t, got[:c.beside], clean[:c.beside]); a > 1e-5 {
			t.Errorf("%s: before it there is a difference of %g", name, a)
		}
		if madeUp := c.beside < 90000; errors.Is(err, ErrMadeUp) != madeUp {
			t.Errorf("%s: something was made up: %v", name, !madeUp)
		}
		half := len(got) - opusRate // long after it
		if a := apart(t, got[half:], clean[len(clean)-opusRate:]); a > 0.02 {
			t.Errorf("%s: long after it there is a difference of %g", name, a)
		}
		for i, v := range got {
			if math.Abs(float64(v)) > 0.8 {
				t.Fatalf("%s: frame %d is %.2f", name, i, v)
			}
		}
	}
}

func TestOpusThatIsCutIsHeardAsFarAsItCame(t *testing.T) {
	data := tonesAt(opusRate, 1).opus(t, opusRate)
	clean, pages := opusdec(t, data), cutOgg(t, data)
	for name, c := range map[string]struct {
		data []byte
		err  error
		says string
	}{
		"within a page":              {data[:len(data)-50], ErrDamaged, "ends in the middle of a page"},
		"within a head":              {append(joinOgg(pages[:5]...), oggSign...), ErrDamaged, "ends in the middle of a page"},
		"within a sign":              {append(joinOgg(pages[:5]...), 'O'), ErrDamaged, "ends in the middle of a page"},
		"behind a page":              {joinOgg(pages[:5]...), io.EOF, "EOF"},
		"in what was damaged before": {append(bytes.Repeat([]byte("x"), 9), data[:len(data)-50]...), ErrDamaged, "9 bytes in 1 places"},
		"behind a half-pack":         {joinOgg(append(pages[:5:5], oggPage{granule: -1, serial: 7, seq: 5, lacing: []byte{255}, body: make([]byte, 255)})...), ErrDamaged, "ends in the middle of a page"},
	} {
		got, err := ofOpus(t, c.data, random(6))
		if !errors.Is(err, c.err) || !strings.Contains(err.Error(), c.says) || len(got) < opusRate/2 || len(got) > len(clean) || apart(t, got, clean[:len(got)]) > 1e-5 {
			t.Errorf("%s: %d frames of %d, %v", name, len(got), len(clean), err)
		}
	}
}

func TestOneStreamIsHeardOfThoseSideBySideAndEachOfThoseInARow(t *testing.T) {
	a, b := tonesAt(opusRate, 1).opus(t, 20000), tonesAt(opusRate, 2).opus(t, 30000, "--serial", "8")
	first, second := opusdec(t, a), opusdec(t, b)
	pa, pb := cutOgg(t, a), cutOgg(t, b)
	mixed := []oggPage{pa[0], pb[0]}
	for i := 1; i < len(pb); i++ {
		if i < len(pa) {
			mixed = append(mixed, pa[i])
		}
		mixed = append(mixed, pb[i])
	}
	for name, c := range map[string]struct {
		data []byte
		want [][]float32
	}{
		"side by side":              {joinOgg(mixed...), [][]float32{first}},
		"in a row":                  {slices.Concat(a, b), [][]float32{first, second}},
		"in a row, of one number":   {slices.Concat(a, a), [][]float32{first, first}},
		"without an end in between": {slices.Concat(joinOgg(pa[:len(pa)-1]...), b), [][]float32{first[:pa[len(pa)-2].granule-312], second}},
	} {
		got, err := ofOpus(t, c.data, random(7))
		if a := apart(t, got, slices.Concat(c.want...)); err != io.EOF || a > 1e-5 {
			t.Errorf("%s: differs by %g, %v", name, a, err)
		}
	}
}

func FuzzOpus(f *testing.F) {
	s := tonesAt(16000, 1)
	data := s.opus(f, 1600)
	pages := cutOgg(f, data)
	f.Add(data, uint16(100))
	f.Add(slices.Concat(data[:100], data, data), uint16(7))
	f.Add(joinOgg(slices.Delete(slices.Clone(pages), 2, 3)...), uint16(30))
	f.Fuzz(func(t *testing.T, data []byte, piece uint16) {
		mended := slices.Clone(data) // or few would come past the checksums
		for at := 0; at+oggHeader <= len(mended); at++ {
			if b := mended[at:]; string(b[:4]) == oggSign {
				copy(b[22:], []byte{0, 0, 0, 0})
				size := oggHeader + int(b[26])
				for _, n := range b[oggHeader:min(size, len(b))] {
					size += int(n)
				}
				if size <= len(b) {
					binary.LittleEndian.PutUint32(b[22:], oggSum(0, b[:size]))
				}
			}
		}
		for _, data := range [][]byte{data, mended} {
			got, err := ofOpus(t, data, whole(1+int(piece)))
			if err == nil || errors.Is(err, ErrMore) {
				t.Fatalf("ended with %v", err)
			}
			// A packet has a byte of lacing, and something may be missing before each page.
			if most := 2 * (len(data)*opusLongest + len(data)/oggHeader*opusMaxGap); len(got) > most {
				t.Fatalf("%d samples of %d bytes", len(got), len(data))
			}
		}
	})
}
