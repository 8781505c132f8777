package page

// words are the texts of the page. {n} and the like are what the page puts in. The
// keys are what page.html and the scripts call them.
type words struct {
	NoScript  string `json:"-"` // in place of everything
	Title     string `json:"title"`
	Synthetic string `json:"synthetic"`
	Language  string `json:"language"`

	// What is asked about {n} clips.
	Pairs      string `json:"pairs"`
	Rank       string `json:"rank"`
	Many       string `json:"many"` // {of} questions
	NoRight    string `json:"noRight"`
	TheLine    string `json:"theLine"`
	YourName   string `json:"yourName"`
	NameHint   string `json:"nameHint"`
	Start      string `json:"start"`
	Preparing  string `json:"preparing"` // {n} of {of} clips are decoded
	GoOn       string `json:"goOn"`      // with question {n} of {of}
	GoOnRank   string `json:"goOnRank"`
	Anew       string `json:"anew"`
	Volume     string `json:"volume"`
	KeysTitle  string `json:"keysTitle"`
	KeysPairs  string `json:"keysPairs"` // a line for each: the keys, a tab, what they do
	KeysRank   string `json:"keysRank"`
	CannotPlay string `json:"cannotPlay"`
	KeepsNone  string `json:"keepsNone"`

	Question    string `json:"question"` // {n} of {of}
	AskPairs    string `json:"askPairs"`
	AskRank     string `json:"askRank"`
	Hear        string `json:"hear"` // the name of the button of clip {n}
	NotHeard    string `json:"notHeard"`
	Sounding    string `json:"sounding"`
	Heard       string `json:"heard"`
	Better      string `json:"better"` // {n} is
	Much        string `json:"much"`
	Same        string `json:"same"`
	HearBoth    string `json:"hearBoth"`
	NoSound     string `json:"noSound"`
	HearEach    string `json:"hearEach"`
	HearFirst   string `json:"hearFirst"` // clip {n}, before it is placed
	HearRest    string `json:"hearRest"`
	Place       string `json:"place"`      // the name of the button that puts clip {n} at {at}
	PlaceShort  string `json:"placeShort"` // what is seen of it
	Placed      string `json:"placed"`
	PlacedShort string `json:"placedShort"`
	SameRest    string `json:"sameRest"`
	Back        string `json:"back"`
	Stop        string `json:"stop"`

	Thanks    string `json:"thanks"`
	Nothing   string `json:"nothing"`
	Answered  string `json:"answered"` // {n} of {of}
	SendIt    string `json:"sendIt"`
	Save      string `json:"save"`
	Saved     string `json:"saved"` // as {file}
	Copy      string `json:"copy"`
	Copied    string `json:"copied"`
	NotCopied string `json:"notCopied"`
	TheVotes  string `json:"theVotes"`
	LastBack  string `json:"lastBack"`
	OrderBack string `json:"orderBack"`
	Unsaved   string `json:"unsaved"`
}
