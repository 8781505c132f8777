package rooms

import (
	"fmt"
	"time"

	"voicestudio/tts"
)

// English is what the rooms say in English.
var English = words{
	Request: "Request",
	Briefly: func(panel string) string { return panel },
	Panels:  [PanelCount]string{"Script", "Voice", "Blend", "Effects", "Output", "Pronunciation", "Sound", "Takes", "Bench", "Duels", "Listeners", "Ladder", "Pad", "Tune by ear", "Axes", "Lines", "Takes of the line", "Settings of the line", "The whole", "Queue"},

	Screen: screenWords{
		Themed:      "these colours stay until you quit; theme in the config file keeps them",
		StandsStill: "the screen moves once a second at most; motion in the config file keeps it so",
		MovesAgain:  "the screen moves again",
		TooSmall: func(leastW, leastH, w, h int) string {
			return fmt.Sprintf("voicestudio needs %d×%d, this is %d×%d", leastW, leastH, w, h)
		},
		NoPreset:     "no preset",
		Characters:   func(n int) string { return fmt.Sprintf("≈ %d chars", n) },
		Free:         "free",
		PriceUnknown: "price unknown",
		Spent:        func(price string) string { return "session " + price },
		SpentOf:      func(spent, cap string) string { return spent + " of " + cap },
		SpentAtLeast: func(price string) string { return "session ≥ " + price },
		NoSound:      "no sound",
		Speaker:      "speaker",
		Muted:        "muted",
		TypedStays:   "esc closes it; what was typed there would be lost",
		EscStops:     func(waiting string) string { return waiting + " · esc stops" },
		Warning:      "Warning",
		Failure:      "Error",
		Fold:         "esc folds",
		ToRead:       func(errors int) string { return fmt.Sprintf("✗ %d", errors) },
		Speaking:     "speaking…",
		Lists:        "lists",
		Since: func(what string, d time.Duration) string {
			if d < time.Second {
				return what
			}
			return fmt.Sprintf("%s · %d s", what, int(d.Seconds()))
		},
		copiedMessage: "it is on the clipboard, with its trace id where it has one",
		preparing:     func(host string) string { return "getting " + host + " ready" },
		listing:       "asking for the account's own voices",
		Writing:       "writing the preset",
		Reading:       func(file string) string { return "reading " + file },
		Opening:       func(take string) string { return "opening " + take },
		Help:          "help",
		Palette:       "Commands",
		PaletteHint:   "enter{accept} runs it",
		Keys:          "Every key",
		KeysHint:      "• not heard  * not in the preset  ! refused here  ○ the host's default",
		WorksIn:       func(scope string) string { return "this works " + scope },
		AnswerFirst:   "answer what is open first, or close it with esc",
		NoText:        "nothing takes text here; the script does",
		PriceCovered:  "what that costs is covered here: esc first",
		Deaf:          func(key string) string { return key + " does nothing here; f1 shows every key" },
		DeafDialog:    func(key string) string { return key + " does nothing here; esc closes this" },
		NoShell:       "there is no shell in this terminal that could bring the studio back; ctrl+q quits",
		Stopped:       "stopped",
		nothingSaid:   "there were no errors and no warnings yet",
		Crashed: func(report string) tts.Said {
			return tts.Said{What: "the studio failed; the draft is kept", Cure: "please report " + report}
		},
		Quoted: func(text string) string { return "“" + text + "”" },
		Comma:  ",",
		More:   func(n int) string { return fmt.Sprintf("and %d more", n) },
	},

	Hosts: hostWords{
		title: "Choose the host",
		hint:  "enter{accept} chooses; settings stay as they are",
		noKey: func(variable string) string { return variable + " is not set" },
		needsKey: func(host, variable string) string {
			return host + " needs an API key; set " + variable + " in the environment and start again"
		},
		Now:          "speaks now",
		free:         "free",
		priceUnknown: "price unknown",
		price10k:     func(price string) string { return price + " / 10k" },
		speaks:       func(host, price string) string { return host + " speaks from now on; " + price },
		asLastTime:   func(host, price string) string { return host + " speaks, as last time; " + price },
		lastLacks: func(host, why, speaks string) string {
			return fmt.Sprintf("%s spoke last time, but %s; until then: %s", host, why, speaks)
		},
		for10k: func(price, readOn string) string {
			return fmt.Sprintf("%s for 10,000 characters, as read on %s", price, readOn)
		},
		sandbox: "this is the sandbox: settings behave, the timbre is a stand-in for MiniMax's",
		sandboxOnly: func(variable string) string {
			return fmt.Sprintf("this is the sandbox, a stand-in voice; %s is set: ctrl+p, Choose the host", variable)
		},
		noOwn: func(why string) string { return "the account's own voices are not listed: " + why },
	},

	moves:  englishMoves,
	Drafts: englishDrafts,
	Deeds:  englishDeeds,
}
