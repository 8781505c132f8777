package plain

import (
	"maps"
	"strings"
)

var helpEnglish = helpWords{
	begin:  "Write a command and press enter; the beginning of its name is enough. These are all:",
	more:   "Help and a command tells how it goes; a number answers the last list; an empty line stops the sound; a line that begins with # is passed over",
	colon:  ": ",
	group:  func(title string, names []string) string { return title + ": " + strings.Join(names, ", ") + "." },
	groups: [groups]string{"Words", "Speech", "Settings", "Voices", "Takes", "Lines", "Bench", "Tuning", "Presets", "Hosts", "Program"},
	also:   func(names []string) string { return "Also: " + strings.Join(names, ", ") + "." },
	commands: all(helpPresetsEnglish, helpScriptEnglish, helpMixesEnglish, helpListenersEnglish, map[string]about{
		"text":    {"[WORDS]", "makes them what is spoken, or shows what is."},
		"type":    {"", "takes the lines that follow as the words, up to a line that is only a dot."},
		"append":  {"WORDS", "puts them behind the others."},
		"replace": {"OLD with NEW", "puts NEW in the place of OLD, wherever that is."},
		"show":    {"", "prints the words, and how many characters they have."},
		"edit":    {"", "opens the words in the editor that EDITOR names."},
		"read":    {"FILE", "takes the words from a file."},
		"check":   {"", "says what is wrong with the words or the settings for this host."},

		"speak":   {"", "speaks the words with the settings of now. What was heard before costs nothing. How it went is said when the sound has ended."},
		"say":     {"WORDS", "makes them the words and speaks them."},
		"again":   {"", "makes another take of the same."},
		"stop":    {"", "stops what sounds and what is being made; an empty line does, too."},
		"pause":   {"", "holds the sound, and goes on with it."},
		"replay":  {"", "lets what sounded last begin once more."},
		"seek":    {"SECONDS", "goes to a place in what sounds."},
		"back":    {"[SECONDS]", "goes back, by 2 seconds unless told otherwise."},
		"forward": {"[SECONDS]", "goes on, by 2 seconds unless told otherwise."},
		"loop":    {"FROM TO or off", "repeats a part of what sounds."},
		"where":   {"", "says what sounds, and where it is."},
		"louder":  {"[DECIBELS]", "lets all be heard louder; the takes stay as they are."},
		"quieter": {"[DECIBELS]", "lets all be heard more quietly."},
		"tempo":   {"[0.5 to 2]", "is how fast all is heard; the takes stay as they are."},
		"wait":    {"[SECONDS]", "in a file of commands, waits for the end of the sound, or for some seconds."},

		"set":       {"SETTING VALUE", "sets it; set may be left out, as in speed 1.1."},
		"unset":     {"SETTING or all", "lets the host do as it does."},
		"up":        {"SETTING [STEPS]", "moves it up by its smallest step, or several."},
		"down":      {"SETTING [STEPS]", "moves it down."},
		"settings":  {"[all]", "says what is set, and what could be."},
		"what":      {"SETTING", "explains it: what it does, what it may be, what this host refuses."},
		"pronounce": {"WORD as SPOKEN", "has a word spoken in another way; the word alone takes that back; nothing lists them."},
		"whole":     {"on or off", "asks for one whole answer, and not for a stream: for subtitles, links and watermarks."},

		"voices":       {"[WORDS]", "lists the voices that have all words: a language, female, male, a part of a name; favourites; mine."},
		"voice":        {"NAME or NUMBER", "lets one voice speak."},
		"hear":         {"NAME or NUMBER, or preset NAME", "lets it be heard with the words of now, and changes nothing."},
		"favourite":    {"[NAME or NUMBER]", "makes a voice a favourite, or no longer one."},
		"blend":        {"[NAME WEIGHT NAME WEIGHT ...]", "mixes two to four voices, or lists the blend. A formula will do, too."},
		"blend add":    {"NAME [WEIGHT]", "puts a voice into the blend."},
		"blend remove": {"NUMBER", "takes one out."},
		"weight":       {"NUMBER WEIGHT", "moves the weight of a voice of the blend, 1 to 100."},
		"mute":         {"NUMBER", "leaves a voice of the blend out, or lets it in again."},
		"solo":         {"NUMBER", "lets one voice of the blend be heard alone, or all again."},
		"lock":         {"NUMBER", "keeps the share of a voice while others are moved."},
		"equal":        {"", "gives all voices the same weight."},
		"swap":         {"NUMBER NUMBER", "exchanges two weights."},
		"formula":      {"[FORMULA]", "prints the blend as a formula, or takes one."},

		"takes":      {"[WORDS or starred]", "lists the takes, the latest first."},
		"play":       {"[NUMBER]", "plays a take."},
		"restore":    {"[NUMBER]", "makes the settings of a take those of now."},
		"star":       {"[NUMBER]", "gives a take a star, or takes it."},
		"note":       {"NUMBER WORDS", "says something about a take."},
		"tag":        {"NUMBER TAGS", "gives a take tags."},
		"export":     {"NUMBER FILE [from SECONDS] [to SECONDS] [loudness LUFS] [subtitles]", "writes a take to a file: .wav, .flac, .mp3; a part of it, as loud as said, with its subtitles beside it."},
		"delete":     {"NUMBER", "puts a take into the trash; undo brings it back."},
		"a":          {"[NUMBER]", "makes a take the A of a comparison; alone, lets A be heard."},
		"b":          {"[NUMBER]", "makes a take the B; alone, lets B be heard."},
		"x":          {"", "switches between A and B at the same word, equally loud."},
		"difference": {"[NUMBER NUMBER]", "says in what A and B differ: what is set, and what is heard."},

		"bench":        {"", "lists what is compared; a number lets one be heard, at the same word and equally loud."},
		"bench add":    {"[take NUMBER, preset NAME, or voice NAME]", "puts it there, or the settings of now."},
		"bench make":   {"", "makes what is not made yet; says the price first."},
		"bench hear":   {"NUMBER", "lets one be heard."},
		"bench star":   {"NUMBER [0 to 3]", "gives it a star more."},
		"bench note":   {"NUMBER WORDS", "says something about it."},
		"bench use":    {"NUMBER", "makes its settings those of now."},
		"bench remove": {"NUMBER", "takes it off."},
		"bench blind":  {"", "hides the names, and draws the order by lot."},
		"bench reveal": {"", "tells which is which."},
		"bench new":    {"[WORDS]", "begins another bench, with a line of its own."},
		"bench open":   {"", "lists the benches that there are."},
		"duel":         {"", "asks which of two is better, until one is the best."},
		"duel again":   {"", "begins the duels anew; undo brings the answers back."},
		"left":         {"", "the left one is better; in tuning, the lower."},
		"right":        {"", "the right one is better; in tuning, the higher."},
		"same":         {"", "there is no difference."},
		"standing":     {"", "says how the duels stand."},

		"tune":         {"", "tunes the settings by ear: asks which of three is best, one setting after the other."},
		"tune use":     {"", "takes over what the answers have led to."},
		"tune end":     {"", "ends it; the settings stay."},
		"tune lock":    {"[speed, pitch, deep, strong, full or weights]", "asks about it no more, or again."},
		"tune back":    {"", "takes the last answer back."},
		"tune from":    {"PRESETS", "begins with the settings of now and some presets, of which the best is tuned."},
		"tune text":    {"WORDS", "lets other words be heard; the answers stay."},
		"tune towards": {"FILE [speed, pitch, deep, strong, full or weights]", "turns the settings until the voice comes near a recording; nobody has to listen. Says the price first."},
		"best":         {"", "the one that was heard last is best, in tuning and in duels."},
		"middle":       {"", "the one in the middle is best: as it is."},

		"presets": {"[WORDS]", "lists the presets; a number opens one."},
		"open":    {"NAME or NUMBER", "takes over the settings and voices of a preset; the words stay."},
		"save":    {"[NAME]", "saves the settings as a preset, or in the one that is open."},
		"diff":    {"[NAME]", "says in what the settings differ from a preset."},
		"remove":  {"NAME or NUMBER", "deletes a preset; undo brings it back."},
		"rename":  {"OLD to NEW", "gives a preset another name."},
		"pull":    {"[FOLDER]", "fetches the presets of a team."},
		"push":    {"[FOLDER]", "gives a team the presets of its folder."},

		"host":  {"[NAME]", "lists who could speak, with prices and what each would refuse, or changes it."},
		"model": {"[NAME]", "lists the models of the host, or sets one."},
		"price": {"", "says what speaking would cost, and what was spent."},
		"cap":   {"[AMOUNT CURRENCY]", "is what this session may cost before it asks."},

		"undo":   {"", "takes back what was done last, whatever it was."},
		"redo":   {"", "does it again."},
		"status": {"", "says where you are: words, voices, settings, host."},
		"more":   {"", "says the next of a list."},
		"errors": {"", "lists the errors of this session."},
		"prompt": {"off, on, or WORDS", "says what stands before a line that you type."},
		"help":   {"[COMMAND, SETTING or all]", "tells how things go."},
		"quit":   {"", "leaves; the words and settings are there again next time."},
	}),
}

// all are the commands of several parts.
func all(parts ...map[string]about) map[string]about {
	one := map[string]about{}
	for _, p := range parts {
		maps.Copy(one, p)
	}
	return one
}
