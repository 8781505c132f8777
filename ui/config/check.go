package config

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
)

// kind is what a value of the file is: the first byte of one that is.
type kind byte

const (
	text   kind = '"'
	number kind = '0'
	whole  kind = '1' // a number without a fraction
	truth  kind = 't'
	group  kind = '{'
	list   kind = '[' // of texts
)

// setting is a place of the file where something may stand. In a path, * is any
// name.
type setting struct {
	path string
	kind kind
	// alone says that a wrong one is left out and said, and all else holds.
	alone  bool
	values func() []string // that there are; nil: any
}

// all is every setting, in the order in which they are explained.
var all = []setting{
	{path: "host", kind: text, values: tts.HostNames},
	{path: "lang", kind: text, values: func() []string { return Languages }},
	{path: "theme", kind: text, values: func() []string { return Themes }},
	{path: "ascii", kind: truth},
	{path: "motion", kind: text, values: func() []string { return Motions }},
	{path: "warm", kind: truth},
	{path: "spend_cap", kind: group},
	{path: "spend_cap.amount", kind: number},
	{path: "spend_cap.currency", kind: text, values: currencies},
	{path: "hosts", kind: group},
	{path: "hosts.*", kind: group, alone: true},
	{path: "hosts.*.base_url", kind: text},
	{path: "hosts.*.group_id", kind: text},
	{path: "hosts.*.rpm", kind: whole},
	{path: "teams", kind: group},
	{path: "teams.*", kind: text},
	{path: "keys", kind: group},
	{path: "keys.*", kind: list, alone: true},
}

func currencies() (all []string) {
	for _, p := range tts.Prices {
		if c := string(p.Million.Currency); !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	slices.Sort(all)
	return all
}

// fault is something that is wrong in the file.
type fault struct {
	presets.Finding
	stops bool // nothing of the file can be relied on
}

// reader reads the file and gathers what is wrong in it.
type reader struct {
	file   string
	lines  map[string]int
	faults []fault
}

func (r *reader) blame(line int, path string, said tts.Said, level presets.Level, stops bool) {
	r.faults = append(r.faults, fault{presets.Finding{File: r.file, Line: line, Field: path, Level: level, Message: said.What, Cure: said.Cure}, stops})
}

// read takes from the file what is right in it, and says what is not, from the
// top to the bottom.
func read(file string, b []byte) (s Settings, faults []fault) {
	r := &reader{file: file, lines: map[string]int{}}
	s.File, s.Lines = file, r.lines
	content := tts.TrimBOM(b)
	if len(content) < len(b) {
		r.blame(1, "", say.settings.bom, presets.LintWarning, false)
	}
	if strings.TrimSpace(string(content)) == "" {
		return s, r.faults
	}
	lineAt := func(at int) int { return 1 + strings.Count(string(content[:min(at, len(content))]), "\n") }
	bare, at, err := plain(content)
	if err != nil {
		r.blame(lineAt(at), "", say.settings.openComment, presets.LintError, true)
		return s, r.faults
	}
	var right json.RawMessage
	if err := json.Unmarshal(bare, &right); err != nil {
		at := len(content)
		if syntax, is := errors.AsType[*json.SyntaxError](err); is {
			at = int(syntax.Offset)
		}
		r.blame(lineAt(at), "", say.settings.notJSON(err.Error()), presets.LintError, true)
		return s, r.faults
	}
	top := tree(bare)
	if kind(top.kind()) != group {
		r.blame(top.line, "", say.settings.noGroup, presets.LintError, true)
		return s, r.faults
	}
	values, _ := r.group("", top).(map[string]any)
	known, _ := json.Marshal(values)
	if err := json.Unmarshal(known, &s); err != nil {
		r.blame(1, "", say.settings.notJSON(err.Error()), presets.LintError, true)
	}
	r.judge(s)
	for name, dir := range s.Teams {
		s.Teams[name] = Expand(dir)
	}
	slices.SortStableFunc(r.faults, func(a, b fault) int { return a.Line - b.Line })
	return s, r.faults
}

// group is what of a group is known and right.
func (r *reader) group(at string, n node) any {
	known := map[string]any{}
	for _, part := range n.parts {
		path := strings.TrimPrefix(at+"."+part.name, ".")
		if before, twice := r.lines[path]; twice {
			r.blame(part.line, path, say.settings.twice(path, before), presets.LintError, false)
		}
		r.lines[path] = part.line
		row := settingIn(at, part.name)
		if row == nil || at == "hosts" && !isHost(part.name) {
			r.unknown(at, path, part)
			continue
		}
		if value, right := r.value(row, path, part); right {
			known[part.name] = value
		} else {
			delete(known, part.name)
		}
	}
	return known
}

// value is that of a setting, if it is one of this kind and of its values.
func (r *reader) value(row *setting, path string, n node) (value any, right bool) {
	if n.kind() == 'n' {
		return nil, false // null is as if it were not there
	}
	is := kind(n.kind())
	if row.kind == whole && is == number {
		if _, err := strconv.Atoi(string(n.raw)); err == nil {
			is = whole
		}
	}
	if is == list {
		for _, item := range n.parts {
			if kind(item.kind()) != text {
				is = 0
			}
		}
	}
	if is != row.kind {
		r.blame(n.line, path, say.settings.notOfKind(path, byte(row.kind)), presets.LintError, !row.alone)
		return nil, false
	}
	if is == group {
		return r.group(path, n), true
	}
	if row.values != nil {
		var given string
		json.Unmarshal(n.raw, &given)
		if values := row.values(); given != "" && !slices.Contains(values, given) {
			said := say.settings.notOneOf(path, strconv.Quote(given), values)
			if path == "host" {
				said = say.settings.noHost(strconv.Quote(given), values)
			}
			r.blame(n.line, path, said, presets.LintError, true)
			return nil, false
		}
	}
	return n.raw, true
}

func isHost(name string) bool {
	_, known := tts.HostAt(tts.HostName(name))
	return known
}

// settingIn is what may stand under a name in the group at a path, which is empty
// at the top; nil where nothing may.
func settingIn(at, name string) *setting {
	for i := range all {
		before, last, nested := cutLast(all[i].path)
		if (last == "*" || last == name) && within(before, nested, at) {
			return &all[i]
		}
	}
	return nil
}

// within reports whether a group is that of a pattern, in which * is any name.
func within(pattern string, nested bool, at string) bool {
	if !nested || at == "" {
		return !nested && at == ""
	}
	before, last, deeper := cutLast(pattern)
	if !deeper {
		return at == pattern
	}
	group, rest, _ := strings.Cut(at, ".")
	return group == before && (last == "*" && rest != "" || last == rest)
}

// unknown says that a name means nothing, and what was perhaps meant; a name or a
// value like that of an API key is said to be in the wrong place.
func (r *reader) unknown(at, path string, n node) {
	var value string
	json.Unmarshal(n.raw, &value)
	name := strings.ToLower(n.name)
	if strings.Contains(name, "key") && n.kind() == byte(text) || strings.Contains(name, "token") || strings.Contains(name, "secret") || strings.HasPrefix(value, "sk-") {
		r.blame(n.line, path, say.settings.apiKey(path, keyVariables()), presets.LintError, false)
		return
	}
	names := tts.HostNames()
	if at != "hosts" {
		names = nil
		for _, row := range all {
			if before, last, nested := cutLast(row.path); within(before, nested, at) {
				names = append(names, last)
			}
		}
	}
	r.blame(n.line, path, say.settings.unknown(path, tts.Nearest(name, names)), presets.LintError, false)
}

// cutLast parts the last name from a path.
func cutLast(path string) (before, last string, nested bool) {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

func keyVariables() (all []string) {
	for _, name := range tts.HostNames() {
		if h, _ := tts.HostAt(tts.HostName(name)); h.KeyVariable != "" && !slices.Contains(all, h.KeyVariable) {
			all = append(all, h.KeyVariable)
		}
	}
	return all
}

// judge says what cannot be of settings that are of the right kind.
func (r *reader) judge(s Settings) {
	for name, own := range s.Hosts {
		if path := "hosts." + string(name) + ".rpm"; own.RPM < 0 {
			r.blame(r.lines[path], path, say.settings.noRate(path, own.RPM), presets.LintError, true)
		}
	}
	known := func(f fault) bool { return strings.HasPrefix(f.Field, "spend_cap") }
	if most := s.SpendCap; most != nil && !slices.ContainsFunc(r.faults, known) && (most.Amount < 0 || !slices.Contains(currencies(), string(most.Currency))) {
		r.blame(r.lines["spend_cap"], "spend_cap", say.settings.noCap, presets.LintError, true)
	}
}

// Check says all that is wrong in the config file, from the top to the bottom,
// beside what Load says also what only shows in use: addresses that no host can
// have, folders that are not there. Without a file nothing is wrong. The settings
// are those that hold; keys are checked by whoever knows the commands.
func Check() (s Settings, findings []presets.Finding, _ error) {
	file, err := File()
	if err != nil {
		return s, nil, nil
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil, nil
	}
	if err != nil {
		return s, nil, wrong(file, say.settings.unreadable(tts.SystemSays(err)))
	}
	s, faults := read(file, b)
	r := &reader{file: file, lines: s.Lines, faults: faults}
	for name, own := range s.Hosts {
		r.address(name, own.BaseURL)
	}
	for name, dir := range s.Teams {
		path := "teams." + name
		if said, wrong := noFolder(dir); wrong {
			r.blame(s.Lines[path], path, said, presets.LintError, false)
		}
	}
	for _, f := range r.faults {
		findings = append(findings, f.Finding)
	}
	SortFindings(findings)
	return s, findings, nil
}

// SortFindings has them from the top to the bottom.
func SortFindings(findings []presets.Finding) {
	slices.SortStableFunc(findings, func(a, b presets.Finding) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Field, b.Field)
	})
}

// address says why a host cannot be asked at the address of the file.
func (r *reader) address(name tts.HostName, address string) {
	if address == "" {
		return
	}
	path := "hosts." + string(name) + ".base_url"
	profile, _ := tts.HostAt(name)
	trimmed := strings.TrimRight(address, "/")
	if err := host.CheckAddress(profile, trimmed); err != nil {
		e := tts.AsError(err, tts.KindRequest)
		r.blame(r.lines[path], path, tts.Said{What: e.Message, Cure: e.Cure}, presets.LintError, false)
		return
	}
	switch {
	case profile.Contract == tts.DashScope && !strings.HasSuffix(trimmed, "/api/v1"):
		r.blame(r.lines[path], path, say.settings.dashScopeEnds(strconv.Quote(address)), presets.LintError, false)
	case profile.Contract != tts.DashScope && strings.HasSuffix(trimmed, "/t2a_v2"):
		r.blame(r.lines[path], path, say.settings.onlyOrigin(strconv.Quote(address)), presets.LintError, false)
	}
}

// noFolder says why a folder cannot be a team's.
func noFolder(dir string) (said tts.Said, wrong bool) {
	info, err := os.Stat(dir)
	switch {
	case !filepath.IsAbs(dir):
		return say.settings.relative(strconv.Quote(dir)), true
	case errors.Is(err, fs.ErrNotExist):
		return say.settings.noFolder(strconv.Quote(dir)), true
	case err != nil:
		return say.settings.unreadable(tts.SystemSays(err)), true
	case !info.IsDir():
		return say.settings.notFolder(strconv.Quote(dir)), true
	}
	return said, false
}
