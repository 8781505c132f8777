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

// Columns says a change as a table has it: what the setting is called, and both
// values with their units, empty where one is unset. They are safe to print.
func (c Change) Columns() (name, a, b string) {
	l := labelOf(c.Field)
	with := func(value string) string {
		if value == "" {
			return ""
		}
		return value + l.unit
	}
	return l.name, with(valueOf(c.Field, c.A)), with(valueOf(c.Field, c.B))
}
