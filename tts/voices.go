package tts

import (
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

// Voice is one entry of the catalogue.
type Voice struct {
	// ID is byte-exact, traps included: "Santa_Claus " ends in a blank.
	ID   string `json:"voice_id"`
	Name string `json:"name,omitempty"`
	// Language is one of language_boost's names, or empty where unknown.
	Language string `json:"language,omitempty"`
	// Gender is "female", "male" or empty where unknown.
	Gender string `json:"gender,omitempty"`
	// Source says where the id was seen; in an account's own list of voices it
	// is the group there.
	Source string `json:"source"`
}

// The sources of the catalogue: an answer of MiniMax's get_voice, the lists in
// its documentation, a list of somebody else's, and public programs that speak
// with the id although no list has it.
const (
	FromGetVoice   = "get_voice"
	FromFAQ        = "official-faq"
	FromReference  = "official-reference"
	FromThirdParty = "third-party"
	SeenInUse      = "seen-in-use"
)

// Doubt says for people where the id is from if MiniMax has not named it
// itself; it is empty if it has.
func (v Voice) Doubt() string { return say.voices.doubts[v.Source] }

//go:embed voices.json
var voicesJSON []byte

var catalogue = sync.OnceValue(func() (c struct {
	list []Voice
	byID map[string]Voice
}) {
	if err := json.Unmarshal(voicesJSON, &c.list); err != nil {
		panic("tts: the embedded catalogue does not parse: " + err.Error())
	}
	c.byID = make(map[string]Voice, len(c.list))
	for _, v := range c.list {
		c.byID[v.ID] = v
	}
	return c
})

// Voices is the embedded catalogue, in its published order. Cloned and newer
// voices exist beside it, so an id that is not here may well be spoken.
func Voices() []Voice { return catalogue().list }

// FindVoice looks a voice up by its exact id.
func FindVoice(id string) (Voice, bool) {
	v, found := catalogue().byID[id]
	return v, found
}

// Title is a voice's name for people: its published name, or its id with the
// language prefix and the underscores taken out.
func (v Voice) Title() string {
	if v.Name != "" {
		return v.Name
	}
	id := v.ID
	if prefix, rest, found := strings.Cut(id, "_"); found && v.Language != "" && strings.HasPrefix(prefix, strings.SplitN(v.Language, ",", 2)[0]) {
		id = rest
	}
	return strings.TrimSpace(strings.ReplaceAll(id, "_", " "))
}

// Matches reports whether every word is found in the voice's id, name or
// language, or begins its gender. The words female and male mean the gender
// alone, and what the name says only where nobody knows that.
func (v Voice) Matches(words ...string) bool {
	hay := strings.ToLower(strings.Join([]string{v.ID, v.Title(), v.Language}, "\n"))
	for _, word := range words {
		word = strings.ToLower(word)
		found := strings.Contains(hay, word) || strings.HasPrefix(v.Gender, word)
		switch {
		case word != "female" && word != "male":
		case v.Gender != "":
			found = v.Gender == word
		case word == "male":
			found = strings.Contains(strings.ReplaceAll(hay, "female", ""), word)
		}
		if !found {
			return false
		}
	}
	return true
}

// VoiceTitle is the name for people of any voice id; an id outside the
// catalogue is its own name.
func VoiceTitle(id string) string {
	if v, found := FindVoice(id); found {
		return v.Title()
	}
	return id
}
