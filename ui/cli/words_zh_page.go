package cli

import (
	"fmt"

	"voicestudio/tts"
)

var chinesePage = pageWords{
	noKind: func(said string, all []string) tts.Said {
		return tts.Said{What: "there is no page that asks " + said, Cure: oneOf(all)}
	},
	noLanguage: func(said string, all []string) tts.Said {
		return tts.Said{What: "the page does not speak " + said, Cure: oneOf(all)}
	},
	noStars:   tts.Said{What: "no candidate has a star", Cure: "give stars on the studio's bench, or leave the flag out"},
	clips:     func(n int) string { return count(n, "clip", "clips") },
	pairs:     func(n int) string { return count(n, "pair", "pairs") },
	order:     "to be put in order",
	matched:   "levels matched",
	unmatched: "the levels are not matched: the volume is what the candidates differ in",
	encoded: func(clips int) string {
		return count(clips, "clip was", "clips were") + " encoded as mp3, to play everywhere and to be small"
	},
	leftOut: func(labels []string) string { return "left out, since not made: " + quoted(labels) },
	twice: func(labels []string) string {
		return "left out, since another one has the same take: " + quoted(labels)
	},
	unaligned: func(n int) string {
		return fmt.Sprintf("%s cannot be aligned: a switch there goes to the same part of the length, not to the same word", count(n, "pair", "pairs"))
	},
	large: func(megabytes int) string {
		return fmt.Sprintf("it is larger than %d MB, which not every chat or mail takes", megabytes)
	},
	sendIt: func(name string) string {
		return "send it; what listeners save or copy comes back by: voicestudio audition import " + name + " FILE..."
	},
}

var chinesePageHelp = help{
	takes: "NAME --out FILE.html",
	short: "Write a page on which others say which candidate is better",
	long: "Write a page on which others say which candidate is better: one file that opens in\n" +
		"a browser, on a telephone too, from a disk, a mail or a chat. It fetches nothing and\n" +
		"sends nothing. Listeners hear two at a time, or put all in order, names hidden and\n" +
		"in an order of their own, at equal loudness and switched at the same word; at its\n" +
		"end they save a file of votes, or copy it, and send that back.\n\n" +
		"In the file are the audition's name, the line and the sound of the takes. Labels,\n" +
		"presets, voices and the takes' own tags are not; which clip is whose stays in the\n" +
		"audition. What is not made is left out, as is what lost in a knockout, and a take\n" +
		"that was cut is refused. Takes that are neither mp3 nor wav become mp3 by lame, or\n" +
		"wav without it; wav too where the page would pass 2 MB. No host is asked, and no\n" +
		"key is needed.\n\n" +
		"A file that is there already and is another one is kept, and the exit code is 1,\n" +
		"unless --replace overwrites it.",
	example: `  voicestudio audition export hello --out hello.html
  voicestudio audition export hello --out best.html --only-starred --kind rank --page-lang zh`,
}
