package trust

import (
	"slices"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
)

// State is how a preset sounds beside its fingerprint.
type State string

// The states.
const (
	Same    State = "same"
	Drifted State = "drifted"
	// Changed is a preset that is set otherwise than when it was agreed on; it is
	// compared all the same.
	Changed State = "changed"
	// Uncomparable has no fingerprint that would tell anything.
	Uncomparable State = "uncomparable"
	Failed       State = "error"
)

// Verdict is what became of a comparison.
type Verdict struct {
	Name        string          `json:"name"`
	Host        tts.HostName    `json:"host"`
	State       State           `json:"state"`
	Differences []measure.Drift `json:"differences"`
}

// Comparable is the fingerprint with which the preset can be compared at its
// host; the error, one sentence, says why there is none.
func (v Voice) Comparable() (presets.Fingerprint, error) {
	host := v.session.Host()
	f, found := v.Preset.Fingerprint(host)
	var why tts.Said
	switch name := presets.ShellWord(v.Name); {
	case !found:
		var others []string
		for _, other := range v.Fingerprints {
			others = append(others, tts.Clean(other.Host))
		}
		why = say.noFingerprint(presets.Quoted(v.Name), string(host), name, slices.Sorted(slices.Values(others)))
	case f.TextHash != presets.TextHash(v.SampleText):
		why = say.otherText(presets.Quoted(v.Name), name)
	case f.Engine != v.session.Engine():
		why = say.otherEngine(presets.Quoted(v.Name), name)
	case f.Measures.Version != measure.Version:
		why = say.otherMeasures(presets.Quoted(v.Name), name)
	default:
		return f, nil
	}
	return f, tts.Wrong("", why)
}

// Compare tells a take of the preset from its fingerprint.
func (v Voice) Compare(was presets.Fingerprint, is measure.Measures) Verdict {
	by := measure.Spread{}
	for name, from := range fieldsOf(&was.Spread) {
		if *from != nil {
			by[name] = **from
		}
	}
	told := Verdict{v.Name, v.session.Host(), Same, measure.Drifted(measured(was), is, by)}
	switch {
	case was.RequestHash != v.requestHash():
		told.State = Changed
	case len(told.Differences) > 0:
		told.State = Drifted
	}
	return told
}
