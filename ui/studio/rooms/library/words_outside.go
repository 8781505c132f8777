package library

// outsideWords tell what others have changed in the folders.
type outsideWords struct {
	changed             func(preset, by string) string // by may be empty
	removed             func(preset string) string
	others              func(n int) string
	changedOutside      string // without the name
	removedOutside      string
	nothing             string
	taken, merged, kept func(preset string) string
	letGo, writtenAgain string
}
