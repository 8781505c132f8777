package doctor

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/install"
)

// clockMayBe is how far the clock may be off; a Date has whole seconds, and comes
// late over a slow line.
const clockMayBe = 2 * time.Minute

// twins are the two regions of MiniMax: a key of the one is none at the other.
var twins = map[tts.HostName]tts.HostName{tts.MiniMax: tts.MiniMaxCN, tts.MiniMaxCN: tts.MiniMax}

// asked asks the hosts that have a key something that bills nothing, having said
// what is sent.
func (m *Machine) asked(ctx context.Context) (all []Check) {
	if h, _ := tts.HostAt(m.Only); h.Name != "" && cmp.Or(m.Session.Hosts[h.Name].BaseURL, h.BaseURL) == "" {
		return []Check{ok(Asked, string(h.Name), say.here)}
	}
	var date time.Time
	var offset time.Duration
	for _, name := range m.toAsk() {
		g, at, err := m.greet(ctx, name)
		if !g.Date.IsZero() && date.IsZero() {
			date, offset = g.Date, at.Sub(g.Date)
		}
		if fault := tts.AsError(err, tts.KindStream); fault != nil {
			all = append(all, m.refused(ctx, name, fault))
			continue
		}
		found := say.answers
		if g.Keyed {
			found = say.takesKey(g.Voices)
		}
		all = append(all, ok(Asked, string(name), found))
	}
	if len(all) == 0 {
		return []Check{is(Warning, Asked, "hosts", say.noneAsked, say.setAKey)}
	}
	switch {
	case date.IsZero():
		all = append(all, ok(Asked, "clock", say.noDate))
	case offset.Abs() > clockMayBe:
		all = append(all, is(Warning, Asked, "clock", say.clock(offset), setClock(m.System)))
	default:
		all = append(all, ok(Asked, "clock", say.clockRight))
	}
	return all
}

// toAsk are the hosts with a key. Where one key is for two, it is the chosen one's,
// else the first's.
func (m *Machine) toAsk() (names []tts.HostName) {
	if m.Only != "" {
		return []tts.HostName{m.Only}
	}
	for _, h := range tts.Hosts {
		if h.KeyVariable == "" || m.Getenv(h.KeyVariable) == "" {
			continue
		}
		if twin := twins[h.Name]; twin != "" && (m.Session.Host == twin || slices.Contains(names, twin)) {
			continue
		}
		names = append(names, h.Name)
	}
	return names
}

// greet asks one host, and says before what goes where.
func (m *Machine) greet(ctx context.Context, name tts.HostName) (g host.Greeting, at time.Time, err error) {
	client, err := host.New(m.Session.At(name))
	if err != nil {
		return g, at, err
	}
	profile, _ := tts.HostAt(name)
	to := cmp.Or(m.Session.Hosts[name].BaseURL, profile.BaseURL)
	if address, err := url.Parse(to); err == nil {
		to = address.Host
	}
	if client.GreetsWithKey() {
		m.Asking(say.sendsKey(profile.Title, profile.KeyVariable, to))
	} else {
		m.Asking(say.sendsNoKey(profile.Title, to))
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	g, err = client.Greet(ctx)
	return g, m.Now(), err
}

// refused is why a host said no; a key that its twin takes is one of the other region.
func (m *Machine) refused(ctx context.Context, name tts.HostName, fault *tts.Error) Check {
	state := Warning
	if name == m.Session.Host || name == m.Only {
		state = Fault
	}
	wrongKey := fault.Kind == tts.KindRefused && slices.Contains([]string{"1004", "2049", "HTTP 401"}, fault.Code)
	if twin := twins[name]; twin != "" && wrongKey {
		if _, _, err := m.greet(ctx, twin); err == nil {
			other, _ := tts.HostAt(twin)
			return is(state, Asked, string(name), say.otherRegion(other.Title), say.useHost(string(twin)))
		} else if errors.Is(err, context.Canceled) {
			fault = tts.AsError(err, tts.KindInterrupted)
		}
	}
	return is(state, Asked, string(name), fault.Message, fault.Cure)
}

// setClock is the command that sets the clock of a system by the network's.
func setClock(on install.System) string {
	switch on {
	case install.MacOS:
		return "sudo sntp -sS time.apple.com"
	case install.Windows:
		return "w32tm /resync"
	default:
		return "sudo timedatectl set-ntp true"
	}
}
