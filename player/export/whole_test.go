package export

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"testing"
	"time"

	"voicestudio/player"
	"voicestudio/player/decode"
	"voicestudio/player/loudness"
)

func TestAWholeOfLinesIsAsLoudAsAskedFor(t *testing.T) {
	var parts []player.Part
	for i, line := range []string{"Good morning.", "Who goes there?", "Nothing answered but the wind.", "The fog came in.", "She laughed."} {
		rate := []int{32000, 24000}[i%2]
		wav := run(t, run(t, []byte(line), "espeak-ng", "-v", "en", "--stdin", "--stdout"), "ffmpeg", "-v", "error", "-f", "wav", "-i", "-",
			"-af", fmt.Sprintf("volume=-%ddB", i), "-ar", fmt.Sprint(rate), "-f", "wav", "-")
		parts = append(parts, player.Part{Open: func(context.Context) (io.ReadCloser, player.Format, error) {
			return io.NopCloser(bytes.NewReader(wav)), player.Format{Codec: "wav"}, nil
		}, Trim: true, Pause: 250 * time.Millisecond})
	}
	for _, codec := range []string{"wav", "mp3"} {
		t.Run(codec, func(t *testing.T) {
			t.Parallel()
			w := player.NewWhole(t.Context(), 48000, 1, parts...)
			var out bytes.Buffer
			r, err := Write(t.Context(), &out, w, decode.Format(w.Format()), Options{Codec: codec, Loudness: -18, Tags: request})
			if err != nil {
				t.Fatal(err)
			}
			lufs, peak := ebur128(t, out.Bytes())
			if most := loudness.Ceiling + map[string]float64{"mp3": 0.6}[codec]; math.Abs(lufs+18) > 0.3 || peak > most+0.05 {
				t.Errorf("%.1f LUFS, %.1f dBTP: %+v", lufs, peak, r)
			}
			spans := w.Spans()
			if len(spans) != len(parts) || (spans[4].End-r.Duration).Abs() > time.Microsecond {
				t.Fatalf("%v, %v", r.Duration, spans)
			}
			got, err := collect(t.Context(), bytes.NewReader(out.Bytes()), decode.Format{Codec: codec}, 0, 0)
			if err != nil || (got.duration()-r.Duration).Abs() > time.Millisecond {
				t.Fatalf("it is decoded to %v, not %v, %v", got.duration(), r.Duration, err)
			}
			x := samples(got)
			for i, s := range spans[:4] {
				if gap := spans[i+1].Begin - s.End; gap != 250*time.Millisecond {
					t.Errorf("%v behind line %d", gap, i+1)
				}
				// The limiter lifts a line as it does its neighbour, and a pause is one.
				for _, v := range x[got.frame(s.End+5*time.Millisecond):got.frame(spans[i+1].Begin-5*time.Millisecond)] {
					if math.Abs(float64(v)) > 0.002 {
						t.Fatalf("%v in the pause behind line %d", v, i+1)
					}
				}
			}
			tagged(t, out.Bytes(), codec)
		})
	}
}
