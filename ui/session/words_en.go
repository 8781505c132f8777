package session

import (
	"fmt"
	"time"

	"voicestudio/tts"
)

var english = words{
	placeholder:  "Welcome to the voice studio. Move a slider, press control R, and listen.",
	free:         "free",
	priceUnknown: "price unknown",
	unknown:      "?",
	lately: func(days int, t time.Time, sameYear bool) string {
		switch {
		case days == 0:
			return "today " + t.Format("15:04")
		case days == 1:
			return "yesterday " + t.Format("15:04")
		case sameYear:
			return t.Format("2 January")
		}
		return t.Format("2 January 2006")
	},
	budget: budgetWords{
		costs: func(price string) string { return "not sent: it would cost money (" + price + ")" },
		reached: func(spent, cap tts.Money, price *tts.Money) tts.Said {
			said := tts.Said{What: fmt.Sprintf("not sent: the session has cost %s of the %s in spend_cap", spent, cap),
				Cure: "raise spend_cap in the config file"}
			if price == nil {
				said.What += ", and what this would cost is not known"
			} else {
				said.What += ", and this would cost ≈ " + price.String()
			}
			return said
		},
	},
	measure: measureWords{
		cannot: func(name, why string) string { return name + " cannot be measured: " + why },
		notDecoded: func(name, format string) tts.Said {
			return tts.Said{What: name + " cannot be measured: " + format + " is kept, but cannot be decoded here", Cure: "speak it again as mp3, or convert the file with another program"}
		},
		changes: "it changes its sample rate or channels on the way",
	},
	files: fileWords{
		cannotWrite: func(name, why string) string { return name + " cannot be written: " + why },
	},
	export: exportWords{
		cannotRead: func(take, why string) string { return "the take " + take + " cannot be read: " + why },
		noAudio:    "its audio is missing",
		asItCame:   func(format string) string { return format + " as it came" },
		reached:    func(lufs float64) string { return fmt.Sprintf("%.1f LUFS as asked", lufs) },
		limited:    func(by string, at float64) string { return fmt.Sprintf("limited by up to %s dB at %g dBTP", by, at) },
		take:       func(take string) string { return "the take " + take },
		cannot:     func(name, why string) string { return name + " cannot be exported: " + why },
		notWhole:   func(take string) string { return "the take " + take + " did not come whole; the file holds what came" },
		damaged:    func(why string) string { return why + "; the rest is in the file" },
		tooLoud: func(wanted float64, why string, most float64) tts.Said {
			return tts.Said{What: fmt.Sprintf("%.1f LUFS is out of reach: %s", wanted, why), Cure: fmt.Sprintf("choose %.1f or less", most)}
		},
		tooQuiet: func(wanted, least float64) tts.Said {
			return tts.Said{What: fmt.Sprintf("%v LUFS is so quiet that it cannot be measured", wanted), Cure: fmt.Sprintf("choose %v or more", least)}
		},
		noLame:          "an mp3 is made with lame, which is not installed",
		orUnpacked:      ", or choose wav or flac",
		withoutLoudness: "export it as loud as it is",
		earlier:         "begin earlier",
		part:            "export it in parts",
	},
}
