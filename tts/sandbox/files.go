package sandbox

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// filesPath is where the audio and the subtitles of whole answers lie when a
// URL was asked for.
const filesPath = "/files/"

// A file lives for a day, as the hosts' do, or until newer ones need its room.
const (
	fileLife  = 24 * time.Hour
	filesRoom = 64 << 20 // bytes; the newest file may have more
)

// files are kept in memory; the zero value is ready.
type files struct {
	mu     sync.Mutex
	byName map[string]file
	names  []string // the oldest first
	size   int
	now    func() time.Time // nil: time.Now
}

type file struct {
	mediaType string
	data      []byte
	made      time.Time
}

func (f *files) time() time.Time {
	if f.now != nil {
		return f.now()
	}
	return time.Now()
}

// put keeps a file and returns its URL as the caller of req would reach it.
func (f *files) put(req *http.Request, extension, mediaType string, data []byte) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	name := newID(16) + "." + extension
	if f.byName == nil {
		f.byName = map[string]file{}
	}
	f.byName[name] = file{mediaType, data, f.time()}
	f.names = append(f.names, name)
	f.size += len(data)
	for len(f.names) > 1 && (f.size > filesRoom || f.expired(f.byName[f.names[0]])) {
		f.size -= len(f.byName[f.names[0]].data)
		delete(f.byName, f.names[0])
		f.names = f.names[1:]
	}
	return "http://" + req.Host + filesPath + name
}

func (f *files) expired(one file) bool { return f.time().Sub(one.made) >= fileLife }

// serve answers as OSS does, which refuses a request that brings a key beside
// the signature in the URL.
func (f *files) serve(w http.ResponseWriter, req *http.Request) {
	f.mu.Lock()
	name := req.PathValue("name")
	one, found := f.byName[name]
	expired := f.expired(one)
	f.mu.Unlock()
	switch {
	case req.Header.Get("Authorization") != "":
		ossError(w, http.StatusForbidden, "AccessDenied", "The request carries an Authorization header besides its URL.")
	case !found:
		ossError(w, http.StatusNotFound, "NoSuchKey", "The specified key does not exist.")
	case expired:
		ossError(w, http.StatusForbidden, "AccessDenied", "Request has expired.")
	default:
		w.Header().Set("Content-Type", one.mediaType)
		http.ServeContent(w, req, name, one.made, bytes.NewReader(one.data))
	}
}

func ossError(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>%s</Code>\n  <Message>%s</Message>\n</Error>\n", code, message)
}
