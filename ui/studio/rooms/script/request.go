package script

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/listen"
)

// Request shows what a host gets, what the others would make of it, and how the
// last answer came. It stands in the place of the script, the sound and the
// takes; it gives way to these as soon as one of them has the keys.
type Request struct {
	*rooms.Shared
	Sound *listen.Sound
	Takes *listen.TakeList

	host tts.HostName // that is shown; empty: the one that speaks
	form int          // of presets.SnippetLanguages
	list paint.List   // the lines of the code in sight
	from rooms.Panel  // had the keys before
	says bool         // that a key copies, as it was drawn

	made made
}

// Open shows the request.
func (r *Request) Open() tea.Cmd {
	if r.Tab != rooms.RequestTab {
		r.from = r.Focus
	}
	r.OpenTab(rooms.RequestTab)
	r.list.Reset()
	return nil
}

// Leave goes back to the script, and to what had the keys before.
func (r *Request) Leave() {
	r.Tab = rooms.ScriptTab
	if r.from != rooms.ScriptPanel {
		r.FocusOn(r.from)
	}
}

// shown is the host whose request is shown.
func (r *Request) shown() tts.HostName {
	if r.host == "" {
		return r.Session.Host()
	}
	return r.host
}

// OtherHost shows the request of the next host, or of the one before.
func (r *Request) OtherHost(by int) tea.Cmd {
	at := slices.IndexFunc(tts.Hosts, func(h tts.HostProfile) bool { return h.Name == r.shown() })
	r.host = tts.Hosts[(at+by+len(tts.Hosts))%len(tts.Hosts)].Name
	r.list.Reset()
	return nil
}

// OtherForm writes it in the next form.
func (r *Request) OtherForm(by int) tea.Cmd {
	r.form = (r.form + by + len(forms)) % len(forms)
	r.list.Reset()
	return nil
}

// Scroll moves the code by lines.
func (r *Request) Scroll(lines int) tea.Cmd {
	from, _ := r.list.Sight()
	r.list.To(max(0, from+lines))
	if lines > 0 {
		r.list.To(from + r.list.Page() - 1 + lines)
	}
	return nil
}

// Page is how many lines of the code are in sight.
func (r *Request) Page() int { return r.list.Page() }

// NoCode says why there is nothing to copy.
func (r *Request) NoCode() string {
	if err := r.make().err; err != nil {
		return tts.Reason(err)
	}
	return ""
}

// Copy puts the request on the clipboard, in the form that is shown.
func (r *Request) Copy() tea.Cmd {
	return tea.Batch(tea.SetClipboard(r.make().code), r.Say(rooms.Note, Say.request.copied(Say.request.forms[forms[r.form]], Say.request.keyOf(r.variable()))))
}

// variable is that of the key of the host that is shown; empty: it needs none.
func (r *Request) variable() string {
	if r.shown() == tts.Sandbox {
		return session.SandboxKey
	}
	h, _ := tts.HostAt(r.shown())
	return h.KeyVariable
}

// areas are where the request and the last answer stand: where the script, the
// sound and the takes do otherwise.
func (r *Request) areas() (request, answer rooms.Rect) {
	all := r.Layout.Panels[rooms.ScriptPanel]
	if !r.Layout.Single {
		all = r.Layout.Beside(all)
	}
	below := min(max(all.H*2/5, 6), 14)
	request, answer = all, all
	request.H -= below
	answer.Y, answer.H = answer.Y+request.H, below
	return request, answer
}

// Draw draws both panels.
func (r *Request) Draw() string {
	request, answer := r.areas()
	return paint.Below(r.drawRequest(request), r.drawAnswer(answer))
}

const requestTop = 3 // lines over the code: hosts, forms, a rule

const indent = "    " // a tab, as it is drawn

func (r *Request) drawRequest(at rooms.Rect) string {
	t, inner, m := r.Theme, at.Inner(), r.make()
	lines := []string{r.hostLine(inner.W), r.formLine(inner.W), t.Rule(inner.W)}
	most := max(1, min(4, (inner.H+1)/4))
	if m.err != nil {
		most = max(1, inner.H-requestTop)
	}
	said := r.verdict(inner.W, most)
	room := max(1, inner.H-requestTop-len(said))
	code := strings.Split(strings.TrimRight(m.code, "\n"), "\n")
	if m.err != nil {
		code = nil
	}
	r.list.Fit(len(code), room, nil)
	from, to := r.list.Sight()
	for i := from; i < to; i++ {
		mark := "  "
		if m.fresh[code[i]] {
			mark = t.Warning.Render("• ")
		}
		lines = append(lines, paint.Cut(mark+t.Text.Render(strings.ReplaceAll(code[i], "\t", indent)), inner.W))
	}
	for len(lines) < requestTop+room && m.err == nil {
		lines = append(lines, "")
	}
	badge, sight := Say.request.copies, ""
	switch {
	case m.err != nil:
		badge = ""
	case len(code) > room:
		sight = Say.request.lines(from+1, to, len(code))
	}
	r.says = badge != ""
	focused := r.Focus == rooms.ScriptPanel && r.Top() == nil
	frame := r.Tabbed(t.Frame("", badge, focused, at.W, at.H, append(lines, said...)), badge, focused, at.W)
	return t.Ended(t.Barred(frame, &r.list, 1+requestTop, focused, at.W), sight, focused, at.W)
}

// verdict says what the host that is shown would do, in at most so many lines.
func (r *Request) verdict(w, most int) (lines []string) {
	t, m := r.Theme, r.make()
	if m.err != nil {
		return paint.Wrapped(Say.request.sendsNothing(tts.Reason(m.err)), w, most, t.Failure.Render)
	}
	add := func(said string, ink paint.Ink, room int) {
		lines = append(lines, paint.Wrapped(said, w, min(room, most-len(lines)), ink.Render)...)
	}
	if len(m.added)+len(m.gone) > 0 {
		add(Say.request.spells(m.added, m.gone, hostTitle(r.Session.Host())), t.Dim, 1)
	}
	if len(m.problems) == 0 {
		add(Say.request.asItIs(hostTitle(r.shown())), t.Dim, 1)
	}
	if r.shown() == tts.Sandbox {
		add(Say.request.ofSandbox, t.Dim, 2)
	}
	for i, p := range m.problems {
		left, room := len(m.problems)-i, most-len(lines)
		if room <= 1 && left > 1 {
			add(rooms.Say.Screen.More(left), t.Warning, 1)
			break
		}
		add(Say.request.judged(p.Effect, p.Error().Error()), t.Warning, max(1, room-left+1))
	}
	return lines
}

func hostTitle(name tts.HostName) string {
	h, _ := tts.HostAt(name)
	return h.Title
}

// hostChips are the hosts as they stand on their line: all, or where these have
// no room, the one that is shown.
func (r *Request) hostChips(w int) (names []string, first int) {
	m, at := r.make(), 0
	for i, h := range tts.Hosts {
		if h.Name == r.shown() {
			at = i
		}
		names = append(names, string(h.Name)+m.mark(h.Name))
	}
	width := 0
	for _, name := range names {
		width += paint.Width(name) + 3
	}
	if width > w {
		return names[at : at+1], at
	}
	return names, 0
}

func (r *Request) hostLine(w int) string {
	names, first := r.hostChips(w)
	shown := slices.IndexFunc(tts.Hosts, func(h tts.HostProfile) bool { return h.Name == r.shown() }) - first
	line := r.chips(names, shown)
	if len(names) < len(tts.Hosts) {
		line += r.Theme.Dim.Render(Say.request.hostOf(first+1, len(tts.Hosts)))
	}
	return paint.Fit(line, w)
}

func (r *Request) formLine(w int) string { return paint.Fit(r.chips(r.formNames(), r.form), w) }

func (r *Request) formNames() (names []string) {
	for _, form := range forms {
		names = append(names, Say.request.forms[form])
	}
	return names
}

// chips draws names with the chosen one in brackets.
func (r *Request) chips(names []string, chosen int) (line string) {
	for i, name := range names {
		if i == chosen {
			line += r.Theme.Marked.Render("["+name+"]") + " "
		} else {
			line += r.Theme.Dim.Render(" "+name+" ") + " "
		}
	}
	return line
}

// Area is where the request stands, without the answer.
func (r *Request) Area() rooms.Rect {
	request, _ := r.areas()
	return request
}

// OnBar implements dialog.Scroller.
func (r *Request) OnBar(x, y int) bool { return r.list.OnBar(x, y) }

// Drag implements dialog.Scroller.
func (r *Request) Drag(y int) { r.list.Drag(y) }

// Contains reports whether the request or the answer stands at a cell.
func (r *Request) Contains(x, y int) bool {
	request, answer := r.areas()
	return request.Contains(x, y) || answer.Contains(x, y)
}

// Click chooses a host or a form, or copies where the title says so.
func (r *Request) Click(x, y int) tea.Cmd {
	request, _ := r.areas()
	inner := request.Inner()
	switch y - inner.Y {
	case -1:
		if r.says && r.NoCode() == "" && listen.OnBadge(request, Say.request.copies, x) {
			return r.Copy()
		}
	case 0:
		names, first := r.hostChips(inner.W)
		if len(names) < len(tts.Hosts) {
			return r.OtherHost(1)
		}
		if i := paint.ChipAt(paint.Chips(names, inner.X), x); i >= 0 {
			r.host = tts.Hosts[first+i].Name
			r.list.Reset()
		}
	case 1:
		if i := paint.ChipAt(paint.Chips(r.formNames(), inner.X), x); i >= 0 {
			r.form = i
			r.list.Reset()
		}
	}
	return nil
}
