package benches

// duelWords are about the duels.
type duelWords struct {
	deed, answer, noting      string // what can be undone
	what                      func(final int) string
	ready                     func(n, of int) string
	begun                     func(n int) string
	tooFew, notThere          string
	wouldLose                 func(answers int) string
	notBegun, over, otherLine string
	undecided, winnerLeft     string
	elsewhere                 string
	twoSides                  string
	finals, fixed             func(n int) string
	side                      func(n int) string // what sounds, while nobody shall know
	duel, duelAgain, finalOf  func(n, of int) string
	decided                   string
	hidden, shown             string
	this, other, none         string
	hear, hearBoth            string
	standing, won, of, out    string
	agreed                    func(final int) string
	changes                   string
	late                      func(n int) string         // candidates that are not in these duels
	is                        func(letter string) string // before the name
	letter                    func(letter string) string
	again                     string
	lot                       func(letter string) string
	isWinner                  func(letter, name string) string
	noWinner                  string
	copied                    string
	noted                     func(name string) string
	beginKeys                 []keyWords
	resultKeys, evenKeys      []keyWords // where somebody has won, and where nobody has
}

// keyWords are a key and what it does.
type keyWords struct{ key, does string }
