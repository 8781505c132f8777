package takes

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes/disk"
)

// Recording is a take that is being written. It is used by one goroutine.
type Recording struct {
	// Price is what the take cost, and Subtitles come after its audio; set
	// them before Finish where they are known.
	Price     *tts.Money
	Subtitles []subtitles.Cue

	folder  Folder
	take    Take
	audio   *os.File
	unlock  func() // releases the audio's lock, which marks the take as live
	written int64
	err     error // the first fault of writing; later writes are dropped
}

// Begin starts the next take of a request. hash is hex digits; ext is the
// audio's ending without a dot. Whatever happens from here on, what has been
// written stays, marked partial. It does not wait for the disk, since somebody
// is waiting for the sound.
func (f Folder) Begin(hash, ext string, t Take) (*Recording, error) {
	if !isID(hash+"-1") || !isEnding(ext) || ext == description {
		return nil, errors.New(say.take.noName(hash, ext))
	}
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		return nil, err
	}
	for n := 1; ; n++ {
		t.ID = fmt.Sprintf("%s-%d", hash, n)
		// A take in the trash keeps its id, so that it can come back.
		if exists(f.path(t.ID, description)) || exists(f.Trash().path(t.ID, description)) {
			continue
		}
		t.Partial, t.Live, t.File = true, true, f.path(t.ID, ext)
		audio, err := os.OpenFile(t.File, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		os.Remove(filepath.Join(f.Dir, sealOf(t.ID))) // of an earlier take, if at all
		r := &Recording{folder: f, take: t, audio: audio}
		if r.unlock, err = disk.Lock(t.File); err == nil {
			err = r.describeNew()
		}
		if err != nil {
			r.drop()
			return nil, err
		}
		return r, nil
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// describeNew writes the JSON file of a take that is new.
func (r *Recording) describeNew() error {
	b, err := json.MarshalIndent(r.take, "", "  ")
	if err != nil {
		return err
	}
	return r.folder.publish(r.take.ID+"."+description, append(b, '\n'))
}

func (f Folder) publish(name string, data []byte) error {
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return disk.Publish(root, name, data, 0o600)
}

// Take is the take as it stands.
func (r *Recording) Take() Take { return r.take }

// Write stores a piece of encoded audio and says how much of it is in the
// file. After a fault nothing more is; Finish tells it.
func (r *Recording) Write(p []byte) (n int, _ error) {
	if r.err == nil {
		n, r.err = r.audio.Write(p)
		r.written += int64(n)
	}
	return n, r.err
}

// Finish closes the take. An answer that did not come whole stays partial; one
// of which nothing came leaves no files. What others noted on the take while
// it streamed stays, and one who holds the folder's lock cannot make a whole
// take a cut one. Like Begin it does not wait for the disk: after a power
// cut within the next seconds the take is partial, faulty or broken, and said
// to be so, but never taken for whole.
func (r *Recording) Finish(p tts.Progress) (Take, error) {
	if p.Bytes == 0 || r.written == 0 {
		return Take{}, errors.Join(r.err, r.drop())
	}
	r.take.Info, r.take.Price, r.take.Subtitles, r.take.Bytes = p.Info, r.Price, r.Subtitles, r.written
	r.take.Partial = !p.Complete || r.err != nil || r.written != p.Bytes
	if p.FirstChunk > 0 {
		r.take.FirstChunkMS = tts.Milliseconds(p.FirstChunk)
	}
	if p.Timing.Known() {
		r.take.Timing = &p.Timing
	}
	closed, completed := r.audio.Close(), r.complete()
	err := cmp.Or(r.err, closed, completed) // they have one cause
	r.unlock()
	r.take.Live = false
	return r.take, err
}

// complete adds to the JSON file what is known now, or seals it.
func (r *Recording) complete() error {
	last := document{values: map[string]json.RawMessage{}}
	if err := last.setAll(r.take.Info); err != nil {
		return err
	}
	last.set("first_chunk_ms", r.take.FirstChunkMS)
	last.set("timing", r.take.Timing)
	last.set("price", r.take.Price)
	last.set("subtitles", r.take.Subtitles)
	last.set("partial", r.take.Partial)
	last.set("bytes", r.take.Bytes)
	unlock, _ := disk.TryLock(r.folder.Dir)
	if unlock == nil { // sealed first, since who waits may be killed
		if err := r.folder.seal(r.take.ID, last); err != nil {
			return err
		}
		var err error
		if unlock, err = disk.LockWithin(r.folder.Dir, sealing); err != nil {
			return nil
		}
		if !exists(filepath.Join(r.folder.Dir, sealOf(r.take.ID))) {
			unlock() // somebody has written it in, and perhaps more since
			return nil
		}
	}
	defer unlock()
	doc, err := r.folder.document(r.take.ID)
	if err != nil {
		return r.describeNew()
	}
	doc.putAll(last)
	if err := r.folder.publish(r.take.ID+"."+description, doc.bytes()); err != nil {
		return err
	}
	os.Remove(filepath.Join(r.folder.Dir, sealOf(r.take.ID)))
	return nil
}

// drop takes the recording back, as far as it got.
func (r *Recording) drop() error {
	err := errors.Join(r.audio.Close(), os.Remove(r.take.File))
	if meta := r.folder.path(r.take.ID, description); exists(meta) {
		err = errors.Join(err, os.Remove(meta))
	}
	if r.unlock != nil {
		r.unlock()
	}
	return err
}
