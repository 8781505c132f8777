package plain

// command is one row of the table that dispatch, help and what was probably meant
// all read.
type command struct {
	// names are what it is called; the first stands in help, and is what the words
	// know it by. Another language may have more.
	names []string
	group group
	run   func(d *desk, rest string) error
	// sounds: it begins something in the place of what sounds, so that a line that
	// nobody types waits for the end of that.
	sounds bool
	// now: it waits for nothing.
	now  bool
	subs []command
	// exact: what stands behind it may be words, so that a command below it is meant
	// only by its whole name.
	exact bool
}

// group is a part of the help.
type group int

const (
	ofWords group = iota
	ofSpeech
	ofSettings
	ofVoices
	ofTakes
	ofLines
	ofBench
	ofTuning
	ofPresets
	ofHosts
	ofProgram
	groups
)

// commands are all that there are, in the order of the help.
func commands() []command {
	return []command{
		{names: []string{"text", "t"}, group: ofWords, run: setText},
		{names: []string{"type", "write"}, group: ofWords, run: typeText},
		{names: []string{"append", "add"}, group: ofWords, run: appendText},
		{names: []string{"replace"}, group: ofWords, run: replaceText},
		{names: []string{"show"}, group: ofWords, run: showText},
		{names: []string{"edit"}, group: ofWords, run: editText},
		{names: []string{"read", "file"}, group: ofWords, run: readText},
		{names: []string{"check"}, group: ofWords, run: checkText},
		{names: []string{"insert"}, group: ofWords, run: insertMark},
		{names: []string{"marks"}, group: ofWords, run: listMarks},
		{names: []string{"mend"}, group: ofWords, run: mend},

		{names: []string{"speak", "s"}, group: ofSpeech, run: speakNow, sounds: true},
		{names: []string{"say"}, group: ofSpeech, run: sayText, sounds: true},
		{names: []string{"again"}, group: ofSpeech, run: speakAgain, sounds: true},
		{names: []string{"stop"}, group: ofSpeech, run: stop, now: true},
		{names: []string{"pause", "p", "resume", "go"}, group: ofSpeech, run: pauseSound, now: true},
		{names: []string{"replay"}, group: ofSpeech, run: replay, sounds: true},
		{names: []string{"next"}, group: ofSpeech, run: func(d *desk, _ string) error { return hearNext(d, 1) }, sounds: true},
		{names: []string{"previous"}, group: ofSpeech, run: func(d *desk, _ string) error { return hearNext(d, -1) }, sounds: true},
		{names: []string{"seek"}, group: ofSpeech, run: seek},
		{names: []string{"back"}, group: ofSpeech, run: func(d *desk, rest string) error { return skip(d, rest, -1) }},
		{names: []string{"forward"}, group: ofSpeech, run: func(d *desk, rest string) error { return skip(d, rest, 1) }},
		{names: []string{"loop"}, group: ofSpeech, run: loopSound},
		{names: []string{"where"}, group: ofSpeech, run: where, now: true},
		{names: []string{"louder"}, group: ofSpeech, run: func(d *desk, rest string) error { return louder(d, rest, 1) }},
		{names: []string{"quieter", "softer"}, group: ofSpeech, run: func(d *desk, rest string) error { return louder(d, rest, -1) }},
		{names: []string{"tempo"}, group: ofSpeech, run: tempo},
		{names: []string{"wait"}, group: ofSpeech, run: wait},

		{names: []string{"set"}, group: ofSettings, run: setSetting},
		{names: []string{"unset"}, group: ofSettings, run: unsetSetting},
		{names: []string{"up"}, group: ofSettings, run: func(d *desk, rest string) error { return step(d, rest, 1) }},
		{names: []string{"down"}, group: ofSettings, run: func(d *desk, rest string) error { return step(d, rest, -1) }},
		{names: []string{"settings"}, group: ofSettings, run: listSettings},
		{names: []string{"what"}, group: ofSettings, run: explain},
		{names: []string{"pronounce"}, group: ofSettings, run: pronounce},
		{names: []string{"whole"}, group: ofSettings, run: setWhole},

		{names: []string{"voices"}, group: ofVoices, run: listVoices},
		{names: []string{"voice", "v"}, group: ofVoices, run: chooseVoice},
		{names: []string{"hear"}, group: ofVoices, run: hear, sounds: true},
		{names: []string{"favourite", "favorite"}, group: ofVoices, run: favourite},
		{names: []string{"blend"}, group: ofVoices, run: setBlend, subs: []command{
			{names: []string{"add"}, run: blendAdd},
			{names: []string{"remove"}, run: blendRemove},
		}},
		{names: []string{"weight"}, group: ofVoices, run: weigh},
		{names: []string{"mute"}, group: ofVoices, run: muteVoice},
		{names: []string{"solo"}, group: ofVoices, run: soloVoice},
		{names: []string{"lock"}, group: ofVoices, run: lockVoice},
		{names: []string{"equal"}, group: ofVoices, run: equalise},
		{names: []string{"swap"}, group: ofVoices, run: swapVoices},
		{names: []string{"formula"}, group: ofVoices, run: formula},
		{names: []string{"ladder"}, group: ofVoices, run: showLadder, subs: []command{
			{names: []string{"make"}, run: ladderMake},
			{names: []string{"use", "accept"}, run: ladderUse},
			{names: []string{"star"}, run: ladderStar},
			{names: []string{"zoom"}, run: ladderZoom},
			{names: []string{"out"}, run: ladderOut},
			{names: []string{"blind"}, run: ladderBlind},
			{names: []string{"reveal"}, run: ladderReveal},
		}},
		{names: []string{"pad"}, group: ofVoices, run: showPad, subs: []command{
			{names: []string{"hear"}, run: padHear},
			{names: []string{"back"}, run: padBack},
			{names: []string{"use", "accept"}, run: padUse},
			{names: []string{"finer"}, run: padFiner},
			{names: []string{"coarser"}, run: padCoarser},
			{names: []string{"star"}, run: padStar},
			{names: []string{"list"}, run: padStars},
		}},

		{names: []string{"takes"}, group: ofTakes, run: listTakes},
		{names: []string{"play"}, group: ofTakes, run: playTake, sounds: true},
		{names: []string{"restore"}, group: ofTakes, run: restoreTake},
		{names: []string{"star"}, group: ofTakes, run: starTake},
		{names: []string{"note"}, group: ofTakes, run: noteTake},
		{names: []string{"tag"}, group: ofTakes, run: tagTake},
		{names: []string{"export"}, group: ofTakes, run: exportTake},
		{names: []string{"delete"}, group: ofTakes, run: deleteTake},
		{names: []string{"a"}, group: ofTakes, run: func(d *desk, rest string) error { return d.side(0, rest) }},
		{names: []string{"b"}, group: ofTakes, run: func(d *desk, rest string) error { return d.side(1, rest) }},
		{names: []string{"x"}, group: ofTakes, run: switchSides},
		{names: []string{"difference"}, group: ofTakes, run: difference},

		{names: []string{"lines"}, group: ofLines, run: showLines, exact: true, subs: []command{
			{names: []string{"make"}, run: makeLines},
			{names: []string{"play"}, run: playLines, sounds: true},
			{names: []string{"read"}, run: readLines},
			{names: []string{"export"}, run: exportWhole},
			{names: []string{"files"}, run: exportEach},
			{names: []string{"whole"}, run: wholeOf},
			{names: []string{"pronounce"}, run: pronounceLines},
			{names: []string{"replace"}, run: replaceLines},
			{names: []string{"sentences"}, run: allSentences},
			{names: []string{"remarks"}, run: remarks},
			{names: []string{"open"}, run: openScripts},
			{names: []string{"new"}, run: newScript},
		}},
		{names: []string{"line"}, group: ofLines, run: doLine, exact: true, subs: []command{
			{names: []string{"play"}, run: playLine, sounds: true},
			{names: []string{"again", "make"}, run: againLine, sounds: true},
			{names: []string{"takes"}, run: lineTakes},
			{names: []string{"choose"}, run: chooseTake},
			{names: []string{"reset"}, run: resetLine},
			{names: []string{"pause"}, run: pauseLine},
			{names: []string{"paragraph"}, run: openParagraph},
			{names: []string{"add"}, run: insertLine},
			{names: []string{"join"}, run: joinLine},
			{names: []string{"divide"}, run: divideLine},
			{names: []string{"move"}, run: moveLine},
			{names: []string{"delete"}, run: removeLine},
		}},

		{names: []string{"bench"}, group: ofBench, run: showBench, subs: []command{
			{names: []string{"add"}, run: benchAdd},
			{names: []string{"make"}, run: benchMake},
			{names: []string{"hear"}, run: benchHear},
			{names: []string{"star"}, run: benchStar},
			{names: []string{"note"}, run: benchNote},
			{names: []string{"use", "accept"}, run: benchUse},
			{names: []string{"remove"}, run: benchRemove},
			{names: []string{"blind"}, run: benchBlind},
			{names: []string{"reveal"}, run: benchReveal},
			{names: []string{"new"}, run: benchNew},
			{names: []string{"open"}, run: benchOpen},
			{names: []string{"line"}, run: benchLine},
			{names: []string{"starred"}, run: benchStarred},
		}},
		{names: []string{"duel"}, group: ofBench, run: duel, subs: []command{
			{names: []string{"again"}, run: duelAnew},
			{names: []string{"use", "accept"}, run: duelUse},
		}},
		{names: []string{"left", "lower"}, group: ofBench, run: answerLeft},
		{names: []string{"right", "higher"}, group: ofBench, run: answerRight},
		{names: []string{"same"}, group: ofBench, run: answerSame},
		{names: []string{"standing"}, group: ofBench, run: standing},
		{names: []string{"listeners"}, group: ofBench, run: showListeners, subs: []command{
			{names: []string{"page"}, run: makePage},
			{names: []string{"votes"}, run: takeVotes},
			{names: []string{"use", "accept"}, run: useListened},
		}},

		{names: []string{"tune"}, group: ofTuning, run: tuneByEar, subs: []command{
			{names: []string{"use", "accept"}, run: tuneUse},
			{names: []string{"end"}, run: tuneEnd},
			{names: []string{"lock"}, run: tuneLock},
			{names: []string{"from"}, run: tuneFrom},
			{names: []string{"text"}, run: tuneText},
			{names: []string{"towards"}, run: tuneTowards},
			{names: []string{"back"}, run: tuneBack},
		}},
		{names: []string{"middle"}, group: ofTuning, run: answerMiddle},
		{names: []string{"best"}, group: ofTuning, run: answerBest},

		{names: []string{"presets", "preset"}, group: ofPresets, run: listPresets, exact: true, subs: []command{
			{names: []string{"tag", "tags"}, run: tagPreset},
			{names: []string{"note", "notes"}, run: notePreset},
			{names: []string{"copy"}, run: copyPreset},
			{names: []string{"take"}, run: applyPart},
			{names: []string{"fingerprint"}, run: fingerprint},
			{names: []string{"verify"}, run: verify},
			{names: []string{"check"}, run: checkPresets},
			{names: []string{"export"}, run: exportPresets},
			{names: []string{"import"}, run: importPresets},
		}},
		{names: []string{"open"}, group: ofPresets, run: openPreset},
		{names: []string{"save"}, group: ofPresets, run: savePreset},
		{names: []string{"diff"}, group: ofPresets, run: diffPreset},
		{names: []string{"remove"}, group: ofPresets, run: removePreset},
		{names: []string{"rename"}, group: ofPresets, run: renamePreset},
		{names: []string{"pull"}, group: ofPresets, run: pull},
		{names: []string{"push"}, group: ofPresets, run: push},

		{names: []string{"host", "hosts"}, group: ofHosts, run: chooseHost},
		{names: []string{"model", "models"}, group: ofHosts, run: chooseModel},
		{names: []string{"price", "cost"}, group: ofHosts, run: tellPrice},
		{names: []string{"cap"}, group: ofHosts, run: setCap},
		{names: []string{"request"}, group: ofHosts, run: showRequest},

		{names: []string{"undo", "u"}, group: ofProgram, run: undo},
		{names: []string{"redo"}, group: ofProgram, run: redo},
		{names: []string{"status"}, group: ofProgram, run: status},
		{names: []string{"more", "m"}, group: ofProgram, run: moreOf},
		{names: []string{"drafts"}, group: ofProgram, run: listDrafts},
		{names: []string{"errors"}, group: ofProgram, run: showErrors},
		{names: []string{"prompt"}, group: ofProgram, run: setPrompt},
		{names: []string{"help", "?"}, group: ofProgram, run: help},
		{names: []string{"quit", "q", "exit", "bye"}, group: ofProgram, run: quit},
	}
}
