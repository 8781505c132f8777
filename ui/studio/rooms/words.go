package rooms

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/wording"
)

// words are the texts of this package that people read; tts has how another
// language is added. Keys, the marks A and B, and units that are written alike
// everywhere are no texts of a language.
type words struct {
	Request string // the tab beside the script
	Panels  [PanelCount]string
	// Briefly is a panel's name where all of them do not fit beside each other.
	Briefly func(panel string) string

	Screen screenWords
	Hosts  hostWords
	moves  moveWords
	Drafts draftWords
	Deeds  deedWords
}

// Say is what this package says, in the language that it says it in.
var Say = English

func init() { wording.Offer(&Say, English, Chinese) }

// screenWords are about no panel in particular.
type screenWords struct {
	Themed, StandsStill, MovesAgain string
	TooSmall                        func(leastW, leastH, w, h int) string
	NoPreset                        string
	Characters                      func(n int) string // an estimate
	Free, PriceUnknown              string             // of these
	Spent, SpentAtLeast             func(price string) string
	SpentOf                         func(spent, cap string) string
	NoSound, Speaker                string
	Muted                           string // in place of the speaker
	TypedStays                      string // of a dialog that a click beside it does not close
	EscStops                        func(waiting string) string
	Warning, Failure, Fold          string // over a sentence that is too long for the line
	ToRead                          func(errors int) string
	Speaking                        string                                    // in the window's title
	Lists                           string                                    // what the key beside an error does
	Since                           func(what string, d time.Duration) string // it is waited for
	copiedMessage                   string
	preparing                       func(host string) string // what is waited for
	listing, Writing                string
	Reading, Opening                func(what string) string
	Help                            string // of f1
	Palette, PaletteHint            string
	Keys, KeysHint                  string
	WorksIn                         func(scope string) string
	AnswerFirst                     string // before it goes elsewhere
	NoText, PriceCovered            string
	Deaf, DeafDialog                func(key string) string
	NoShell                         string // what ctrl+z says where nothing could wake the studio
	Stopped, nothingSaid            string
	Crashed                         func(report string) tts.Said
	Quoted                          func(text string) string
	Comma                           string // where a list goes on in the next line
	More                            func(n int) string
}

type hostWords struct {
	title, hint        string
	noKey              func(variable string) string
	needsKey           func(host, variable string) string
	Now                string
	free, priceUnknown string
	price10k           func(price string) string
	speaks             func(host, price string) string
	asLastTime         func(host, price string) string
	lastLacks          func(host, why, speaks string) string
	for10k             func(price, readOn string) string
	sandbox            string
	sandboxOnly        func(variable string) string
	noOwn              func(why string) string
}

type draftWords struct {
	noOther, noWords, title, hint, shown string
	cannotRead                           func(file, why string) string
	another                              func(file string) string // took the file
	NotKept                              func(why string) string
	Others                               func(n int) string
	Unreadable, Undrawable, FailedTwice  string // why one is put aside
	UndrawableSettings                   string
	moved, notMoved                      func(why, what string) string
}

// deedWords name what can be undone, beside the labels of the forms.
type deedWords struct {
	Typing, NewScript, Pause, Voice, Mute, Solo, Reset, openingDraft string
	Lock, Equalising, Swapping, Pasting                              string
	Inserting, Mending                                               func(marker string) string
	TakingOut                                                        func(voice string) string
	Importing                                                        string
	Word, DropWord                                                   func(word string) string
	Favourite                                                        func(voice string) string
	Restoring, Star, Note, Vote                                      func(take string) string
	Tag                                                              func(take string) string
	Deleting, Renaming, Tags, Notes, Sounding                        func(name string) string
	Undone, Again                                                    func(deed string) string
	NothingToUndo, NothingToRedo                                     string
}
