package presets

// Columns says a change as a table has it: what the setting is called, and both
// values with their units, empty where one is unset. They are safe to print.
func (c Change) Columns() (name, a, b string) {
	l := labelOf(c.Field)
	with := func(value string) string {
		if value == "" {
			return ""
		}
		return value + l.unitOf(value)
	}
	return l.name, with(valueOf(c.Field, c.A)), with(valueOf(c.Field, c.B))
}
