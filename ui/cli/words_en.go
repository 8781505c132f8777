package cli

var english = words{
	help:  englishHelp,
	flags: englishFlags,
}
