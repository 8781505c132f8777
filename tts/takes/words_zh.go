package takes

import (
	"fmt"
	"strings"
)

var chinese = words{
	file: fileWords{
		half:       "not valid JSON, as after a power cut",
		empty:      "empty, as after a power cut",
		notRegular: "not a regular file",
		notObject:  "not a JSON object",
		tooLarge:   func(megabytes int) string { return fmt.Sprintf("larger than %d MB", megabytes) },
	},
	audio: audioWords{
		arriving:    "arriving",
		faulty:      "faulty",
		cut:         "cut",
		missing:     "its audio is missing",
		notRegular:  "its audio is not a regular file",
		empty:       "its audio is empty",
		undescribed: func(ending string) string { return "audio that no " + ending + " file describes" },
		size: func(is, should int64) string {
			return fmt.Sprintf("its audio has %d bytes instead of %d", is, should)
		},
	},
	take: takeWords{
		none: func(id string) string { return fmt.Sprintf("there is no take %q", id) },
		several: func(n int, begin string, ids []string) string {
			return fmt.Sprintf("%d takes begin with %s (%s): give more of the id", n, begin, strings.Join(ids, ", "))
		},
		noName:    func(hash, ending string) string { return fmt.Sprintf("a take cannot be named %q.%q", hash, ending) },
		recording: func(id string) string { return "the take " + id + " is still being made: stop it first" },
		there:     func(id string) string { return "the take " + id + " is already there" },
		inTrash:   func(why string) string { return "in the trash " + why },
	},
}
