package speak

import (
	"io"
	"sync"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// stored is a take that was made before.
type stored struct {
	*spool
	folder takes.Folder
	take   takes.Take
	heard  sync.Once
}

// recall finds the newest take with one of the hashes that answers a request;
// nil where there is none that can be read.
func (b Booth) recall(hashes []string, r tts.Request) *stored {
	found, _ := b.Takes.Find(hashes...) // without a folder the host is asked
	for _, t := range found {
		if !answers(t, r) {
			continue
		}
		s := &stored{spool: newSpool(t.File), folder: b.Takes, take: t}
		if probe := s.spool.reader(); probe.wrong == nil {
			probe.Close()
			s.grow(int(t.Bytes), nil)
			s.end(io.EOF)
			return s
		}
	}
	return nil
}

// answers reports whether a take of a request may stand for it. Subtitles
// that are asked for must be there, too.
func answers(t takes.Take, r tts.Request) bool {
	return t.Whole() && (len(t.Subtitles) > 0 || !tts.Or(r.SubtitleEnable, false))
}

func (s *stored) reader() io.ReadCloser { return &replayed{s.spool.reader(), s} }

// progress says that all is there; a take from disk bills nothing.
func (s *stored) progress() tts.Progress {
	p := tts.Progress{Info: s.take.Info, Bytes: s.take.Bytes, Complete: true}
	p.UsageCharacters = new(0)
	return p
}

// replayed reads a stored take, which counts as hearing it.
type replayed struct {
	*reader
	of *stored
}

func (r *replayed) Close() error {
	// Only the order of removal depends on it.
	r.of.heard.Do(func() { r.of.folder.Heard(r.of.take.ID) })
	return r.reader.Close()
}
