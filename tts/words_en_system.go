package tts

func systemInEnglish(err error) string { return err.Error() }
