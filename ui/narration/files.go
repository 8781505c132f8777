package narration

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"voicestudio/player"
	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// Files say how every line of a script becomes a file.
type Files struct {
	Dir string
	// Names is the pattern of their names, see Names; Title is the script's.
	Names, Title string
	// Codec is "wav", "flac" or "mp3"; export.Original is what the host sent. Empty:
	// what the pattern's ending says, else wav.
	Codec string
	// Loudness in LUFS is that of the whole, whose gain and limiter each line gets; 0
	// leaves it as it is. Not with Original.
	Loudness float64
	// Tags has notes put in that tell how each was made.
	Tags bool
	// Replace lets other files of these names be overwritten.
	Replace bool
}

// Filed is what was written of the lines.
type Filed struct {
	Exported
	// Names are those of the files, by line; empty where there is none.
	Names []string
	// There is how many of them had been written before just so.
	There int
}

// ExportLines writes each line that has a take into a file, cut and levelled as it is
// in the whole, or as its host sent it; rows are what Look has found of w. All files appear, or none. The error is a
// *tts.Error, of the field "names" where a name is wrong or taken by another file.
func ExportLines(ctx context.Context, rows []Row, w Work, f Files) (done Filed, err error) {
	names, codec, err := f.settle(rows, w)
	if err != nil {
		return done, err
	}
	whole := NewWhole(ctx, rows, w.Script, 0, 0)
	sound := originals(rows)
	if codec == export.Original {
		done.Missing, done.Stale = whole.Missing, whole.Stale
	} else {
		cut, err := newCutting(ctx, whole, f.Loudness, &done.Exported)
		if err != nil {
			return done, err
		}
		defer cut.close()
		sound = cut.line
	}
	if err := os.MkdirAll(f.Dir, 0o777); err != nil {
		return done, cannotWrite(f.Dir, err)
	}
	var all batch
	defer all.discard()
	done.Names, done.Bytes, done.What = make([]string, len(rows)), 0, nil
	for _, i := range whole.Lines {
		src, format, err := sound(i)
		if err != nil {
			done.lose(i, err)
			continue
		}
		o := export.Options{Codec: codec}
		if f.Tags {
			o.Tags = session.ExportTags(*rows[i].Take)
		}
		err = all.add(filepath.Join(f.Dir, names[i]), func(to io.Writer) error {
			one, err := session.ExportSound(ctx, to, src, format, say.export.line(i+1), o)
			done.Bytes += one.Bytes
			return err
		})
		src.Close()
		if err != nil {
			return done, err
		}
		done.Names[i] = names[i]
	}
	done.Notes = done.notes()
	done.There, err = all.keep(f.Replace)
	return done, err
}

// forms are what a line can be written as.
var forms = append(slices.Clone(encoded), export.Original)

// settle finds the files' names and what is written.
func (f Files) settle(rows []Row, w Work) (names []string, codec string, err error) {
	names, ending, err := stems(f.Names, f.Title, w)
	if err != nil {
		return nil, "", err
	}
	codec = cmp.Or(f.Codec, strings.TrimPrefix(ending, "."), "wav")
	switch {
	case !slices.Contains(forms, codec):
		field := "format"
		if f.Codec == "" {
			field = "names"
		}
		return nil, "", tts.Wrong(field, say.export.noForm(tts.Clean(codec), forms))
	case codec == export.Original && f.Loudness != 0:
		return nil, "", tts.Wrong("loudness", say.export.asItCame)
	}
	for i := range names {
		ending := codec
		if codec == export.Original && rows[i].Take != nil {
			ending = tts.Ending(rows[i].Take.Request.AudioFormat())
		}
		names[i] += "." + ending
	}
	return names, codec, nil
}

// sounds opens the audio of a line that has a take.
type sounds func(line int) (io.ReadCloser, player.Format, error)

// originals are the takes as their hosts sent them.
func originals(rows []Row) sounds {
	return func(i int) (io.ReadCloser, player.Format, error) {
		return opened(*rows[i].Take)(context.Background())
	}
}

// cutting is a whole in a temporary file, from which the lines are cut.
type cutting struct {
	file   *os.File
	format player.Format
	places map[int]Place
}

// newCutting makes a whole as loud as asked for, 0 leaving it as it is.
func newCutting(ctx context.Context, whole *Whole, loudness float64, done *Exported) (*cutting, error) {
	file, err := os.CreateTemp("", "voicestudio-")
	if err != nil {
		return nil, tts.Machine(tts.Said{What: tts.Reason(err)}, err)
	}
	c := &cutting{file: file, format: whole.Format(), places: map[int]Place{}}
	if *done, err = write(ctx, file, whole, export.Options{Codec: "wav", Loudness: loudness}); err != nil {
		c.close()
		if session.IsSystem(err) {
			err = tts.Machine(tts.Said{What: tts.Reason(err)}, err)
		}
		return nil, err
	}
	for _, p := range done.Places {
		c.places[p.Line] = p
	}
	return c, nil
}

func (c *cutting) close() {
	c.file.Close()
	os.Remove(c.file.Name())
}

// wavHead is what stands before the samples of a wav without tags, in bytes.
const wavHead = 44

func (c *cutting) line(i int) (io.ReadCloser, player.Format, error) {
	p, there := c.places[i]
	if !there {
		return nil, c.format, errLost
	}
	at := func(t time.Duration) int64 {
		frame := int64(t/time.Second)*int64(c.format.SampleRate) + int64(t%time.Second)*int64(c.format.SampleRate)/int64(time.Second)
		return wavHead + frame*2*int64(c.format.Channels)
	}
	return io.NopCloser(io.NewSectionReader(c.file, at(p.Begin), at(p.End)-at(p.Begin))), c.format, nil
}

// errLost is of a line of which the whole has told why it is not there.
var errLost = errors.New("lost")

// lose notes a line whose audio is not there, once.
func (d *Exported) lose(line int, err error) {
	if !slices.ContainsFunc(d.Lost, func(l Lost) bool { return l.Line == line }) {
		d.Lost = append(d.Lost, Lost{line, err, true})
	}
}
