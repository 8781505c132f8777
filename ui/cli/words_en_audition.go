package cli

import (
	"fmt"
	"strings"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

var englishAudition = auditionWords{
	columns:          []string{"name", "changed", "candidates", "text"},
	candidateColumns: []string{"", "candidate", "length", "level", "take", "stars", "note"},
	noPlace: func(why string) tts.Said {
		return tts.Said{What: "there is no place for auditions: " + why, Cure: "set HOME or XDG_DATA_HOME"}
	},
	listShows: "voicestudio audition list shows all",
	none:      "there are no auditions; audition new makes one",
	candidates: func(all, made int) string {
		said := count(all, "candidate", "candidates")
		if made < all {
			said += fmt.Sprintf(", %d made", made)
		}
		return said
	},
	count: func(candidates int) string { return count(candidates, "candidate", "candidates") },
	price: func(m tts.Money, unpriced int) string {
		said := "about " + m.String() + " (the host's own count holds)"
		if unpriced > 0 {
			said += fmt.Sprintf(" and %s whose price this program does not know", count(unpriced, "take", "takes"))
		}
		return said
	},
	take:         func(id string) string { return "take " + id },
	noText:       tts.Said{What: "no line is given", Cure: "give --text TEXT, which all candidates speak"},
	noCandidates: tts.Said{What: "there is nobody to hear", Cure: "give --preset, --voice, --take, --set or --ladder"},
	nothingToVary: tts.Said{What: "there is nothing for --set to vary",
		Cure: "give the preset or the voice that it varies"},
	tooMany: func(n, most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("that makes %d candidates, and a page of the bench has room for %d", n, most), Cure: "ask for fewer, or give --all"}
	},
	far: func(most int) tts.Said {
		return tts.Said{What: fmt.Sprintf("that makes more than %d candidates", most), Cure: "ask for fewer"}
	},
	noLadder: func(said string, steps int) tts.Said {
		return tts.Said{What: said + " is no ladder", Cure: fmt.Sprintf(`write VOICE,VOICE or VOICE,VOICE,STEPS, two different voices and 2 to %d steps; an id with a comma in it stands in double quotes`, steps)}
	},
	quotes:      tts.Said{What: "a value in double quotes ends wrongly", Cure: `write it as a JSON string, "a, b", with a comma behind it`},
	mustAsk:     tts.Said{What: "this costs money, and there is no terminal to ask on", Cure: "give --yes"},
	notMade:     "not made",
	nothingMade: "nothing was made, so the audition is not kept",
	goOn: func(missing int, name string) string {
		return fmt.Sprintf("%s missing; to go on: voicestudio audition rm %s, then the same command again, for which what was made is free",
			count(missing, "candidate is", "candidates are"), name)
	},
	removed: func(name string) string { return "removed " + name + "; its takes stay among the takes" },
	holds: func(auditions []string, take string) string {
		for i := range auditions {
			auditions[i] = quote(auditions[i])
		}
		return fmt.Sprintf("the take %s is in the %s %s: it waits in the trash as long as it is there, and until it is restored it has to be made again",
			take, pick(len(auditions), "audition", "auditions"), strings.Join(auditions, ", "))
	},
	votes: voteWords{
		took: func(file, listener string, answers int, became audition.Imported) string {
			if listener == "" {
				listener = "somebody"
			}
			return fmt.Sprintf("%s: %s, %s, %s", file, listener, count(answers, "answer", "answers"), map[audition.Imported]string{
				audition.New: "new", audition.Longer: "more than before", audition.Known: "nothing new",
				audition.Differs: "as many as before, but others: always the same ones of the two are kept",
			}[became])
		},
		wrong:      func(file, why string) string { return file + ": " + why },
		noPage:     "no page for listeners was exported yet",
		andVerdict: func(soFar, verdict string) string { return soFar + ". " + verdict },
		soFar: func(listeners, votes int) string {
			return count(listeners, "listener", "listeners") + ", " + count(votes, "vote", "votes")
		},
		won:         func(won, of int) string { return fmt.Sprintf("won %d of %d", won, of) },
		notAccepted: "it cannot be told yet who is liked best, so nothing was accepted",
		accepted: func(label string, changed []string) string {
			return "accepted " + label + ": " + strings.Join(changed, ", ")
		},
		acceptedOnce: func(label string) string { return label + " was accepted before; nothing was changed" },
		onBench:      "a star on the bench",
		takeStarred:  func(take string) string { return "a star for the take " + take },
		ranked: func(preset string, won, of int) string {
			return fmt.Sprintf("the preset %s ranks by %d of %d", preset, won, of)
		},
		noTake: func(take, why string) string { return "the take " + take + " got no star: " + why },
		putAside: func(file string) string {
			return "what presets had won could not be read; the file is " + file + " now"
		},
	},
}

var englishAuditionHelp = struct{ audition, create, list, show, rm, votes, result help }{
	audition: help{
		short: "Hear candidates on one line, and let others vote on them",
		long: "Hear candidates on one line. An audition is a file that the studio's bench\n" +
			"opens; as long as it is there its takes are never pruned.",
		example: `  voicestudio audition new hello --text "Hello." \
    --voice Wise_Woman --voice Calm_Woman --preset Storyteller
  voicestudio audition list`,
	},
	create: help{
		takes: "NAME --text T",
		short: "Make an audition: everybody speaks the same line",
		long: "Make an audition. Each --preset, --voice, --take and --ladder adds candidates, in\n" +
			"the order of the flags. --set varies the first preset or voice: its variants take\n" +
			"its place. Values stand between commas; an empty one unsets the field, several\n" +
			"fields multiply, and a field whose value is JSON takes one value in each --set.\n" +
			"A value or an id with a comma in it stands in double quotes.\n\n" +
			"A take that says the line is heard as it is; of another one the settings speak\n" +
			"the line. What is not on disk yet is made, once its price was said and agreed to:\n" +
			"at a terminal it asks, elsewhere --yes has to agree. It prints each candidate's\n" +
			"length and loudness. Where some fail, what was made is kept, and the exit code is\n" +
			"that of the first that failed.",
		example: `  voicestudio audition new speed --text "Welcome aboard." \
    --preset "Warm narrator" --set voice_setting.speed=0.9,1,1.1
  voicestudio audition new between --text "Welcome aboard." \
    --ladder Wise_Woman,Calm_Woman,5 --host minimax --yes --json`,
	},
	list: help{short: "List the auditions, the one that was changed last first"},
	show: help{takes: "NAME", short: "Show an audition's candidates, their length and loudness"},
	rm: help{
		takes: "NAME",
		short: "Remove an audition, and say how to have it back",
		long:  "Remove an audition, and say how to have it back. Its takes stay, and can be pruned\nlike all others then.",
	},
	votes: help{
		takes: "NAME FILE...",
		short: "Take in the votes that listeners saved on a page",
		long: "Take in the votes that listeners saved on a page, NAME-votes.json, or - for\n" +
			"standard input; any number of files in any order. The same votes again change\n" +
			"nothing; of the same session the longer one counts. A file that is of another page\n" +
			"or wrong is refused, and the others are taken; the exit code is that of the first\n" +
			"that was refused. An answer that somebody has edited in a file cannot be found\n" +
			"out: take votes from people you trust.",
		example: `  voicestudio audition import openings ~/Downloads/openings-votes*.json`,
	},
	result: help{
		takes: "NAME",
		short: "Say what listeners prefer, and how sure that is",
		long: "Say what listeners prefer, and how sure that is: by all votes on the clips of the\n" +
			"page that was exported last. In words first; then each candidate's score, the part\n" +
			"of all its duels that it would win, with the interval that holds it in 19 of 20\n" +
			"cases. --accept lets the winner have its effect, once it can be told: it and its\n" +
			"take get a star, and the preset that it came from is ranked by it, as by a duel.",
		example: `  voicestudio audition result openings
  voicestudio audition result openings --json | jq .ranking`,
	},
}
