package sandbox

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"unicode/utf8"

	"voicestudio/tts"
	"voicestudio/tts/sandbox/speech"
)

// speak answers a request for speech, whatever the host.
func speak(x *exchange) error {
	var q question
	ok, err := x.read(func(body []byte) (err error) {
		q, err = x.host.question(x, body)
		x.stream = q.stream
		return err
	})
	if !ok {
		return err
	}
	x.model = q.Model
	x.note = " " + q.Model[:min(len(q.Model), longestModel)]
	if q.stream {
		x.note += " stream"
	}
	if q.refused != nil {
		return x.reply(*q.refused)
	}
	if f := x.faults; f.code != 0 && f.codeAt == 0 {
		return x.fail(f.code)
	}
	r, no := admit(q)
	if no != nil {
		return x.refuse(no.code, no.message)
	}
	x.note += " " + audioFormat(r)
	a := &answer{x: x, r: r, rate: speech.ByteRate(r.AudioSetting)}
	a.aggregate = x.faults.aggregate == "always" || !q.exclude && x.faults.aggregate != "off"
	a.keep = !q.stream || a.aggregate
	if q.stream {
		x.head(200, x.host.eventType())
		return a.streamed()
	}
	return a.whole()
}

// admit judges a question, and sees that this machine makes what it asks for.
func admit(q question) (tts.Request, *wrong) {
	r, no := judge(q)
	if no != nil {
		return r, no
	}
	if m := speech.Lacking(audioFormat(r)); m != nil {
		return r, &wrong{2013, notMade(audioFormat(r), m)}
	}
	return r, nil
}

// longestModel bounds what a caller can write into the log.
const longestModel = 40

// answer is one utterance on its way out.
type answer struct {
	x         *exchange
	r         tts.Request
	rate      int  // bytes of audio in a second
	aggregate bool // the whole is sent again at the end of a stream
	keep      bool
	all       bytes.Buffer
	made      speech.Result
	encoded   int64 // bytes of the audio without tags
}

func (a *answer) tagged() bool { return audioFormat(a.r) == tts.DefaultFormat }

// streamed sends the audio as it is made.
func (a *answer) streamed() error {
	x := a.x
	out := &chunks{a: a}
	var err error
	if a.tagged() {
		_, err = out.Write(streamTag)
	}
	if err == nil {
		var w flusher = out
		switch {
		case x.faults.id3 && a.tagged():
			w = &tagger{chunks: out}
		case fileTypes[audioFormat(a.r)].extension == "wav":
			w = &lister{chunks: out}
		}
		a.made, err = x.s.utter(x.req.Context(), x.faults, a.r, w)
		if err == nil {
			err = w.flush()
		}
	}
	if err != nil {
		return a.failed(err)
	}
	if x.faults.noLast {
		return nil
	}
	a.encoded = out.size - int64(len(streamTag))
	p := part{status: 2, extra: a.extra(out.size), billed: tts.EstimateCharacters(a.r.Text)}
	if a.aggregate && !x.faults.empty {
		audio := a.finished(len(streamTag))
		p.extra.AudioSize = int64(len(audio))
		p.audio = hex.EncodeToString(audio)
		p.aggregate = x.faults.aggregate == "on" || x.faults.aggregate == "always"
	}
	if err := x.event(200, "result", x.host.say(x, p), ""); err != nil {
		return err
	}
	if x.faults.done {
		return x.lines([]byte("data: [DONE]\n\n"), "")
	}
	return nil
}

// whole sends everything in one document.
func (a *answer) whole() error {
	x := a.x
	var err error
	if a.made, err = x.s.utter(x.req.Context(), x.faults, a.r, &a.all); err != nil {
		return a.failed(err)
	}
	a.encoded = int64(a.all.Len())
	audio := a.finished(0)
	if f := x.faults; f.codeAt > 0 && f.codeAt < int64(len(audio)) {
		return a.fault()
	}
	p := part{status: 2, extra: a.extra(int64(len(audio))), billed: tts.EstimateCharacters(a.r.Text)}
	if x.faults.empty {
		return x.whole(200, x.host.say(x, p), "")
	}
	if tts.Or(a.r.SubtitleEnable, false) {
		p.subtitles = x.s.files.put(x.req, "titles", "application/json", document(titles(a.r, a.made)))
	}
	if a.r.OutputFormat == "url" {
		kind := fileTypes[audioFormat(a.r)]
		p.audio = x.s.files.put(x.req, kind.extension, kind.media, audio)
		return x.whole(200, x.host.say(x, p), "")
	}
	p.audio = x.spoil(hex.EncodeToString(audio))
	return x.whole(200, x.host.say(x, p), p.audio)
}

// failed says what ended the speech, if there is still anybody to hear it.
func (a *answer) failed(err error) error {
	x := a.x
	if x.req.Context().Err() != nil || errors.Is(err, errCut) || errors.Is(err, errSaid) {
		return err
	}
	return cmp.Or(x.refuse(1000, wordingOf(1000)+": "+tts.Clean(err.Error())), errSaid)
}

// fault is the refusal in mid-stream.
func (a *answer) fault() error {
	x := a.x
	switch {
	case x.faults.gateway != "":
		return x.reply(x.gatewayFault())
	case x.faults.failure != 0:
		return x.reply(x.failure())
	}
	return x.fail(x.faults.code)
}

// spoil is what odd_hex and bad_hex do to hex.
func (x *exchange) spoil(audio string) string {
	if len(audio) < 4 {
		return audio
	}
	if x.faults.oddHex {
		audio = audio[:len(audio)-1]
	}
	if x.faults.badHex {
		audio = "zz" + audio[2:]
	}
	return audio
}

// finished is the whole audio, which had a tag of so many bytes in its stream.
// What was unknown while it streamed is written into its header.
func (a *answer) finished(tag int) []byte {
	audio := a.all.Bytes()
	switch {
	case a.tagged():
		whole := wholeTag(a.x.traceID)
		if tag == 0 {
			// The aggregate of a stream has the frames of its chunks alone.
			whole = append(whole, infoFrame(audio, a.made.Samples, a.made.SampleRate, a.made.Bitrate)...)
		}
		return append(whole, audio[tag:]...)
	case fileTypes[audioFormat(a.r)].extension == "wav":
		if data := dataChunk(audio); data >= 0 {
			binary.LittleEndian.PutUint32(audio[4:], uint32(len(audio)-8))
			binary.LittleEndian.PutUint32(audio[data+4:], uint32(len(audio)-data-8))
		}
	case audioFormat(a.r) == "flac" && len(audio) >= flacSamples+8:
		// STREAMINFO's last 36 bits before the checksum count the samples.
		info := binary.BigEndian.Uint64(audio[flacSamples:])
		binary.BigEndian.PutUint64(audio[flacSamples:], info|uint64(a.made.Samples))
	}
	return audio
}

const flacSamples = 8 + 10 // behind fLaC, a block's header, and the block and frame sizes

// extra is what is known of the audio after so many bytes.
func (a *answer) extra(size int64) *extraInfo {
	x := extraInfo{
		AudioLength:     size * 1000 / int64(max(1, a.rate)),
		AudioSampleRate: speech.SampleRate(a.r.AudioSetting),
		AudioSize:       size,
		Bitrate:         a.rate * 8,
		WordCount:       utf8.RuneCountInString(a.r.Text),
		Invisible:       tts.InvisibleRatio(a.r.Text),
		UsageCharacters: tts.EstimateCharacters(a.r.Text),
		AudioFormat:     audioFormat(a.r),
		AudioChannel:    tts.Or(a.r.AudioSetting.Channel, tts.DefaultChannel),
	}
	if a.made.SampleRate > 0 { // all is spoken
		x.AudioLength = a.made.Samples * 1000 / int64(a.made.SampleRate)
		x.Bitrate = a.made.Bitrate
		if a.tagged() && a.encoded > 0 { // and nothing is still to be sent
			// MiniMax counts whole frames: 36 ms each at 32 kHz.
			x.AudioLength = mp3Frames(a.encoded, a.made.SampleRate, a.made.Bitrate) * int64(mp3Frame(a.made.SampleRate)) * 1000 / int64(a.made.SampleRate)
		}
	}
	return &x
}

func audioFormat(r tts.Request) string {
	if r.AudioSetting.Format == "" {
		return tts.DefaultFormat
	}
	return r.AudioSetting.Format
}

// fileTypes are the files that each format is kept in. audio/basic is bare
// mu-law by its definition, RFC 2046.
var fileTypes = map[string]struct{ extension, media string }{
	"mp3": {"mp3", "audio/mpeg"}, "wav": {"wav", "audio/wav"}, "flac": {"flac", "audio/flac"}, "pcm": {"pcm", "application/octet-stream"},
	tts.Opus: {"opus", "audio/ogg"}, tts.MuLaw: {"ulaw", "audio/basic"}, tts.MuLawWAV: {"wav", "audio/wav"},
}
