package cli

// words are the texts of this package that people read; tts has how another
// language is added. Names and values come quoted or cleaned, as they are
// printed. The names of commands, flags and JSON keys are no texts of a
// language: scripts rely on them.
type words struct {
	help  helpWords
	flags flagWords
}

var say = english

type helpWords struct {
	root, say, render, voices, sandbox, doctor, version, manual           help
	preset, presetList, presetShow, presetLint, presetDiff                help
	presetNew, presetEdit, presetCopy, presetRename, presetRm             help
	presetExport, presetImport, presetSchema                              help
	presetPull, presetPush, presetSnippet                                 help
	takes, takesList, takesShow, takesPlay, takesExport                   help
	takesRemove, takesRestore, takesPrune, takesStar, takesNote, takesTag help
}

// help is what the --help of a command says: what the command takes, in one
// line what it does, and perhaps more about it.
type help struct{ takes, short, long, example string }

// flagWords say what a flag is for; the word in backquotes stands for its
// value.
type flagWords struct {
	host                       func(hosts []string) string
	baseURL, presets, noMouse  string
	model                      func(example string) string
	voice, set                 string
	startPreset, rowsPreset    string
	hostFile, file, outDir     string
	subtitles, takeSubtitles   string
	noPlay, whole, wholeRows   string
	again, everyRow            string
	jsonLast, jsonRows         string
	jsonObject, jsonList       string
	jsonPreset, jsonTakes      string
	jsonFindings, jsonChanges  string
	jsonOutcomes               string
	lintHosts, lintModels      string
	lintAccount, account       string
	from, notes, sampleText    string
	tags, onlyTags, onlyFolder string
	saveFolder, copyFolder     string
	into, prefer               string
	replacePresets             string
	replaceRows, replaceFiles  string
	onlyPrint, onlySay         string
	language                   func(all []string) string
	text                       string
	jobs                       func(most int) string
	sendNothing, yes           string
	trash, budget, starOff     string
	format, partFrom, partTo   string
	loudness, bare             string
	address, faults            string
}
