package decode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var apiRates = []int{8000, 16000, 22050, 24000, 32000, 44100}

func library(t testing.TB) func() (backend, error) {
	t.Helper()
	lib, err := mpg123Library()
	if err != nil {
		need(t, "libmpg123.so.0") // never found in PATH: fails or skips
	}
	return lib.open
}

func fallback() (backend, error) { return &builtin{why: errors.New("not there")}, nil }

// mp3Kinds are the ways in which an mp3 may come, beside rate and channels.
var mp3Kinds = []struct {
	name   string
	kbit   int // constant, 0 is variable
	tagged bool
	encode func(t testing.TB, s tones, frames int) []byte
}{
	{"32k", 32, false, constant(32)},
	{"64k", 64, false, constant(64)},
	{"128k", 128, false, constant(128)},
	{"256k", 256, false, constant(256)},
	{"vbr", 0, true, func(t testing.TB, s tones, frames int) []byte {
		return s.lameFile(t, frames, "-V", "4")
	}},
	{"id3", 64, true, func(t testing.TB, s tones, frames int) []byte {
		return s.lameFile(t, frames, "--cbr", "-b", "64", "--add-id3v2", "--tt", "A title", "--tc", "A comment")
	}},
	{"ffmpeg", 64, true, func(t testing.TB, s tones, frames int) []byte {
		file := filepath.Join(t.TempDir(), "a.mp3")
		run(t, s.pcm(frames), "ffmpeg", "-v", "error", "-f", "s16le", "-ar", strconv.Itoa(s.rate), "-ac", strconv.Itoa(s.channels),
			"-i", "-", "-c:a", "libmp3lame", "-b:a", "64k", file)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}},
}

func constant(kbit int) func(testing.TB, tones, int) []byte {
	return func(t testing.TB, s tones, frames int) []byte { return s.mp3(t, frames, kbit, "-t") }
}

// lameDelay is LAME's own delay and that of a decoder, in samples.
const lameDelay = 576 + decoderDelay

func TestMP3IsTheSourceAtEveryRateChannelsBitrateAndTag(t *testing.T) {
	open := library(t)
	for _, rate := range apiRates {
		for _, channels := range []int{1, 2} {
			for _, kind := range mp3Kinds {
				t.Run(fmt.Sprintf("%d/%dch/%s", rate, channels, kind.name), func(t *testing.T) {
					t.Parallel()
					s := tonesAt(rate, channels)
					frames := rate
					data := kind.encode(t, s, frames)
					d := newMP3(open)
					got, err := all(d, data, random(int64(rate+kind.kbit)))
					if err != io.EOF {
						t.Fatal(err)
					}
					if d.Rate() != rate || d.Channels() != channels {
						t.Fatalf("%d Hz %d channels, want %d %d", d.Rate(), d.Channels(), rate, channels)
					}

					args := []string{"-q", "-e", "f32", "-s", "-"}
					if !kind.tagged {
						args = append([]string{"--no-gapless"}, args...)
					}
					want := floats(run(t, data, "mpg123", args...))
					if a := apart(t, got, want); a > 1e-5 {
						t.Errorf("differs from mpg123 by %g", a)
					}

					// What a tag tells of delay and padding is gone; without one an
					// encoder's delay is in front and the last frame is filled up.
					sound := got
					if kind.tagged {
						if len(got) != frames*channels {
							t.Errorf("%d frames of %d", len(got)/channels, frames)
						}
					} else {
						if n := len(got) / channels; n < frames+lameDelay || n > frames+lameDelay+3*1152 {
							t.Errorf("%d frames of %d", n, frames)
						}
						sound = got[lameDelay*channels:]
					}
					if db := fidelity(sound, s, frames); db < 20 {
						t.Errorf("%.0f dB between the source and its error", db)
					}

					// Without the library: the same sound, or a refusal, never garbage.
					got16, err := all(newMP3(fallback), data, random(1))
					kbit := capped(rate, kind.kbit)
					refuses := rate == 8000 || rate == 22050 && (kbit == 32 || kbit == 160)
					var lacking *NeedsLibraryError
					switch {
					case errors.As(err, &lacking):
						if !strings.Contains(err.Error(), "needs libmpg123") {
							t.Errorf("no library in %v", err)
						}
						if !refuses && kind.kbit != 0 {
							t.Errorf("go-mp3 could have decoded this: %v", err)
						}
						if kind.kbit != 0 && len(got16) > 0 {
							t.Errorf("%d samples before the refusal", len(got16))
						}
						if a := apart(t, got16, got[:len(got16)]); a > 2e-4 {
							t.Errorf("go-mp3 differs by %g before the refusal", a)
						}
					case err != io.EOF:
						t.Errorf("go-mp3: %v", err)
					case refuses:
						t.Error("go-mp3 should have refused")
					default:
						if a := apart(t, got16, got); a > 2e-4 {
							t.Errorf("go-mp3 differs by %g", a)
						}
					}
				})
			}
		}
	}
}

func TestFirstSoundOfAChunkIsThereAtOnce(t *testing.T) {
	s := tonesAt(32000, 1)
	data := s.mp3(t, 32000, 128, "-t")
	d := newMP3(library(t))
	defer d.Close()
	d.Feed(data[:1600])
	dst := make([]float32, 8000)
	n := 0
	for {
		m, err := d.Read(dst[n:])
		if n += m; err != nil {
			break
		}
	}
	if n != 2*1152 {
		t.Errorf("%d samples of a chunk with two whole frames", n)
	}
}

func TestTagsAndInfoFramesMakeNoSound(t *testing.T) {
	open := library(t)
	s := tonesAt(32000, 1)
	bare := s.mp3(t, 16000, 64, "-t")
	tagged := s.mp3(t, 16000, 64, "--add-id3v2", "--tt", "A title") // with an Info frame and ID3v1
	id3 := append([]byte("ID3\x04\x00\x00\x00\x00\x02\x00"), make([]byte, 256)...)
	want, _ := all(newMP3(open), bare, random(1))
	cases := map[string]struct {
		data  []byte
		times int
	}{
		"info frame, ID3 at both ends": {tagged, 1},
		"ID3 in mid-stream":            {slices.Concat(id3, bare, id3, bare), 2},
		"two streams, each with info":  {slices.Concat(tagged, tagged), 2},
		"ID3v1 in mid-stream":          {slices.Concat(bare, append([]byte("TAG"), make([]byte, 125)...), bare), 2},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := all(newMP3(open), c.data, random(2))
			if err != io.EOF {
				t.Fatal(err)
			}
			if len(got) != c.times*len(want) {
				t.Errorf("%d samples, want %d", len(got), c.times*len(want))
			}
		})
	}
}

// minimaxTag is what MiniMax's whole answers begin with: ID3v2.4 with a label
// of 1,130 bytes (facts of nine files made by t2a_v2).
func minimaxTag() []byte {
	value := append([]byte("\x03AIGC\x00"), bytes.Repeat([]byte(`{"Label":"1","ContentProducer":"MiniMax"}`), 26)...)
	frames := append([]byte("TXXX\x00\x00"), byte(len(value)>>7), byte(len(value)&0x7F), 0, 0)
	frames = append(frames, value...)
	tag := append([]byte("ID3\x04\x00\x00\x00\x00\x08\x6a"), frames...)
	return append(tag, make([]byte, 1140-len(tag))...)
}

func TestAWholeAnswerOfMiniMaxIsAsLongAsItsSpeech(t *testing.T) {
	s := tonesAt(32000, 1)
	file := filepath.Join(t.TempDir(), "a.mp3")
	// libavformat writes the Info frame that names itself.
	run(t, s.pcm(50000), "ffmpeg", "-v", "error", "-f", "s16le", "-ar", "32000", "-ac", "1", "-i", "-", "-c:a", "libmp3lame", "-b:a", "128k",
		"-fflags", "+bitexact", "-id3v2_version", "0", file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data[:600], []byte("InfoLav")) && !bytes.Contains(data[:600], []byte("Lavf")) {
		t.Fatalf("no Info frame by libavformat: %q", data[:60])
	}
	data = append(minimaxTag(), data...)
	got, err := all(newMP3(library(t)), data, random(9))
	if err != io.EOF || len(got) != 50000 {
		t.Fatalf("%d samples of 50000, %v", len(got), err)
	}
	if db := fidelity(got, s, 50000); db < 20 {
		t.Errorf("%.0f dB between the source and its error", db)
	}
	// The same frames again without tag or info, as a stream would bring them.
	twice, err := all(newMP3(library(t)), append(data, data[1140+576:]...), random(9))
	if err != io.EOF || len(twice) < 2*50000+lameDelay {
		t.Errorf("%d samples with a bare stream behind, %v", len(twice), err)
	}
}

func TestAChangedFormatIsPlayedInItsOwn(t *testing.T) {
	for name, open := range map[string]func() (backend, error){"libmpg123": library(t), "go-mp3": fallback} {
		t.Run(name, func(t *testing.T) {
			var data []byte
			parts := []tones{tonesAt(32000, 1), tonesAt(44100, 2), tonesAt(24000, 1)}
			for _, p := range parts {
				data = append(data, p.mp3(t, p.rate, 128, "-t")...)
			}
			d := newMP3(open)
			defer d.Close()
			d.Feed(data)
			d.End()
			var got [][]float32
			var formats []tones
			dst := make([]float32, 500)
			for {
				n, err := d.Read(dst)
				if n == 0 {
					if err != io.EOF {
						t.Fatal(err)
					}
					break
				}
				f := tonesAt(d.Rate(), d.Channels())
				if len(formats) == 0 || formats[len(formats)-1] != f {
					formats, got = append(formats, f), append(got, nil)
				}
				got[len(got)-1] = append(got[len(got)-1], dst[:n]...)
			}
			if !slices.Equal(formats, parts) {
				t.Fatalf("formats %v, want %v", formats, parts)
			}
			for i, f := range formats {
				if l := level(middle(got[i], f.rate, f.channels), f.rate, f.channels, 0, f.hz[0]); l < 0.45 || l > 0.55 {
					t.Errorf("part %d: level %.3f", i, l)
				}
			}
		})
	}
}

func TestWhatCanBePlayedOfDamagedInputIsPlayed(t *testing.T) {
	s := tonesAt(32000, 1)
	data := s.mp3(t, 64000, 64, "-t")
	clean, _ := all(newMP3(library(t)), data, whole(999))
	hole := slices.Concat(data[:4000], data[4700:])
	garbled := slices.Clone(data)
	for i := 5000; i < 6000; i++ {
		garbled[i] = byte(i * 7919)
	}
	for back, open := range map[string]func() (backend, error){"libmpg123": library(t), "go-mp3": fallback} {
		for name, c := range map[string]struct {
			data []byte
			lost float64 // frames of 1152 samples that may be missing
			err  error
		}{
			"a hole":            {hole, 5, ErrDamaged},
			"garbage within":    {garbled, 6, ErrDamaged},
			"garbage at start":  {slices.Concat(bytes.Repeat([]byte("<html>\xff\xfb"), 100), data), 1, ErrDamaged},
			"cut short":         {data[:len(data)-100], 1, ErrDamaged},
			"cut at the header": {data[:len(data)-len(data)%288+2-288], 3, ErrDamaged},
		} {
			t.Run(back+"/"+name, func(t *testing.T) {
				got, err := all(newMP3(open), c.data, random(3))
				if !errors.Is(err, c.err) {
					t.Errorf("error %v, want %v", err, c.err)
				}
				if lost := float64(len(clean)-len(got)) / 1152; lost < 0 || lost > c.lost {
					t.Errorf("%.1f frames lost of %d", lost, len(clean)/1152)
				}
				for i, v := range got {
					if math.Abs(float64(v)) > 0.8 {
						t.Fatalf("sample %d is %.2f: noise in place of what was lost", i, v)
					}
				}
			})
		}
	}
}

func TestASyncWordWithoutAFrameBehindItMakesNoSound(t *testing.T) {
	data := tonesAt(32000, 1).mp3(t, 16000, 64, "-t")
	other := tonesAt(44100, 2).mp3(t, 8000, 128, "-t")
	h, ok := parseHeader(other)
	if !ok {
		t.Fatal("the encoder made no frame")
	}
	lone := other[:h.size]
	clean, _ := all(newMP3(library(t)), data, whole(999))
	for name, junk := range map[string][]byte{
		"before the sound":      slices.Concat([]byte("<html>"), lone, []byte("</html>")),
		"before it, at the top": slices.Concat(lone, []byte("</html>")),
	} {
		got, err := all(newMP3(library(t)), slices.Concat(junk, data), random(5))
		if !errors.Is(err, ErrDamaged) || !slices.Equal(got, clean) {
			t.Errorf("%s: %d samples of %d, %v", name, len(got), len(clean), err)
		}
	}
	if got, err := all(newMP3(library(t)), append([]byte("<html>"), append(lone[:len(lone):len(lone)], "</html>"...)...), random(6)); !errors.Is(err, ErrNoAudio) {
		t.Errorf("alone: %d samples, %v", len(got), err)
	}
}

func TestNothingDecodableIsAClearError(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":          nil,
		"text":           []byte(`{"error":{"message":"quota"}}`),
		"zeros":          make([]byte, 5000),
		"sync bytes":     bytes.Repeat([]byte{0xFF}, 5000),
		"forged ID3":     append([]byte("ID3\x03\x00\x00\x7f\x7f\x7f\x7f"), make([]byte, 5000)...),
		"a lone header":  {0xFF, 0xFB, 0x90, 0xC0},
		"half an ID3":    []byte("ID3\x03"),
		"one header bit": {0xFF},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := all(newMP3(openBackend), data, random(4))
			if !errors.Is(err, ErrNoAudio) || len(got) > 0 {
				t.Errorf("%d samples, error %v", len(got), err)
			}
		})
	}
}

func TestGarbageDoesNotPileUp(t *testing.T) {
	d := newMP3(openBackend).(*mp3)
	defer d.Close()
	junk := bytes.Repeat([]byte("\xff\xfbnot an mp3"), 100)
	dst := make([]float32, 100)
	for range 3000 {
		d.Feed(junk)
		if n, err := d.Read(dst); n != 0 || err != ErrMore {
			t.Fatal(n, err)
		}
	}
	if cap(d.split.buf) > 1<<14 {
		t.Errorf("%d bytes held", cap(d.split.buf))
	}
	runtime.KeepAlive(d)
}

func FuzzMP3(f *testing.F) {
	// Small, as every input that finds something new is first made smaller.
	s := tonesAt(16000, 1)
	data := s.mp3(f, 600, 32, "-t")
	f.Add(data, uint16(100))
	f.Add(slices.Concat(data[:300], []byte("ID3\x04\x00\x00\x00\x00\x00\x03abc"), data[350:]), uint16(7))
	f.Add(slices.Concat(minimaxTag()[:10], make([]byte, 1130), s.lameFile(f, 600, "-V", "4")), uint16(300))
	f.Add(slices.Concat(ape(2000, 32, true), ape(2000, 32, false), make([]byte, 9), data[:300], []byte("LYRICSBEGIN000011LYRICS200TAG")), uint16(50))
	f.Fuzz(func(t *testing.T, data []byte, piece uint16) {
		for _, open := range []func() (backend, error){openBackend, fallback} {
			got, err := all(newMP3(open), data, whole(1+int(piece)))
			if err == nil || errors.Is(err, ErrMore) {
				t.Fatalf("ended with %v", err)
			}
			// The smallest frame has 24 bytes and 576 frames of sound.
			if len(got) > (len(data)/24+1)*2*1152 {
				t.Fatalf("%d samples of %d bytes", len(got), len(data))
			}
		}
	})
}
