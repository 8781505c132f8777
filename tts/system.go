package tts

// SystemSays is an error of the operating system, which speaks English, as the
// person's language has it where that knows it. What is no such error is itself.
func SystemSays(err error) string { return say.system(err) }
