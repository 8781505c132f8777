package presets

import (
	"encoding/json"
	"fmt"
)

// Number says a number of a field with its unit, as every sentence has it: "0.90×",
// "−2 st".
func Number(field string, v float64) string {
	raw, err := json.Marshal(v)
	if err != nil { // no number at all
		return fmt.Sprint(v)
	}
	return valueOf(field, raw) + labelOf(field).unit
}
