package config

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// TypedPath is a path as a person types it, or a terminal does when a file is
// dropped on it: with ~, in quotes, with backslashes before blanks, or as a file's
// address.
func TypedPath(path string) string {
	path = strings.TrimSpace(path)
	for _, quote := range []string{"'", `"`} {
		if inner, found := strings.CutPrefix(path, quote); found && strings.HasSuffix(inner, quote) {
			return ofAddress(strings.TrimSuffix(inner, quote))
		}
	}
	if _, err := os.Lstat(path); err != nil {
		path = strings.ReplaceAll(path, `\ `, " ")
	}
	return ofAddress(Expand(path))
}

// ofAddress is the path of a file's address, as file managers copy it, and any other
// text as it is.
func ofAddress(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || u.Path == "" {
		return text
	}
	return filepath.FromSlash(u.Path)
}

// TypedPaths are the files that a person types, or that a terminal does when some
// are dropped on it: several, with ~, in quotes, with backslashes before blanks, as
// addresses, with * for what differs. Those that are not there are as they were typed; a
// pattern that fits none is, too.
func TypedPaths(line string) (files []string) {
	if whole := TypedPath(line); there(whole) {
		return []string{whole}
	}
	for _, word := range shellWords(line) {
		path := ofAddress(Expand(word))
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
