package tts

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
)

// endings are those of files that hold audio of a format, the first one that of
// takes: the one under which ffmpeg, sox and players open it. Opus comes in Ogg
// (RFC 7845), pcmu_raw is the bytes of ITU-T G.711 without a header.
var endings = map[string][]string{
	"mp3":    {"mp3"},
	"pcm":    {"pcm", "raw"},
	"flac":   {"flac"},
	"wav":    {"wav"},
	Opus:     {"opus", "ogg"},
	MuLaw:    {"ul", "ulaw"},
	MuLawWAV: {"wav"},
}

// TelephoneRate is the sample rate of mu-law where a request names none, in Hz.
const TelephoneRate = 8000

// AudioFormat is the form of the audio that a request asks for, as
// audio_setting.format names it.
func (r Request) AudioFormat() string { return cmp.Or(r.AudioSetting.Format, DefaultFormat) }

// AudioRate is the sample rate that a request asks for, in Hz.
func (r Request) AudioRate() int {
	usual := DefaultSampleRate
	if f := r.AudioFormat(); f == MuLaw || f == MuLawWAV {
		usual = TelephoneRate
	}
	return Or(r.AudioSetting.SampleRate, usual)
}

// Ending is the ending of a file that holds audio of a format.
func Ending(format string) string {
	if known := endings[format]; known != nil {
		return known[0]
	}
	return format
}

// Names reports whether a file's name ends as those of a format do.
func Names(file, format string) bool {
	ending := endingOf(file)
	return ending == format || slices.Contains(endings[format], ending)
}

// NamesAnother reports whether a file's name ends as those of another format do.
func NamesAnother(file, format string) bool {
	for other := range endings {
		if Names(file, other) {
			return !Names(file, format)
		}
	}
	return false
}

func endingOf(file string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(file), "."))
}
