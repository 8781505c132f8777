package sheet

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// Run is how the lines of a file become files.
type Run struct {
	Session *session.Session
	// Preset finds one by what a cell says. The error is an *tts.Error.
	Preset func(name string) (presets.Entry, error)
	Usual  string // the preset of rows that name none; empty: each has to
	Dir    string // what relative names of files are in
	Whole  bool   // answers come whole
	Again  bool   // what is there is spoken once more
	// Replace lets a row overwrite another file than its own.
	Replace bool
	Workers int // rows that are spoken at once, at least 1
	Cures   Cures
	// Judged says what a host will make of a setting.
	Judged func(tts.Problem) string

	stopped atomic.Bool
}

// Cures are what can be done about rows that are wrong where a Run is offered.
type Cures struct{ NoPreset, IsThere string }

// Job is one row on its way to its file.
type Job struct {
	Line
	Name    string // of the preset
	Path    string // of the file; empty where there is none
	Ask     speak.Ask
	Takes   []takes.Take // that answer it, the newest first
	Done    *takes.Take  // that the file holds already
	Problem *tts.Error   // why it cannot be rendered
	hash    string
}

// fail notes the first thing that is wrong with a row.
func (j *Job) fail(err error) {
	if j.Problem == nil {
		j.Problem = tts.AsError(err, tts.KindMachine)
	}
}

// Plan turns the lines into jobs and finds everything that is wrong with them
// before anything is sent; notes are what is worth knowing of rows that are not
// wrong. The error is of looking what is there, an *tts.Error where the host
// cannot be prepared.
func (r *Run) Plan(lines []Line) (jobs []*Job, notes []string, err error) {
	jobs = make([]*Job, len(lines))
	found := map[string]presets.Entry{}
	faults := map[string]error{}
	warned := map[string][]int{}
	for i, l := range lines {
		j := &Job{Line: l, Name: cmp.Or(strings.TrimSpace(l.Preset), r.Usual)}
		jobs[i] = j
		if j.Name == "" {
			j.fail(tts.Wrong("preset", tts.Said{What: say.rows.noPreset, Cure: r.Cures.NoPreset}))
			continue
		}
		if _, known := found[j.Name]; !known && faults[j.Name] == nil {
			found[j.Name], faults[j.Name] = r.Preset(j.Name)
		}
		if err := faults[j.Name]; err != nil {
			j.fail(err)
			continue
		}
		request := found[j.Name].Request
		request.Text = l.Text
		ask, problems, err := r.Session.Settle(session.Voiced(request), !r.Whole)
		j.Ask = ask
		j.fail(err)
		for _, p := range problems {
			if p.Effect != tts.Refused {
				said := r.Judged(p)
				warned[said] = append(warned[said], l.At)
			}
		}
	}
	for _, said := range slices.Sorted(maps.Keys(warned)) {
		notes = append(notes, tts.About(linesOf(warned[said]), said))
	}
	notes = append(notes, r.place(jobs)...)
	if slices.ContainsFunc(jobs, func(j *Job) bool { return j.Problem != nil }) {
		return jobs, notes, nil
	}
	return jobs, notes, r.lookUp(jobs)
}

// place finds each row's file. A relative one stays inside the folder; two
// rows never share one.
func (r *Run) place(jobs []*Job) (notes []string) {
	taken, alike := map[string]int{}, map[string]int{}
	for _, j := range jobs {
		out := strings.TrimSpace(j.Out)
		switch {
		case out == "":
			j.fail(tts.Wrong("out", say.rows.noFile))
			continue
		case filepath.IsAbs(out):
			j.Path = filepath.Clean(out)
		case !filepath.IsLocal(out):
			j.fail(tts.Wrong("out", say.rows.outside(out)))
			continue
		default:
			j.Path = filepath.Join(r.Dir, out)
		}
		same := identity(j.Path)
		if before, twice := taken[same]; twice {
			j.fail(tts.Wrong("out", say.rows.sameFile(out, before)))
			continue
		}
		taken[same] = j.At
		if before, twice := alike[folded(same)]; twice {
			j.fail(tts.Wrong("out", say.rows.alike(out, before)))
			continue
		}
		alike[folded(same)] = j.At
		if info, err := os.Stat(j.Path); err == nil && !info.Mode().IsRegular() {
			j.fail(tts.Machine(say.rows.notRegular(out), nil).At("out"))
		}
		if wanted := j.Ask.Request.AudioFormat(); j.Problem == nil && tts.NamesAnother(out, wanted) {
			notes = append(notes, AtLine(j.At, say.rows.otherFormat(out, wanted)))
		}
	}
	return notes
}

// identity is the same for two names of one file, as far as its folders are
// there already.
func identity(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// folded is the same for names that file systems without case, or with one
// form of accents, take for one.
func folded(path string) string { return cases.Fold().String(norm.NFC.String(path)) }

// lookUp finds what is on disk: takes that answer a row, and files that hold
// one of them already. Another file is never overwritten unasked.
func (r *Run) lookUp(jobs []*Job) error {
	requests := make([]tts.Request, len(jobs))
	for i, j := range jobs {
		requests[i] = j.Ask.Request
	}
	hashes, found, err := r.Session.OnDisk(requests)
	if err != nil {
		return err
	}
	for i, j := range jobs {
		j.hash, j.Takes = hashes[i], found[i]
		j.Done, err = r.check(j)
		j.fail(err)
	}
	return nil
}

// check looks at what is in the file's place: the take that it holds, if it
// holds one, and why the row may not be written there.
func (r *Run) check(j *Job) (*takes.Take, error) {
	info, err := os.Stat(j.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, tts.Machine(tts.Said{What: tts.SystemSays(err)}, err).At("out")
	}
	for _, t := range j.Takes {
		if t.Bytes == info.Size() && session.SameBytes(t.File, j.Path) {
			return &t, nil
		}
	}
	if r.Replace {
		return nil, nil
	}
	return nil, tts.Machine(tts.Said{What: say.rows.isThere(j.Path), Cure: r.Cures.IsThere}, nil).At("out")
}

// linesOf says lines of the file: "lines 2, 3, 5 and 97 more".
func linesOf(at []int) string {
	const most = 5
	some := at[:min(most, len(at))]
	return say.file.lines(some, len(at)-len(some))
}
