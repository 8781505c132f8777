package presets

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"voicestudio/tts"
)

// Formula writes voices as people pass a blend on:
// Wise_Woman(60)+"Chinese (Mandarin)_News_Anchor"(40). A single voice has no
// weight, also where it stands in a blend of one: it is all that is heard.
func Formula(voices []tts.TimbreWeight) string {
	var parts []string
	for _, v := range voices {
		part := voiceID(v.VoiceID)
		if len(voices) > 1 {
			part += fmt.Sprintf("(%d)", v.Weight)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "+")
}

// voiceID quotes an id with anything but letters, digits, _ and -: blanks at
// its end are real.
func voiceID(id string) string {
	if plainWord(id) {
		return id
	}
	raw, _ := jsonText(id)
	return raw
}

// ParseFormula reads what Formula writes; blanks between its parts are passed
// over. Where several voices stand each has a weight of 1 to 100; a single one
// needs none. The error says at which character it goes wrong, counted from 1.
func ParseFormula(formula string) ([]tts.TimbreWeight, error) {
	p := formulaReader{all: formula, rest: formula}
	var voices []tts.TimbreWeight
	weightless := 0 // where the first voice without a weight ends, from 1
	for {
		p.blanks()
		if len(voices) == tts.MaxVoices {
			return nil, p.wrong(say.formula.tooMany(tts.MaxVoices))
		}
		id, err := p.id()
		if err != nil {
			return nil, err
		}
		p.blanks()
		weight, err := p.weight()
		if err != nil {
			return nil, err
		}
		if weight == 0 && weightless == 0 {
			weightless = p.at()
		}
		voices = append(voices, tts.TimbreWeight{VoiceID: id, Weight: weight})
		p.blanks()
		if p.rest == "" {
			break
		}
		if !p.takes("+") {
			return nil, p.wrong(say.formula.plus)
		}
	}
	if len(voices) > 1 && weightless > 0 {
		return nil, errors.New(say.formula.at(weightless, say.formula.weight))
	}
	return voices, nil
}

// formulaReader reads a formula from left to right.
type formulaReader struct{ all, rest string }

// at is the place of what comes next, in characters from 1.
func (p *formulaReader) at() int {
	return utf8.RuneCountInString(p.all[:len(p.all)-len(p.rest)]) + 1
}

func (p *formulaReader) wrong(why string) error { return errors.New(say.formula.at(p.at(), why)) }

func (p *formulaReader) blanks() { p.rest = strings.TrimLeft(p.rest, " \t\r\n") }

func (p *formulaReader) takes(sign string) (found bool) {
	p.rest, found = strings.CutPrefix(p.rest, sign)
	return found
}

// id reads a plain word or a JSON string.
func (p *formulaReader) id() (id string, err error) {
	if !strings.HasPrefix(p.rest, `"`) {
		end := strings.IndexFunc(p.rest, func(r rune) bool { return !plainWord(string(r)) })
		if end < 0 {
			end = len(p.rest)
		}
		if end == 0 {
			return "", p.wrong(say.formula.voice)
		}
		id, p.rest = p.rest[:end], p.rest[end:]
		return id, nil
	}
	d := json.NewDecoder(strings.NewReader(p.rest))
	if err := d.Decode(&id); err != nil || strings.TrimSpace(id) == "" {
		return "", p.wrong(say.formula.quoted)
	}
	p.rest = p.rest[d.InputOffset():]
	return id, nil
}

// weight reads (60); 0 where there is none.
func (p *formulaReader) weight() (int, error) {
	if !p.takes("(") {
		return 0, nil
	}
	p.blanks()
	end := strings.IndexFunc(p.rest, func(r rune) bool { return r < '0' || r > '9' })
	weight, err := strconv.Atoi(p.rest[:max(0, end)])
	if err != nil || weight < 1 || weight > 100 {
		return 0, p.wrong(say.formula.number)
	}
	p.rest = p.rest[end:]
	p.blanks()
	if !p.takes(")") {
		return 0, p.wrong(say.formula.bracket)
	}
	return weight, nil
}
