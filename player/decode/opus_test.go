package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// opus encodes by opusenc, in pages of at most a fifth of a second.
func (s tones) opus(t testing.TB, frames int, extra ...string) []byte {
	return run(t, s.pcm(frames), "opusenc", append([]string{"--quiet", "--raw", "--raw-rate", strconv.Itoa(s.rate), "--raw-chan", strconv.Itoa(s.channels),
		"--max-delay", "200", "--padding", "0", "--serial", "7"}, append(extra, "-", "-")...)...)
}

// opusdec decodes by opusdec.
func opusdec(t testing.TB, data []byte) []float32 {
	return floats(run(t, data, "opusdec", "--quiet", "--float", "--rate", "48000", "-", "-"))
}

// ofOpus decodes data that comes in pieces.
func ofOpus(t testing.TB, data []byte, piece func() int) ([]float32, error) {
	t.Helper()
	d, err := New(Format{Codec: "opus"})
	if err != nil {
		t.Fatal(err)
	}
	return all(d, data, piece)
}

func TestOpusIsWhatOpusdecHearsInWhateverPiecesItComes(t *testing.T) {
	sandbox := []string{"--hard-cbr", "--bitrate", "64", "--speech", "--set-ctl-int", "14000=0"}
	for _, rate := range []int{8000, 16000, 24000, 48000} {
		for _, channels := range []int{1, 2} {
			s := tonesAt(rate, channels)
			frames := rate/2 + 77
			pcm := s.pcm(frames)
			for name, data := range map[string][]byte{
				"opusenc": s.opus(t, frames),
				"sandbox": s.opus(t, frames, sandbox...),
				"ffmpeg": run(t, pcm, "ffmpeg", "-v", "error", "-f", "s16le", "-ar", strconv.Itoa(rate), "-ac", strconv.Itoa(channels), "-i", "-",
					"-c:a", "libopus", "-b:a", "96k", "-f", "ogg", "-"),
			} {
				t.Run(fmt.Sprintf("%d/%dch/%s", rate, channels, name), func(t *testing.T) {
					t.Parallel()
					want := opusdec(t, data)
					if n := frames * opusRate / rate * channels; name != "ffmpeg" && len(want) != n {
						t.Fatalf("opusdec makes %d samples of %d", len(want), n)
					}
					for name, piece := range map[string]func() int{"whole": whole(len(data)), "byte by byte": whole(1), "in pieces": random(int64(rate))} {
						d, _ := New(Format{Codec: "opus"})
						got, err := all(d, data, piece)
						if err != io.EOF || d.Rate() != opusRate || d.Channels() != channels {
							t.Fatalf("%s: %v, %d Hz, %d channels", name, err, d.Rate(), d.Channels())
						}
						if a := apart(t, got, want); a > 1e-5 {
							t.Errorf("%s: differs from opusdec by %g", name, a)
						}
					}
				})
			}
		}
	}
}

// The sample that was first is first: the encoder's delay and what filled up its
// last packet are gone.
func TestOpusIsTheSourceInItsPlace(t *testing.T) {
	s := tonesAt(opusRate, 1)
	for _, frames := range []int{100, 960, 5000, 48001} {
		got, err := ofOpus(t, s.opus(t, frames, "--bitrate", "256"), random(1))
		if err != io.EOF || len(got) != frames {
			t.Fatalf("%d frames of %d, %v", len(got), frames, err)
		}
		if db := fidelity(got, s, frames); frames > 1000 && db < 30 {
			t.Errorf("%d frames: %.0f dB between the source and its error", frames, db)
		}
	}
}

func TestAVoiceInOpusIsWhatOpusdecHears(t *testing.T) {
	spoken := run(t, nil, "espeak-ng", "--stdout", "Welcome to the voice studio.")
	data := run(t, spoken, "opusenc", "--quiet", "--ignorelength", "-", "-")
	got, err := ofOpus(t, data, random(3))
	if a := apart(t, got, opusdec(t, data)); err != io.EOF || a > 1e-5 {
		t.Errorf("differs by %g, %v", a, err)
	}
}

func TestTheFirstPageOfOpusIsHeardAtOnce(t *testing.T) {
	data := tonesAt(opusRate, 1).opus(t, 2*opusRate)
	pages := cutOgg(t, data)
	d, _ := New(Format{Codec: "opus"})
	defer d.Close()
	d.Feed(joinOgg(pages[:3]...))
	dst := make([]float32, opusRate)
	n := 0
	for {
		m, err := d.Read(dst[n:])
		if n += m; err != nil {
			break
		}
	}
	if preSkip := int64(binary.LittleEndian.Uint16(data[28+10:])); int64(n) != pages[2].granule-preSkip || n == 0 {
		t.Errorf("%d frames, the page ends at %d", n, pages[2].granule)
	}
}

func TestTheHeadOfOpusIsObeyedOrRefused(t *testing.T) {
	pages := cutOgg(t, tonesAt(opusRate, 1).opus(t, 20000))
	with := func(at int, b ...byte) []byte {
		return joinOgg(append([]oggPage{pages[0].edited(func(head []byte) { copy(head[at:], b) })}, pages[1:]...)...)
	}
	plain, _ := ofOpus(t, joinOgg(pages...), random(8))
	louder, err := ofOpus(t, with(16, 0x80, 0xFA), random(8)) // -5.5 dB in 256ths
	for i, v := range plain {
		if d := math.Abs(float64(louder[i]) - float64(v)*math.Pow(10, -5.5/20)); err != io.EOF || d > 1e-6 {
			t.Fatalf("%d: %v, not %v less 5.5 dB; %v", i, louder[i], v, err)
		}
	}
	if got, err := ofOpus(t, with(10, 0, 0), random(8)); err != io.EOF || len(got) != len(plain)+312 {
		t.Errorf("without a pre-skip %d frames, with it %d, %v", len(got), len(plain), err)
	}
	for says, data := range map[string][]byte{
		"version 16":     with(8, 16),
		"0 channels":     with(9, 0),
		"6 channels":     with(9, 6),
		"by family 1;":   with(18, 1),
		"10 bytes of 19": joinOgg(oggPage{first: true, serial: 7, lacing: []byte{10}, body: pages[0].body[:10]}, pages[1]),
	} {
		if got, err := ofOpus(t, data, random(8)); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), says) || len(got) > 0 {
			t.Errorf("%s: %d samples, %v", says, len(got), err)
		}
	}
	// Nobody needs to know what it was made with.
	if got, err := ofOpus(t, joinOgg(append([]oggPage{pages[0]}, renumbered(pages[2:])...)...), random(8)); err != io.EOF || len(got) != len(plain) {
		t.Errorf("without tags: %d frames of %d, %v", len(got), len(plain), err)
	}
}

// renumbered are the pages behind a stream's first.
func renumbered(pages []oggPage) []oggPage {
	pages = slices.Clone(pages)
	for i := range pages {
		pages[i].seq = uint32(i + 1)
	}
	return pages
}

func TestWhatIsNoOpusSaysWhatItIs(t *testing.T) {
	s := tonesAt(16000, 1)
	ogg := func(args ...string) []byte {
		return run(t, s.pcm(8000), "ffmpeg", append(append([]string{"-v", "error", "-f", "s16le", "-ar", "16000", "-ac", "1", "-i", "-"}, args...), "-f", "ogg", "-")...)
	}
	vorbis := ogg("-c:a", "libvorbis")
	data := s.opus(t, 8000)
	for name, c := range map[string]struct {
		data []byte
		err  error
		says string
	}{
		"vorbis":             {vorbis, ErrFormat, "opus: this audio cannot be played: there is Vorbis in its Ogg, no Opus"},
		"vorbis, cut":        {vorbis[:100], ErrFormat, "there is Vorbis"},
		"flac in Ogg":        {ogg("-c:a", "flac"), ErrFormat, "there is FLAC"},
		"empty":              {nil, ErrNoAudio, "without a byte"},
		"text":               {[]byte(`{"error":{"message":"quota"}}`), ErrNoAudio, "no beginning of Opus in Ogg"},
		"signs":              {bytes.Repeat([]byte(oggSign), 100), ErrNoAudio, "no beginning"},
		"without its head":   {data[len(joinOgg(cutOgg(t, data)[0])):], ErrNoAudio, "no beginning"},
		"a head and no more": {joinOgg(cutOgg(t, data)[:2]...), ErrNoAudio, "no decodable packet"},
	} {
		got, err := ofOpus(t, c.data, random(9))
		if !errors.Is(err, c.err) || !strings.Contains(err.Error(), c.says) || len(got) > 0 {
			t.Errorf("%s: %d samples, %v", name, len(got), err)
		}
	}
}

func TestWithoutLibopusItSaysWhatToInstall(t *testing.T) {
	why := errors.New("not there")
	got, err := all(&opus{open: func() (*opusFunctions, error) { return nil, why }}, tonesAt(16000, 1).opus(t, 8000), random(1))
	if _, lacks := errors.AsType[*NeedsLibraryError](err); !lacks || !errors.Is(err, why) || len(got) > 0 ||
		err.Error() != "Opus needs libopus, which is not installed; install libopus" {
		t.Errorf("%d samples, %v", len(got), err)
	}
}
