package cli

import (
	"fmt"

	"voicestudio/tts"
)

var englishTune = tuneWords{
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "there is no place to keep a tuning: " + why, Cure: "set HOME or XDG_DATA_HOME"}
	},
	noJudge:     tts.Said{What: "nobody answers the questions", Cure: "give --judge COMMAND or --reference FILE; a person tunes by ear in the studio"},
	twoJudges:   tts.Said{What: "there are two judges", Cure: "give --reference FILE or --judge COMMAND"},
	noRecording: tts.Said{What: "there is no recording that could say the same words", Cure: "give --reference FILE, too"},
	noPatience:  tts.Said{What: "the judge needs time to answer", Cure: "give a time such as 90s or 10m"},
	noClips:     tts.Said{What: "there are no clips to hear", Cure: "give 1 or more, or leave --clips out"},
	fewClips: func(least int) tts.Said {
		return tts.Said{What: fmt.Sprintf("the first question needs %d clips", least), Cure: fmt.Sprintf("give %d or more", least)}
	},
	resumed: func(flag string) tts.Said {
		return tts.Said{What: flag + " is what the tuning that is resumed says", Cure: "leave it out, or begin anew"}
	},
	goesOn:   func(id, text string) string { return "going on with " + id + ", of " + text },
	noneOpen: tts.Said{What: "there is no tuning to go on with", Cure: "give the ID of one, or begin anew"},
	noText:   tts.Said{What: "nothing is said that the clips speak", Cure: "give --text TEXT"},
	noSample: tts.Said{What: "the preset has no sample text", Cure: "give --text TEXT"},
	manyStarts: func(n, most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("there are %d presets to begin from", n), Cure: fmt.Sprintf("give %d at most", most)}
	},
	closed:  func(axis, why string) string { return axis + " is not searched: " + why },
	noAxis:  tts.Said{What: "none of the axes can be searched here", Cure: "choose others"},
	orFewer: ", or stop earlier with --clips",
	presetThere: func(name string) tts.Said {
		return tts.Said{What: "there is a preset " + name + " already", Cure: "choose another name"}
	},
	questions: func(about int, bill string) string {
		return "about " + count(about, "question", "questions") + "; at most " + bill
	},
	pass:    func(n int) string { return fmt.Sprintf("pass %d", n) },
	start:   "start",
	same:    "no difference",
	changed: func(changes string) string { return "changed: " + changes },

	nothingAsked:   "nothing was answered",
	nothingChanged: "nothing was changed: the start is best",
	distance: func(before, after float64, beside string) string {
		return fmt.Sprintf("distance %.2f → %.2f: %s", before, after, beside)
	},
	step: func(n int, distance float64, beside string) string {
		return fmt.Sprintf("clip %-3d distance %5.2f: %s", n, distance, beside)
	},
	beside: func(differences string, distance float64) string {
		switch {
		case differences != "":
			return differences + " than the recording"
		case distance > 1:
			return "unlike the recording in what these figures do not say"
		}
		return "nothing that people notice apart from the recording"
	},
	words: func(same bool) string {
		if same {
			return "the recording seems to say the same words; --same-words=false says that it does not"
		}
		return "the recording seems to say other words; --same-words says that it says the same"
	},
	atMost: func(bill string) string { return "at most " + bill },
	cost: func(clips, made, characters int, cost []tts.Money, unpriced int, stopped string) string {
		said := count(clips, "clip", "clips") + " heard, none made now"
		if made > 0 {
			said = englishMade.of(englishMade.clips(made), append([]string{englishMade.characters(characters)}, englishMade.costs(cost, unpriced)...)) + fmt.Sprintf("; %d heard", clips)
		}
		switch stopped {
		case "clips":
			said += "; stopped by --clips"
		case "money":
			said += "; stopped by its price"
		case "done":
			said += "; nothing is left that can be told apart"
		}
		return said
	},
	presetAsBefore: "no preset is saved: it would be what was there before",
	goOn: func(id string, recording bool) string {
		judge := "--judge COMMAND"
		if recording {
			judge = "--reference FILE"
		}
		return "to go on: voicestudio tune --resume " + id + " " + judge
	},
}

var englishTuneHelp = help{
	short: "Tune a voice by ear, a program being the ear",
	long: "Search the settings of a voice step by step: a text is spoken with one setting a little lower, as it is, and a little\n" +
		"higher; a judge says which is best; the setting moves there, and the next one has its turn. It ends when no axis can\n" +
		"be told apart any more (5 % of speed, 1 semitone, 10 points of the others), or after --clips. The axes are speed,\n" +
		"pitch, deep (deep to bright), strong (strong to soft), full (full to crisp), weights (of a blend, voice by voice).\n" +
		"This is no cloning: it turns the knobs that the API has, for a voice that is there. A person tunes in the studio.\n" +
		"\n" +
		"The judge is any command. It is started once, by sh -c (on Windows cmd /C). For each question it gets one line on its\n" +
		"standard input, {axis, text, candidates: [{n, label, file, request}]}, file being the path of the audio, and answers\n" +
		"with one line: the n of the best, or same. axis is empty where several presets are compared. It must not answer before\n" +
		"it is asked, has neither a terminal nor the hosts' keys, and what it writes to standard error is shown. When nothing\n" +
		"more is asked its input ends; what is left of it a second later is killed. A line that is no answer is told, and it is\n" +
		"asked once more. Nonsense twice, its end and no answer within --judge-timeout are exit code 1.\n" +
		"\n" +
		"What it can cost at most is said before, and asked for where it is not free. No clip is made that is on disk, so the\n" +
		"same command asks the same and pays nothing. The best so far is kept after each answer, whatever ends the run: it can\n" +
		"be gone on with by --resume, and --out-preset is written where anything was changed.\n" +
		"--json prints {question, axis, pass, candidates: [{n, label, take}], answer} for each question, {clip, take, request,\n" +
		"distance, differences: [{measure, a, b, delta, unit, words}]} for each clip that is calculated, then {tuning, request,\n" +
		"changes, clips, made, sent_characters, cost, unpriced, stopped, distance_before, distance_after, differences, preset};\n" +
		"stopped is done, clips, money, judge, interrupted, or error where a clip could not be made; the exit code is the\n" +
		"error's. The distances and differences are null with --judge.",
	example: `  voicestudio tune --preset "Warm narrator" --judge ./listen.sh --clips 20 --out-preset "Warm narrator 2"
  voicestudio tune --voice Wise_Woman --axes speed,pitch --text "Welcome aboard." --judge 'while read -r q; do echo 2; done'
  voicestudio tune --voice Wise_Woman --text "Welcome aboard, and thank you for flying with us." --reference anna.wav --out-preset Anna`,
}
