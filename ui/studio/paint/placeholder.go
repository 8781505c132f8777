package paint

// Placeheld marks words that stand where nothing is written yet, so that nobody
// takes them for something written, also where there is no colour.
func Placeheld(words string) string {
	if words == "" {
		return ""
	}
	return "‹" + words + "›"
}
