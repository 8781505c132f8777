package studio

var englishDuels = map[string]commandNames{}
