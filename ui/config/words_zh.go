package config

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var chinese = words{
	places: placeWords{
		none: func(why string) tts.Said {
			return tts.Said{What: "there is no place for the draft and the log: " + why, Cure: "set HOME or XDG_STATE_HOME"}
		},
		noLog: func(why string) string { return "the log cannot be written: " + why },
	},

	settings: settingsWords{
		unreadable: func(why string) tts.Said { return tts.Said{What: why, Cure: "make it readable"} },
		notJSON:    func(where string) tts.Said { return tts.Said{What: where, Cure: "correct it, or move the file away"} },
		noHost: func(name string, hosts []string) tts.Said {
			return tts.Said{What: "there is no host " + name, Cure: "choose one of " + strings.Join(hosts, ", ")}
		},
		noRate: func(key string, requests int) tts.Said {
			return tts.Said{What: fmt.Sprintf("%s: %d requests in a minute cannot be", key, requests), Cure: "write 1 or more, or take it out"}
		},
		noCap: tts.Said{What: "spend_cap is no amount of money", Cure: `write it as {"amount": 1.50, "currency": "USD"}; hosts ask for USD or CNY`},
		notOneOf: func(key, value string, values []string) tts.Said {
			return tts.Said{What: key + " is " + value + ", which is none of its values", Cure: "write one of " + strings.Join(values, ", ")}
		},
		unknown: func(key string) string { return key + " means nothing to this version" },
		apiKey: func(key string) string {
			return key + " is not read; API keys belong in the environment, not in a file"
		},
		line: func(n int, what string) string { return fmt.Sprintf("line %d: %s", n, what) },
		notOfKind: func(key, kind string) string {
			kinds := map[string]string{"string": "text", "int": "a whole number", "float64": "a number, without quotes", "bool": "true or false, without quotes", "map": "a group", "struct": "a group", "slice": "a list"}
			return key + " is not " + kinds[kind]
		},
	},
}
