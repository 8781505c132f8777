package speak

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/iotest"
)

func TestEveryListenerHearsAllHoweverLateOrSlow(t *testing.T) {
	audio := make([]byte, 300_000)
	for i := range audio {
		audio[i] = byte(rand.Int())
	}
	for name, full := range map[string]int{"the disk takes all": len(audio), "the disk is full half-way": len(audio) / 2, "there is no disk": 0} {
		file := filepath.Join(t.TempDir(), "take.mp3")
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		s := newSpool(file)
		var all sync.WaitGroup
		hear := func(how func(io.Reader) io.Reader) {
			r := s.reader()
			defer r.Close()
			if got, err := io.ReadAll(how(r)); err != nil || !bytes.Equal(got, audio) {
				t.Errorf("%s: %d bytes of %d, %v", name, len(got), len(audio), err)
			}
		}
		whole := func(r io.Reader) io.Reader { return r }
		all.Go(func() { hear(whole) })
		all.Go(func() { hear(iotest.HalfReader) })
		left := s.reader()
		for at := 0; at < len(audio); {
			n := min(1+rand.IntN(40_000), len(audio)-at)
			kept := min(n, max(0, full-at))
			f.Write(audio[at : at+kept])
			piece := bytes.Clone(audio[at : at+n])
			s.grow(kept, piece[kept:])
			clear(piece) // the buffer is used again
			at += n
			left.Close() // one that gives up is nobody else's concern
		}
		s.end(io.EOF)
		all.Go(func() { hear(whole) })
		all.Wait()
		f.Close()
	}
}

func TestAListenerThatWaitsCanLeave(t *testing.T) {
	s := newSpool("")
	r := s.reader()
	left := make(chan error)
	go func() {
		_, err := r.Read(make([]byte, 1))
		left <- err
	}()
	r.Close()
	if err := <-left; !errors.Is(err, fs.ErrClosed) {
		t.Error(err)
	}
}

func TestATakeThatWasCutOnDiskIsNotTakenForItsEnd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "take.mp3")
	if err := os.WriteFile(file, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newSpool(file)
	s.grow(8, nil)
	s.end(io.EOF)
	r := s.reader()
	defer r.Close()
	if got, err := io.ReadAll(r); string(got) != "half" || err != io.ErrUnexpectedEOF {
		t.Errorf("%q %v", got, err)
	}
}
