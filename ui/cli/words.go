package cli

import (
	"time"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/trust"
)

// words are the texts of this package that people read; tts has how another
// language is added. Names and values come quoted or cleaned, as they are
// printed. The names of commands, flags and JSON keys are no texts of a
// language: scripts rely on them.
type words struct {
	help  helpWords
	flags flagWords

	usage        usageWords
	made         madeWords
	manual       manualWords
	build        buildWords
	files        fileWords
	sound        soundWords
	preset       presetWords
	trust        trustWords
	sync         syncWords
	render       renderWords
	script       scriptWords
	takes        takeWords
	export       exportWords
	measure      measureWords
	audition     auditionWords
	page         pageWords
	tune         tuneWords
	doctor       doctorWords
	config       configWords
	sandbox      sandboxWords
	voiceColumns []string
	noVoice      string // fits what was asked for
	// judged adds how bad something is: an Effect of tts or a Level of lint.
	judged func(sentence, level string) string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }

type helpWords struct {
	help, completion                                                      help
	completionOf                                                          func(shell string) string
	root, say, render, voices, sandbox, doctor, version, manual           help
	preset, presetList, presetShow, presetLint, presetDiff                help
	presetNew, presetEdit, presetCopy, presetRename, presetRm             help
	presetExport, presetImport, presetSchema                              help
	presetPull, presetPush, presetSnippet                                 help
	presetFingerprint, presetVerify                                       help
	takes, takesList, takesShow, takesPlay, takesExport                   help
	takesRemove, takesRestore, takesPrune, takesStar, takesNote, takesTag help
	takesMeasure, takesCompare                                            help
	audition, auditionNew, auditionList, auditionShow, auditionRm         help
	auditionExport, auditionImport, auditionResult                        help
	tune                                                                  help
	script, scriptImport, scriptList, scriptShow                          help
	config, configPath, configShow, configCheck                           help
}

// help is what the --help of a command says: what the command takes, in one
// line what it does, and perhaps more about it.
type help struct{ takes, short, long, example string }

// flagWords say what a flag is for; the word in backquotes stands for its
// value.
type flagWords struct {
	host                       func(hosts []string) string
	help, version              func(command string) string
	lang                       func(all []string) string
	baseURL, presets, noMouse  string
	plain, ascii               string
	theme, motion              func(all []string) string
	model                      func(example string) string
	voice, set                 string
	configCommands             string
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
	jsonMeasures, jsonCompared string
	jsonVerdicts               string
	repeat                     func(most int) string
	lintHosts, lintModels      string
	lintAccount, account       string
	from, notes, sampleText    string
	tags, onlyTags, onlyFolder string
	saveFolder, copyFolder     string
	into, prefer               string
	replacePresets             string
	replaceRows, replaceFiles  string
	ask, noListening           string
	manualDir                  string
	onlyPrint, onlySay         string
	language                   func(all []string) string
	text                       string
	jobs                       func(most int) string
	sendNothing, yes           string
	trash, budget, starOff     string
	format, partFrom, partTo   string
	loudness, bare             string
	address, faults            string
	line                       string
	tryPreset, tryVoice        string
	tryTake, trySet, tryLadder string
	allCandidates              func(page int) string
	kind, pageLang             func(all []string) string
	onlyStarred                string
	acceptWinner               string
	tunePreset                 func(most int) string
	axes                       func(all []string) string
	tuneText, judge            string
	reference, sameWords       string
	judgeTimeout, clips        string
	outPreset, jsonTune        string
	resume                     func(last string) string
	scriptFlagWords
}

// usageWords say what is wrong with a command line, and title the parts of a
// command's help. The template of the help reads the exported ones.
type usageWords struct {
	Usage, Examples, Commands, Flags, EveryFlags string
	Command                                      string // stands for the name of one
	More                                         func(command string) string

	anyFlags          string // stands for them where a command is written
	noCommand, noFlag func(name string) string
	meant             func(name string) string
	lists, listsFlags func(command string) string
	// takes is empty where a command takes nothing.
	arguments  func(name, takes string, given int, command string) tts.Said
	oneText    func(given int) tts.Said
	assignment func(said string) tts.Said
	noValue    func(flag string) tts.Said
	// kind is what the flag's library calls the type of its value.
	notAmong     func(flag, value string, values []string) tts.Said
	wrongValue   func(flag, value, kind string) string
	noHost       func(name string, hosts []string) tts.Said
	noTerminal   tts.Said
	poorTerminal func(kind string) tts.Said // empty: it does not say what it is
	libraryOf    string                     // a cure where the folders of presets cannot be found
}

type fileWords struct {
	standardOutput              string
	folder                      func(name string) tts.Said // where a file is to be
	cannotWrite                 func(name, why string) string
	cannotRead, cannotReadInput func(why string) string
	bothOnOutput, sameFile      tts.Said
	noFile, noFileNorOutput     tts.Said
	notSubtitles                func(name string) tts.Said
	isThere                     func(path string) tts.Said
}

// soundWords are about what is spoken and played.
type soundWords struct {
	waits, goesOn func(why string, pause time.Duration) string
	otherFormat   func(file, format string) string
	fromDisk      string
	notKept       func(why string) string
	has           func(take string) string // a cure
	listShows     string                   // a cure
	cut           func(take, cost string) string
	maybeBilled   string // a request that no whole answer came to
	silent        func(why string) string
	cannotPlay    func(why string) string
}

type presetWords struct {
	columns   []string // of the list
	noProject tts.Said
	noFolder  func(name string, known []string) tts.Said
	notListed func(name string) tts.Said
	starter   func(name string) tts.Said
	readOnly  func(file string) tts.Said
	readsOnly func(folder string) string // folder may be empty
	noneFits  string
	// notCommitted stands for who changed a preset last, and when.
	notCommitted string
	changedSince func(who string) string
	labels       labelWords

	noEditor         tts.Said
	editorFailed     func(editor, why string) string
	draftKept        func(command string) string
	nothingChanged   string
	saved            func(name, file string) string
	savedWith        func(name string, changes []string) string
	copied           func(name, file string) string
	renamed          func(from, to, file string) string
	removed          func(name, dir string) string
	toHaveBack       func(command string) string
	notRemoved       func(why string) string
	imported         func(dir string) string
	collides, dryRun string // why nothing was imported
	noLanguage       func(name string, all []string) tts.Said
	snippetOfSandbox func(variable string) string
}

// trustWords are about what presets sounded like when they were agreed on.
type trustWords struct {
	repeat                 func(most int) tts.Said
	count                  func(presets int) string
	kept                   func(name string, f presets.Fingerprint) string
	onDay                  func(at time.Time, thisYear bool) string
	same, drifted, changed func(name string, words []string, day string) string
	notCompared            func(name, why string) string
	cure                   func(of trust.Standing, shell, host string, others []string) string
}

// labelWords stand before what is said of a preset.
type labelWords struct{ voices, tags, sample, heardOn, fingerprints, folder, file, clip, changed, note string }

type syncWords struct {
	noSide, noFolder, notFolder func(name string) tts.Said
	notCommitted                func(why string) string
	committed, pulled           func(names []string) string
	bothChanged                 func(name, what string) string
	nothingOverwritten          string
	did                         func(by string, e team.Edit) string
	what                        func(did string, sentences []string) string
	retaken                     func(host string, gone bool, words []string) string
	clip                        string
	pushed, nothingNew          string
	noPresets                   func(dir string) string
}

// renderWords are about the rows of such a file.
type renderWords struct {
	jobs                  func(n, most int) tts.Said
	noPreset, isThere     string // cures
	ofSheet, ofScript     func(flag string) tts.Said
	wrong                 func(rows int) string
	someFailed            string
	ended                 func(t renderTotal, missing int) string
	mustAsk               tts.Said
	ask                   string
	yes                   []string // the answers that mean it, in lower case
	nothingSent           string
	takeNotKept           func(why string) string
	thereBefore, fromDisk string
	characters, estimate  func(n string) string
	progress              func(done, total int) string

	// What a run will send, one behind the other.
	rows, done, free       func(rows int) string
	send                   func(rows int, host string, characters int) string
	atNoCost, unknownPrice string
	price                  func(m tts.Money, unpriced int) string
}

type takeWords struct {
	columns       []string
	noPlace       func(why string) tts.Said
	listShows     string // a cure
	inTrash, back func(ids []string) string
	notInTrash    tts.Said
	pruned        func(takes, trash int, freed, left string, dry bool) string
	over          func(size string) string
	noSize        func(said string) tts.Said
	unknown       string // in place of a figure
	unknownPrice  string
	// units stand behind the values of the request's fields and of a take's.
	units                   map[string]string
	stillArriving, notWhole string
	notPlayed               func(format, file string) tts.Said
	fileIs                  func(file string) string // a cure
}

type auditionWords struct {
	columns          []string
	candidateColumns []string
	noPlace          func(why string) tts.Said
	listShows        string // a cure
	none             string
	candidates       func(all, made int) string
	count            func(candidates int) string
	price            func(m tts.Money, unpriced int) string
	take             func(id string) string // a label
	noText           tts.Said
	noCandidates     tts.Said
	nothingToVary    tts.Said
	tooMany          func(n, most int) tts.Said
	far              func(most int) tts.Said
	noLadder         func(said string, steps int) tts.Said
	quotes           tts.Said
	mustAsk          tts.Said
	notMade          string
	nothingMade      string
	goOn             func(missing int, name string) string
	removed          func(name string) string
	holds            func(auditions []string, take string) string
	votes            voteWords
}

// voteWords are about what listeners said.
type voteWords struct {
	took         func(file, listener string, answers int, became audition.Imported) string // listener may be empty
	wrong        func(file, why string) string
	noPage       string
	soFar        func(listeners, votes int) string
	andVerdict   func(soFar, verdict string) string
	won          func(won, of int) string
	notAccepted  string
	accepted     func(label string, changed []string) string
	acceptedOnce func(label string) string // before
	onBench      string                    // what accepting changed
	takeStarred  func(take string) string  // is short
	ranked       func(preset string, won, of int) string
	noTake       func(take, why string) string // why it has no star
	putAside     func(file string) string
}

// pageWords are about the page for listeners.
type pageWords struct {
	noKind, noLanguage func(said string, all []string) tts.Said
	noStars            tts.Said
	// What it is, one behind the other.
	clips            func(n int) string
	pairs            func(n int) string
	order            string
	matched          string
	unmatched        string // a sentence, as are those that follow
	encoded          func(clips int) string
	leftOut, twice   func(labels []string) string
	unaligned, large func(n int) string
	sendIt           func(name string) string
}

type exportWords struct {
	noSubtitles      func(take string) tts.Said
	subtitles        string
	endsFirst        tts.Said
	onlySoLong       func(length string) tts.Said
	loudness         func(lufs float64) tts.Said
	madeOnly         tts.Said
	noFormat, noTime func(said string) tts.Said
	otherFormat      func(own string, endings []string, wanted string) tts.Said
	notDecoded       func(format, ending string) tts.Said
}

// measureWords are about how takes sound.
type measureWords struct {
	columns                 []string
	none                    string // in place of a figure
	noFile, notAFile        func(path string) tts.Said
	noEnding                func(path string, endings []string) tts.Said
	notDecoded              func(name, format string) tts.Said
	cannotRead, damaged     func(name, why string) string
	alike                   string
	sounds, settings, words string // titles
	apart                   func(ms int64) string
}

type doctorWords struct {
	unusable string
	cure     func(what string) string
}

type sandboxWords struct {
	listens func(address string) string
	socket  func(url string) string
	noOpus  func(why tts.Said) string
	try     func(command string) string
}
