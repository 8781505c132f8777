package host

import (
	"fmt"
	"strings"
	"testing"

	"voicestudio/tts"
)

const mark = "\ufeff" // the byte order mark that some editors and gateways write

func TestNoByteOfAudioIsLostInALineThatLooksDifferent(t *testing.T) {
	one, two, last := nativeChunk("one ", 1), nativeChunk("two three", 1), `{"data":{"status":2}}`
	for name, body := range map[string]string{
		"a BOM at the start of a stream":       mark + "data: " + one + "\n\ndata: " + two + "\n\ndata: " + last + "\n\n",
		"a BOM before every line":              mark + "data: " + one + "\n\n" + mark + "data: " + two + "\n\n" + mark + "data: " + last + "\n\n",
		"a BOM and DashScope's other lines":    mark + dash(1, dashChunk("one ", 1)) + dash(2, dashChunk("two three", 1)) + dash(3, dashChunk("", 2)),
		"a BOM before a whole answer":          mark + nativeChunk(audio, 2),
		"a BOM before a long whole answer":     mark + `{"pad":"` + strings.Repeat("x", 9000) + `","data":{"audio":"` + x(audio) + `","status":2}}`,
		"blanks before the field":              "  data: " + one + "\n\tdata: " + two + "\n data: " + last + "\n",
		"capitals":                             "Data: " + one + "\nDATA: " + two + "\ndata: " + last + "\n",
		"CR for a line break":                  "id:1\rdata: " + one + "\r\rid:2\rdata: " + two + "\r\rdata: " + last + "\r\r",
		"a comment that a CR ends":             ": hello\rdata: " + one + "\n\ndata: " + two + "\n\ndata: " + last + "\n\n",
		"lines of JSON between the frames":     "data: " + one + "\n" + two + "\ndata: " + last + "\n",
		"a comment with a frame in it":         `: {"audio":"00"}` + "\ndata: " + one + "\ndata: " + two + "\ndata: " + last + "\n",
		"a field that nobody knows":            "x-gateway: 7\ndata: " + one + "\ndata: " + two + "\ndata: " + last + "\n",
		"status_code as a text, a float, null": "data: " + `{"base_resp":{"status_code":"0"}}` + "\ndata: " + `{"base_resp":{"status_code":0.0}}` + "\ndata: " + `{"base_resp":{"status_code":null}}` + "\ndata: " + one + "\ndata: " + two + "\ndata: " + last + "\n",
	} {
		for how, deliver := range deliveries {
			if got, p, err := read(deliver(body)); got != audio || err != nil || !p.Complete {
				t.Errorf("%s, %s: heard %q, complete %v, %v", name, how, got, p.Complete, err)
			}
		}
	}
}

func TestALineWithAudioThatIsNotUnderstoodIsNeverPassedOver(t *testing.T) {
	rest := "data: " + nativeChunk("two three", 1) + "\n\ndata: {\"data\":{\"status\":2}}\n\n"
	for name, line := range map[string]string{
		"another field's name": "datum: " + nativeChunk("one ", 1),
		"no field's name":      "> " + nativeChunk("one ", 1),
		"a long one":           "datum: " + nativeChunk(strings.Repeat("one ", 40000), 1),
		"audio as numbers":     `data: {"data":{"audio":[1,2,3],"status":1}}`,
		"audio as an object":   `data: {"audio":{"hex":"00"},"status":1}`,
		"a long one of those":  `data: {"pad":"` + strings.Repeat("x", 9000) + `","audio":["` + strings.Repeat("00", 9000) + `"],"status":1}`,
		"two frames in a line": "data: " + nativeChunk("one ", 1) + "data: " + nativeChunk("one ", 1),
		"an error by a name":   `data: {"base_resp":{"status_code":"TooMany","status_msg":"no"},"data":{"audio":"00","status":1}}`,
	} {
		for how, deliver := range deliveries {
			_, p, err := read(deliver(line + "\n\n" + rest))
			if fault := tts.AsError(err, ""); fault == nil || p.Complete {
				t.Errorf("%s, %s: complete %v, %v", name, how, p.Complete, err)
			}
		}
	}
}

// The sizes are those that public captures of MiniMax have: facts that must
// not be taken for a loss, and a chunk that is really missing.
func TestFewerBytesThanTheHostMadeAreNotCalledWhole(t *testing.T) {
	stream := func(bytes int, last string) string {
		half := bytes / 2
		return "data: " + nativeChunk(strings.Repeat("x", half), 1) + "\n\ndata: " + nativeChunk(strings.Repeat("x", bytes-half), 1) + "\n\ndata: " + last + "\n\n"
	}
	last := func(extra string) string { return `{"data":{"audio":"","status":2},"extra_info":{` + extra + `}}` }
	const live = `"audio_length":1152,"audio_size":19572,"bitrate":128000,"audio_format":"mp3"` // the aggregate's size
	for name, c := range map[string]struct {
		body  string
		whole bool
	}{
		"as many":                                {stream(18477, last(`"audio_size":18477`)), true},
		"more than said":                         {stream(18477, last(`"audio_size":9000`)), true},
		"a size of 0":                            {stream(18477, last(`"audio_size":0,"audio_length":1152,"bitrate":128000`)), true},
		"no size":                                {stream(18477, last(`"audio_length":99999,"bitrate":128000`)), true},
		"a size that is none":                    {stream(18477, last(`"audio_size":"many","audio_length":1152`)), true},
		"the aggregate's size, with longer tags": {stream(18477, last(live)), true},
		"the same without length":                {stream(18477, last(`"audio_size":19572`)), true},
		"the first chunk of 4.6 KB is missing":   {stream(18477-4608, last(live)), false},
		"a chunk of 1 KB is missing":             {stream(18477-1100-576, last(live)), false},
		"pcm without its first chunk":            {stream(64000-8000, last(`"audio_size":64000,"audio_length":1000,"bitrate":128000,"audio_format":"pcm"`)), false},
		"pcm":                                    {stream(64000, last(`"audio_size":64000,"audio_length":1000,"bitrate":128000,"audio_format":"pcm"`)), true},
		"absurd figures":                         {stream(18477, last(`"audio_size":18478,"audio_length":1e15,"bitrate":1e15`)), true},
		"a size with every chunk, as documented for DashScope": {dash(1, dashChunk("one ", 1)) + dash(2, dashChunk("", 2)), true},
		"one document cannot lack a piece":                     {`{"data":{"audio":"00","status":2},"extra_info":{"audio_size":58164,"audio_length":3528,"bitrate":128000}}`, true},
		"nor can an aggregate":                                 {`data: {"data":{"audio":"00","status":2},"extra_info":{"audio_size":58164,"audio_length":3528,"bitrate":128000}}` + "\n\n", true},
	} {
		got, p, err := read(strings.NewReader(c.body))
		fault := tts.AsError(err, "")
		if c.whole != (err == nil) || p.Complete != c.whole || p.Bytes != int64(len(got)) {
			t.Errorf("%s: %d bytes, complete %v, %v", name, len(got), p.Complete, err)
		}
		if !c.whole && (fault.Kind != tts.KindStream || fault.Retryable || !strings.Contains(fault.Message, "bytes of audio that the host made have come")) {
			t.Errorf("%s: %+v", name, fault)
		}
	}
}

func TestAnInterimZeroIsNoBill(t *testing.T) {
	usage := func(n, status int) string {
		return strings.Replace(strings.Replace(dashChunk("one ", status), `"characters":26`, `"characters":`+string(rune('0'+n)), 1), `"usage_characters":26,`, "", 1)
	}
	for name, c := range map[string]struct {
		body string
		want *int
	}{
		"cut behind zeros":        {dash(1, usage(0, 1)) + dash(2, usage(0, 1)), nil},
		"cut behind a count":      {dash(1, usage(7, 1)) + dash(2, usage(9, 1)), nil},
		"an error behind a count": {dash(1, usage(7, 1)) + dash(2, `{"code":"InternalError","message":"x"}`), nil},
		"a count, then the end":   {dash(1, usage(7, 1)) + dash(2, `{"output":{"data":{"status":2}}}`), new(7)},
		"the last word":           {dash(1, usage(0, 1)) + dash(2, usage(9, 2)), new(9)},
		"the last word is zero":   {dash(1, usage(0, 1)) + dash(2, usage(0, 2)), new(0)},
		"a last frame without it": {dash(1, usage(0, 1)) + dash(2, `{"output":{"data":{"status":2}}}`), nil},
		"below nothing":           {dash(1, usage(0, 1)) + dash(2, `{"output":{"data":{"status":2}},"usage":{"characters":-4}}`), nil},
	} {
		// As Open reads it, which looks for the first audio itself.
		in := newFrames(strings.NewReader(c.body))
		first, err := firstAudio(in.next)
		if err != nil {
			t.Fatal(err)
		}
		s := tts.NewStream(func() (tts.Frame, error) {
			if f := first; f.Audio != nil {
				first.Audio = nil
				return f, nil
			}
			return in.next()
		}, nil, tts.Timing{Began: began})
		drainStream(s)
		if got := s.Progress().UsageCharacters; (got == nil) != (c.want == nil) || got != nil && *got != *c.want {
			t.Errorf("%s: billed %v", name, tts.Or(got, -1))
		}
	}
}

func TestAnInterimZeroIsNoLength(t *testing.T) {
	said := func(ms, status int) string {
		return fmt.Sprintf(`data: {"data":{"audio":"0011","status":%d},"extra_info":{"audio_length":%d}}`+"\n\n", status, ms)
	}
	for name, c := range map[string]struct {
		body string
		want *int64
	}{
		"cut behind a zero":     {said(0, 1), nil},
		"cut behind a length":   {said(36, 1) + said(0, 1), new(int64(36))},
		"the last word":         {said(0, 1) + said(72, 2), new(int64(72))},
		"the last word is zero": {said(36, 1) + said(0, 2), new(int64(0))},
	} {
		if _, p, _ := read(strings.NewReader(c.body)); (p.AudioMS == nil) != (c.want == nil) || c.want != nil && *p.AudioMS != *c.want {
			t.Errorf("%s: %d ms", name, tts.Or(p.AudioMS, -1))
		}
	}
}
