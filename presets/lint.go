package presets

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// Level is how bad a finding is.
type Level string

// The levels of findings; only errors make a lint fail.
const (
	LintError   Level = "error"
	LintWarning Level = "warning"
)

// Finding is one thing that is wrong with a preset file. It is safe to print.
type Finding struct {
	File string `json:"file"`
	// Line counts from 1; 0 means that no line is to blame.
	Line    int    `json:"line"`
	Field   string `json:"field"`
	Level   Level  `json:"level"`
	Message string `json:"message"`
	Cure    string `json:"cure"`
}

func (f Finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d: %s: ", f.File, f.Line, f.Level)
	if f.Field != "" && !strings.Contains(f.Message, f.Field) {
		b.WriteString(tts.About(f.Field, ""))
	}
	said := []string{f.Message}
	if f.Cure != "" {
		said = append(said, f.Cure)
	}
	b.WriteString(tts.Further(said...))
	return b.String()
}

// Linter checks preset files against the form of the file and the rules of
// hosts and models.
type Linter struct {
	// Hosts are those that must speak every preset. Without any, an error is
	// what no real host can speak.
	Hosts []tts.HostName
	// Models replace the presets' own; without any, each is checked with its own.
	Models []string
	// Voices are the account's own. Where they are known (not nil), a voice
	// that is neither among them nor in the catalogue is an error.
	Voices []string
	// Known are folders into which links may lead.
	Known []string
}

// Lint checks files, and all preset files of folders. The error is a path
// that cannot be read.
func (l Linter) Lint(paths ...string) ([]Finding, error) {
	findings := []Finding{} // [] in JSON, not null
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, Cannot(say.cannot.read, path, err)
		}
		files := []string{path}
		if info.IsDir() {
			if files, err = presetFiles(path); err != nil {
				return nil, err
			}
		}
		named := map[string]string{}
		for _, file := range files {
			more, name := l.file(file)
			if first, twice := named[name]; twice && name != "" {
				more = append(more, finding(file, 1, "name", LintError, say.lint.sameName(Quoted(name), tts.Clean(filepath.Base(first)))))
			}
			named[name] = file
			findings = append(findings, more...)
		}
	}
	return findings, nil
}

func presetFiles(dir string) (files []string, err error) {
	list, err := os.ReadDir(dir)
	if err != nil {
		return nil, Cannot(say.cannot.readFolder, dir, err)
	}
	for _, e := range list {
		if IsFile(e.Name()) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files, nil
}

func (l Linter) file(path string) (findings []Finding, name string) {
	broken := func(b Broken) []Finding { return []Finding{unreadable(path, b)} }
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return broken(Broken{Reason: Cannot(say.cannot.open, path, err).Error()}), ""
	}
	defer root.Close()
	s, err := load(root, filepath.Base(path), path, l.Known)
	if b := (*Broken)(nil); errors.As(err, &b) {
		return broken(*b), ""
	}
	if err != nil {
		return broken(Broken{Reason: tts.Reason(err)}), ""
	}
	return l.check(path, s), s.Name
}

// unreadable is the finding about a file that is no preset.
func unreadable(path string, b Broken) Finding {
	field := strings.TrimPrefix(b.Field, "request.")
	group, _, _ := strings.Cut(field, "[")
	if _, known := tts.FieldAt(group); !known && !slices.Contains([]string{"version", "name", "request", "notes", "tags", "sample_text", string(fingerprintsKey)}, group) {
		field = ""
	}
	cure := say.lint.correctFile
	if b.Line > 0 {
		cure = say.lint.correctLine(b.Line)
	}
	return finding(path, b.Line, field, LintError, tts.Said{What: b.Reason, Cure: cure})
}

func finding(path string, line int, field string, level Level, said tts.Said) Finding {
	return Finding{tts.Clean(path), line, tts.Clean(field), level, tts.Clean(said.What), tts.Clean(said.Cure)}
}

// check looks at a file that is a preset.
func (l Linter) check(path string, s stored) (findings []Finding) {
	text := strings.ReplaceAll(strings.ReplaceAll(string(tts.TrimBOM(s.data)), "\r\n", "\n"), "\r", "\n")
	tree, broken := parseTree(text)
	if broken != nil {
		return []Finding{unreadable(path, *broken)}
	}
	report := func(level Level, field string, said tts.Said) {
		findings = append(findings, finding(path, tree.lineOf(field), field, level, said))
	}
	if s.Notice != "" {
		report(LintWarning, "version", tts.Said{What: s.Notice, Cure: say.lint.otherVersion})
		return findings
	}
	unknownKeys(tree, reflect.TypeFor[Preset](), "", report)

	s.Preset.lint(report)

	r := s.Request
	r.Text = cmp.Or(s.SampleText, "Hello")
	if len(r.Voices()) == 0 {
		report(LintWarning, "request", say.lint.noVoice)
		r.SetVoices([]tts.TimbreWeight{{VoiceID: tts.Voices()[0].ID}})
	}
	models := l.Models
	if models == nil {
		models = []string{r.Model}
	}
	for _, model := range models {
		r.Model = tts.ModelName(model)
		for _, p := range l.judge(r) {
			level := LintWarning
			if p.Effect == tts.Refused {
				level = LintError
			}
			if p.Field == "text" {
				p.Field = "sample_text"
			}
			if len(models) > 1 {
				p.Message = say.lint.of(model, p.Message)
			}
			report(level, p.Field, tts.Said{What: p.Message, Cure: p.Cure})
		}
	}
	slices.SortStableFunc(findings, func(a, b Finding) int { return a.Line - b.Line })
	return slices.CompactFunc(findings, func(a, b Finding) bool { return a == b })
}

// judge is what all the hosts together say to r: refused where it cannot be
// spoken as it should.
func (l Linter) judge(r tts.Request) (all []tts.Problem) {
	hosts := l.Hosts
	if hosts == nil {
		for _, h := range tts.Hosts {
			if h.Name != tts.Sandbox { // a stand-in
				hosts = append(hosts, h.Name)
			}
		}
	}
	said := map[tts.Problem][]tts.HostName{} // hosts may know different cures for the same
	refusing, first := map[tts.HostName]bool{}, map[tts.HostName]tts.Problem{}
	for _, h := range hosts {
		for _, p := range l.atHost(r, h) {
			if said[p.Bare()] == nil {
				all = append(all, p)
			}
			said[p.Bare()] = append(said[p.Bare()], h)
			if p.Effect == tts.Refused && !refusing[h] {
				refusing[h], first[h] = true, p
			}
		}
	}
	everywhere := func(p tts.Problem) bool { return len(said[p.Bare()]) == len(hosts) }
	common := slices.ContainsFunc(all, func(p tts.Problem) bool { return p.Effect == tts.Refused && everywhere(p) })
	if l.Hosts == nil {
		all = slices.DeleteFunc(all, func(p tts.Problem) bool { return !everywhere(p) })
		if len(refusing) == len(hosts) && !common {
			var why []string
			for _, h := range hosts {
				why = append(why, say.lint.of(string(h), first[h].Message))
			}
			all = append(all, tts.Problem{Field: first[hosts[0]].Field, Effect: tts.Refused, Message: say.lint.noHost(why), Cure: first[hosts[0]].Cure})
		}
		return all
	}
	for i, p := range all {
		if !everywhere(p) {
			all[i].Message = say.lint.of(string(said[p.Bare()][0]), p.Message)
		}
	}
	return all
}

// atHost joins what a host says to streaming and to whole answers: what only
// one of them refuses can be had from the other, so it is doubtful.
func (l Linter) atHost(r tts.Request, host tts.HostName) (problems []tts.Problem) {
	live, whole := tts.Check(r, tts.Target{Host: host, Stream: true}), tts.Check(r, tts.Target{Host: host})
	refused := func(list []tts.Problem) bool {
		return slices.ContainsFunc(list, func(p tts.Problem) bool { return p.Effect == tts.Refused })
	}
	both := refused(live) && refused(whole)
	for _, p := range append(live, whole...) {
		switch {
		case p.Effect == tts.Refused && !both:
			p.Effect = tts.Doubtful
		case p.Effect == tts.Ignored && !(slices.Contains(live, p) && slices.Contains(whole, p)):
			continue // it counts in the other mode
		case p.Code == tts.UnknownVoice && l.Voices != nil:
			if slices.Contains(l.Voices, p.About) {
				continue
			}
			p.Effect, p.Message = tts.Refused, say.lint.notYoursEither(p.Message)
		}
		if !slices.Contains(problems, p) {
			problems = append(problems, p)
		}
	}
	return problems
}

// unknownKeys reports the keys that the type has no place for.
func unknownKeys(n node, t reflect.Type, path string, report func(level Level, field string, said tts.Said)) {
	if t.Kind() == reflect.Slice {
		for i, item := range n.items {
			if t.Elem().Kind() == reflect.Struct {
				unknownKeys(item, t.Elem(), fmt.Sprintf("%s[%d]", path, i), report)
			}
		}
		return
	}
	for _, m := range n.members {
		at := pathTo(path, m.name)
		sub, known := memberType(t, m.name)
		switch {
		case known && at == "text":
			report(LintWarning, at, say.lint.script)
		case known && (sub.Kind() == reflect.Struct || sub.Kind() == reflect.Slice):
			unknownKeys(m.value, sub, at, report)
		case known || strings.HasPrefix(m.name, "x_") || at == "$schema": // which editors read
		default:
			report(LintWarning, at, say.lint.unknownKey(Quoted(m.name), meant(path, at)))
		}
	}
}

// meant guesses what a misspelt setting should have been.
func meant(parent, path string) string {
	if parent == "" || strings.HasPrefix(parent, "heard_on") || strings.HasPrefix(parent, string(fingerprintsKey)) {
		return ""
	}
	return tts.Suggestion(path)
}

// lineOf is the line where a field, as the rules name it, stands in the file,
// or the nearest object above it.
func (n node) lineOf(field string) int {
	at, keys := n, strings.FieldsFunc(field, isPathMark)
	if request, found := n.member("request"); found && len(keys) > 0 {
		if _, outside := n.member(keys[0]); !outside {
			at = request
		}
	}
	for _, key := range keys {
		next, found := at.member(key)
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(at.items) {
			next, found = at.items[i], true
		}
		if !found {
			break
		}
		at = next
	}
	return max(1, at.line)
}

func isPathMark(r rune) bool { return r == '.' || r == '[' || r == ']' }
