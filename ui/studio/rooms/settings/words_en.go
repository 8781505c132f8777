package settings

// englishSettings is what the rooms of settings say in English.
var englishSettings = pickerWords{
	voice:     "Choose a voice",
	addVoice:  "Add a voice",
	onBench:   "Put a voice on the bench",
	inPlaceOf: func(voice string) string { return "In place of " + voice },
	yours:     "yours",
	used:      "used here",
	notKept:   func(why string) string { return "favourites cannot be kept: " + why },
	putAside:  func(file string) string { return "the favourites could not be read; the file is kept as " + file },
	model:     "Choose the model",
	language:  "Choose the language",
	hint:      "enter{accept} chooses",
	sound:     "Insert a sound",
	soundHint: "enter{accept} inserts it at the caret",
	sounds: map[string]string{
		"laughs": "a laugh", "chuckle": "a quiet laugh", "coughs": "a cough", "clear-throat": "the throat is cleared", "groans": "a groan", "breath": "a breath",
		"pant": "short of breath", "inhale": "breathing in", "exhale": "breathing out", "gasps": "a gasp", "sniffs": "a sniff", "sighs": "a sigh", "snorts": "a snort",
		"burps": "a burp", "lip-smacking": "lips smack", "humming": "a hum", "hissing": "a hiss", "emm": "a pause to think", "sneezes": "a sneeze",
		"whistles": "a whistle", "crying": "sobs", "applause": "hands clap",
	},
}
