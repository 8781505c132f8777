package cli

import (
	"fmt"
	"strings"

	"voicestudio/tts/sandbox"
)

var englishHelp = helpWords{
	help: help{
		takes: "[command]",
		short: "Say what a command does and takes",
		long:  "Say what a command does and takes: voicestudio help preset new is voicestudio preset new --help.",
	},
	completion: help{
		short: "Print the script that completes commands in a shell",
		long:  "Print the script that completes commands, hosts, voices, models, fields, presets, takes and auditions in a shell. The help of each shell's command says where it goes.",
	},
	completionOf: func(shell string) string { return "Print the script that completes commands in " + shell },
	root: help{
		short: "A terminal studio for synthetic voices",
		long:  "Tune voices by ear, audition blends, and save presets for teammates.\nWithout a command it starts the studio.",
	},
	say: help{
		takes: "TEXT|-",
		short: "Speak one text without a screen",
		long:  "Speak one text, given as an argument or, with -, on standard input. Settings come from the preset,\nthen from --model and --voice (which clears a blend), then from each --set.",
		example: `  voicestudio say "Are you happy today?"
  voicestudio say --voice Wise_Woman --set voice_setting.speed=1.1 --out hello.mp3 "Hello."
  voicestudio say --preset "Warm narrator" - < script.txt`,
	},
	config: englishConfigHelp.config, configPath: englishConfigHelp.path, configShow: englishConfigHelp.show, configCheck: englishConfigHelp.check,
	preset: help{
		short: "Look after presets: list, check, change and share them",
		long: "Look after presets, one JSON file each, made to be reviewed, merged and shared.\n\n" +
			"A NAME with / or ending in .json is a file. Any other is the exact name of a preset in one of these folders:\n" +
			"own (--presets or VOICESTUDIO_PRESETS replaces it), project (.voicestudio/presets, here or in a folder above),\n" +
			"those that the config file names under teams, and the starters that come with the program.\n" +
			"Where two folders give one name to different presets, FOLDER:NAME chooses.",
		example: `  voicestudio preset list narration
  voicestudio preset new "Warm narrator" --voice Wise_Woman --set voice_setting.speed=1.1 --tag narration
  voicestudio preset diff "Warm narrator" "team:Warm narrator"
  voicestudio preset push ~/src/our-voices`,
	},
	presetList: help{
		takes: "[WORD...]",
		short: "List the presets of all folders",
		long: "List the presets of all folders: name, folder, tags, who changed it last and whether it differs from what was\n" +
			"committed, where git knows. Every WORD must be in the name, the tags, the voices, the notes or the sample text.\n" +
			"Files that are no presets are named on standard error, with line and reason.",
		example: "  voicestudio preset list\n  voicestudio preset list calm --tag narration --json",
	},
	presetShow: help{
		takes:   "NAME",
		short:   "Describe a preset",
		long:    "Describe a preset: its voice or blend as a formula, the settings that are set, notes and tags, where it lives, on\nwhich hosts somebody listened to it and who changed it last. With --json it prints the preset as its file has it.",
		example: "  voicestudio preset show \"Warm narrator\"\n  voicestudio preset show --json ./voices/warm.json",
	},
	presetLint: help{
		takes: "[PATH...]",
		short: "Check preset files against their form and the rules of hosts",
		long: "Check preset files, and all preset files of folders, against their form and the rules of hosts and models. A PATH\n" +
			"may be a team's name; without one, all folders that preset list shows are checked. With --host, an error is what that host would refuse; without,\n" +
			"what no host can speak. An unknown key is a warning, unless it begins with x_.\n\n" +
			"Exit code 0: clean, or warnings only; 1: errors; 2: a PATH, host or other argument is wrong.",
		example: `  voicestudio preset lint .voicestudio/presets
  voicestudio preset lint brand
  voicestudio preset lint --host dashscope --host minimax --model speech-2.8-hd voices/*.json
  voicestudio preset lint --host minimax --account --json voices`,
	},
	presetDiff: help{
		takes: "A B",
		short: "Say in what two presets differ",
		long: "Say in what preset B differs from preset A, field by field, in words and units. The times of the files are no\n" +
			"difference.\n\nExit code 0: equal; 1: different; 2: one of them cannot be read.",
		example: "  voicestudio preset diff \"Warm narrator\" \"team:Warm narrator\"\n  voicestudio preset diff --json old.json new.json",
	},
	presetNew: help{
		takes: "NAME",
		short: "Save a new preset",
		long: "Save a new preset with the settings of --model, --voice and each --set, as in say. What no host can speak is\n" +
			"refused; with --host, what that host would refuse. A NAME that another preset of the folder bears is refused.",
		example: `  voicestudio preset new "Warm narrator" --voice Wise_Woman --set voice_setting.speed=1.1 --notes "For the onboarding videos."
  voicestudio preset new Blend --folder project \
    --set 'timbre_weights=[{"voice_id":"Wise_Woman","weight":60},
                           {"voice_id":"Deep_Voice_Man","weight":40}]'`,
	},
	presetEdit: help{
		takes: "NAME",
		short: "Change a preset, in your editor or by flags",
		long: "Change a preset. With any of --from, --model, --voice, --set, --notes, --tag and --sample-text, these are changed:\n" +
			"FIELD= unsets a setting, --tag replaces all tags, an empty text takes one away. Without, $VISUAL or $EDITOR opens on\n" +
			"a copy, which is checked and saved when the editor ends. A preset that was changed on disk meanwhile is not\n" +
			"overwritten; what you wrote is kept then, and --from saves it. Another name in the text renames the preset.",
		example: `  voicestudio preset edit "Warm narrator"
  voicestudio preset edit "Warm narrator" --set voice_setting.speed=1.15 --set voice_setting.emotion= --tag narration --tag en`,
	},
	presetCopy: help{
		takes: "A B",
		short: "Copy a preset under another name, or into another folder",
		long: "Copy preset A, of whatever folder, as B, with the clip beside it. Without --folder the copy is your own;\n" +
			"with it B may be left out, and the name stays. A name that another preset of the folder bears is refused.",
		example: "  voicestudio preset copy \"Warm narrator\" \"Warmer narrator\"\n  voicestudio preset copy own:Hero --folder team",
	},
	presetRename: help{
		takes:   "A B",
		short:   "Give a preset another name",
		long:    "Give preset A the name B; its file and the clip beside it are named to match. A name that another preset of the\nfolder bears is refused.",
		example: "  voicestudio preset rename \"Warm 2\" \"Warm narrator\"",
	},
	presetRm: help{
		takes: "NAME...",
		short: "Remove presets, and say how to have them back",
		long: "Remove presets and the clips beside them. All of them are first written to one bundle for each folder, under\n" +
			"$XDG_STATE_HOME/voicestudio/removed, and the command that brings them back is printed.\n" +
			"Where one NAME is wrong, nothing is removed.",
		example: "  voicestudio preset rm \"Warm 2\" \"Warm 3\"\n  voicestudio preset rm team:Hero",
	},
	presetExport: help{
		takes:   "NAME... --out FILE",
		short:   "Write presets and their clips as one file",
		long:    "Write presets, with the clips beside them, as one self-contained file that preset import reads. It is JSON, and\nthe presets stand in it as they stand in their own files.",
		example: "  voicestudio preset export \"Warm narrator\" Storyteller --out voices.json",
	},
	presetImport: help{
		takes: "FILE|-",
		short: "Bring the presets of an exported file into a folder",
		long: "Bring the presets of an exported file into DIR, which is made, or into your own folder. DIR may be a team's name.\n" +
			"It prints what becomes of each: new, same (nothing is done), clip (the same preset is there, its clip is added), or\n" +
			"collides, with what differs from the preset of that name. With a collision nothing is imported, unless\n" +
			"--replace takes the file's presets. An import that was stopped can be repeated: it does what is missing.\n\n" +
			"Exit code 0: imported, or nothing stands against it; 1: a collision, or DIR cannot be written; 2: FILE is no such file.",
		example: `  voicestudio preset import voices.json --dry-run
  voicestudio preset import voices.json --into .voicestudio/presets --replace`,
	},
	presetSchema: help{
		short:   "Print the JSON Schema of a preset file",
		long:    "Print the JSON Schema (draft 2020-12) of a preset file, for editors and other programs.",
		example: "  voicestudio preset schema > preset.schema.json",
	},
	presetPull: help{
		takes: "DIR",
		short: "Fetch the team's presets with git",
		long: "Fetch the team's presets with git and put your own commits on top. What is not committed yet stays.\n" +
			"It says who did what to which preset, which fingerprints came, and how they sound otherwise; --json has that as news.\n" +
			"Fingerprints that both sides took are joined without a question.\n\n" + syncCodes,
		example: "  voicestudio preset pull ~/src/our-voices",
	},
	presetPush: help{
		takes:   "DIR",
		short:   "Commit your presets with git and give them to the team",
		long:    "Commit the presets of DIR, and nothing else, as \"presets: NAME, NAME\", pull with rebase, and push. It never forces,\nand runs no hooks. Presets that git was told to ignore are named.\n\n" + syncCodes,
		example: "  voicestudio preset push ~/src/our-voices\n  voicestudio preset push team --prefer mine",
	},
	presetFingerprint: englishTrustHelp.fingerprint,
	presetVerify:      englishTrustHelp.verify,
	presetSnippet: help{
		takes: "NAME --language curl|go|python|json",
		short: "Print the code that speaks a preset without this program",
		long: "Print the request that say would send, as code that runs as it stands: a shell command, a Go program or a Python 3\n" +
			"script without modules to install, or the body alone as json. It prints what the host answers. The text is the\n" +
			"preset's sample text. The key is read from the environment, and never stands in the code.",
		example: `  voicestudio preset snippet "Warm narrator" --language curl --host dashscope
  voicestudio preset snippet "Warm narrator" --language python --host minimax --no-stream --text "Hello." > hello.py`,
	},
	render: help{
		takes: "SCRIPT.json|FILE.csv",
		short: "Speak a script of lines as one sound, or the rows of a CSV file",
		long:  renderLong,
		example: `  voicestudio render chapter.json --out chapter.wav --subtitles chapter.srt
  voicestudio render chapter.json --lines 3,7-9 --again
  voicestudio render script.csv --preset "Warm narrator" --dry-run
  voicestudio render script.csv --out-dir audio --host dashscope --yes --json`,
	},
	script:       englishScriptHelp.script,
	scriptImport: englishScriptHelp.into,
	scriptList:   englishScriptHelp.list,
	scriptShow:   englishScriptHelp.show,
	takes: help{
		short: "List, play, export and delete what was heard",
		long:  "Every utterance is kept as a take: the audio as the host sent it, and how it was made.\nID is a take's id, the short one of the list, or any beginning that no other take has.",
	},
	takesList: help{
		takes: "[WORD...]",
		short: "List the takes, the newest first",
		long: "List the takes, the newest first. Every WORD must occur in a take's text, note, tags, id, host, model or voices.\n" +
			"A star marks those that are never pruned; \"cut\" is a take that did not come whole, \"arriving\" one that a program\n" +
			"still writes, \"faulty\" one whose audio is not what was written.",
		example: "  voicestudio takes list\n  voicestudio takes list --json narrator\n  voicestudio takes list --trash",
	},
	takesShow: help{
		takes: "ID",
		short: "Say how a take was made",
	},
	takesPlay: help{
		takes: "ID",
		short: "Play a take from disk, free",
	},
	takesExport: help{
		takes: "ID --out FILE",
		short: "Write a take to a file for others",
		long: "Write a take to a file for others, with tags that tell how it was made. Without --format the file's ending decides:\n" +
			"a wav or flac is made of any take, with the ending of the take itself the host's audio is written as it came.\n" +
			"Then pcm, pcmu_raw and opus have no new tags. A pcmu_wav take becomes a wav of 16 bits with --format wav.\n" +
			"--from, --to and --loudness need wav or flac. A loudness is reached by one gain and, where peaks would pass\n" +
			"-1 dBTP then, a limiter, whose work is said; what needs more than 8 dB of that is refused, with what can be\n" +
			"reached. --json has the loudness asked and reached, and the most that was limited.\n" +
			"A file that is there already is kept, and the exit code is 1, unless --replace overwrites it.",
		example: `  voicestudio takes export 3fa9c2d1-1 --out hello.mp3
  voicestudio takes export 3fa9c2d1-1 --out hello.wav --from 1.5 --to 3s --loudness -16`,
	},
	takesRemove: help{
		takes: "ID...",
		short: "Move takes, or what is left of broken ones, into the trash",
	},
	takesRestore: help{
		takes: "ID...",
		short: "Bring takes back from the trash",
	},
	takesPrune: help{
		short: "Empty the trash, and remove takes for good until the rest fits the budget",
		long: "Empty the trash, and remove takes for good until the rest fits the budget, first the one whose last hearing is\n" +
			"longest ago. Takes with a star, a note or a tag stay, and those of auditions, whatever the budget.",
		example: "  voicestudio takes prune --dry-run\n  voicestudio takes prune --budget 500MB",
	},
	takesStar: help{
		takes: "ID...",
		short: "Star takes, which keeps them from being pruned",
	},
	takesNote: help{
		takes:   "ID TEXT",
		short:   "Say something about a take; an empty text says nothing again",
		example: `  voicestudio takes note 3fa9c2d1-1 "Anna's favourite"`,
	},
	takesTag: help{
		takes: "ID [TAG...]",
		short: "Replace a take's tags; without any, it has none",
	},
	takesMeasure: help{
		takes: "ID|FILE...",
		short: "Say in figures how takes or files sound",
		long: "Say in figures how takes or files sound: how long, how high (the median of the pitch, and how many semitones it\n" +
			"goes up and down), how many syllables a second without the pauses, what part is pauses, how loud, the highest\n" +
			"peak, how bright (the middle of the power, and how it falls with the frequency), and by how much the end is\n" +
			"louder than the beginning. What cannot be told of a sound, because it is too short or nobody speaks, stays open.\n" +
			"A FILE has a / or an ending, mp3, flac, wav, opus or ogg. The figures of a take are kept with it.",
		example: "  voicestudio takes measure 3fa9c2d1-1\n  voicestudio takes measure --json 3fa9c2d1-1 reference.wav",
	},
	takesCompare: help{
		takes: "A B",
		short: "Say in words how B sounds beside A",
		long: "Say in words how B sounds beside A, which settings are others, and how far apart the same word is at most.\n" +
			"A and B are ids of takes or files. Only what a person would notice is said.",
		example: "  voicestudio takes compare 3fa9c2d1-1 3fa9c2d1-2",
	},
	audition:       englishAuditionHelp.audition,
	auditionNew:    englishAuditionHelp.create,
	auditionList:   englishAuditionHelp.list,
	auditionShow:   englishAuditionHelp.show,
	auditionRm:     englishAuditionHelp.rm,
	auditionExport: englishPageHelp,
	auditionImport: englishAuditionHelp.votes,
	auditionResult: englishAuditionHelp.result,
	tune:           englishTuneHelp,
	voices: help{
		takes: "[FILTER...]",
		short: "List the catalogue of voices",
		long: "List the catalogue of voices. Every word of the filter must occur in a voice's id, name or language, or begin its gender;\n" +
			"female and male mean the gender alone. Ids are byte-exact: one that ends in a blank is shown in quotes.\n" +
			"The last column says which ids MiniMax has not named itself: they come from a third party's list, or were seen in use.",
		example: "  voicestudio voices chinese female\n  voicestudio voices --json news",
	},
	sandbox: help{
		short: "Serve the sandbox to any other program",
		long: "Serve the sandbox over HTTP: it answers on the paths of DashScope, PPIO, Novita, Jiekou and MiniMax, in their\n" +
			"envelopes, with their refusals, and really speaks; on MiniMax's WebSocket, /ws/v1/t2a_v2, too. Any API key is right\n" +
			"but those that begin with \"wrong\".\n" +
			"get_voice lists the voices that MiniMax itself lists; those that others have named are spoken as well, and voices\n" +
			"lists them all. A page in a browser may use it, as it may use the hosts.\n" +
			"On this machine's own address it answers to localhost and its like only, so that no page in a browser can use\n" +
			"another name for it; --addr 0.0.0.0:8787, say, lets everybody in under any name.\n\n" +
			"A header of a request, " + sandbox.FaultHeader + ", or --fault for all of them, makes it misbehave:\n\n",
		example: "  voicestudio sandbox --addr 127.0.0.1:8787\n  voicestudio sandbox --fault latency=300ms,pace=1x",
	},
	doctor: help{
		short: "Find what is in the way of speaking and hearing, and say the cure",
		long: "Look at everything that a fresh machine can lack: programs and libraries, the sound device, keys, the proxy,\n" +
			"the terminal, the config file, folders and their room, teams. What is wrong has its cure below it, for this system.\n" +
			"A key is never printed, and nothing is sent, unless --ask has every host with a key asked, or that of --host.\n" +
			"MiniMax gets the key and lists voices, so a key of the other region is found; others are asked without it. That\n" +
			"bills nothing, and what goes where is said before. The clock is compared with the hosts' then.\n" +
			"--json prints {ok, checks: [{group, name, state, found, cure}]}; state is ok, warning or fault. Exit code 0: nothing\n" +
			"is in the way; 1: this machine lacks what speaking or hearing needs. Warnings do not count.",
		example: "  voicestudio doctor\n  voicestudio doctor --no-play --json\n  voicestudio doctor --ask --host minimax",
	},
	version: help{
		short: "Print the version",
	},
	manual: help{
		short: "Print the manual page",
		long: "Print the manual page, which has every command, for man. With --dir, write it and one page for each command as\n" +
			"files into DIR.",
		example: "  voicestudio man > voicestudio.1 && man ./voicestudio.1\n  voicestudio man --dir ~/.local/share/man/man1",
	},
}

// syncCodes end the help of pull and push.
const syncCodes = "DIR is a folder in a git checkout, or a team's name in the config file. Where two people changed the same field of a\n" +
	"preset, both values are printed and nothing is changed, here or there; --prefer says whose counts. Fields that only\n" +
	"one of them changed are joined.\n\n" +
	"Git obeys the config of the checkout, as it always does: core.sshCommand, credential helpers and filters are programs\n" +
	"that it names. So use this on what you cloned yourself, not on a folder that came with its own .git. A bare repository\n" +
	"is no checkout, and a .git that leads to a repository which does not name the folder is refused. At a terminal git and\n" +
	"ssh may ask for a passphrase; without one they ask nothing. A remote that is silent for two minutes is given up.\n\n" +
	"Exit code 0: done; 1: a conflict, or this machine (git is missing, a commit fails); 2: DIR is no checkout, or has no\n" +
	"upstream; 3: the remote refused; 5: the remote cannot be reached."

var englishFlags = flagWords{
	help:    func(command string) string { return "help for " + command },
	version: func(command string) string { return "version for " + command },
	host: func(hosts []string) string {
		return "the `HOST` that speaks: " + strings.Join(hosts, ", ") + " (default sandbox, or the config file's)"
	},
	baseURL: "address `URL` of the host, instead of its own",
	lang: func(all []string) string {
		return "speak `LANGUAGE`: " + strings.Join(all, " or ") + " (default the config file's, else the locale's)"
	},
	presets:        "folder `DIR` of presets, instead of the person's own",
	noMouse:        "leave the mouse to the terminal",
	plain:          "the studio line by line: for screen readers, slow links and pipes",
	ascii:          "draw with ASCII signs alone; what you and the host wrote stays",
	theme:          func(all []string) string { return "the `COLOURS`: " + strings.Join(all, ", ") },
	motion:         func(all []string) string { return "how much `MOVES`: " + strings.Join(all, ", ") },
	model:          func(example string) string { return "the `MODEL`, such as " + example },
	voice:          "the `VOICE` id; clears a blend",
	set:            "`FIELD=VALUE` in the API's names, for example voice_setting.speed=1.1; FIELD= unsets",
	startPreset:    "preset to start from: a `NAME`, or a file with / or .json",
	hostFile:       "`FILE`, or - for standard output, that receives exactly the bytes the host sent",
	noPlay:         "make no sound",
	whole:          "ask for one whole answer",
	again:          "ask the host, also where the same request is on disk as a take",
	subtitles:      "`FILE`, .srt or .vtt, that receives the subtitles; needs --no-stream",
	file:           "`FILE`, or - for standard output",
	jsonLast:       "print one JSON object on the last line",
	jsonObject:     "print one JSON object",
	jsonList:       "print one JSON list",
	jsonOutcomes:   "print one JSON list of {name, outcome, changes}",
	jsonFindings:   "print one JSON list of findings",
	configCommands: "list every command that keys can be given to",
	jsonChanges:    "print one JSON list of {field, a, b}",
	jsonPreset:     "print the preset's JSON",
	jsonTakes:      "print the takes as JSON, as list does",
	jsonMeasures:   "print one JSON object per line, a measure that cannot be taken as null",
	jsonVerdicts:   "print the verdicts as a JSON list",
	repeat: func(most int) string {
		return fmt.Sprintf("speak `N` times, 2 to %d, to know by how much the host's takes differ", most)
	},
	jsonCompared:   "print the differences as a JSON object",
	jsonRows:       "print one JSON object for each row or line as it ends, then a total",
	into:           "folder `DIR` or team's name that receives them (default your own)",
	replacePresets: "take the file's presets where others bear their names",
	onlyPrint:      "only print what would be done",
	from:           "preset `FILE`, or - for standard input, to take everything from before the other flags change it",
	notes:          "`NOTES` for teammates",
	sampleText:     "the `TEXT` to try the voice with",
	tags:           "`TAGS`, with blanks or commas between them; may be given several times",
	saveFolder:     "the `FOLDER` to save it in: own, project, a team's name or a path with / (default own)",
	copyFolder:     "the `FOLDER` for the copy: own, project, a team's name or a path with / (default own)",
	lintHosts:      "the `HOST` that must speak every preset; may be given several times",
	lintModels:     "the `MODEL` to check with, instead of the presets' own; may be given several times",
	lintAccount:    "ask the hosts for the account's own voices: any other that is not in the catalogue is an error",
	onlyTags:       "only presets with these `TAGS`, blanks or commas between them; may be given several times",
	onlyFolder:     "only presets of this `FOLDER`: own, project, starters or a team's name",
	language:       func(all []string) string { return "the `LANGUAGE` of the code, one of " + strings.Join(all, ", ") },
	text:           "the `TEXT` to speak instead of the sample text",
	prefer:         "the `SIDE` whose value counts where both sides changed the same field: mine or theirs",
	rowsPreset:     "preset of the rows that name none: a `NAME`, or a file with / or .json",
	outDir:         "folder `DIR` of the files whose names are no whole paths",
	jobs:           func(most int) string { return fmt.Sprintf("speak `N` rows at the same time, at most %d", most) },
	sendNothing:    "check everything and say the price; send nothing",
	yes:            "do not ask before what costs money",
	wholeRows:      "ask for whole answers",
	everyRow:       "ask the host for every row or line, also where a take is on disk",
	replaceRows:    "overwrite files that are there already and hold something else",
	trash:          "list the deleted takes instead",
	budget:         "the `SIZE` of room for all takes, such as 500MB or 2GB",
	onlySay:        "only say what would go",
	starOff:        "take the star off",
	format:         "the `FORMAT`: wav, flac, or original, the host's audio as it came",
	partFrom:       "the `TIME` at which the part begins, such as 1.5 or 1m2s",
	partTo:         "the `TIME` at which the part ends",
	loudness:       "integrated loudness in `LUFS`, such as -16 for podcasts or -23 for broadcast",
	takeSubtitles:  "`FILE`, .srt or .vtt, that receives the take's subtitles",
	manualDir:      "folder `DIR` that receives the page and one for each command",
	ask:            "ask the hosts that have a key, which bills nothing; what is sent is said before",
	noListening:    "do not look for what only hearing needs",
	replaceFiles:   "overwrite files that are there already",
	bare:           "write no tags; with original, the file is the host's to the byte",
	address:        "the `ADDRESS` to listen on; port 0 takes any free one",
	faults:         "`FAULTS` of every answer, separated by commas",
	line:           "the `TEXT` that all candidates speak",
	tryPreset:      "add a preset: a `NAME`, or a file with / or .json",
	tryVoice:       "add a voice by its `ID`",
	tryTake:        "add a take by its `ID`, or its settings where it says another text",
	trySet:         "`FIELD=A,B,C`: vary the first preset or voice in the API's names",
	tryLadder:      "`V1,V2[,STEPS]`: add the steps between two voices, 5 unless told",
	allCandidates:  func(page int) string { return fmt.Sprintf("let there be more than %d candidates", page) },
	kind:           func(all []string) string { return "the `KIND` of its questions: one of " + strings.Join(all, ", ") },
	pageLang: func(all []string) string {
		return "the `LANGUAGE` of the page, one of " + strings.Join(all, ", ") + " (default the program's)"
	},
	onlyStarred: "only candidates with stars",
	tunePreset: func(most int) string {
		return fmt.Sprintf("begin from a preset: a `NAME`, or a file with / or .json; several, %d at most: the best is found first", most)
	},
	axes:         func(all []string) string { return "`AXES` to search: " + strings.Join(all, ",") + " (default all)" },
	tuneText:     "the `TEXT` that all clips speak (default the preset's sample text)",
	judge:        "`COMMAND` of the shell that answers the questions",
	reference:    "recording to tune towards, a `FILE`, in the place of a judge",
	sameWords:    "the recording says the text of the clips (default found out)",
	judgeTimeout: "longest `TIME` to wait for one answer",
	clips:        "stop after `N` clips, made or found on disk (default until nothing is left to ask)",
	outPreset:    "save what was found as a new preset of that `NAME`",
	jsonTune:     "print a JSON object for each question, and the result as the last",
	resume: func(last string) string {
		return "go on with a tuning by its `ID`, or with the one that was changed last: " + last
	},
	scriptFlagWords: englishScriptFlags,
	acceptWinner:    "let the winner have its effect: stars, and the rank of its preset",
	account:         "ask the host for the voices of the account, clones included (minimax, minimax-cn, sandbox)",
}
