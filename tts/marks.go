package tts

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MarkKind is what a Mark is.
type MarkKind int

// What can stand in a text that is not meant to be read out.
const (
	PauseMark MarkKind = iota // <#0.5#>
	SoundMark                 // (laughs), where the model makes it
	WrongMark                 // what hosts refuse, or read out though it is hardly meant so
)

// Mark is a part of a text that is not meant to be read out.
type Mark struct {
	From, To int // bytes
	Kind     MarkKind
	// Meant is the seconds of a pause as they are written, the name of a sound,
	// and of what is wrong the mark that was probably meant; empty: unknown.
	Meant string
}

// Finding is a problem of a text, and where it is.
type Finding struct {
	Problem
	From, To int // bytes
	// Meant is the mark that was probably meant; empty: unknown.
	Meant string
}

// Proof is what a text has in it beside words, in the order of the text, and
// everything that is wrong with it.
type Proof struct {
	Marks    []Mark
	Findings []Finding
}

// window is as much of a text as a mark that is no marker can be long, in bytes.
const window = 48

// The numbers of a pause as people write them, beside `<#0.5#>`: with the signs
// of a Chinese or Japanese keyboard, with a # missing, or as the studio draws it.
var (
	number    = `([0-9０-９]{1,2}(?:[.．,，。][0-9０-９]{1,2})?)`
	likePause = regexp.MustCompile(`^(?:[<＜〈《]\s?[#＃]\s?` + number + `\s?[sS]?\s?[#＃]?\s?[>＞〉》]|[<＜〈《]\s?` + number + `\s?[sS]?\s?[#＃]\s?[>＞〉》]|⟨` + number + `[ \x{a0}]s⟩)`)
	likeSound = regexp.MustCompile(`^[(（]\s?([A-Za-z]+(?:[ _-][A-Za-z]+)?)\s?[)）]`)
)

// Proofread finds the pauses and the sounds of a text, and what is wrong with
// them for a model, in one pass: the studio does it for every key. Whether there
// are any words is not asked.
func Proofread(text, model string) (p Proof) {
	spoken, pauses := 0, 0
	performs := Generation(model) == "2.8" || Generation(model) == ""
	readOut := false
	for at := 0; at < len(text); {
		opener := opens(text[at:])
		if opener == 0 {
			at++
			continue
		}
		m, doubt, found := markAt(text, at, opener)
		if !found {
			at++
			continue
		}
		at = m.To
		written := text[m.From:m.To]
		switch {
		case doubt == PauseForm, m.Kind == PauseMark:
			switch silent := !speakable(text[spoken:m.From]); {
			case doubt == PauseForm:
				p.refuse(m, PauseForm, written, say.text.pauseForm(written))
			case silent && pauses == 0:
				p.refuse(m, PauseFirst, written, say.text.pauseFirst(written))
			case silent:
				p.refuse(m, PauseTwice, written, say.text.pauseTwice(written))
			}
			spoken = m.To
			pauses++
		case doubt == LikeAPause:
			p.find(m, Doubtful, doubt, written, say.text.likePause(written, m.Meant))
		case !performs && m.Kind == SoundMark:
			if !readOut {
				p.find(m, Doubtful, TagsReadOut, "", say.rules[TagsReadOut])
			}
			readOut = true
			continue
		case !performs:
			continue
		case doubt == LikeASound:
			p.find(m, Doubtful, doubt, written, say.text.likeSound(written, m.Meant))
		}
		p.Marks = append(p.Marks, m)
	}
	if pauses > 0 && !speakable(text[spoken:]) {
		last := p.Marks[len(p.Marks)-1]
		for i := len(p.Marks) - 1; last.To != spoken; i-- {
			last = p.Marks[i]
		}
		p.refuse(last, PauseLast, "", say.text.pauseLast)
	}
	if n := utf8.RuneCountInString(text); n >= MaxText {
		p.refuse(Mark{From: nth(text, MaxText-1), To: len(text)}, TextTooLong, "", say.text.tooLong(n, MaxText-1))
	}
	return p
}

func (p *Proof) find(m Mark, effect Effect, code ProblemCode, about string, s Said) {
	meant := ""
	if m.Kind == WrongMark {
		meant = m.Meant
	}
	p.Findings = append(p.Findings, Finding{problem("text", effect, code, about, s), m.From, m.To, meant})
}

func (p *Proof) refuse(m Mark, code ProblemCode, about string, s Said) {
	p.find(m, Refused, code, about, s)
}

// nth is where the code point of a number begins.
func nth(text string, n int) int {
	for at := range text {
		if n == 0 {
			return at
		}
		n--
	}
	return len(text)
}

// openers begin marks, and the like of them with the signs of another keyboard
// or of the screen.
var openers = []string{"<", "(", "（", "＜", "〈", "《", "⟨"}

// opens is the length of the sign that may begin a mark here, 0 where none does.
func opens(text string) int {
	if c := text[0]; c != '<' && c != '(' && c < 0xe2 {
		return 0
	}
	for _, sign := range openers {
		if strings.HasPrefix(text, sign) {
			return len(sign)
		}
	}
	return 0
}

// markAt is the mark that begins at a byte with a sign of some length; doubt
// says what is wrong with it by itself.
func markAt(text string, at, opener int) (m Mark, doubt ProblemCode, found bool) {
	if content, is := marker(text[at:]); is {
		m = Mark{From: at, To: at + len(content) + len("<##>"), Meant: content}
		if n, _ := strconv.ParseFloat(content, 64); !pauseSeconds.MatchString(content) || n < minPause || n > maxPause {
			m.Kind, m.Meant = WrongMark, ""
			return m, PauseForm, true
		}
		return m, "", true
	}
	part := text[at:min(len(text), at+window)]
	if sign := part[:opener]; sign == "(" || sign == "（" {
		// Most of what stands in parentheses is nothing of the kind.
		if rest := part[opener:]; rest == "" || rest[0] != ' ' && (rest[0] < 'A' || rest[0] > 'z') {
			return m, "", false
		}
		return soundAt(part, at)
	}
	groups := likePause.FindStringSubmatch(part)
	if groups == nil {
		return m, "", false
	}
	seconds := plainNumber.Replace(groups[1] + groups[2] + groups[3])
	n, _ := strconv.ParseFloat(seconds, 64)
	return Mark{at, at + len(groups[0]), WrongMark, "<#" + seconds + "#>"}, LikeAPause, n >= minPause && n <= maxPause
}

// soundAt is the sound that a part of a text begins with.
func soundAt(part string, at int) (m Mark, doubt ProblemCode, found bool) {
	groups := likeSound.FindStringSubmatch(part)
	if groups == nil {
		return m, "", false
	}
	m = Mark{From: at, To: at + len(groups[0])}
	tag, exact := soundMeant(groups[1])
	switch {
	case tag == "":
		return m, "", false
	case exact && groups[0] == "("+tag+")":
		m.Kind, m.Meant = SoundMark, tag
		return m, "", true
	}
	m.Kind, m.Meant = WrongMark, "("+tag+")"
	return m, LikeASound, true
}

// marker is what stands in the `<#...#>` that a text begins with.
func marker(text string) (content string, found bool) {
	if !strings.HasPrefix(text, "<#") {
		return "", false
	}
	end := strings.IndexAny(text[2:], "#<>")
	if end < 0 || !strings.HasPrefix(text[2+end:], "#>") {
		return "", false
	}
	return text[2 : 2+end], true
}

// The bounds of a pause in seconds, of the API's reference.
const (
	minPause = 0.01
	maxPause = 99.99
)

var pauseSeconds = regexp.MustCompile(`^\d{1,2}(\.\d{1,2})?$`)

var plainNumber = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", ",", ".", "，", ".", "。", ".")

// Unpaused is a text on one line as it is read, where nobody writes scripts: a pause
// is heard, and its marker would be read as letters.
func Unpaused(text string) string {
	var b strings.Builder
	at, text := 0, Plain(text)
	for _, m := range Proofread(text, DefaultModel).Marks {
		if m.Kind == PauseMark {
			b.WriteString(text[at:m.From] + " ")
			at = m.To
		}
	}
	b.WriteString(text[at:])
	return strings.Join(strings.Fields(b.String()), " ")
}
