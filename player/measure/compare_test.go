package measure_test

import (
	"strings"
	"testing"

	"voicestudio/player/measure"
)

func inWords(all []measure.Difference) string {
	var said []string
	for _, d := range all {
		said = append(said, d.Words)
	}
	return strings.Join(said, ", ")
}

func TestOnlyWhatAPersonNoticesIsTold(t *testing.T) {
	of := func(hz, rate, slope, lufs, semitones, pauses, fade float64, ms int64) measure.Measures {
		return measure.Measures{SpeechMS: &ms, F0MedianHz: &hz, RateSPS: &rate, SlopeDBOct: &slope, LUFS: &lufs, F0RangeST: &semitones, PauseRatio: &pauses, FadeDB: &fade}
	}
	a := of(200, 5, -9, -20, 8, 0.1, 0, 10000)
	for _, c := range []struct {
		b         measure.Measures
		sameWords bool
		want      string
	}{
		{a, true, ""},
		{of(205, 5.1, -8, -19.2, 9, 0.14, -2, 9800), true, ""},
		{of(222, 5, -7, -20, 8, 0.1, 0, 9434), true, "1.8 st higher, 6 % faster, brighter"},
		{of(178, 5, -11, -22, 4, 0.2, -4, 11000), true, "2.0 st lower, 9 % slower, darker, 2.0 dB softer, more monotone, more pauses, fades more"},
		{of(200, 5, -9, -18.6, 11, 0.02, 4, 10000), true, "1.4 dB louder, livelier, fewer pauses, fades less"},
		// With other words the count of syllables is all there is.
		{of(200, 5.3, -9, -20, 8, 0.1, 0, 3000), false, ""},
		{of(200, 6, -9, -20, 8, 0.1, 0, 3000), false, "20 % faster"},
		{measure.Measures{}, true, ""},
		{measure.Measures{SpeechMS: new(int64(8000))}, true, "25 % faster"}, // a whisper
	} {
		if got := inWords(measure.Compare(a, c.b, c.sameWords)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if measure.Compare(a, a, true) == nil {
		t.Error("null in JSON, not []")
	}
}

func TestTheRateOfAKnownTextIsThatOfItsSyllables(t *testing.T) {
	for text, want := range map[string]float64{
		"Where we moved the table, they waited.": 9, // where we moved the ta-ble they wai-ted
		"欢迎回来，好吗？":                               6,
		"Wir gehen über die Brücke.":             8,
		"Room 12":                                5, // as heard
		"สวัสดี":                                 5,
		"":                                       5,
	} {
		rate, ms := 5.0, int64(1000)
		if got := (measure.Measures{RateSPS: &rate, SpeechMS: &ms}).Saying(text); *got.RateSPS != want {
			t.Errorf("%q: %v, want %v", text, *got.RateSPS, want)
		}
	}
	rate, ms := 5.0, int64(1000)
	if got := (measure.Measures{RateSPS: &rate, SpeechMS: &ms}).Saying("Only a word or two of all of this text can have been heard in one second"); *got.RateSPS != 5 {
		t.Errorf("%v: the text was not said", *got.RateSPS)
	}
}
