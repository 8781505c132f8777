package rooms

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

// English is what the rooms say in English.
var English = words{
	Panels: [PanelCount]string{"Script", "Voice", "Blend", "Effects", "Output", "Pronunciation", "Sound", "Takes"},
	options: map[string]string{
		"fearful": "fear", "disgusted": "disgust", "surprised": "surprise",
		"spacious_echo": "echo", "auditorium_echo": "auditorium", "lofi_telephone": "phone", "robotic": "robot",
		"English": "en", "Chinese": "zh", "Chinese,Yue": "yue", "Japanese": "ja", "Korean": "ko",
		"true": "on", "false": "off",
		"1": "mono", "2": "stereo", tts.MuLaw: "µ-law", tts.MuLawWAV: "µ-law wav", "word_streaming": "streamed words",
	},

	Screen: screenWords{
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
		writing:       "writing the preset",
		reading:       func(file string) string { return "reading " + file },
		opening:       func(take string) string { return "opening " + take },
		Help:          "help",
		Palette:       "Commands",
		PaletteHint:   "enter runs it",
		Keys:          "Every key",
		KeysHint:      "• not heard  * not in the preset  ! refused here  ○ the host's default",
		WorksIn:       func(scope string) string { return "this works " + scope },
		AnswerFirst:   "answer what is open first, or close it with esc",
		NoText:        "nothing takes text here; the script does",
		Deaf:          func(key string) string { return key + " does nothing here; f1 shows every key" },
		DeafDialog:    func(key string) string { return key + " does nothing here; esc closes this" },
		Stopped:       "stopped",
		nothingSaid:   "there were no errors and no warnings yet",
		Crashed: func(report string) tts.Said {
			return tts.Said{What: "the studio failed; the draft is kept", Cure: "please report " + report}
		},
		quoted: func(text string) string { return "“" + text + "”" },
		list:   func(parts []string) string { return strings.Join(parts, ", ") },
		more:   func(n int) string { return fmt.Sprintf("and %d more", n) },
	},

	Form: formWords{
		voice:     "voice",
		speed:     "speed",
		pitch:     "pitch",
		volume:    "volume",
		emotion:   "emotion",
		intensity: "intensity",
		timbre:    "timbre",
		effect:    "effect",
		weight:    "weight",
		add:       "add a voice",
		deep:      "deep",
		bright:    "bright",
		strong:    "strong",
		soft:      "soft",
		full:      "full",
		crisp:     "crisp",
		semitones: " st",
		numbers:   "numbers",
		latex:     "LaTeX",
		host:      "host",
		format:    "format",
		rate:      "rate kHz",
		bitrate:   "kbit/s",
		channels:  "channels",
		cbr:       "CBR",
		answer:    "answer",
		streamed:  "streamed",
		whole:     "whole",
		sentAs:    "sent as",
		watermark: "watermark",
		subtitles: "subtitles",
		seamless:  "seamless",
		timed:     "timed by",
		typing:    "enter sets · esc leaves",
		addWord:   "add a word",
		editWord:  "How a word is spoken",
		newWord:   "Add a word",
		wordHint:  "the word, a slash, and what is spoken for it: GTC/G T C, or 处理/(chu3)(li3)",
		wordShape: "write the word, a slash, and what is spoken for it: GTC/G T C",
		wordThere: func(word string) string { return word + " is in the table already" },
		wordOut:   func(word string) string { return word + " is spoken as the host does; alt+z brings the entry back" },
		hears:     func(word string) string { return word + ", alone" },
		atOnce:    "changes are heard",
		atOnceOn:  "each change is heard as soon as you stop; ctrl+t stops that",
		atOnceOff: "changes wait for ctrl+r",
		atOncePrice: func(host, price string) string {
			return host + " would take " + price + " for each change; press ctrl+t once more to hear them all"
		},
		alone: func(word string) string { return word + " alone" },
		keyHears: func(what, host, price string) string {
			return fmt.Sprintf("%s at %s: %s; ctrl+r speaks it", what, host, price)
		},
		hearPrice: func(what, host, price string) string {
			return fmt.Sprintf("%s at %s: %s; the same key again speaks it", what, host, price)
		},
		noEntry:   "put the cursor on a word first; + adds one",
		entryKeys: "enter edits it, s speaks it, backspace takes it out",
		words: func(n int) string {
			if n == 1 {
				return "1 word"
			}
			return fmt.Sprintf("%d words", n)
		},
		wholeFirst: func(why string) string {
			return why + "; set the answer to whole in Output first"
		},
		nothing: [PanelCount]string{VoicePanel: "as the host has it", BlendPanel: "no voice", EffectsPanel: "no effect", OutputPanel: "streamed mp3", PronunciationPanel: "no word"},
		rows:    func(at, of int) string { return fmt.Sprintf("%d of %d", at, of) },

		sound:        func(heard, voices int) string { return fmt.Sprintf("%d of %d sound", heard, voices) },
		onlySounds:   func(voice string) string { return "only " + voice },
		locked:       func(voice string) string { return voice + " is locked; o unlocks it" },
		keepsShare:   func(voice string) string { return voice + " keeps its share; the others share the rest" },
		unlocked:     func(voice string) string { return voice + " is no longer locked" },
		othersLocked: "every other voice is locked, so this share cannot move; o unlocks one",
		weightEnds: func(weight int) string {
			return fmt.Sprintf("with the locked voices it goes no further than %d", weight)
		},
		swapped:       func(voice, other string) string { return voice + " and " + other + " have swapped their weights" },
		noFormula:     func(why string) string { return "this is no formula of a blend: " + why },
		pasted:        "the formula is the blend now; alt+z brings the one before back",
		room:          func(voices int) string { return fmt.Sprintf("%d more", voices) },
		none:          "none: press enter to choose",
		aloneNoWeight: "a voice alone needs no weight; + adds another",
		aloneHeard:    "a voice alone is always heard; + adds another",
		oneStays:      "one voice must stay; enter chooses another",
		oneHeard:      "one voice must be heard",
		noVoices:      "no voice is chosen",
		noVoice:       "put the cursor on a voice first",
		fourAtMost:    "a blend holds at most four voices; backspace takes one out",
		takenOut:      func(voice string) string { return voice + " is out of the blend; alt+z brings it back" },
		inBlend:       func(voice string) string { return voice + " is in the blend; arrows change its weight" },
		copied:        func(formula string) string { return "copied " + formula },
		isReset:       "every setting is the host's default again; alt+z undoes",
		noNumber:      "there is no number here; ← and → choose, or enter",
		mustBe: func(label string, whole bool, bounds, typed string) string {
			kind := ""
			if whole {
				kind = "a whole number "
			}
			return fmt.Sprintf("%s must be %s%s, not %q", label, kind, bounds, typed)
		},
		model:    "model",
		language: "language",
		IsSet:    func(what, value string) string { return what + ": " + value },
	},

	Script:  englishScript,
	Request: englishRequest,

	pickers: pickerWords{
		voice:     "Choose a voice",
		addVoice:  "Add a voice",
		inPlaceOf: func(voice string) string { return "In place of " + voice },
		yours:     "yours",
		used:      "used here",
		notListed: "not listed",
		notKept:   func(why string) string { return "favourites cannot be kept: " + why },
		putAside:  func(file string) string { return "the favourites could not be read; the file is kept as " + file },
		model:     "Choose the model",
		language:  "Choose the language",
		hint:      "enter chooses",
		sound:     "Insert a sound",
		soundHint: "enter inserts it at the caret",
	},

	hearing: hearingWords{
		samples: [sampleKinds]func(string, int) string{
			func(_ string, chars int) string { return fmt.Sprintf("my script, %d", chars) },
			func(_ string, chars int) string { return fmt.Sprintf("short line, %d", chars) },
			func(language string, chars int) string { return fmt.Sprintf("a fixed line in %s, %d", language, chars) },
		},
		short: [sampleKinds]func(string, int) string{
			func(_ string, chars int) string { return fmt.Sprintf("script %d", chars) },
			func(_ string, chars int) string { return fmt.Sprintf("short %d", chars) },
			func(_ string, chars int) string { return fmt.Sprintf("fixed %d", chars) },
		},
		costs: func(chars int, price string) string { return fmt.Sprintf("%d chars, %s each", chars, price) },
		free:  func(chars int) string { return fmt.Sprintf("%d chars, free", chars) },
		on:    "each voice is heard where the cursor rests",
		off:   "moving lets nothing be heard; ctrl+r does",
		onAt: func(host, price string) string {
			return "each voice is heard where the cursor rests, for this session, at " + host + " for " + price
		},
		silent:   "not without a sound device",
		never:    "not this one: its first use may cost more",
		firstUse: func(voice string) string { return voice + ", whose first use may cost more," },
		capped: func(cap string) string {
			return "the session has reached its cap of " + cap + ": moving lets nothing more be heard"
		},
	},

	hosts: hostWords{
		title: "Choose the host",
		hint:  "enter chooses; settings stay as they are",
		noKey: func(variable string) string { return variable + " is not set" },
		needsKey: func(host, variable string) string {
			return host + " needs an API key; set " + variable + " in the environment and start again"
		},
		now:          "speaks now",
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

	timing: timingWords{
		title:      func(take string) string { return "Where the time of " + take + " went" },
		lookup:     "name look-up",
		connect:    "connection",
		tls:        "TLS",
		firstByte:  "first byte",
		firstAudio: "first audio",
		audible:    "first sound heard",
		made:       "a new connection",
		reused:     "a connection that was there",
		resumed:    "a new connection, its TLS session resumed",
		foot: func(host, http, how string) string {
			return host + " over " + http + ", on " + how
		},
		none: "nothing is known of where its time went",
	},

	moves:   englishMoves,
	outside: englishOutside,
	sound:   englishSound,
	listen:  englishListen,
	takes:   englishTakes,
	compare: englishCompare,
	Presets: englishPresets,
	Team:    englishTeam,
	Drafts:  englishDrafts,
	Deeds:   englishDeeds,
}
