package studio

var englishBench = map[string]commandNames{}
