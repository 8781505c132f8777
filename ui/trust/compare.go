package trust

import (
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
// host; the error, an *Obstacle, says why there is none.
func (v Voice) Comparable() (presets.Fingerprint, error) {
	f, stands := Stands(v.Preset, v.host, v.engine)
	if stands != Fresh && stands != Reset {
		return f, v.obstacle(stands)
	}
	return f, nil
}

// Compare tells a take of the preset from its fingerprint.
func (v Voice) Compare(was presets.Fingerprint, is measure.Measures) Verdict {
	told := Verdict{v.Name, v.host, Same, measure.Drifted(measured(was), is, spreadBy(was))}
	switch {
	case was.RequestHash != SettingsHash(v.Preset):
		told.State = Changed
	case len(told.Differences) > 0:
		told.State = Drifted
	}
	return told
}
