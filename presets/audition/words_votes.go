package audition

// voteWords say why candidates make no page, and what is wrong with votes. Fields
// are named as the file has them.
type voteWords struct {
	noKind             func(kind string) string // is quoted
	howMany            func(n, fewest, most int) string
	noCandidate        func(id string) string // is quoted
	noTake             func(label string) string
	sameTake           func(a, b string) string
	empty, page        string // page: it is the page and not what it saves
	newer              func(version, known int) string
	noVersion          func(known int) string
	missing            func(field string) string
	noID               func(field string, least, most int) string
	keyTwice           func(key string) string // is quoted
	steers, noAnswers  string
	longName           func(most int) string
	inAnswer           func(n int, why string) string
	noAnswer           string // it is none of the numbers
	sameClip, notFirst string
	pairTwice          string
	outside            func(field string, most int64) string
	otherPage          func(audition string) string
	noClip             func(clip string) string // is quoted
	tooMany            func(answers, questions int) string
}
