package cli

import (
	"encoding/json"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/speak"
)

// sayResult is what `say --json` prints; unknown numbers are null.
type sayResult struct {
	Host            string     `json:"host"`
	Model           string     `json:"model"`
	Complete        bool       `json:"complete"`
	Cached          bool       `json:"cached"`
	Chunks          *int       `json:"chunks"`
	AudioBytes      *int64     `json:"audio_bytes"`
	AudioMS         *int64     `json:"audio_ms"`
	UsageCharacters *int       `json:"usage_characters"`
	WordCount       *int       `json:"word_count"`
	TraceID         string     `json:"trace_id"`
	RequestID       string     `json:"request_id"`
	FirstChunkMS    *float64   `json:"first_chunk_ms"`
	FirstSoundMS    *float64   `json:"first_sound_ms"`
	Underruns       *int       `json:"underruns"`
	Take            *string    `json:"take"`
	Error           *tts.Error `json:"error"`

	wanted bool // by a command line that could be read
}

// asksForResult reports whether a command line that could not be read to its
// end asks for the result.
func asksForResult(root *cobra.Command, args []string) bool {
	command, _, _ := root.Find(args)
	return slices.Contains(args, "--json") && slices.Contains(args, "say") && (command == root || command.Name() == "say")
}

func (r *sayResult) take(speech *speak.Speech) {
	p := speech.Progress()
	r.Complete, r.Cached = p.Complete, speech.Cached
	if !speech.Cached {
		r.Chunks = &p.Chunks
	}
	r.AudioBytes = &p.Bytes
	r.AudioMS, r.UsageCharacters, r.WordCount = p.AudioMS, p.UsageCharacters, p.WordCount
	r.TraceID, r.RequestID = p.TraceID, p.RequestID
	r.FirstChunkMS = milliseconds(p.FirstChunk)
	if t, err := speech.Take(); err == nil && t.ID != "" {
		r.Take = &t.ID
	}
}

func (r *sayResult) played(s player.Status) {
	r.FirstSoundMS = milliseconds(s.FirstSound)
	r.Underruns = &s.Underruns
}

func milliseconds(d time.Duration) *float64 {
	if d == 0 {
		return nil
	}
	return new(float64(d.Microseconds()) / 1000)
}

func (r *sayResult) print(w io.Writer, fault *tts.Error) {
	r.Error = fault
	if fault != nil && r.TraceID == "" {
		r.TraceID = fault.TraceID
	}
	e := json.NewEncoder(exact(w))
	e.SetEscapeHTML(false)
	e.Encode(r)
}
