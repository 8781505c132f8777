// Package watch tells when something in folders changes, whoever changed it.
// Nothing runs while nothing happens, but for folders that the system cannot
// watch: those are looked at once a second.
package watch

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// pace is how often a folder is looked at that cannot be watched.
	pace = time.Second
	// quiet is how long nothing more must happen until a change is told, so
	// that what is written file by file is told once; patience bounds it.
	quiet    = 150 * time.Millisecond
	patience = time.Second
)

// Watch tells of changes in folders. Its goroutine ends with the context.
type Watch struct{ told chan []string }

// Folders begins to watch folders, which need not exist, until ctx ends. Each
// is told once at the beginning: something may have happened before.
func Folders(ctx context.Context, folders ...string) *Watch {
	w := &Watch{told: make(chan []string)}
	l := &look{changed: map[string]bool{}, polled: map[string]time.Time{}}
	for _, dir := range folders {
		if dir = filepath.Clean(dir); !slices.Contains(l.folders, dir) {
			l.folders = append(l.folders, dir)
			l.changed[dir] = true
		}
	}
	go l.run(ctx, w.told)
	return w
}

// Next waits for changes and returns the folders in which they are; nil once
// ctx has ended.
func (w *Watch) Next(ctx context.Context) []string {
	select {
	case dirs := <-w.told:
		return dirs
	case <-ctx.Done():
		return nil
	}
}

// look is what the goroutine knows.
type look struct {
	folders []string
	changed map[string]bool // and not told yet
	watcher *fsnotify.Watcher
	above   []string             // folders above those that do not exist yet
	polled  map[string]time.Time // those that cannot be watched, as they were
}

func (l *look) run(ctx context.Context, told chan<- []string) {
	var events chan fsnotify.Event
	var errs chan error
	if w, err := fsnotify.NewWatcher(); err == nil {
		l.watcher, events, errs = w, w.Events, w.Errors
		defer w.Close()
	}
	l.attach()
	var due, poll <-chan time.Time
	var since time.Time // the first change that is not told
	ready := true
	for {
		if poll == nil && len(l.polled) > 0 {
			ticker := time.NewTicker(pace)
			defer ticker.Stop()
			poll = ticker.C
		}
		var out chan<- []string
		if ready && len(l.changed) > 0 {
			out = told
		}
		before := len(l.changed)
		select {
		case <-ctx.Done():
			return
		case out <- slices.Sorted(maps.Keys(l.changed)):
			l.changed, ready, due = map[string]bool{}, false, nil
			continue
		case <-due:
			ready, due = true, nil
			continue
		case e := <-events:
			if !l.take(e) {
				continue
			}
		case <-errs: // more happened than can be told
			for _, dir := range l.folders {
				l.changed[dir] = true
			}
		case <-poll:
			if !l.poll() {
				continue
			}
		}
		if before == 0 {
			since = time.Now()
		}
		if wait := min(quiet, patience-time.Since(since)); !ready {
			due = time.After(max(0, wait))
		}
	}
}

// take notes in which folder something happened, and reports whether any of
// them is meant. Sound that is being written is none: its description tells.
func (l *look) take(e fsnotify.Event) bool {
	dir := filepath.Dir(e.Name)
	gone := slices.Contains(l.folders, e.Name) && (e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename))
	if gone {
		l.changed[e.Name] = true
	}
	if gone || slices.Contains(l.above, dir) || slices.Contains(l.above, e.Name) {
		return l.attach() || gone
	}
	if !slices.Contains(l.folders, dir) || filepath.Ext(e.Name) != ".json" || e.Op == fsnotify.Chmod {
		return false
	}
	l.changed[dir] = true
	return true
}

// attach watches every folder that there is, and for one that is not the
// nearest folder above it. It reports whether a folder has come or gone.
func (l *look) attach() (news bool) {
	was := l.watched()
	l.above = nil
	for _, dir := range l.folders {
		if _, err := os.Stat(dir); err == nil {
			if l.add(dir) && !slices.Contains(was, dir) {
				l.changed[dir], news = true, true
			}
			continue
		}
		if slices.Contains(was, dir) {
			l.changed[dir], news = true, true
		}
		for up := filepath.Dir(dir); ; up = filepath.Dir(up) {
			if _, err := os.Stat(up); err == nil {
				if l.add(up) {
					l.above = append(l.above, up)
				} else {
					l.polled[dir] = stamp(dir)
				}
				break
			}
			if up == filepath.Dir(up) {
				break
			}
		}
		if _, err := os.Stat(dir); err == nil { // came just now
			return l.attach() || news
		}
	}
	for _, dir := range l.watched() { // folders above that are needed no more
		if !slices.Contains(l.folders, dir) && !slices.Contains(l.above, dir) {
			l.watcher.Remove(dir)
		}
	}
	return news
}

func (l *look) watched() []string {
	if l.watcher == nil {
		return nil
	}
	return l.watcher.WatchList()
}

// add watches a folder. One that the system cannot watch, or of which it would
// not tell what other machines do in it, is looked at instead.
func (l *look) add(dir string) bool {
	if _, polled := l.polled[dir]; polled {
		return true
	}
	if l.watcher != nil && !remote(dir) && l.watcher.Add(dir) == nil {
		return true
	}
	if slices.Contains(l.folders, dir) {
		l.polled[dir] = stamp(dir)
	}
	return false
}

// poll looks at the folders that cannot be watched.
func (l *look) poll() (news bool) {
	for dir, was := range l.polled {
		if now := stamp(dir); !now.Equal(was) {
			l.polled[dir], l.changed[dir], news = now, true, true
		}
	}
	return news
}

// stamp is when a folder last changed; zero where there is none.
func stamp(dir string) time.Time {
	info, err := os.Stat(dir)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
