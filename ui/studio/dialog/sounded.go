package dialog

import (
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/trust"
)

// stood is how a preset stands to its fingerprint of the host of now, and what came
// of it when it was checked; nil: it was not, or what spoke then is another by now.
type stood struct {
	mark  presets.Fingerprint
	is    trust.Standing
	check *document.Check
}

// stands keeps how presets stand, since their settings are read whole for it.
type stands struct {
	host   tts.HostName
	engine string
	known  map[*presets.Entry]stood
}

func (s *stands) forget() { s.known = nil }

// stand is how a preset of the list stands.
func (b *Browser) stand(e *presets.Entry) stood {
	s := &b.stands
	if s.known == nil || s.host != b.now.Host || s.engine != b.now.Engine {
		*s = stands{b.now.Host, b.now.Engine, map[*presets.Entry]stood{}}
	}
	is, known := s.known[e]
	if !known {
		is.mark, is.is = trust.Stands(e.Preset, s.host, s.engine)
		if c, found := b.lib.Checks[e.Name][s.host]; found && c.Of.Equal(is.mark.At) && c.RequestHash == trust.SettingsHash(e.Preset) {
			is.check = &c
		}
		s.known[e] = is
	}
	return is
}

// drifted reports that it sounds otherwise than it did.
func (s stood) drifted() bool { return s.check != nil && len(s.check.Words) > 0 }

// old reports that its fingerprint is of something else than it is now.
func (s stood) old() bool {
	return s.is != trust.Fresh && s.is != trust.Untaken && !s.mark.At.IsZero()
}

// Sounded is the fingerprint of the preset under the cursor at the host of now, and
// what came of it when it was checked; nil: it was not.
func (b *Browser) Sounded() (presets.Fingerprint, *document.Check) {
	s := b.stand(b.Current())
	return s.mark, s.check
}

// mark is a sign for what is to be said of how a preset sounds, and the word for it.
func (b *Browser) mark(e *presets.Entry) (sign, word string) {
	switch s := b.stand(e); {
	case s.is == trust.Fresh && s.drifted():
		return say.sounded.driftedSign, say.sounded.drifted
	case s.old():
		return say.sounded.oldSign, say.sounded.old
	}
	return "", ""
}

// fact is something that is known of a preset.
type fact struct {
	text string
	ink  paint.Ink
}

// sounded says when fingerprints of a preset were taken, that of the host of now
// first, and how it stands to them.
func (b *Browser) sounded(t paint.Theme, e *presets.Entry) (facts []fact) {
	s, w := b.stand(e), say.sounded
	if !s.mark.At.IsZero() {
		facts = append(facts, fact{w.so(s.mark.At, b.now.Now, HostTitle(s.mark.Host), max(1, s.mark.Spread.Takes)), t.Text})
	}
	if s.check != nil {
		said, ink := w.same(s.check.At, b.now.Now), t.Good
		if s.drifted() {
			said, ink = "! "+w.apart(s.check.At, s.mark.At, b.now.Now, s.check.Words), t.Warning
		}
		facts = append(facts, fact{said, ink})
	}
	switch said := w.stands[s.is]; {
	case s.old() && !e.ReadOnly && s.is != trust.NoSample:
		facts = append(facts, fact{"! " + tts.Further(said, w.anew), t.Warning})
	case s.old():
		facts = append(facts, fact{"! " + said, t.Warning})
	case s.is == trust.Fresh && s.check == nil:
		facts = append(facts, fact{w.unchecked, t.Dim})
	case s.is == trust.Fresh, e.ReadOnly:
	case s.is == trust.Untaken:
		facts = append(facts, fact{w.untaken(HostTitle(string(b.now.Host))), t.Dim})
	default:
		facts = append(facts, fact{said, t.Dim})
	}
	for _, f := range e.Fingerprints {
		if f.Host == string(b.now.Host) {
			continue
		}
		said, ink := w.so(f.At, b.now.Now, HostTitle(f.Host), max(1, f.Spread.Takes)), t.Dim
		if _, is := trust.Stands(e.Preset, tts.HostName(f.Host), f.Engine); is != trust.Fresh && is != trust.NoSample {
			said = tts.Further(said, w.stands[is])
		}
		facts = append(facts, fact{said, ink})
	}
	return facts
}

// soundedInShort is what of that does not wait for a larger screen.
func (b *Browser) soundedInShort(t paint.Theme, e *presets.Entry, w, h int) (lines []string) {
	s := b.stand(e)
	if e.Starter || s.mark.At.IsZero() {
		return nil
	}
	for i, f := range b.sounded(t, e) {
		if i == 0 {
			f.text = say.sounded.label + " " + f.text
		}
		if strings.HasPrefix(f.text, "! ") || !s.drifted() && !s.old() {
			return paint.Wrapped(tts.Clean(f.text), w, h, f.ink.Render)
		}
	}
	return nil
}

// HostTitle is what people call a host.
func HostTitle(host string) string {
	if h, known := tts.HostAt(tts.HostName(host)); known {
		return h.Title
	}
	return tts.Clean(host)
}

// Since is the day that something is compared with, in a sentence.
func Since(at, now time.Time) string { return say.sounded.since(at, now) }

func daysBetween(at, now time.Time) int {
	day := func(t time.Time) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(day(now).Sub(day(at)) / (24 * time.Hour))
}
