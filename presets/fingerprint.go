package presets

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"voicestudio/tts"
)

// Fingerprint is what a preset sounded like at one host when somebody agreed on
// it. A preset has one per host.
type Fingerprint struct {
	// At is when it was taken, in UTC, whole seconds.
	At   time.Time `json:"at"`
	Host string    `json:"host"`
	// Model is the one that spoke, also where the preset names none.
	Model string `json:"model"`
	// Engine tells versions of the built-in sandbox apart; empty for every other.
	Engine string `json:"engine,omitempty"`
	// TextHash is TextHash of the sample text that was spoken.
	TextHash string `json:"text_hash"`
	// RequestHash is RequestHash of the settings, with the voice and the model
	// that spoke where the preset names none.
	RequestHash string `json:"request_hash"`
	// AudioMS is how long it is, the mean of all takes.
	AudioMS  int     `json:"audio_ms"`
	Measures Figures `json:"measures"`
	// Spread is zero where one take was made only.
	Spread Spread `json:"spread,omitzero"`
}

// Figures are a take's measures by the names and in the units of `takes measure
// --json`, each the mean of all takes; nil is what could not be taken.
type Figures struct {
	// Version is that of the algorithms; figures of another do not compare.
	Version    int      `json:"version"`
	SpeechMS   *float64 `json:"speech_ms,omitempty"`
	F0MedianHz *float64 `json:"f0_median_hz,omitempty"`
	F0RangeST  *float64 `json:"f0_range_st,omitempty"`
	RateSPS    *float64 `json:"rate_sps,omitempty"`
	PauseRatio *float64 `json:"pause_ratio,omitempty"`
	LUFS       *float64 `json:"lufs,omitempty"`
	TruePeakDB *float64 `json:"true_peak_db,omitempty"`
	CentroidHz *float64 `json:"centroid_hz,omitempty"`
	SlopeDBOct *float64 `json:"slope_db_oct,omitempty"`
	FadeDB     *float64 `json:"fade_db,omitempty"`
}

// Spread is by how much the takes of one request differ: standard deviations,
// in the units of the limits that they widen.
type Spread struct {
	Takes           int      `json:"takes"`
	F0ST            *float64 `json:"f0_st,omitempty"`
	DurationPercent *float64 `json:"duration_percent,omitempty"`
	SlopeDBOct      *float64 `json:"slope_db_oct,omitempty"`
	LU              *float64 `json:"lu,omitempty"`
}

// Fingerprint is the one that was taken at a host.
func (p Preset) Fingerprint(host tts.HostName) (Fingerprint, bool) {
	if f := p.fingerprintOf(string(host)); f != nil {
		return *f, true
	}
	return Fingerprint{}, false
}

// lint reports fingerprints with which nothing could be compared.
func (p Preset) lint(report func(level Level, field string, said tts.Said)) {
	seen := map[string]bool{}
	for i, f := range p.Fingerprints {
		at := fmt.Sprintf("%s[%d]", fingerprintsKey, i)
		for _, must := range []struct {
			key   string
			there bool
		}{
			{"at", !f.At.IsZero()}, {"host", f.Host != ""}, {"model", f.Model != ""}, {"text_hash", f.TextHash != ""}, {"request_hash", f.RequestHash != ""},
			{"audio_ms", f.AudioMS > 0}, {"measures.version", f.Measures.Version > 0},
		} {
			if !must.there {
				report(LintError, at+"."+must.key, say.lint.noMark(must.key))
			}
		}
		if f.Host != "" && seen[f.Host] {
			report(LintError, at, say.lint.twoMarks(tts.Clean(f.Host)))
		}
		seen[f.Host] = true
	}
}

// TextHash is a text's SHA-256 in hex, as it is spoken.
func TextHash(text string) string { return hashOf([]byte(tts.Plain(text))) }

// RequestHash is the SHA-256, in hex, of settings in their JSON form. The text
// is none of them.
func RequestHash(r tts.Request) string {
	r.Text = ""
	data, _ := json.Marshal(r) // fails for numbers only that no file can hold
	return hashOf(data)
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Remember keeps a fingerprint in the file of a preset that was opened, in the
// place of that of the same host. Updated stays: the voice is the same. Where
// the file holds another voice by now, it is *Changed and nothing is kept.
func (f Folder) Remember(opened Entry, mark Fingerprint) (Entry, error) {
	mark.At = mark.At.UTC().Truncate(time.Second)
	return f.mark(opened, mark.Host, mark)
}

// Forget takes the fingerprint of a host out of it in the same way.
func (f Folder) Forget(opened Entry, host string) (Entry, error) { return f.mark(opened, host) }

// mark puts fingerprints into the place of that of a host.
func (f Folder) mark(opened Entry, host string, marks ...Fingerprint) (Entry, error) {
	return f.change(func() (Entry, error) {
		now, err := f.unchanged(opened, opened.Preset)
		if err != nil {
			return Entry{}, err
		}
		p := now.Preset
		p.Fingerprints = slices.DeleteFunc(slices.Clone(p.Fingerprints), func(other Fingerprint) bool { return other.Host == host })
		p.Fingerprints = append(p.Fingerprints, marks...)
		slices.SortStableFunc(p.Fingerprints, func(a, b Fingerprint) int { return cmp.Compare(a.Host, b.Host) })
		return f.put(p, now)
	})
}

// fingerprintsKey is a leaf that is joined, not chosen.
const fingerprintsKey path = "fingerprints"

// joinFingerprints joins what two sides made of a list of fingerprints, as
// compact JSON, "" where unset: each host's is one side's, whole. Where both
// have taken a new one, it is the later.
func joinFingerprints(base, mine, theirs string) string {
	b, m, t := byHost(base), byHost(mine), byHost(theirs)
	var joined []string
	for _, host := range slices.Sorted(keysOf(m, t)) {
		x, y := m[host], t[host]
		switch {
		case x.raw == y.raw, y.raw == b[host].raw:
		case x.raw == b[host].raw, x.before(y):
			x = y
		}
		if x.raw != "" {
			joined = append(joined, x.raw)
		}
	}
	if joined == nil {
		return ""
	}
	return "[" + strings.Join(joined, ",") + "]"
}

func keysOf(all ...map[string]mark) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		seen := map[string]bool{}
		for _, one := range all {
			for key := range one {
				if !seen[key] && !yield(key) {
					return
				}
				seen[key] = true
			}
		}
	}
}

// mark is a fingerprint in a file.
type mark struct{ at, raw string }

// before orders by time; of the same second any order will do that is the same
// for both sides.
func (m mark) before(other mark) bool {
	return cmp.Or(cmp.Compare(m.at, other.at), cmp.Compare(m.raw, other.raw)) < 0
}

// byHost takes a list of fingerprints apart; of a host's two it is the later.
func byHost(list string) map[string]mark {
	all := map[string]mark{}
	root, broken := parseTree(list)
	if broken != nil { // there are none
		return all
	}
	for _, item := range root.items {
		text := func(key string) string {
			if n, found := item.member(key); found && n.kind == '"' {
				return unquote(n.raw)
			}
			return ""
		}
		if one, host := (mark{text("at"), item.raw}), text("host"); all[host].before(one) {
			all[host] = one
		}
	}
	return all
}

// withFingerprints is p with those that a file has by now as well: they are kept
// beside what a person does to a preset, and take no part in it.
func (p Preset) withFingerprints(base, now Preset) Preset {
	mine := leavesOf(p).at(fingerprintsKey)
	joined := joinFingerprints(leavesOf(base).at(fingerprintsKey), mine, leavesOf(now).at(fingerprintsKey))
	if joined == mine {
		return p
	}
	with, broken := parse([]byte(`{"request":{},"` + string(fingerprintsKey) + `":` + cmp.Or(joined, "[]") + `}`))
	if broken != nil { // cannot be: every one stood in a preset's file
		return p
	}
	p.Fingerprints, p.kept = with.Fingerprints, p.kept.with(string(fingerprintsKey), with.kept.at(string(fingerprintsKey)))
	return p
}
