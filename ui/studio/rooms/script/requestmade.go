package script

import (
	"encoding/json"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/rooms"
)

// made is a snippet, made once for what it depends on.
type made struct {
	key struct {
		revision, own  int
		speaking, host tts.HostName
		form           string
		heard          bool
	}
	code     string
	fresh    map[string]bool // lines that were not in what was heard last
	problems []tts.Problem
	err      error
	gained   map[tts.HostName][]tts.Problem // by going to a host
	// added are the names that this host has and the one that speaks has not; gone
	// are those that only that one has.
	added, gone []string
	known       bool
}

// forms are the ways in which a request is written, the body first.
var forms = []string{"json", "curl", "go", "python"}

// make writes the request for the host that is shown, and looks what each other
// would make of it.
func (r *Request) make() *made {
	key, streamed := r.made.key, !r.Doc().Whole
	target := r.Session.Target(streamed)
	key.heard = r.Sound.Timeline != nil
	key.revision, key.own, key.speaking, key.host, key.form = int(r.Work.Revision()), len(target.Own), target.Host, r.shown(), forms[r.form]
	if r.made.known && r.made.key == key {
		return &r.made
	}
	m := made{key: key, known: true, gained: map[tts.HostName][]tts.Problem{}}
	q := r.Request()
	call, problems, err := r.Session.Call(q, key.host, streamed)
	if m.problems, m.err = problems, err; err == nil {
		m.code, m.err = presets.Snippet(key.form, call)
		m.fresh = r.unheard(m.code, key.host, key.form, streamed)
		if ours, _, err := r.Session.Call(q, target.Host, streamed); err == nil {
			m.added, m.gone = namesOnlyIn(call.Body, ours.Body), namesOnlyIn(ours.Body, call.Body)
		}
	}
	for _, h := range tts.Hosts {
		m.gained[h.Name], _ = tts.Move(q, target, r.Session.TargetAt(h.Name, streamed), "")
	}
	r.made = m
	return &r.made
}

// unheard are the lines of a snippet that were not there when something was heard
// last; none where nothing was.
func (r *Request) unheard(code string, host tts.HostName, form string, streamed bool) map[string]bool {
	if r.Sound.Timeline == nil {
		return nil
	}
	call, _, err := r.Session.Call(rooms.RequestOf(r.Work.Heard()), host, streamed)
	if err != nil {
		return nil
	}
	was, err := presets.Snippet(form, call)
	if err != nil {
		return nil
	}
	fresh := map[string]bool{}
	for line := range strings.SplitSeq(code, "\n") {
		fresh[line] = true
	}
	for line := range strings.SplitSeq(was, "\n") {
		delete(fresh, line)
	}
	return fresh
}

// namesOnlyIn are the names of one body that another has not, at whatever place.
func namesOnlyIn(body, other []byte) (names []string) {
	has := namesOf(other)
	for name := range namesOf(body) {
		if !has[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func namesOf(body []byte) map[string]bool {
	names := map[string]bool{}
	var look func(value any)
	look = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			for name, inner := range value {
				names[name] = true
				look(inner)
			}
		case []any:
			for _, inner := range value {
				look(inner)
			}
		}
	}
	var all any
	if json.Unmarshal(body, &all) == nil {
		look(all)
	}
	return names
}

// mark follows a host's name where it would not do the same as the one that
// speaks.
func (m *made) mark(host tts.HostName) string {
	switch gained := m.gained[host]; {
	case len(gained) == 0:
		return ""
	case gained[0].Effect == tts.Refused:
		return "✗"
	default:
		return "!"
	}
}
