package tuning

import (
	"context"

	"voicestudio/tts/takes"
	"voicestudio/tts/tune"
)

// Clip is a candidate of a question that can be heard.
type Clip struct {
	tune.Candidate
	Label string // in words: "deeper, −36"
	Take  takes.Take
}

// Asked is a question with its clips, in the order of its candidates.
type Asked struct {
	tune.Question
	Clips []Clip
}

// Judge answers in the place of a person.
type Judge interface {
	// Choose says which clip is best. It ends with ctx. The error is an *tts.Error.
	Choose(ctx context.Context, a Asked) (tune.Answer, error)
}

// Measurer is a Judge that can say how far a take is from what it wants, 0 for no
// distance at all. The error is an *tts.Error.
type Measurer interface {
	Judge
	Distance(ctx context.Context, t takes.Take) (float64, error)
}
