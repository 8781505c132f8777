package script

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/ui/config"
)

// TypedPaths are the files that a person types, or that a terminal does when some
// are dropped on it: several, with ~, in quotes, with backslashes before blanks, as
// addresses, with * for what differs. Those that are not there are as they were typed; a
// pattern that fits none is, too.
func TypedPaths(line string) (files []string) {
	if whole := TypedPath(line); there(whole) {
		return []string{whole}
	}
	for _, word := range shellWords(line) {
		path := ofAddress(config.Expand(word))
		found := []string{path}
		if matches, err := filepath.Glob(path); err == nil && len(matches) > 0 && !there(path) {
			found = matches
		}
		for _, file := range found {
			if !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	return files
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// shellWords parts a line at its blanks, as a shell does.
func shellWords(line string) (words []string) {
	var word strings.Builder
	begun, quote, escaped := false, rune(0), false
	for _, r := range line {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'' && filepath.Separator != '\\':
			begun, escaped = true, true
		case r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			begun, quote = true, r
		case quote == 0 && (r == ' ' || r == '\t'):
			if begun {
				words = append(words, word.String())
			}
			begun = false
			word.Reset()
		default:
			begun = true
			word.WriteRune(r)
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}
