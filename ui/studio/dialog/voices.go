package dialog

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
)

// ListedVoice is one line of the list of voices.
type ListedVoice struct {
	tts.Voice
	// From says in a word where it is from, where that is not the catalogue.
	From string
	Own  bool // of the account
	// Favourite is what somebody keeps at hand.
	Favourite bool
	// Recent is 1 for the voice of the last take, and so on; 0 for one of none.
	Recent int
	// Takes is how many takes with it are on disk, Last the time of the latest.
	Takes int
	Last  time.Time
	// Presets are the names of those that have it.
	Presets []string
}

// tab is a part of the list.
type tab struct {
	name string
	none string // instead of its list, where it is empty
	has  func(v *ListedVoice) bool
	// inOrder: the last that was spoken comes first.
	inOrder bool
}

// Voices is the list of voices, filtered by words, language and gender, and
// beside it what is known of the one under the cursor.
type Voices struct {
	paint.List
	title    string
	row      int    // of the blend, where a choice goes
	language string // of the voice that speaks now: it comes first
	voices   []ListedVoice
	shown    []*ListedVoice
	filter   edit.Field
	tab      int
	only     voiceFilter
	held     bool         // somebody is at a row: the others stay where they are
	listed   *ListedVoice // what was typed, as an id; nil: it is listed
	width    int          // of the list, as it was drawn
	chips    []paint.Chip // of the tabs and filters, as they were drawn
	moves    int          // of the cursor, by hand
	hearing  Hearing
	now      time.Time
	footing  footing
}

// voiceFilter lets through one language and one gender; empty: any.
type voiceFilter struct{ language, gender string }

// NewVoices lists voices for a row of the blend. The cursor is on the current
// voice; its language comes first.
func NewVoices(title string, row int, current, language string, voices []ListedVoice, now time.Time) *Voices {
	d := &Voices{now: now, title: title, row: row, language: language, voices: voices, filter: edit.NewField("", say.voices.search)}
	d.search()
	d.put(current)
	return d
}

// Refresh shows what is known of the voices now. The cursor stays on its voice,
// and once somebody is at a row the others where they are: a new mark is no
// reason to jump.
func (d *Voices) Refresh(voices []ListedVoice) {
	v, found := d.Current()
	same := d.held && len(voices) == len(d.voices) && d.listed == nil && !d.tabs()[d.tab].inOrder
	d.voices = voices
	at := make(map[string]*ListedVoice, len(voices))
	for i := range voices {
		at[voices[i].ID] = &voices[i]
	}
	for i := 0; same && i < len(d.shown); i++ {
		if d.shown[i], same = at[d.shown[i].ID]; !same {
			break
		}
	}
	if !same {
		d.search()
	}
	if found {
		d.put(v.ID)
	}
}

func (d *Voices) put(id string) {
	if i := slices.IndexFunc(d.shown, func(v *ListedVoice) bool { return v.ID == id }); i >= 0 {
		d.List.To(i)
	}
}

// Move moves the cursor by rows, To puts it on one.
func (d *Voices) Move(by int) { d.To(d.Cursor() + by) }

// To implements Lister.
func (d *Voices) To(row int) {
	before := d.Cursor()
	if d.List.To(row); d.Cursor() != before {
		d.moves++
	}
	d.Hold()
}

// Drag implements Scroller.
func (d *Voices) Drag(y int) {
	d.List.Drag(y)
	d.Hold()
}

// Hold keeps the rows where they are until others are searched for.
func (d *Voices) Hold() { d.held = true }

// Current is the voice under the cursor.
func (d *Voices) Current() (ListedVoice, bool) {
	if d.Cursor() >= len(d.shown) {
		return ListedVoice{}, false
	}
	return *d.shown[d.Cursor()], true
}

// Row is the row of the blend where a choice goes.
func (d *Voices) Row() int { return d.row }

func (d *Voices) tabs() []tab {
	return []tab{
		{name: say.voices.all, none: say.picker.noneFound, has: func(*ListedVoice) bool { return true }},
		{name: say.voices.favourites, none: say.voices.noFavourites, has: func(v *ListedVoice) bool { return v.Favourite }},
		{name: say.voices.recent, none: say.voices.noRecent, has: func(v *ListedVoice) bool { return v.Recent > 0 }, inOrder: true},
		{name: say.voices.yours, none: say.voices.noneYours, has: func(v *ListedVoice) bool { return v.Own }},
	}
}

// in are the voices of a tab.
func (d *Voices) in(t tab) (all []*ListedVoice) {
	for i := range d.voices {
		if t.has(&d.voices[i]) {
			all = append(all, &d.voices[i])
		}
	}
	return all
}

// search fills the list anew. Every word has to be found; only where no voice
// has them all, letters in their order are enough.
func (d *Voices) search() {
	typed := d.filter.Value()
	words := strings.Fields(strings.ToLower(typed))
	let := slices.DeleteFunc(d.in(d.tabs()[d.tab]), func(v *ListedVoice) bool { return !d.only.lets(v) })
	d.shown = slices.DeleteFunc(slices.Clone(let), func(v *ListedVoice) bool { return !v.has(words) })
	d.rank(words)
	if len(d.shown) == 0 && !strings.ContainsAny(typed, "_-0123456789") { // an id is no name with a slip
		for _, m := range fuzzy.FindFrom(typed, voiceTitles(let)) {
			d.shown = append(d.shown, let[m.Index])
		}
	}
	d.offerTyped()
	d.Count(len(d.shown))
}

func (f voiceFilter) lets(v *ListedVoice) bool {
	return (f.language == "" || v.Language == f.language) && (f.gender == "" || v.Gender == f.gender)
}

// has reports whether a voice is found by words, as `voicestudio voices` finds
// it; where it is from is a word, too, and so is what its row calls its language
// and gender.
func (v *ListedVoice) has(words []string) bool {
	return presets.VoiceHas(v.Voice, slices.DeleteFunc(slices.Clone(words), func(word string) bool { return word == v.From })...)
}

// offerTyped offers what was typed as it is, where the list does not have it.
// A name of several words is no such thing, unless nothing fits it.
func (d *Voices) offerTyped() {
	typed := d.filter.Value()
	d.listed = nil
	if strings.TrimSpace(typed) == "" || len(d.shown) > 0 && strings.Contains(strings.TrimSpace(typed), " ") ||
		slices.ContainsFunc(d.voices, func(v ListedVoice) bool { return v.ID == typed }) {
		return
	}
	d.listed = &ListedVoice{Voice: tts.Voice{ID: typed}, From: say.voices.asTyped}
	d.shown = append(d.shown, d.listed)
}

// rank sorts what words have found: by how well the title has them, then the
// favourites, then the account's own, then by how far their language is. Voices whose
// name is a number come last. The recent ones stand in their order.
func (d *Voices) rank(words []string) {
	if d.tabs()[d.tab].inOrder {
		slices.SortStableFunc(d.shown, func(a, b *ListedVoice) int { return a.Recent - b.Recent })
	}
	inOrder := len(words) == 0 && d.tabs()[d.tab].inOrder
	places := make(map[*ListedVoice]int, len(d.shown))
	for _, v := range d.shown {
		fit := 0
		for _, word := range words {
			fit += v.place(word)
		}
		if !inOrder {
			places[v] = (truth(v.nameless() && !v.Favourite)*1000+min(fit, 999))*16 + truth(!v.Favourite)*8 + truth(v.From == "")*4 + d.far(v.Language)
		}
	}
	slices.SortStableFunc(d.shown, func(a, b *ListedVoice) int { return places[a] - places[b] })
}

func truth(so bool) int {
	if so {
		return 1
	}
	return 0
}

type voiceTitles []*ListedVoice

func (t voiceTitles) String(i int) string { return t[i].Title() }
func (t voiceTitles) Len() int            { return len(t) }

// NextTab lists the next part of the voices, by counts of them.
func (d *Voices) NextTab(by int) { d.show((d.tab+by+len(d.tabs()))%len(d.tabs()), d.only) }

// NextLanguage lists the next language only, in the end any: that of the voice
// that speaks now first, then the person's own, then by how many voices it has.
func (d *Voices) NextLanguage() {
	counts := map[string]int{}
	for _, v := range d.in(d.tabs()[d.tab]) {
		counts[v.Language]++
	}
	counts[d.only.language]++ // it may have none here
	delete(counts, "")
	var all []string
	for language := range counts {
		all = append(all, language)
	}
	slices.SortFunc(all, func(a, b string) int {
		if first := d.far(a) - d.far(b); first != 0 {
			return first
		}
		if more := counts[b] - counts[a]; more != 0 {
			return more
		}
		return strings.Compare(a, b)
	})
	d.show(d.tab, voiceFilter{after(all, d.only.language), d.only.gender})
}

// NextGender lists women only, then men, then any.
func (d *Voices) NextGender() {
	d.show(d.tab, voiceFilter{d.only.language, after([]string{"female", "male"}, d.only.gender)})
}

// after is the value after one, where "" is before the first and after the
// last.
func after(all []string, now string) string {
	all = append([]string{""}, all...)
	return all[(slices.Index(all, now)+1)%len(all)]
}

func (d *Voices) show(tab int, only voiceFilter) {
	v, found := d.Current()
	d.tab, d.only, d.held = tab, only, false
	d.Reset()
	d.search()
	if found {
		d.put(v.ID)
	}
}

// Type edits the search.
func (d *Voices) Type(msg tea.Msg) Action {
	before := d.filter.Value()
	cmd := d.filter.Update(msg)
	if d.filter.Value() != before {
		d.Reset()
		d.held = false
		d.search()
	}
	return run(cmd)
}

// Accept chooses the voice under the cursor.
func (d *Voices) Accept() Action {
	v, found := d.Current()
	if !found {
		return Say{Text: say.picker.noneFits}
	}
	return Chosen{UseVoice{Row: d.row, ID: v.ID}}
}
