// Package tts says what a speech request is, what each host and model allows,
// and how an answer becomes a stream of encoded audio. It knows no screen and
// no sound card, and it imports none of its sub-packages.
package tts

import (
	"math"
	"reflect"
	"slices"
	"strings"
)

// DefaultModel is spoken where neither a preset nor the person named one.
const DefaultModel = "speech-2.8-turbo"

// MaxVoices is the number of timbres a blend may hold (timbre_weights).
const MaxVoices = 4

// Request is one utterance to be made, host-neutral, in the API's own field
// names. A field that was not set is absent: a nil pointer, an empty string,
// an empty list. A value that equals the host's default but was set stays set.
//
// The pointers' targets are never changed after they were stored, so a copy
// of a Request is independent once its lists are replaced, not edited.
type Request struct {
	// Model is the model's name without a host's prefix: "speech-2.8-turbo".
	Model string `json:"model,omitempty"`
	// Text is what is spoken: 1 to 9,999 code points.
	Text string `json:"text,omitempty"`

	VoiceSetting  VoiceSetting   `json:"voice_setting,omitzero"`
	TimbreWeights []TimbreWeight `json:"timbre_weights,omitempty"`
	VoiceModify   VoiceModify    `json:"voice_modify,omitzero"`
	AudioSetting  AudioSetting   `json:"audio_setting,omitzero"`

	// LanguageBoost is one of the forty languages of the API, or "auto".
	LanguageBoost     string            `json:"language_boost,omitempty"`
	PronunciationDict PronunciationDict `json:"pronunciation_dict,omitzero"`

	SubtitleEnable  *bool  `json:"subtitle_enable,omitempty"`
	SubtitleType    string `json:"subtitle_type,omitempty"`
	OutputFormat    string `json:"output_format,omitempty"`
	AIGCWatermark   *bool  `json:"aigc_watermark,omitempty"`
	ContinuousSound *bool  `json:"continuous_sound,omitempty"`
}

// VoiceSetting is the voice and how it speaks.
type VoiceSetting struct {
	// VoiceID is byte-exact: "Santa_Claus " ends in a blank. It is empty
	// while TimbreWeights holds a blend.
	VoiceID string `json:"voice_id,omitempty"`
	// Speed is a factor, 0.5 to 2.
	Speed *float64 `json:"speed,omitempty"`
	// Vol is a factor above 0, up to 10.
	Vol *float64 `json:"vol,omitempty"`
	// Pitch is in semitones, -12 to 12.
	Pitch *int `json:"pitch,omitempty"`
	// Emotion is one of Emotions; empty lets the model choose.
	Emotion           string `json:"emotion,omitempty"`
	TextNormalization *bool  `json:"text_normalization,omitempty"`
	LatexRead         *bool  `json:"latex_read,omitempty"`
}

// TimbreWeight is one voice of a blend. Weights, 1 to 100, are relative: they
// need not sum to 100.
type TimbreWeight struct {
	VoiceID string `json:"voice_id"`
	Weight  int    `json:"weight"`
}

// VoiceModify changes the finished voice; each axis runs from -100 to 100.
type VoiceModify struct {
	// Pitch runs from deep (-100) to bright (100).
	Pitch *int `json:"pitch,omitempty"`
	// Intensity runs from strong (-100) to soft (100).
	Intensity *int `json:"intensity,omitempty"`
	// Timbre runs from full (-100) to crisp (100).
	Timbre       *int   `json:"timbre,omitempty"`
	SoundEffects string `json:"sound_effects,omitempty"`
}

// AudioSetting is the form of the audio that the host sends.
type AudioSetting struct {
	SampleRate *int   `json:"sample_rate,omitempty"` // Hz
	Bitrate    *int   `json:"bitrate,omitempty"`     // bit/s, mp3 only
	Format     string `json:"format,omitempty"`
	Channel    *int   `json:"channel,omitempty"`
	ForceCBR   *bool  `json:"force_cbr,omitempty"`
}

// The values a host uses where audio_setting leaves a field unset.
const (
	DefaultSampleRate = 32000
	DefaultBitrate    = 128000
	DefaultFormat     = "mp3"
	DefaultChannel    = 1
)

// The formats that have sample rates of their own: opus in Ogg, and G.711
// mu-law, bare or in a WAV container.
const (
	Opus     = "opus"
	MuLaw    = "pcmu_raw"
	MuLawWAV = "pcmu_wav"
)

// PronunciationDict holds "original/replacement" entries.
type PronunciationDict struct {
	Tone []string `json:"tone,omitempty"`
}

// Or returns what p points to, or unset where nothing was set.
func Or[T any](p *T, unset T) T {
	if p == nil {
		return unset
	}
	return *p
}

// Voices returns the voice and the blend as the one thing they are: the list
// of voices. A single voice has weight 0, since none was set; a request that
// names no voice has none.
func (r Request) Voices() []TimbreWeight {
	if len(r.TimbreWeights) > 0 {
		return slices.Clone(r.TimbreWeights)
	}
	if r.VoiceSetting.VoiceID != "" {
		return []TimbreWeight{{VoiceID: r.VoiceSetting.VoiceID}}
	}
	return nil
}

// SetVoices stores the list of voices: one as voice_id, two or more as
// weights with an empty voice_id.
func (r *Request) SetVoices(voices []TimbreWeight) {
	r.VoiceSetting.VoiceID, r.TimbreWeights = "", nil
	switch len(voices) {
	case 0:
	case 1:
		r.VoiceSetting.VoiceID = voices[0].VoiceID
	default:
		r.TimbreWeights = slices.Clone(voices)
	}
}

// Equal reports whether both requests would be stored as the same JSON.
func (r Request) Equal(other Request) bool { return reflect.DeepEqual(r, other) }

// ModelName drops a host's prefix, as in "MiniMax/speech-2.8-hd". Hosts print
// it in several cases, so case does not matter.
func ModelName(name string) string {
	if prefix, rest, found := strings.Cut(name, "/"); found && strings.EqualFold(prefix, "minimax") {
		return rest
	}
	return name
}

// Shares are what part of the voice each weight stands for, in percent: whole
// numbers that add up to 100, whatever the weights are. A weight below 0
// counts as none; where there is no weight at all, all voices are alike.
func Shares(voices []TimbreWeight) []int {
	weights, sum := make([]float64, len(voices)), 0.0
	for i, v := range voices {
		weights[i] = max(0, float64(v.Weight))
		sum += weights[i]
	}
	shares, rests := make([]int, len(voices)), make([]float64, len(voices))
	left := min(100, 100*len(voices))
	for i := range weights {
		if sum == 0 {
			weights[i] = 1.0 / float64(len(voices))
		} else {
			weights[i] /= sum
		}
		whole := math.Floor(100 * weights[i])
		shares[i], rests[i] = int(whole), 100*weights[i]-whole
		left -= shares[i]
	}
	for ; left > 0; left-- { // the largest remainder first
		most := 0
		for i := range rests {
			if rests[i] > rests[most] {
				most = i
			}
		}
		shares[most]++
		rests[most] = -1
	}
	return shares
}
