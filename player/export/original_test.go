package export

import (
	"bytes"
	"testing"
	"time"

	"voicestudio/player/decode"
)

func TestTheOriginalKeepsEveryByteOfAudio(t *testing.T) {
	pcm := tone(32000, 1, 0.5, time.Second)
	label := `{"Label":"1","ContentProducer":"MiniMax"}`
	aigc := id3Tag([]id3Frame{{id: "TXXX", body: []byte("\x03AIGC\x00" + label)}, {id: "TIT2", body: []byte("\x03old title")}}, nil)
	bare := bareMP3(t)

	mp3, _ := write(t, append(aigc, bare...), decode.Format{Codec: "mp3"}, Options{Codec: Original, Tags: request})
	if !bytes.HasSuffix(mp3, bare) || bytes.Count(mp3, []byte("ID3")) != 1 {
		t.Error("mp3: the audio frames were touched, or there are two tags")
	}
	tagged(t, mp3, "mp3")
	if got, _ := probe(t, mp3, "mp3"); got["aigc"] != label {
		t.Errorf("mp3: the label is %q", got["aigc"])
	}
	twice, _ := write(t, mp3, decode.Format{Codec: "mp3"}, Options{Codec: Original, Tags: request})
	if !bytes.Equal(twice, mp3) {
		t.Error("mp3: the same tags again make another file")
	}
	v23 := encoded(t, pcm, 32000, 1, "-c:a", "libmp3lame", "-id3v2_version", "3", "-metadata", "artist=Anna", "-metadata", "title=old", "-f", "mp3")
	mp3, _ = write(t, v23, decode.Format{Codec: "mp3"}, Options{Codec: Original, Tags: request})
	tagged(t, mp3, "mp3")
	if got, _ := probe(t, mp3, "mp3"); got["artist"] != "Anna" {
		t.Errorf("mp3: of an ID3v2.3 tag %v is left", got)
	}

	flac := encoded(t, pcm, 32000, 1, "-c:a", "flac", "-metadata", "artist=Anna", "-metadata", "title=old", "-f", "flac")
	out, _ := write(t, flac, decode.Format{Codec: "flac"}, Options{Codec: Original, Tags: request})
	run(t, out, "flac", "-t", "-s", "-")
	tagged(t, out, "flac")
	if got, _ := probe(t, out, "flac"); got["artist"] != "Anna" {
		t.Errorf("flac: %v is left", got)
	}
	if !bytes.Equal(out[len(out)-5000:], flac[len(flac)-5000:]) {
		t.Error("flac: the audio frames were touched")
	}

	wav := run(t, pcm, "ffmpeg", "-v", "error", "-f", "s16le", "-ar", "32000", "-ac", "1", "-i", "-", "-metadata", "artist=Anna", "-f", "wav", "-") // sizes unknown
	out, _ = write(t, wav, decode.Format{Codec: "wav"}, Options{Codec: Original, Tags: request})
	if got := run(t, out, "sox", "-t", "wav", "-", "-t", "raw", "-"); !bytes.Equal(got, pcm) {
		t.Error("wav: other samples")
	}
	tagged(t, out, "wav")
	if got, _ := probe(t, out, "wav"); got["artist"] != "Anna" {
		t.Errorf("wav: %v is left", got)
	}

	for codec, data := range map[string][]byte{"mp3": v23, "flac": flac, "wav": wav, "pcm": pcm} {
		if out, _ := write(t, data, decode.Format{Codec: codec}, Options{Codec: Original}); !bytes.Equal(out, data) {
			t.Errorf("%s without tags is not the same", codec)
		}
	}
}

func FuzzRetag(f *testing.F) {
	pcm := tone(16000, 1, 0.3, 20*time.Millisecond)
	var wav, flac bytes.Buffer
	format := decode.Format{Codec: "pcm", SampleRate: 16000, Channels: 1}
	Write(f.Context(), &wav, bytes.NewReader(pcm), format, Options{Codec: "wav", Tags: request})
	Write(f.Context(), &flac, bytes.NewReader(pcm), format, Options{Codec: "flac", Tags: request})
	f.Add(wav.Bytes())
	f.Add(flac.Bytes())
	f.Add(append(id3Tag(nil, request), 0xFF, 0xFB))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, codec := range []string{"mp3", "flac", "wav"} {
			var out bytes.Buffer
			_, err := Write(t.Context(), &out, bytes.NewReader(data), decode.Format{Codec: codec}, Options{Codec: Original, Tags: request})
			if err == nil && out.Len() > 2*len(data)+4096 {
				t.Fatalf("%d bytes of %d", out.Len(), len(data))
			}
		}
	})
}
