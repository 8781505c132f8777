package audition

// listenedWords say what listeners' votes tell. a is the one that is before b.
type listenedWords struct {
	nobody        string
	one           func(a string, won, of int) string // of one listener only
	oneLevel      func(a, b string, votes int) string
	level         func(a, b string, listeners, more int) string // more is 0: nobody knows
	notYet        func(a, b string, listeners, won, of, more int) string
	best          func(a string, listeners, won, of int) string
	first, second string // was heard
	order         func(which string, most, of int) string
	noOrder       func(which string, most, of int) string
	orderMattered func(which string, most, of int, chance string) string
	twice         func(name string, n int) string
	apart         func(sessions int) string
	pair          func(a, b string, won, of, much int, chance string, pairs int) string
	untold        func(n, told int) string // pairs, beside those that are told apart
	chosen        func(n int) string
	much          func(n int) string
	line          func(name, score string, won, of int) string
	score         func(percent int) string
	interval      func(percent, low, high int) string
	listeners     func(all string) string
	listener      func(name string, votes, of int) string // name may be empty
}
