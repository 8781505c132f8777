package presets

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"

	"voicestudio/tts"
)

// Shelf is a list of presets that is searched while somebody types. It never
// changes and is safe for concurrent use.
type Shelf struct {
	// Entries are sorted by name, case aside.
	Entries []Entry
	Broken  []Broken
	texts   []searchable
}

// searchable is what the words of a search are looked for in, folded.
type searchable struct {
	name, voices, notes string
	tags                []string
}

// NewShelf sorts entries and prepares them for searching.
func NewShelf(entries []Entry, broken []Broken) *Shelf {
	sortByName(entries, func(e Entry) *Entry { return &e })
	s := &Shelf{Entries: entries, Broken: broken, texts: make([]searchable, len(entries))}
	for i := range entries {
		e, t := &entries[i], &s.texts[i]
		t.name, t.notes = fold(e.Name), fold(e.Notes+"\n"+e.SampleText)
		for _, tag := range e.Tags {
			t.tags = append(t.tags, strings.TrimLeft(fold(tag), "#"))
		}
		for _, v := range e.Request.Voices() {
			t.voices += fold(v.VoiceID + "\n" + tts.VoiceTitle(v.VoiceID) + "\n")
		}
	}
	return s
}

// fold makes texts equal that people type for one another: case and accents
// aside.
func fold(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return strings.ToLower(s)
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s)))
}

// Order is how a search is sorted.
type Order int

// The orders. Best is by how well an entry fits, by name without a text.
const (
	Best      Order = iota
	ByName          // case aside
	ByUpdated       // the latest first
	ByFolder        // then by name
	ByRank          // as Query.Rank has it, then by name
)

// Query says what to look for. The zero Query finds everything.
type Query struct {
	// Text is words, each of which must be somewhere in the name, the tags,
	// the voices' ids or names, the notes or the sample text; one that begins
	// with # must begin a tag. Where nothing has them all, names that have
	// their letters in that order are found.
	Text string
	// Tags must all be there, each as it is written or as the tags that Tags
	// makes of it; Folder is the only one to look in.
	Tags   []string
	Folder string
	Sort   Order
	// Rank compares two by their names, the better one first; nil: all are alike.
	Rank func(a, b string) int
}

// Search finds entries, within milliseconds among ten thousand.
func (s *Shelf) Search(q Query) []*Entry {
	type hit struct{ index, score int }
	var hits []hit
	words := strings.Fields(fold(q.Text))
	var tags [][]string
	for _, tag := range q.Tags {
		var parts []string
		for _, part := range Tags(tag) {
			parts = append(parts, fold(part))
		}
		tags = append(tags, append([]string{strings.TrimLeft(fold(tag), "#")}, parts...))
	}
	for i := range s.Entries {
		if score := s.texts[i].score(words); score >= 0 && s.passes(i, q, tags) {
			hits = append(hits, hit{i, score})
		}
	}
	if len(hits) == 0 && len(words) > 0 {
		for rank, m := range fuzzy.FindFrom(strings.Join(words, ""), byName(s.texts)) {
			if s.passes(m.Index, q, tags) {
				hits = append(hits, hit{m.Index, -rank})
			}
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { // Entries are sorted by name
		var first int
		switch x, y := &s.Entries[a.index], &s.Entries[b.index]; q.Sort {
		case Best:
			first = b.score - a.score
		case ByUpdated:
			first = y.Updated.Compare(x.Updated)
		case ByFolder:
			first = cmp.Compare(x.Folder, y.Folder)
		case ByRank:
			if q.Rank != nil {
				first = q.Rank(x.Name, y.Name)
			}
		case ByName: // as they stand
		}
		return cmp.Or(first, a.index-b.index)
	})
	found := make([]*Entry, len(hits))
	for i, h := range hits {
		found[i] = &s.Entries[h.index]
	}
	return found
}

func (s *Shelf) passes(i int, q Query, tags [][]string) bool {
	if q.Folder != "" && s.Entries[i].Folder != q.Folder {
		return false
	}
	missing := func(tag string) bool { return !slices.Contains(s.texts[i].tags, tag) }
	return !slices.ContainsFunc(tags, func(tag []string) bool {
		return missing(tag[0]) && (len(tag) == 1 || slices.ContainsFunc(tag[1:], missing))
	})
}

// score is how well all words fit, -1 where one is nowhere.
func (t *searchable) score(words []string) (sum int) {
	for _, w := range words {
		score := t.scoreOf(w)
		if score < 0 {
			return -1
		}
		sum += score
	}
	return sum
}

func (t *searchable) scoreOf(word string) int {
	begins := func(tag string) bool { return strings.HasPrefix(tag, word) }
	if tag, is := strings.CutPrefix(word, "#"); is && tag != "" {
		word = tag
		if slices.ContainsFunc(t.tags, begins) {
			return 20
		}
		return -1
	}
	switch at := strings.Index(t.name, word); {
	case t.name == word:
		return 100
	case at == 0:
		return 60
	case at > 0 && !isLetter(t.name[:at]) || strings.Contains(t.name, " "+word):
		return 40
	case at > 0:
		return 30
	case slices.Contains(t.tags, word):
		return 25
	case slices.ContainsFunc(t.tags, begins):
		return 20
	case strings.Contains(t.voices, word):
		return 12
	case strings.Contains(t.notes, word):
		return 5
	}
	return -1
}

// isLetter reports whether a text ends in one.
func isLetter(s string) bool {
	r := []rune(s[max(0, len(s)-4):])
	return len(r) > 0 && unicode.IsLetter(r[len(r)-1])
}

type byName []searchable

func (n byName) String(i int) string { return n[i].name }
func (n byName) Len() int            { return len(n) }

// Tags counts the tags in use, the most frequent first.
func (s *Shelf) Tags() (tags []Tag) {
	at := map[string]int{}
	for i := range s.Entries {
		for _, tag := range s.Entries[i].Tags {
			n, known := at[tag]
			if !known {
				n = len(tags)
				at[tag], tags = n, append(tags, Tag{Name: tag})
			}
			tags[n].Count++
		}
	}
	slices.SortFunc(tags, func(a, b Tag) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name)) })
	return tags
}

// Tag is a tag and the number of presets that have it.
type Tag struct {
	Name  string
	Count int
}
