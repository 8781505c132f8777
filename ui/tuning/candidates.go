package tuning

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"voicestudio/presets/audition"
	"voicestudio/tts"
	"voicestudio/tts/tune"
)

// Candidates are those of a question as the bench looks for them. One of the same
// settings has the same ID in every question.
func Candidates(q tune.Question, host tts.HostName) (all []audition.Candidate) {
	for _, c := range q.Candidates {
		all = append(all, audition.Candidate{ID: idOf(c.Request), Kind: audition.Settings, Request: c.Request, Host: host})
	}
	return all
}

func idOf(r tts.Request) string {
	r.Text = ""
	data, _ := json.Marshal(r) // a request always has a JSON form
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}
