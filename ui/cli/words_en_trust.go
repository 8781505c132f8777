package cli

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/trust"
)

var englishTrust = trustWords{
	repeat: func(most int) tts.Said {
		return tts.Said{What: "a preset can be spoken so many times only", Cure: fmt.Sprintf("give 1 to %d", most)}
	},
	count: func(all int) string { return count(all, "preset", "presets") },
	kept: func(name string, f presets.Fingerprint) string {
		said := []string{fmt.Sprintf("%.1f s", float64(f.AudioMS)/1000)}
		if hz := f.Measures.F0MedianHz; hz != nil {
			said = append(said, fmt.Sprintf("%.0f Hz", *hz))
		}
		if lufs := f.Measures.LUFS; lufs != nil {
			said = append(said, fmt.Sprintf("%.1f LUFS", *lufs))
		}
		if n := f.Spread.Takes; n > 0 {
			said = append(said, fmt.Sprintf("in the middle of %d takes", n))
			if st, percent := f.Spread.F0ST, f.Spread.DurationPercent; st != nil && percent != nil {
				said = append(said, fmt.Sprintf("which differ by %.2f st and %.1f %%", *st, *percent))
			}
		}
		return name + " keeps what it sounds like at " + f.Host + ": " + strings.Join(said, ", ")
	},
	onDay: func(at time.Time, thisYear bool) string {
		if thisYear {
			return at.Format("on 2 January")
		}
		return at.Format("on 2 January 2006")
	},
	same: func(name string, _ []string, day string) string { return name + ": sounds as " + day },
	drifted: func(name string, words []string, day string) string {
		return name + ": " + strings.Join(words, ", ") + " than " + day
	},
	changed: func(name string, words []string, day string) string {
		if len(words) == 0 {
			return name + ": set otherwise than " + day + ", and sounds the same"
		}
		return name + ": set otherwise than " + day + ", and " + strings.Join(words, ", ")
	},
	notCompared: func(name, why string) string { return name + " was not compared: " + why },
	cure: func(of trust.Standing, shell, host string, others []string) string {
		take := "take one with voicestudio preset fingerprint " + shell + " --host " + host
		switch {
		case of == trust.NoSample:
			return "give it one with voicestudio preset edit " + shell + " --sample-text TEXT"
		case of == trust.Untaken && len(others) > 0:
			return "compare it where there is one, with --host " + strings.Join(others, " or --host ") + ", or " + take
		case of == trust.Untaken:
			return take
		}
		return "take one anew with voicestudio preset fingerprint " + shell + " --host " + host
	},
}

var englishTrustHelp = struct{ fingerprint, verify help }{
	fingerprint: help{
		takes: "NAME...",
		short: "Keep what a preset sounds like, to be verified later",
		long: "Have presets speak their sample_text at a host, measure it, and keep the figures in the preset, one set for each\n" +
			"host: pitch, time, loudness, colour. preset verify compares with them. It is always spoken anew, and neither the\n" +
			"settings nor the time of the last change are touched.\n" +
			"Hosts do not speak twice alike. With --repeat N the text is spoken N times: what is kept is the middle, and by how\n" +
			"much the takes differ (standard deviations), so that verify does not take a host's habit for a change. 5 is a good\n" +
			"number; with a single take, a host that varies as the sandbox does with --fault vary=1 is suspected once in 25 times.\n" +
			"What it costs is said before, and asked for where it is not free.",
		example: `  voicestudio preset fingerprint "Warm narrator" --repeat 5
  voicestudio preset fingerprint "Warm narrator" Storyline --host minimax --yes`,
	},
	verify: help{
		takes: "NAME...",
		short: "Check that a preset sounds as it did",
		long: "Have presets speak their sample_text anew at a host and compare with what preset fingerprint kept of it:\n" +
			"  same          nothing is above its limit\n" +
			"  drifted       it sounds otherwise, though nobody has set anything\n" +
			"  changed       the settings are others since; what sounds otherwise is told\n" +
			"  uncomparable  there is no fingerprint of this host, or it is of another text or another version of the sandbox\n" +
			"  error         it could not be spoken or measured\n" +
			"The limits are half a semitone, 3 % of the time that the words take (pauses left out), 1 LU, 1.5 dB per octave of\n" +
			"brightness; where --repeat measured more, three times the standard deviation of the host's own takes.\n" +
			"The exit code is 0 where all are the same, 1 where any drifted or changed, else 2 where any could not be compared.\n" +
			"--json prints [{name, host, state, differences: [{measure, was, is, limit, unit, words}]}]; was and is are in the\n" +
			"measure's unit, limit in unit.",
		example: `  voicestudio preset verify "Warm narrator"
  voicestudio preset verify --host minimax --yes --json "Warm narrator" Storyline`,
	},
}
