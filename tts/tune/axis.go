// Package tune is a guided search over the settings of a tts.Request by ear. It
// asks one question at a time: a setting a little lower, as it is, a little
// higher, and which is best. It knows no screen, no sound and no host. How a
// search stands follows from its Session alone.
//
// The search is a descent along one axis after the other with a person's ear in
// the place of a measure, after Tian, Liu and Lee, arXiv 2408.17068.
package tune

import (
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// Axis is one setting that is searched.
type Axis string

// The axes of a request, in the order in which they are asked about. A blend of
// two voices has Weights, the share of the first; one of more has an axis for
// each voice against the others, Weights.Voice(1) and so on.
const (
	Speed   Axis = "speed"   // a factor, 0.5 to 2, in steps of equal ratio
	Pitch   Axis = "pitch"   // semitones, −12 to 12
	Deep    Axis = "deep"    // −100 deep to 100 bright
	Strong  Axis = "strong"  // −100 strong to 100 soft
	Full    Axis = "full"    // −100 full to 100 crisp
	Weights Axis = "weights" // percent, 1 to what leaves 1 for each other voice
)

// Settings are the axes that are a field of their own, and all that a request
// with one voice has.
var Settings = []Axis{Speed, Pitch, Deep, Strong, Full}

// fields are what the tables of tts say of Settings.
var fields = func() map[Axis]tts.Field {
	all := map[Axis]tts.Field{}
	for axis, path := range map[Axis]string{
		Speed: "voice_setting.speed", Pitch: "voice_setting.pitch",
		Deep: "voice_modify.pitch", Strong: "voice_modify.intensity", Full: "voice_modify.timbre",
	} {
		all[axis], _ = tts.FieldAt(path)
	}
	return all
}()

// Path is the API's name of the field that the axis sets.
func (a Axis) Path() string {
	if a.Group() == Weights {
		return "timbre_weights"
	}
	return fields[a].Path
}

// Voice is the axis of the nth voice of a blend, from 1.
func (a Axis) Voice(n int) Axis { return a + "." + Axis(strconv.Itoa(n)) }

// Group is the axis as a person names it: Weights for that of any voice.
func (a Axis) Group() Axis {
	group, _, _ := strings.Cut(string(a), ".")
	return Axis(group)
}

// voice is the index of the voice whose share the axis is.
func (a Axis) voice() int {
	_, n, numbered := strings.Cut(string(a), ".")
	if !numbered {
		return 0
	}
	i, _ := strconv.Atoi(n)
	return i - 1
}

// AxesOf are the axes of a request with its voices, whatever a host takes of them.
func AxesOf(r tts.Request) []Axis {
	axes := slices.Clone(Settings)
	switch n := len(r.TimbreWeights); {
	case n == 2:
		axes = append(axes, Weights)
	case n > 2:
		for i := range n {
			axes = append(axes, Weights.Voice(i+1))
		}
	}
	return axes
}

// known reports whether any request has the axis.
func (a Axis) known() bool {
	if a == Weights || slices.Contains(Settings, a) {
		return true
	}
	i := a.voice()
	return i >= 0 && i < tts.MaxVoices && a == Weights.Voice(i+1)
}

// Value is where a request stands on an axis, in the axis' unit: what was set,
// or what the host does where nothing was.
func Value(a Axis, r tts.Request) float64 {
	if a.Group() == Weights {
		if shares := tts.Shares(r.TimbreWeights); a.voice() < len(shares) {
			return float64(shares[a.voice()])
		}
		return 0
	}
	unset, _ := strconv.ParseFloat(fields[a].Default, 64)
	if a == Speed {
		return tts.Or(r.VoiceSetting.Speed, unset)
	}
	return float64(tts.Or(*whole(a, &r), int(unset)))
}

// isSet reports whether the field of one of Settings is not left to the host.
func isSet(a Axis, r tts.Request) bool {
	if a == Speed {
		return r.VoiceSetting.Speed != nil
	}
	return *whole(a, &r) != nil
}

// whole is the field of an axis whose values are whole numbers.
func whole(a Axis, r *tts.Request) **int {
	switch a {
	case Deep:
		return &r.VoiceModify.Pitch
	case Strong:
		return &r.VoiceModify.Intensity
	case Full:
		return &r.VoiceModify.Timbre
	default:
		return &r.VoiceSetting.Pitch
	}
}

// Place is where a request stands along an axis, from 0 at its lower end to 1.
func Place(a Axis, r tts.Request) float64 { return scaleOf(a, r).place(Value(a, r)) }

// Put is the request with an axis at the legal value nearest to a place from 0 to
// 1. Weights are whole percents then that add up to 100; the other voices share
// the rest as they did, as far as whole percents, 1 at least, can.
func Put(a Axis, r tts.Request, place float64) tts.Request {
	return set(a, r, scaleOf(a, r).value(place))
}

func set(a Axis, r tts.Request, value float64) tts.Request {
	switch a.Group() {
	case Weights:
		r.TimbreWeights = reweigh(r.TimbreWeights, a.voice(), int(value))
	case Speed:
		r.VoiceSetting.Speed = &value
	default:
		*whole(a, &r) = new(int(value))
	}
	return r
}

// restore is the request with an axis as another one has it, unset too.
func restore(a Axis, r, from tts.Request) tts.Request {
	switch a.Group() {
	case Weights:
		r.TimbreWeights = from.TimbreWeights
	case Speed:
		r.VoiceSetting.Speed = from.VoiceSetting.Speed
	default:
		*whole(a, &r) = *whole(a, &from)
	}
	return r
}
