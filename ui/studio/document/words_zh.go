package document

var chinese = words{
	opening: func(preset string) string { return "opening " + preset },
}
