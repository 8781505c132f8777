package form

import (
	"fmt"
	"math"

	"voicestudio/tts"
)

// Called is the name of a control where others stand beside it.
func (c Control) Called() string {
	if c.ends[0] == "" {
		return c.Label
	}
	return c.ends[0] + "–" + c.ends[1]
}

// InWords is a value of the control as people say it: "soft 20", "0.90×",
// "calm"; empty where it is unset.
func (c Control) InWords(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		if said, known := Say.options[v]; known {
			return said
		}
		return tts.Clean(v)
	}
	x := asFloat(v)
	switch {
	case c.ends[0] == "" || x == 0:
		return c.Show(x)
	case x < 0:
		return fmt.Sprintf("%s %g", c.ends[0], math.Abs(x))
	}
	return fmt.Sprintf("%s %g", c.ends[1], x)
}

// SpeaksForItself reports a value that says what it is of: "soft 20", but not
// "1.5×", which may be the speed, as it is, or the volume.
func (c Control) SpeaksForItself(value string) bool {
	return c.Field.Path != "voice_setting.vol" && (c.ends[0] == "" || value != c.Show(0))
}
