package takes

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"voicestudio/tts/takes/disk"
)

// What a recording knows at its end is written into its description under the
// lock of the folder, so that edits of other programs stay. While another program
// holds the lock, they are put beside the description as a hidden file, the
// seal. Readers of the take read both; the recording joins them if it gets
// the lock within sealing, else the next program that edits or lists takes does.
const (
	sealing    = time.Second
	sealPrefix = "."
	sealEnding = ".sealed"
)

func sealOf(id string) string { return sealPrefix + id + sealEnding }

// sealed is the take that a file is the seal of.
func sealed(name string) (id string, is bool) {
	id, is = strings.CutSuffix(strings.TrimPrefix(name, sealPrefix), sealEnding)
	return id, is && strings.HasPrefix(name, sealPrefix) && isID(id)
}

// seal keeps what a finished recording says.
func (f Folder) seal(id string, last document) error { return f.publish(sealOf(id), last.bytes()) }

// unseal writes the seals of takes into their descriptions, if nobody else is
// writing; what cannot be done now is done the next time.
func (f Folder) unseal(ids []string) {
	unlock, err := disk.TryLock(f.Dir)
	if err != nil || unlock == nil {
		return
	}
	defer unlock()
	for _, id := range ids {
		if doc, err := f.document(id); err == nil {
			f.store(id, doc)
		}
	}
}

// store writes a description. The lock is held. A seal that came after the
// description was read is not in it, and stays.
func (f Folder) store(id string, doc document) error {
	root, err := os.OpenRoot(f.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := disk.Replace(root, id+"."+description, doc.bytes(), 0o600); err != nil || !doc.sealed {
		return err
	}
	if err := root.Remove(sealOf(id)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// sealedDocument is the seal of a take, if it has one.
func (f Folder) sealedDocument(id string) (document, bool) {
	data, err := readDescription(filepath.Join(f.Dir, sealOf(id)))
	if err != nil {
		return document{}, false
	}
	doc, err := parseDocument(data)
	return doc, err == nil
}

// readSeal puts the seal over what the description says.
func (f Folder) readSeal(t *Take) {
	if doc, found := f.sealedDocument(t.ID); found {
		t.sealed = json.Unmarshal(doc.bytes(), t) == nil
	}
}
