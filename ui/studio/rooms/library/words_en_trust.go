package library

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/trust"
)

var englishTrust = trustWords{
	looking: "looking what can speak",
	times: func(takes int) string {
		if takes == 1 {
			return "one take"
		}
		return fmt.Sprintf("%d takes", takes)
	},
	why: func(takes int) string {
		if takes == 1 {
			return "what it sounds like"
		}
		return "and by how much the host's own takes differ"
	},
	keepTitle: func(preset string, n int, host string) string {
		if n > 1 {
			return fmt.Sprintf("Keep how %d presets sound on %s", n, host)
		}
		return "Keep how " + preset + " sounds on " + host
	},
	keepHint: "enter{accept} speaks the sample and keeps its figures in the preset",
	checkTitle: func(preset string, n int, host string) string {
		if n > 1 {
			return fmt.Sprintf("Check whether %d presets still sound so on %s", n, host)
		}
		return "Check whether " + preset + " still sounds so on " + host
	},
	checkHint: func(presets, characters int, price string) string {
		if presets == 1 {
			return fmt.Sprintf("enter{accept} speaks it: about %d characters, %s", characters, price)
		}
		return fmt.Sprintf("enter{accept} speaks these %d: about %d characters, %s", presets, characters, price)
	},
	andUnknown: func(price string) string { return price + ", and some whose price is unknown" },
	speaks:     "speaks",
	listens: func(preset string, at, of int) string {
		if of == 1 {
			return "measuring " + preset
		}
		return fmt.Sprintf("measuring %s, %d of %d", preset, at, of)
	},
	of: func(preset, fault string) string { return preset + ": " + fault },
	kept: func(preset string, f presets.Fingerprint) string {
		said := fmt.Sprintf("kept how %s sounds: %.1f s", named(preset), float64(f.AudioMS)/1000)
		if hz := f.Measures.F0MedianHz; hz != nil {
			said += fmt.Sprintf(", %.0f Hz", *hz)
		}
		if lufs := f.Measures.LUFS; lufs != nil {
			said += strings.Replace(fmt.Sprintf(", %.1f LUFS", *lufs), "-", "−", 1)
		}
		return said + "; alt+v in Presets checks it"
	},
	keptAll: func(presets int) string {
		return fmt.Sprintf("kept how %d presets sound; alt+v checks them", presets)
	},
	keptBefore: func(presets int) string {
		if presets == 0 {
			return "stopped; nothing was kept"
		}
		return fmt.Sprintf("stopped; kept how %d of them sound", presets)
	},
	keptBack:      func(preset string) string { return preset + " has the fingerprint that it had" },
	keptAgain:     func(preset string) string { return preset + " has its new fingerprint again" },
	checkedBefore: func(presets, of int) string { return fmt.Sprintf("stopped; %d of %d were checked", presets, of) },
	stoppedBefore: "stopped",
	otherByNow: func(preset string) string {
		return preset + " was changed meanwhile, so how it sounded is not kept; alt+t takes it anew"
	},
	notRemembered: func(why string) string { return "the check is not remembered: " + why },
	verdict: func(preset string, state trust.State, words []string, since, now time.Time) string {
		return named(preset) + ": " + soundsEnglish(state, words, since, now)
	},
	sounds: soundsEnglish,
	marks: map[trust.State]string{
		trust.Same: "same", trust.Drifted: "≠ drifted", trust.Changed: "? set otherwise", trust.Uncomparable: "no comparison", trust.Failed: "failed",
	},
	inTheWay: map[trust.Standing]func(preset, host string) string{
		trust.NoSample: func(preset, _ string) string {
			return preset + " has no sample to speak: open it, write one in Script, and save it"
		},
		trust.Untaken: func(preset, host string) string {
			return "how " + preset + " sounds on " + host + " is not kept yet; alt+t keeps it"
		},
		trust.OtherText: func(preset, _ string) string {
			return "the sample of " + preset + " has changed since; alt+t takes its fingerprint anew"
		},
		trust.OtherEngine: func(preset, _ string) string {
			return "the fingerprint of " + preset + " is of another version of the sandbox; alt+t takes it anew"
		},
		trust.OtherMeasures: func(preset, _ string) string {
			return "another version of the studio measured the fingerprint of " + preset + "; alt+t takes it anew"
		},
	},
	reportTitle: "How they sound beside their fingerprints",
	reportHint:  "enter{accept} goes to the preset",
	inShort: func(presets, apart int) string {
		return fmt.Sprintf("%d checked, %d sound otherwise", presets, apart)
	},
	took: func(host string, again bool, apart []string) string {
		switch {
		case len(apart) > 0:
			return "sounds otherwise on " + host + ": " + strings.Join(apart, ", ")
		case again:
			return "a fingerprint on " + host + ", taken anew"
		}
		return "a fingerprint on " + host
	},
	whoTook: func(who, preset string, hosts []string) string {
		return who + " took a fingerprint of " + preset + " on " + strings.Join(hosts, " and ")
	},
	gone:       func(host string) string { return "no fingerprint any more on " + host },
	before:     func(preset string) string { return "before · " + preset },
	now:        func(preset string) string { return "now · " + preset },
	switches:   func(preset string) string { return "1 is " + named(preset) + " as it was, 2 as it is; esc goes back" },
	then:       func(preset string) string { return "then · " + preset },
	thenAndNow: func(preset string) string { return preset + " then and now" },
	switchesThen: func(preset string) string {
		return "1 is " + named(preset) + " as it was kept, 2 as it was checked; esc goes back"
	},
	checkFirst:   "alt+v checks it first; then it can be heard beside what it was",
	goneFromDisk: "the takes of then are not on this disk: somebody else made them, or they were pruned",
	notKeptNow: func(preset, said string) string {
		return "how " + preset + " sounds is not kept, while this goes on: " + said + "; alt+t in Presets does it later"
	},
	newsHint: "enter{accept} goes to the preset, ctrl+k plays it before and after",
	beside:   func(preset string) string { return preset + " before and now" },
}

// named is a preset where what is said of it has to fit the narrowest screen, too.
func named(preset string) string { return paint.Cut(preset, 24) }

func soundsEnglish(state trust.State, words []string, since, now time.Time) string {
	day := dialog.Since(since, now)
	switch apart := strings.Join(words, ", "); {
	case state == trust.Changed && apart == "":
		return "set otherwise than " + day + ", and sounds the same"
	case state == trust.Changed:
		return "set otherwise than " + day + ", and " + apart
	case apart == "":
		return "sounds as " + day
	default:
		return apart + " than " + day
	}
}
