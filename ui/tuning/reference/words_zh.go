package reference

import (
	"fmt"
	"strconv"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	noFile: func(file string) tts.Said {
		return tts.Said{What: "there is no file " + file, Cure: "give the path of a recording"}
	},
	directory: func(file string) tts.Said {
		return tts.Said{What: file + " is a folder", Cure: "give the path of a recording in it"}
	},
	noRegular: func(file string) tts.Said {
		return tts.Said{What: file + " is no regular file", Cure: "give the path of a recording"}
	},
	cannotRead: func(file, why string) tts.Said { return tts.Said{What: file + " cannot be read: " + why} },
	undecoded: func(file, why string) tts.Said {
		return tts.Said{What: file + " is not read: " + why, Cure: "give it as wav, mp3 or flac, of one or two channels"}
	},
	noEnding: func(file string, endings []string) tts.Said {
		return tts.Said{What: file + " is no recording by its name", Cure: "give a file that ends in " + strings.Join(endings[:len(endings)-1], ", ") + " or " + endings[len(endings)-1]}
	},
	noAudio: func(file string) tts.Said {
		return tts.Said{What: "there is no audio in " + file + " of the kind that its name ends in", Cure: another}
	},
	silent: func(file string) tts.Said { return tts.Said{What: file + " is silent", Cure: another} },
	noSpeech: func(file string) tts.Said {
		return tts.Said{What: "nobody speaks in " + file + ": it is music, noise or a tone", Cure: another}
	},
	short: func(file string, seconds, least float64) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is only %.1f s of speech in %s", seconds, file), Cure: fmt.Sprintf("give a recording with %.0f s or more, best a few sentences", least)}
	},
	long: func(file string, minutes int) tts.Said {
		return tts.Said{What: fmt.Sprintf("%s is longer than %d minutes", file, minutes), Cure: "cut out a part; half a minute is enough"}
	},
	perhaps: func(file string) string {
		return file + " may be music, or have music or noise under the speech; the measures are of all that sounds"
	},
	whispers: func(file string) string {
		return "no pitch is heard in " + file + ", as in a whisper; how high to speak is not known from it"
	},
	narrow: func(file string, hz int) string {
		khz := strconv.FormatFloat(float64(hz)/2000, 'f', -1, 64)
		return fmt.Sprintf("%s ends at %s kHz, so voices are compared up to there", file, khz)
	},
	damaged: func(file, why string) string {
		return file + " is damaged, and what can be read of it is taken: " + why
	},
	changes: "its rate or channels change on the way",
	notHeard: func(take, why string) tts.Said {
		return tts.Said{What: "the clip " + take + " cannot be measured: " + why}
	},
}
