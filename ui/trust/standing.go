package trust

import (
	"cmp"
	"slices"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// Standing is what a preset's fingerprint of a host tells before anything is
// spoken.
type Standing int

const (
	// Fresh was taken of these settings and these words.
	Fresh Standing = iota
	// Reset was taken of other settings; it is compared all the same.
	Reset
	// NoSample has no words to speak.
	NoSample
	// Untaken has no fingerprint of this host.
	Untaken
	// OtherText was taken of other words.
	OtherText
	// OtherEngine was taken of another version of the sandbox, or of another program.
	OtherEngine
	// OtherMeasures was measured by another version of this program.
	OtherMeasures
)

// Stands tells how a preset stands at a host, and its fingerprint there, which is
// the zero one where it is Untaken. engine is Session.Engine.
func Stands(p presets.Preset, host tts.HostName, engine string) (presets.Fingerprint, Standing) {
	f, found := p.Fingerprint(host)
	switch {
	case p.SampleText == "":
		return f, NoSample
	case !found:
		return f, Untaken
	case f.TextHash != presets.TextHash(p.SampleText):
		return f, OtherText
	case f.Engine != engine:
		return f, OtherEngine
	case f.Measures.Version != measure.Version:
		return f, OtherMeasures
	case f.RequestHash != SettingsHash(p):
		return f, Reset
	}
	return f, Fresh
}

// SettingsHash is of the settings as they are in the preset: what a host ignores
// of them may be what its rules change.
func SettingsHash(p presets.Preset) string {
	r := session.Voiced(p.Request)
	r.Model = cmp.Or(r.Model, tts.DefaultModel)
	return presets.RequestHash(r)
}

// Obstacle is why a preset is not spoken or not compared. Its sentence has no
// cure: whoever shows it has commands of its own.
type Obstacle struct {
	Standing Standing
	Name     string // of the preset
	Host     tts.HostName
	Others   []string // the hosts of its fingerprints, by name
}

// Error is one sentence, safe to print.
func (o *Obstacle) Error() string {
	return say.stands[o.Standing](presets.Quoted(o.Name), string(o.Host))
}

func (v Voice) obstacle(s Standing) *Obstacle {
	o := &Obstacle{Standing: s, Name: v.Name, Host: v.host}
	for _, f := range v.Fingerprints {
		o.Others = append(o.Others, tts.Clean(f.Host))
	}
	slices.Sort(o.Others)
	return o
}

// Between says in what a fingerprint that was taken anew sounds otherwise than the
// one before; nothing where the two do not compare.
func Between(r presets.Retaken) []measure.Drift {
	if r.Was == nil || r.Is == nil || r.Was.TextHash != r.Is.TextHash || r.Was.Engine != r.Is.Engine || r.Was.Measures.Version != r.Is.Measures.Version {
		return []measure.Drift{}
	}
	return measure.Drifted(measured(*r.Was), measured(*r.Is), spreadBy(*r.Was))
}

// InWords are what differences say.
func InWords(all []measure.Drift) (words []string) {
	for _, d := range all {
		words = append(words, d.Words)
	}
	return words
}
