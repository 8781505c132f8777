package presets

import "voicestudio/tts"

// Group is a part of the settings that is applied on its own.
type Group string

// The groups. Each setting is in exactly one; the script is in none.
const (
	GroupVoice   Group = "voice"   // how it speaks: model, speed, pitch, volume, emotion, language, pronunciation
	GroupBlend   Group = "blend"   // who speaks: the voice, or the blend of voices
	GroupEffects Group = "effects" // voice_modify
	GroupOutput  Group = "output"  // format, subtitles, watermark
)

// Groups lists them in the order of the screen.
var Groups = []Group{GroupVoice, GroupBlend, GroupEffects, GroupOutput}

var groupOf = map[string]Group{
	"model":                            GroupVoice,
	"voice_setting.voice_id":           GroupBlend,
	"voice_setting.speed":              GroupVoice,
	"voice_setting.vol":                GroupVoice,
	"voice_setting.pitch":              GroupVoice,
	"voice_setting.emotion":            GroupVoice,
	"voice_setting.text_normalization": GroupVoice,
	"voice_setting.latex_read":         GroupVoice,
	"timbre_weights":                   GroupBlend,
	"voice_modify.pitch":               GroupEffects,
	"voice_modify.intensity":           GroupEffects,
	"voice_modify.timbre":              GroupEffects,
	"voice_modify.sound_effects":       GroupEffects,
	"audio_setting.sample_rate":        GroupOutput,
	"audio_setting.bitrate":            GroupOutput,
	"audio_setting.format":             GroupOutput,
	"audio_setting.channel":            GroupOutput,
	"audio_setting.force_cbr":          GroupOutput,
	"language_boost":                   GroupVoice,
	"pronunciation_dict.tone":          GroupVoice,
	"subtitle_enable":                  GroupOutput,
	"subtitle_type":                    GroupOutput,
	"output_format":                    GroupOutput,
	"aigc_watermark":                   GroupOutput,
	"continuous_sound":                 GroupVoice,
}

// GroupOf is the group of a field of tts.Fields.
func GroupOf(field string) Group { return groupOf[field] }

// Apply gives to the settings of the groups as from has them, unset ones
// unset; without groups, all of them. The text stays, and a model that from
// does not name does not replace one.
func Apply(to, from tts.Request, groups ...Group) tts.Request {
	chosen := map[Group]bool{}
	for _, g := range groups {
		chosen[g] = true
	}
	for _, f := range tts.Fields {
		if len(groups) > 0 && !chosen[groupOf[f.Path]] {
			continue
		}
		value := from.Get(f.Path)
		if f.Path == "model" && value == nil {
			continue
		}
		to.Set(f.Path, value)
	}
	return to
}
