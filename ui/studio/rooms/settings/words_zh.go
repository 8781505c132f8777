package settings

// chineseSettings is what the rooms of settings say in Chinese.
var chineseSettings = pickerWords{
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
	hint:      "enter chooses",
	sound:     "Insert a sound",
	soundHint: "enter inserts it at the caret",
}
