package bench

import (
	"strconv"
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

// mixed is a candidate that speaks as base does, with a blend in the place of its
// voices. The shares are whole percents that add up to 100; a voice without one is
// left out, and one alone is sent as such, so that the same place is the same
// request however somebody came to it.
func mixed(base tts.Request, host tts.HostName, voices []string, shares []int) audition.Candidate {
	base.Text = ""
	base.SetVoices(Blended(voices, shares))
	label := Shares(shares)
	return audition.Candidate{ID: "s" + strings.ReplaceAll(label, " / ", "-"), Label: label, Kind: audition.Step, Request: base, Host: host}
}

// Shares writes percents in a row: "75 / 25".
func Shares(percent []int) string {
	said := make([]string, len(percent))
	for i, s := range percent {
		said[i] = strconv.Itoa(s)
	}
	return strings.Join(said, " / ")
}

// Blended are the voices that have a share.
func Blended(voices []string, shares []int) (blend []tts.TimbreWeight) {
	for i, id := range voices {
		if shares[i] > 0 {
			blend = append(blend, tts.TimbreWeight{VoiceID: id, Weight: shares[i]})
		}
	}
	return blend
}

// apart is how far two mixes of the same voices are from each other.
func apart(a, b []int) (d int) {
	for i := range a {
		d += (a[i] - b[i]) * (a[i] - b[i])
	}
	return d
}
