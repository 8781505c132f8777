package audition

// duelWords say how duels stand and what they tell. a is the better one, in so
// many of those that were decided.
type duelWords struct {
	notAsked, hearBoth string // why an answer does not count
	few, notYet        string
	notYetOf           func(done, of int) string
	alone              func(left string) string
	unfinished         func(left string, done, of int) string
	allTies            func(a, b string, of int) string
	even               func(a, b string, each int) string
	tooFew             func(a, b string, won, of int) string
	beat               func(a, b string, won, of int, chance string) string
	ties               func(n int) string // behind one of these
	always, rarely     string             // how often chance does as much
	inTen, once        func(n int) string
	line               func(name string, won, of int, state string) string
	out, gone          string // its state
}
