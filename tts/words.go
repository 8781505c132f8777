package tts

import "voicestudio/tts/wording"

// words are the texts of this package that people read. To add a language,
// write another file like words_en.go, in which the compiler checks what each
// sentence is told and a test that none is missing, and offer it with the
// others. The other packages do the same with words of their own. Nothing is
// made of them before main begins: the language is chosen there.
type words struct {
	meant   func(like, cure string) string // cure may be empty
	stopped string
	whole   string // the cure of what does not stream, at the end of a sentence
	traceID func(id string) string
	// about stands between what a sentence is about and the sentence, further
	// between what is wrong and what to do, listed between the parts of a list.
	about, further, listed string

	fields fieldWords
	text   textWords
	voices voiceWords
	models modelWords
	// rules has the reason of every row of Rules; {host} stands for the host's
	// title where several share the row.
	rules  map[ProblemCode]Said
	stream streamWords
	broken brokenWords
	// hosts are the hosts' titles.
	hosts  map[HostName]string
	system systemWords
	json   jsonWords
}

// say is what this package says, in the language that it says it in.
var say = english

func init() { wording.Offer(&say, english, chinese) }

type fieldWords struct {
	unknown     Said                   // but no field is like it
	unknownLike func(path string) Said // the field that was perhaps meant
	notOfKind   func(value string, k Kind) Said
	notOneOf    func(value string, values []string) Said // value as a sentence has it
	outOfRange  func(value, bounds string) Said
	between     func(low, high float64) string
	above       func(low, high float64) string
	replacement func(entry string) Said
}

// systemWords are why the system says no.
type systemWords struct {
	permission, notThere, there, notEmpty, noFolder, folder, full, readOnly string
	longName, tooMany, device, busy, noProgram, loop, hungUp, notInstalled  string
	exited                                                                  func(code int) string // of a program
}

// jsonWords are why a text is no JSON; sign is the one that cannot stand where it does.
type jsonWords struct {
	ends, wrong, quote, mark                                   string
	name, comma, colon, value, backslash, behind, surplusComma func(sign string) string
}

type textWords struct {
	empty      Said
	tooLong    func(characters, most int) Said
	notUTF8    Said
	pauseForm  func(marker string) Said
	pauseFirst func(marker string) Said
	pauseTwice func(marker string) Said
	pauseLast  Said
	invisible  Said
	// likePause and likeSound are of what is read out, but hardly meant so.
	likePause, likeSound func(written, meant string) Said
}

type voiceWords struct {
	none    Said
	tooMany func(voices, most int) Said
	weight  func(weight int, voice string) Said
	// unknown is of an id outside the catalogue; fee is what a clone's first
	// use costs, with amount 0 where it costs nothing.
	unknown func(voice string, fee Money) Said
	// doubts are of the sources that are not MiniMax.
	doubts map[string]string
}

type modelWords struct {
	noHost     func(name string, hosts []string) Said
	notOffered func(host, model string, models []string) Said
	unknown    func(model string, models []string) Said
}

type streamWords struct {
	endsEarly Said
	tooMuch   Said
	noAudio   Said
	bytesLack func(came, made int64) Said
}

type brokenWords struct {
	line func(n int) string // before what is wrong in it
}
