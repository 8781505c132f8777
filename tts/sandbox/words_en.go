package sandbox

import (
	"fmt"
	"strings"

	"voicestudio/tts"
)

var english = words{
	notListening: func(address, why string) tts.Said {
		return tts.Said{What: "the sandbox cannot listen on " + address + ": " + why, Cure: "choose another port"}
	},
	noFault: func(name string, all []string) tts.Said {
		return tts.Said{What: fmt.Sprintf("there is no fault %q", name), Cure: "the faults are " + strings.Join(all, ", ")}
	},
	noValue: func(fault string) tts.Said {
		return tts.Said{What: "the fault " + fault + " takes no value", Cure: "write " + fault}
	},
	badValue: func(fault, value, example string) tts.Said {
		return tts.Said{What: fmt.Sprintf("the fault %s cannot be %q", fault, value), Cure: "write it as " + fault + "=" + example}
	},
}
