package host

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"voicestudio/tts"
)

const (
	// shortLine is the longest line that is parsed as one piece of JSON;
	// from a longer one the audio is cut out, which is seven times as fast.
	shortLine = 2 << 10
	// buffer is what is read from the connection at once.
	buffer = 64 << 10
	// maxLine is more than the hex of the longest take that a host makes
	// (10,000 characters are about 45 minutes, 86 MB of hex at 128 kbit/s).
	maxLine = 256 << 20
	// longestChunk is more audio than a host streams in one piece: four
	// minutes at 128 kbit/s. Hosts send status 2 behind the audio, so only its
	// size tells the whole take early.
	longestChunk = 4 << 20
	// maxRest is the most that may stand around the audio in a long line.
	maxRest = 1 << 20
)

// frames reads a host's answer as it arrives: a server-sent event stream in
// which every `data:` line is one frame, whatever stands between the lines,
// or one JSON document. The content decides, not the header: hosts label
// either as the other.
//
// A byte order mark may stand before any line, CR and CRLF end a line as LF
// does, and blanks or capitals do not hide a frame: a line with audio that is
// still not understood is an error, since without it the take is not whole.
type frames struct {
	in      *bufio.Reader
	audible func() // told where audio comes; may be nil
	status  int    // HTTP, as an event of DashScope's says it in a comment
	words   string // what a document without any known form says to people
	whole   bool   // the answer is one JSON document
	page    bool   // the answer is one for a web browser
	looked  bool   // something that looks like a frame has come
	largest int    // bytes of audio in the largest chunk
	started bool   // something other than blank lines has come
	ended   bool   // the last line read had no line end
	heard   bool   // a frame with status-1 audio has come
	line    []byte
	cutter  cutter  // reused, with its buffers
	cut     *cutter // where the last document was cut; nil: it was short
	url     string  // where the audio lies, if the host sent an address instead
}

func newFrames(body io.Reader) *frames {
	return &frames{in: bufio.NewReaderSize(lines{body}, buffer)}
}

// lines makes every CR a line break: in JSON it can only stand between values.
type lines struct{ io.Reader }

func (l lines) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	for rest := p[:n]; ; {
		i := bytes.IndexByte(rest, '\r')
		if i < 0 {
			return n, err
		}
		rest[i] = '\n'
		rest = rest[i+1:]
	}
}

func (f *frames) fresh() {
	if f.audible != nil {
		f.audible()
	}
}

// next returns the next frame, io.EOF at a clean end, or an *tts.Error.
func (f *frames) next() (tts.Frame, error) {
	for {
		doc, audio, err := f.document()
		if err != nil {
			return tts.Frame{}, err
		}
		if doc == nil {
			continue
		}
		frame, err := f.parse(doc, audio)
		// The older PPIO models give a whole answer no status.
		frame.Last = frame.Last || f.whole
		if err == nil && len(frame.Audio) > 0 {
			f.fresh()
			if !frame.Last {
				f.heard, f.largest = true, max(f.largest, len(frame.Audio))
			}
		}
		return frame, byStatus(err, f.status)
	}
}

// document reads one line. It returns the JSON of a frame, with the audio cut
// out if the line was long, or nil where the line held no frame.
func (f *frames) document() (doc, audio []byte, err error) {
	head, err := f.in.ReadSlice('\n')
	head = bytes.TrimLeft(tts.TrimBOM(head), " \t")
	switch {
	case err != nil && !errors.Is(err, bufio.ErrBufferFull) && !errors.Is(err, io.EOF):
		return nil, nil, broken(err)
	case len(head) > 0 && head[0] == '{' && !f.started:
		f.started, f.whole, f.looked = true, true, true
		return f.gather(head, err, true)
	case !f.started && isPage(head):
		f.page = true
		return nil, nil, tts.Lost(say.network.page, nil)
	case len(bytes.TrimSpace(head)) > 0:
		f.started = true
	}
	body, isData := f.data(head)
	if !isData {
		return nil, nil, f.pass(head, err)
	}
	f.looked = true
	doc, audio, err = f.gather(body, err, false)
	if err == nil && (len(doc) == 0 || string(doc) == "[DONE]") {
		return nil, nil, nil
	}
	return doc, audio, err
}

// data is what a line says where it is a frame: what follows "data:", or all
// of a line of JSON, as a gateway's error may stand between frames.
func (f *frames) data(line []byte) (body []byte, is bool) {
	const field = "data:"
	if len(line) >= len(field) && bytes.EqualFold(line[:len(field)], []byte(field)) {
		return line[len(field):], true
	}
	return line, f.looked && len(line) > 0 && line[0] == '{'
}

var statusComment = []byte(":HTTP_STATUS/")

// pass reads to the end of a line that is no frame. head and err are what its
// first read gave.
func (f *frames) pass(head []byte, err error) error {
	if status, found := bytes.CutPrefix(head, statusComment); found {
		f.status, _ = strconv.Atoi(string(bytes.TrimSpace(status)))
	}
	// A comment is never meant for us, whatever it holds.
	lost, empty := !bytes.HasPrefix(head, []byte(":")) && bytes.Contains(head, audioKey), len(head) == 0
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = f.in.ReadSlice('\n')
	}
	switch {
	case lost:
		return notAFrame(nil)
	case err == io.EOF && empty:
		return err
	}
	return nil
}

// gather reads a line to its end, or a document to the end of the answer.
// head and err are what its first read gave.
func (f *frames) gather(head []byte, err error, document bool) (doc, audio []byte, _ error) {
	var cut *cutter
	f.line = f.line[:0]
	for size := 0; ; {
		size += len(head)
		switch {
		case size > maxLine:
			return nil, nil, tooLong()
		case size <= shortLine:
			f.line = append(f.line, head...)
		default:
			if cut == nil {
				cut = &f.cutter
				cut.reset(f.limit())
				if fault := cut.write(f.line); fault != nil {
					return nil, nil, fault
				}
			}
			seen := cut.seen
			if fault := cut.write(head); fault != nil {
				return nil, nil, fault
			}
			if cut.seen > seen {
				f.fresh()
			}
		}
		if err == nil && !document || err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			break
		}
		head, err = f.in.ReadSlice('\n')
	}
	f.ended, f.cut = err == io.EOF, cut
	switch {
	case err != nil && err != io.EOF:
		return nil, nil, broken(err)
	case cut != nil:
		return cut.end()
	}
	return bytes.TrimSpace(f.line), nil, nil
}

func (f *frames) parse(doc, audio []byte) (tts.Frame, error) {
	var a answer
	err := json.Unmarshal(doc, &a)
	if _, oneField := errors.AsType[*json.UnmarshalTypeError](err); oneField {
		err = nil // all other fields have been read
	}
	if err != nil && f.ended {
		return tts.Frame{}, cutShort()
	} else if err != nil {
		return tts.Frame{}, notAFrame(err)
	}
	f.words = cmp.Or(f.words, a.words())
	frame, text, err := a.frame()
	if err != nil || frame.Last && f.heard {
		return frame, err
	}
	if f.cut != nil && f.cut.wrong != nil {
		return frame, f.cut.wrong
	}
	if f.cut != nil && f.cut.over {
		return frame, tooLong()
	}
	if strings.HasPrefix(text, "http") {
		f.url = text
		return frame, nil
	}
	frame.Audio = audio
	if len(text) > 0 {
		frame.Audio, err = decodeHex(text)
	}
	return frame, err
}

// limit is how much audio a chunk may hold; 0 is no limit, while nothing else
// has been heard.
func (f *frames) limit() int {
	if !f.heard {
		return 0
	}
	return max(longestChunk, 4*f.largest)
}

func decodeHex(text string) ([]byte, error) {
	audio, err := hex.DecodeString(text)
	if err != nil {
		return nil, badHex(err)
	}
	return audio, nil
}

func notAFrame(err error) *tts.Error {
	return tts.Lost(say.answer.notAFrame, err).Again()
}

func badHex(err error) *tts.Error {
	return tts.Lost(say.answer.badHex, err).Again()
}

func cutShort() *tts.Error {
	return tts.Lost(say.answer.cutShort, nil).Again()
}

func tooLong() *tts.Error {
	return tts.Lost(say.answer.tooLong, nil)
}

func broken(err error) *tts.Error {
	return tts.Lost(say.answer.brokeOff, err).Again()
}
