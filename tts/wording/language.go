package wording

import (
	"reflect"
	"strings"
	"sync"
)

// Language is one that the program speaks, named as in `--lang` and BCP 47.
type Language string

const (
	English Language = "en"
	Chinese Language = "zh" // simplified
)

// Languages are all of them; the first is spoken where nobody chose.
var Languages = []Language{English, Chinese}

var (
	mu      sync.Mutex
	spoken  = English
	offered []func(Language)
	anew    []func()
	adapted func(from string, l Language) func(text string) string
)

// Offer lets a package be spoken in every language: say is what it says, and
// becomes one of the others. It is called before main begins.
func Offer[W any](say *W, english, chinese W) {
	from := reflect.TypeFor[W]().PkgPath()
	offered = append(offered, func(l Language) {
		if *say = english; l == Chinese {
			*say = chinese
		}
		if change := changeOf(from, l); change != nil {
			*say = changed(reflect.ValueOf(say).Elem(), change).Interface().(W)
		}
	})
	if adapted != nil {
		offered[len(offered)-1](spoken)
	}
	compared = append(compared, func() []string {
		return gaps(reflect.ValueOf(english), reflect.ValueOf(chinese), reflect.TypeFor[W]().String())
	})
	rehearsed = append(rehearsed, func(change func(string) string) {
		*say = english
		for _, change := range []func(string) string{changeOf(from, English), change} {
			if change != nil {
				*say = changed(reflect.ValueOf(say).Elem(), change).Interface().(W)
			}
		}
	})
}

// changeOf is what becomes of a package's texts; nil where they stay.
func changeOf(from string, l Language) func(text string) string {
	if adapted == nil {
		return nil
	}
	return adapted(from, l)
}

// Anew calls do after each change of the language, for what is made of words
// once and kept.
func Anew(do func()) { anew = append(anew, do) }

// Speak has all packages speak l. It is called before anything else runs, and
// does nothing where l is spoken already.
func Speak(l Language) {
	mu.Lock()
	defer mu.Unlock()
	if l == spoken {
		return
	}
	spoken = l
	for _, say := range offered {
		say(l)
	}
	for _, do := range anew {
		do()
	}
}

// Adapt has every text be what changes make of it, until it is called again; nil
// takes that back. changes has the change for the package with the path from in a
// language, or nil where its texts stay. It is called as Speak is, or before main.
func Adapt(changes func(from string, l Language) func(text string) string) {
	mu.Lock()
	defer mu.Unlock()
	if adapted == nil && changes == nil {
		return
	}
	adapted = changes
	for _, say := range offered {
		say(spoken)
	}
	for _, do := range anew {
		do()
	}
}

// Spoken is the language that is spoken now.
func Spoken() Language {
	mu.Lock()
	defer mu.Unlock()
	return spoken
}

// Locale is the language that the person's system speaks, as far as it is one
// of ours: by LC_ALL, LC_MESSAGES and LANG as in POSIX, with LANGUAGE before
// them as GNU has it, else by what the system itself tells; English where none
// of them says.
func Locale(getenv func(string) string) Language {
	set := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if set = getenv(name); set != "" {
			break
		}
	}
	if list := getenv("LANGUAGE"); list != "" && set != "" && set != "C" && set != "POSIX" {
		for name := range strings.SplitSeq(list, ":") {
			if l, ours := named(name); ours {
				return l
			}
		}
	}
	if set == "" {
		set = systemLocale()
	}
	l, _ := named(set)
	return l
}

// named is the language of a locale's name: zh_CN.UTF-8, zh-Hans-CN, en.
func named(locale string) (Language, bool) {
	name := strings.ToLower(locale)
	if end := strings.IndexAny(name, "_-.@"); end >= 0 {
		name = name[:end]
	}
	for _, l := range Languages {
		if name == string(l) {
			return l, true
		}
	}
	return English, false
}
