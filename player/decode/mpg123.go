package decode

import (
	"errors"
	"fmt"
	"sync"
	"unsafe"
)

// From mpg123.h; the numbers are part of the library's stable interface.
const (
	mpgParamFlags = 2

	mpgQuiet       = 0x20
	mpgForceFloat  = 0x400
	mpgSkipID3v2   = 0x2000
	mpgNoReadAhead = 0x400000

	mpgOK        = 0
	mpgNeedMore  = -10
	mpgNewFormat = -11
)

// mpg123 holds the functions of libmpg123 that are used. A C long is written
// to an int64: where it has 32 bits, the rest stays 0 (little endian).
type mpg123 struct {
	init      func() int32
	newHandle func(decoder uintptr, err *int32) uintptr
	param     func(h uintptr, kind int32, value int64, float float64) int32
	openFeed  func(h uintptr) int32
	feed      func(h uintptr, p *byte, n uintptr) int32
	read      func(h uintptr, p *float32, n uintptr, done *uintptr) int32
	getFormat func(h uintptr, rate *int64, channels, encoding *int32) int32
	delete    func(h uintptr)
}

// mpg123Library loads the library on first use: once per process, because
// mpg123_init must not run twice at a time in older versions.
var mpg123Library = sync.OnceValues(loadMPG123)

func loadMPG123() (*mpg123, error) {
	m := new(mpg123)
	err := libmpg123.load(map[string]any{
		"mpg123_init":      &m.init,
		"mpg123_new":       &m.newHandle,
		"mpg123_param":     &m.param,
		"mpg123_open_feed": &m.openFeed,
		"mpg123_feed":      &m.feed,
		"mpg123_read":      &m.read,
		"mpg123_getformat": &m.getFormat,
		"mpg123_delete":    &m.delete,
	})
	if err != nil {
		return nil, err
	}
	if r := m.init(); r != mpgOK {
		return nil, fmt.Errorf("mpg123_init: error %d", r)
	}
	return m, nil
}

func (m *mpg123) open() (backend, error) {
	s := &mpgStream{lib: m}
	var reason int32
	if s.h = m.newHandle(0, &reason); s.h == 0 {
		return nil, fmt.Errorf("mpg123_new: error %d", reason)
	}
	if r := m.param(s.h, mpgParamFlags, mpgForceFloat|mpgQuiet|mpgNoReadAhead|mpgSkipID3v2, 0); r != mpgOK {
		s.close()
		return nil, fmt.Errorf("mpg123_param: error %d", r)
	}
	if r := m.openFeed(s.h); r != mpgOK {
		s.close()
		return nil, fmt.Errorf("mpg123_open_feed: error %d", r)
	}
	return s, nil
}

type mpgStream struct {
	lib *mpg123
	h   uintptr
	// done is here and not on the stack because purego's calls make it escape.
	done uintptr
}

var errFrame = errors.New("mp3: damaged frame")

func (s *mpgStream) decode(dst []float32, h header, frame []byte) ([]float32, error) {
	if r := s.lib.feed(s.h, unsafe.SliceData(frame), uintptr(len(frame))); r != mpgOK {
		return dst, errFrame
	}
	for {
		free := dst[len(dst):cap(dst)]
		if len(free) == 0 {
			return dst, nil
		}
		const sample = unsafe.Sizeof(free[0])
		r := s.lib.read(s.h, unsafe.SliceData(free), uintptr(len(free))*sample, &s.done)
		dst = dst[:len(dst)+int(s.done/sample)]
		switch r {
		case mpgOK:
		case mpgNeedMore:
			return dst, nil
		case mpgNewFormat:
			var rate int64
			var channels, encoding int32
			s.lib.getFormat(s.h, &rate, &channels, &encoding)
			if int(rate) != h.rate || int(channels) != h.channels {
				return dst, errFrame
			}
		default:
			return dst, errFrame
		}
	}
}

func (s *mpgStream) close() {
	if s.h != 0 {
		s.lib.delete(s.h)
		s.h = 0
	}
}
