package tts

// SystemSays is an error as its text has it, but what the operating system said,
// which speaks English, is said in the person's language, as far as that knows it.
func SystemSays(err error) string { return say.system(err) }
