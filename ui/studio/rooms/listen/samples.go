package listen

// SampleKind is what a voice of the list is heard by.
type SampleKind int

const (
	SampleScript SampleKind = iota
	SampleShort             // a short sentence in the voice's language
	SampleFixed             // the test sentence of that
	SampleKinds
)

// SampleNames are how they are kept.
var SampleNames = [SampleKinds]string{"script", "short", "fixed"}

func (k SampleKind) Name() string { return SampleNames[k] }
