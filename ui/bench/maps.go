package bench

import (
	"strings"
	"sync"
	"time"
	"unicode"

	"voicestudio/player/align"
	"voicestudio/player/measure"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// What Maps remember at most. The maps of a full page are 36 pairs of some 20 kB,
// features of ten seconds about 100 kB.
const (
	mostMaps     = 128
	mostFeatures = 24
)

// Voice is a take that Maps align with others.
type Voice struct {
	ID   string // the take's
	Text string // what it says, with its marks
	// Sound is its audio; it is asked for once, by the goroutine of Learn.
	Sound func() (measure.Sound, error)
}

// longLearnt is the longest sound that is aligned, in ms: it takes a time that
// grows faster than the length.
const longLearnt = 90_000

// VoiceOf is a take as it is aligned; false where there is too much of it, or not
// all.
func VoiceOf(take takes.Take) (v Voice, fine bool) {
	if take.AudioMS == nil || *take.AudioMS > longLearnt {
		return v, false
	}
	return Voice{ID: take.ID, Text: take.Request.Text, Sound: func() (measure.Sound, error) { return Sound(take) }}, true
}

// Maps know where two takes of one text say the same word. They may be used by
// several goroutines; the zero value knows nothing.
type Maps struct {
	learning sync.Mutex // one at a time: it takes a core
	features recent[string, *align.Features]

	mu   sync.Mutex
	maps recent[[2]string, *align.Map] // nil: they cannot be aligned
}

// Learn aligns two takes, where that was not done before and they say the same
// words, and reports whether Same knows them then. It blocks for as long as that
// takes, some 100 ms for two takes of ten seconds.
func (m *Maps) Learn(a, b Voice) bool {
	if readOut(a.Text) != readOut(b.Text) {
		return false
	}
	m.learning.Lock()
	defer m.learning.Unlock()
	pair, _ := paired(a.ID, b.ID)
	if known, there := m.known(pair); there {
		return known != nil
	}
	if pair[0] != a.ID {
		a, b = b, a
	}
	x, y := m.featuresOf(a), m.featuresOf(b)
	if x == nil || y == nil {
		return false // perhaps it can be read the next time
	}
	between, aligned := align.Between(x, y)
	if !aligned {
		between = nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.maps.put(pair, between, mostMaps)
	return aligned
}

func (m *Maps) featuresOf(v Voice) *align.Features {
	if f, there := m.features.get(v.ID); there {
		return f
	}
	sound, err := v.Sound()
	if err != nil {
		return nil
	}
	f := align.Of(sound)
	m.features.put(v.ID, f, mostFeatures)
	return f
}

func (m *Maps) known(pair [2]string) (*align.Map, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.maps.get(pair)
}

// Same says which moment of take b says what take a says at a moment; false where
// that is not known, or the takes cannot be aligned: then it is the same fraction.
// An audio callback may call what it returns.
func (m *Maps) Same(a, b string) (func(time.Duration) time.Duration, bool) {
	pair, turned := paired(a, b)
	between, _ := m.known(pair)
	switch {
	case between == nil:
		return nil, false
	case turned:
		between = between.Back()
	}
	return between.At, true
}

// paired is the same for two takes in whatever order.
func paired(a, b string) (pair [2]string, turned bool) {
	if a > b {
		return [2]string{b, a}, true
	}
	return [2]string{a, b}, false
}

// readOut is what is read out of a text, however it is written down: its letters,
// digits and signs, without pauses and sounds.
func readOut(text string) string {
	var b strings.Builder
	at := 0
	text = tts.Plain(text)
	for _, mark := range tts.Proofread(text, tts.DefaultModel).Marks {
		if mark.Kind != tts.WrongMark { // which is read out, too
			b.WriteString(text[at:mark.From])
			at = mark.To
		}
	}
	b.WriteString(text[at:])
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, b.String())
}

// recent remembers the values that were put last.
type recent[K comparable, V any] struct {
	values map[K]V
	order  []K
}

func (r *recent[K, V]) get(key K) (V, bool) {
	v, there := r.values[key]
	return v, there
}

func (r *recent[K, V]) put(key K, value V, most int) {
	if r.values == nil {
		r.values = map[K]V{}
	}
	if _, there := r.values[key]; !there {
		r.order = append(r.order, key)
	}
	if r.values[key] = value; len(r.order) > most {
		delete(r.values, r.order[0])
		r.order = r.order[1:]
	}
}
