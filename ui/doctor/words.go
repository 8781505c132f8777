package doctor

import (
	"time"

	"voicestudio/tts/wording"
)

// words are the texts of this package that people read.
type words struct {
	titles  map[Group]string
	states  map[State]string
	labels  map[string]string // of checks by their names
	between string            // two things that were found
	none    string

	programWords
	hostWords
	placeWords
	terminalWords
}

// programWords are about what is installed. A purpose says what it is for.
type programWords struct {
	speaks, makesMP3, makesOpus string // purposes
	playsMP3, playsOpus         string
	keepsTeams                  string
	missing                     func(purpose string) string
	notNeeded                   func(purpose, how string) string // not there, which is in nobody's way
	notEveryMP3                 func(decoder string) string
	noEditor, setEditor         string
	editorGone                  func(editor string) string
	notLooked, noDevice         string            // for the sound
	device                      map[string]string // what the player calls it; another has a name of its own
}

type hostWords struct {
	noHost                  string
	oneOf                   func(names []string) string
	needsNoKey              string
	isSet, notSet           func(variable string) string
	badProxy, noAuthorities string
	notRead                 func(variable string) string
	directlyTo              func(names string) string
	setVariable             func(variable, example string) string // a cure; example may be empty
	mendVariable            func(variable string) string
	sendsKey                func(host, variable, address string) string
	sendsNoKey              func(host, address string) string
	answers                 string
	takesKey                func(voices int) string
	here                    string
	noneAsked, setAKey      string
	otherRegion             func(host string) string
	useHost                 func(name string) string
	noDate, clockRight      string
	clock                   func(ahead time.Duration) string
}

type placeWords struct {
	noPlace, notYet       string
	notFolder, notWritten func(dir string) string
	mayWrite              func(dir, variable, chown string) string // chown may be empty
	moveAway              func(file string) string
	littleSpace           func(free uint64) string
	makeRoom              string
	notThere, noCheckout  string
	clone, mendTeam       func(name string) string
}

type terminalWords struct {
	noTerminal, usePlain string
	dumb                 func(name string) string // empty: TERM is not set
	size                 func(width, height int) string
	larger               func(width, height int) string
	noColour             func(because string) string
	colours              func(n string) string
	notUTF8              func(locale string) string
	inLine               func(file string, line int, message string) string
	mendConfig           func(cure string) string
	nothingWrong         string
}

var say = english

func init() { wording.Offer(&say, english, chinese) }
