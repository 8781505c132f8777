package tts

// Info is what a host said about a take. Numbers are nil until they are known.
type Info struct {
	TraceID         string `json:"trace_id,omitempty"`
	RequestID       string `json:"request_id,omitempty"`
	AudioMS         *int64 `json:"audio_ms,omitempty"`         // length
	AudioBytes      *int64 `json:"audio_bytes,omitempty"`      // as the host counts it
	SampleRate      *int   `json:"sample_rate,omitempty"`      // Hz
	Bitrate         *int   `json:"bitrate,omitempty"`          // bit/s, the real one
	UsageCharacters *int   `json:"usage_characters,omitempty"` // billed
	WordCount       *int   `json:"word_count,omitempty"`
	// Codec is the form of the audio, "mp3", as the host names it.
	Codec string `json:"-"`
	// Subtitles is the link to the subtitles, good for a day.
	Subtitles string `json:"-"`
}

// Add takes over what a later frame said; the last word wins. A number of 0
// billed characters in any but the last frame is no bill yet, nor is a length
// of 0 one: hosts that count at the end send them with every chunk. Of an
// answer that is cut, no number of characters is a bill (Stream).
func (i *Info) Add(f Frame) {
	n := f.Info
	if !f.Last && Or(n.UsageCharacters, 0) == 0 {
		n.UsageCharacters = nil
	}
	if !f.Last && Or(n.AudioMS, 0) == 0 {
		n.AudioMS = nil
	}
	if n.TraceID != "" {
		i.TraceID = n.TraceID
	}
	if n.RequestID != "" {
		i.RequestID = n.RequestID
	}
	if n.Subtitles != "" {
		i.Subtitles = n.Subtitles
	}
	if n.Codec != "" {
		i.Codec = n.Codec
	}
	later(&i.AudioMS, n.AudioMS)
	later(&i.AudioBytes, n.AudioBytes)
	later(&i.SampleRate, n.SampleRate)
	later(&i.Bitrate, n.Bitrate)
	later(&i.UsageCharacters, n.UsageCharacters)
	later(&i.WordCount, n.WordCount)
}

func later[T any](old **T, said *T) {
	if said != nil {
		*old = said
	}
}

// The room between what a host counts and what it sends in pieces. It counts
// the whole take, whose tags are longer than those of the chunks: 1,140 bytes
// where a stream has 45, and a frame of 576 that only says how long it is.
const (
	longestTags = 4 << 10 // bytes
	longestTail = 40      // ms, about one frame of mp3
)

// Figures beyond these are no take's.
const (
	longestTake = 24 * 3600 * 1000 // ms
	widestTake  = 1 << 30          // bit/s
)

// lacks reports whether so many bytes, in pieces, are fewer than the host
// says it made. A host may count 0, or what an aggregate would have; where its
// length and its bit rate say that all has come, all has.
func (i Info) lacks(came int64) bool {
	said := Or(i.AudioBytes, 0)
	if came >= said {
		return false
	}
	length, rate := Or(i.AudioMS, 0), int64(Or(i.Bitrate, 0))
	if (i.Codec == "" || i.Codec == DefaultFormat) && length > longestTail && length < longestTake && rate > 0 && rate < widestTake {
		return came < (length-longestTail)*rate/8000
	}
	return came < said-longestTags
}
