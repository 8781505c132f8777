package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voicestudio/tts"
)

// rewriting is a text made from another that knows where its bytes come from,
// so that what is heard can be found in what was written.
type rewriting struct {
	text string
	from []int // offset in the other text, of every byte and of the end
}

// rewrite makes a text from s: step looks at the rest of s and says what
// stands for how many of its bytes.
func rewrite(s string, step func(rest string) (string, int)) rewriting {
	var b strings.Builder
	var from []int
	for at := 0; at < len(s); {
		put, size := step(s[at:])
		b.WriteString(put)
		for i := range len(put) {
			if len(put) == size {
				from = append(from, at+i)
			} else {
				from = append(from, at)
			}
		}
		at += size
	}
	return rewriting{b.String(), append(from, len(s))}
}

// tidy takes out what is not text: broken UTF-8, and control characters, which
// espeak-ng takes for commands.
func tidy(s string) rewriting {
	return rewrite(s, func(rest string) (string, int) {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case strings.HasPrefix(rest, "\r\n"):
			return "\n", 2
		case r == utf8.RuneError && size == 1, unicode.IsControl(r) && r != '\n':
			return " ", size
		}
		return rest[:size], size
	})
}

// substitute applies pronunciation_dict: "original/replacement" entries, the
// earlier first. One that is not of that form is left out, as the rules refuse
// it before.
func substitute(s string, d tts.PronunciationDict) rewriting {
	var pairs [][2]string
	for _, entry := range d.Tone {
		if original, replacement, found := strings.Cut(entry, "/"); found && original != "" {
			pairs = append(pairs, [2]string{original, replacement})
		}
	}
	return rewrite(s, func(rest string) (string, int) {
		for _, p := range pairs {
			if strings.HasPrefix(rest, p[0]) {
				return p[1], len(p[0])
			}
		}
		_, size := utf8.DecodeRuneInString(rest)
		return rest[:size], size
	})
}

// manuscript is a request's text on its way to the tongue: as written, and as
// pronounced after pronunciation_dict.
type manuscript struct {
	written    string
	tidied     rewriting
	pronounced rewriting
}

func newManuscript(r tts.Request) manuscript {
	m := manuscript{written: r.Text, tidied: tidy(r.Text)}
	m.pronounced = substitute(m.tidied.text, r.PronunciationDict)
	return m
}

// clause says where a stretch of the pronounced text, in bytes, comes from.
func (m manuscript) clause(begin, end int) Clause {
	written := func(at int) int {
		return utf8.RuneCountInString(m.written[:m.tidied.from[m.pronounced.from[at]]])
	}
	return Clause{
		Begin: written(begin), End: written(end),
		Pronounced: m.pronounced.text[begin:end], PronouncedBegin: utf8.RuneCountInString(m.pronounced.text[:begin]),
	}
}
