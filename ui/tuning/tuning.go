// Package tuning has a guided search heard: it keeps it as a file, makes its
// questions candidates that the bench looks for and makes, and lets a judge answer
// them where no person does. It knows no screen; the studio and the commands use it.
package tuning

import (
	"time"

	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// Course is a guided search as it is kept, one file for each.
type Course struct {
	Version int `json:"version"`
	// ID is the stem of its file: the time at which it began, and a lot.
	ID string `json:"id"`
	// Text is what all clips say.
	Text string `json:"text"`
	// Labels name the starts of the session, in their order.
	Labels  []string     `json:"labels"`
	Session tune.Session `json:"session"`
	// Takes are the ids of the clips that were heard for it, so that they are never
	// pruned while it is open; whoever goes on pays for nothing twice.
	Takes []string `json:"takes,omitempty"`
	// Clips and Characters are what was sent for it, Spent what that has cost.
	Clips      int         `json:"clips"`
	Characters int         `json:"characters"`
	Spent      []tts.Money `json:"spent,omitempty"`
	// Ended is true once it was taken over or given up: nothing resumes it.
	Ended   bool      `json:"ended,omitempty"`
	Created time.Time `json:"created"`
	Updated time.Time `json:"updated"`
}
