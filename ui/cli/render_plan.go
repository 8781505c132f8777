package cli

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// job is one row on its way to its file.
type job struct {
	line
	name    string // of the preset
	path    string // of the file
	ask     speak.Ask
	hash    string
	takes   []takes.Take // that answer it, the newest first
	done    *takes.Take  // that the file holds already
	problem *tts.Error   // why it cannot be rendered
}

// fail notes the first thing that is wrong with a row.
func (j *job) fail(err error) {
	if j.problem == nil {
		j.problem = tts.AsError(err, tts.KindMachine)
	}
}

// plan turns the lines into jobs and finds everything that is wrong with them
// before anything is sent.
func (r *render) plan(studio *session.Session, lines []line) ([]*job, error) {
	jobs := make([]*job, len(lines))
	found := map[string]presets.Entry{}
	faults := map[string]error{}
	warned := map[string][]int{}
	for i, l := range lines {
		j := &job{line: l, name: cmp.Or(strings.TrimSpace(l.preset), r.preset)}
		jobs[i] = j
		if j.name == "" {
			j.fail(tts.Wrong("preset", say.render.noPreset))
			continue
		}
		if _, known := found[j.name]; !known && faults[j.name] == nil {
			found[j.name], faults[j.name] = r.findPreset(j.name)
		}
		if err := faults[j.name]; err != nil {
			j.fail(err)
			continue
		}
		request := found[j.name].Request
		request.Text = l.text
		ask, problems, err := studio.Settle(session.Voiced(request), !r.noStream)
		j.ask = ask
		j.fail(flagged(err))
		for _, p := range problems {
			if p.Effect != tts.Refused {
				said := judged(p)
				warned[said] = append(warned[said], l.at)
			}
		}
	}
	for _, said := range slices.Sorted(maps.Keys(warned)) {
		r.note(linesOf(warned[said]) + ": " + said)
	}
	r.place(jobs)
	if slices.ContainsFunc(jobs, func(j *job) bool { return j.problem != nil }) {
		return jobs, nil
	}
	return jobs, r.lookUp(studio, jobs)
}

// place finds each row's file. A relative one stays inside the folder; two
// rows never share one.
func (r *render) place(jobs []*job) {
	taken, alike := map[string]int{}, map[string]int{}
	for _, j := range jobs {
		out := strings.TrimSpace(j.out)
		switch {
		case out == "":
			j.fail(tts.Wrong("out", say.render.noFile))
			continue
		case filepath.IsAbs(out):
			j.path = filepath.Clean(out)
		case !filepath.IsLocal(out):
			j.fail(tts.Wrong("out", say.render.outside(out)))
			continue
		default:
			j.path = filepath.Join(r.outDir, out)
		}
		same := identity(j.path)
		if before, twice := taken[same]; twice {
			j.fail(tts.Wrong("out", say.render.sameFile(out, before)))
			continue
		}
		taken[same] = j.at
		if before, twice := alike[folded(same)]; twice {
			j.fail(tts.Wrong("out", say.render.alike(out, before)))
			continue
		}
		alike[folded(same)] = j.at
		if info, err := os.Stat(j.path); err == nil && !info.Mode().IsRegular() {
			j.fail(tts.Machine(say.render.notRegular(out), nil).At("out"))
		}
		if wanted := j.ask.Request.AudioFormat(); j.problem == nil && tts.NamesAnother(out, wanted) {
			r.note(say.sheet.line(j.at, say.render.otherFormat(out, wanted)))
		}
	}
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
func (r *render) lookUp(studio *session.Session, jobs []*job) error {
	requests := make([]tts.Request, len(jobs))
	for i, j := range jobs {
		requests[i] = j.ask.Request
	}
	hashes, found, err := studio.OnDisk(requests)
	if err != nil {
		return err
	}
	for i, j := range jobs {
		j.hash, j.takes = hashes[i], found[i]
		j.done, err = j.check(r.replace)
		j.fail(err)
	}
	return nil
}

// check looks at what is in the file's place: the take that it holds, if it
// holds one, and why the row may not be written there.
func (j *job) check(replace bool) (*takes.Take, error) {
	info, err := os.Stat(j.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, tts.Machine(tts.Said{What: err.Error()}, err).At("out")
	}
	for _, t := range j.takes {
		if t.Bytes == info.Size() && sameBytes(t.File, j.path) {
			return &t, nil
		}
	}
	if replace {
		return nil, nil
	}
	return nil, tts.Machine(say.render.isThere(j.path), nil).At("out")
}

// sameBytes compares two files; one that cannot be read is no other's equal.
func sameBytes(a, b string) bool {
	x, err := os.Open(a)
	if err != nil {
		return false
	}
	defer x.Close()
	y, err := os.Open(b)
	if err != nil {
		return false
	}
	defer y.Close()
	p, q := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, err := io.ReadFull(x, p)
		m, other := io.ReadFull(y, q)
		if !bytes.Equal(p[:n], q[:m]) {
			return false
		}
		if err != nil || other != nil {
			return ended(err) && ended(other)
		}
	}
}

func ended(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }

// linesOf says lines of the file: "lines 2, 3, 5 and 97 more".
func linesOf(at []int) string {
	const most = 5
	some := at[:min(most, len(at))]
	return say.sheet.lines(some, len(at)-len(some))
}
