package document

var english = words{
	opening: func(preset string) string { return "opening " + preset },
}
