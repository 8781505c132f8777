package studio

var englishLadder = map[string]commandNames{}
