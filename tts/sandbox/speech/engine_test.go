package speech

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
)

func TestMain(m *testing.M) {
	if os.Getenv("SPEECH_TEST_CHILD") != "" {
		engineUntilKilled()
	}
	// The engine is shared, so it is closed before leaks are looked for.
	code := m.Run()
	if shared.engine != nil {
		shared.engine.Close()
		if _, err := os.Stat(shared.engine.root); err == nil {
			println("the data folder is left over:", shared.engine.root)
			code = 1
		}
	}
	if err := goleak.Find(); err != nil {
		println(err.Error())
		code = 1
	}
	os.Exit(code)
}

var shared struct {
	sync.Once
	engine *Engine
	err    error
}

// engine is shared by the tests: speaking does not change it.
func engine(t testing.TB) *Engine {
	t.Helper()
	shared.Do(func() { shared.engine, shared.err = Open() })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.engine
}

func TestTheSameRequestGivesTheSameBytes(t *testing.T) {
	r := says("Santa_Claus ", "Ho ho ho (laughs), 你好<#0.2#>!")
	r.VoiceSetting.Emotion = "fearful" // breath and flutter
	r.VoiceModify.SoundEffects = "lofi_telephone"
	var want bytes.Buffer
	if _, err := engine(t).Speak(t.Context(), r, &want); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var got bytes.Buffer
			if _, err := engine(t).Speak(t.Context(), r, &got); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%d bytes, want the same %d", got.Len(), want.Len())
			}
		})
	}
	group.Wait()
	nothingLeft(t)
}

func TestCancellingLeavesNothingBehind(t *testing.T) {
	text := strings.Repeat(sentence+" ", 100)
	for _, format := range []string{"mp3", "pcm"} {
		for range 5 {
			ctx, cancel := context.WithCancel(t.Context())
			r := says(woman, text)
			r.AudioSetting.Format = format
			_, err := engine(t).Speak(ctx, r, writer(func(p []byte) (int, error) { cancel(); return len(p), nil }))
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", format, err)
			}
		}
	}
	nothingLeft(t)
}

// A reader who takes longer than any pause that os/exec allows gets all, and
// keeps no place from others meanwhile.
func TestASlowReaderGetsAllAndKeepsNobodyWaiting(t *testing.T) {
	e := engine(t)
	var want bytes.Buffer
	if _, err := e.Speak(t.Context(), says(woman, sentence), &want); err != nil {
		t.Fatal(err)
	}
	goOn := make(chan struct{})
	var slow sync.WaitGroup
	readers := cap(e.places) + 3
	got := make([]bytes.Buffer, readers)
	for i := range readers {
		slow.Go(func() {
			_, err := e.Speak(t.Context(), says(woman, sentence), writer(func(p []byte) (int, error) {
				<-goOn
				return got[i].Write(p)
			}))
			if err != nil || !bytes.Equal(got[i].Bytes(), want.Bytes()) {
				t.Errorf("%d bytes of %d, %v", got[i].Len(), want.Len(), err)
			}
		})
	}
	if _, err := e.Speak(t.Context(), says(man, sentence), io.Discard); err != nil {
		t.Errorf("somebody who reads: %v", err)
	}
	waited(t, "all programs have ended though nobody has read", func() bool { return len(e.places) == 0 && e.spools.Load() >= int64(readers*(want.Len()-atOnce)) })
	close(goOn)
	slow.Wait()
	if left := e.spools.Load(); left != 0 {
		t.Errorf("%d bytes are counted as waiting", left)
	}
	nothingLeft(t)
}

func TestWhoWaitsInLineCanLeave(t *testing.T) {
	e := engine(t)
	for range cap(e.places) {
		e.places <- struct{}{}
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() {
		_, err := e.Speak(ctx, says(woman, sentence), io.Discard)
		ended <- err
	}()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for range cap(e.places) {
		<-e.places
	}
	nothingLeft(t)
}

func TestAWriterThatFailsEndsTheSpeechWithItsOwnError(t *testing.T) {
	broken := errors.New("broken")
	for _, format := range []string{"mp3", "pcm", "flac", "wav"} {
		r := says(woman, strings.Repeat(sentence+" ", 100))
		r.AudioSetting.Format = format
		n := 0
		_, err := engine(t).Speak(t.Context(), r, writer(func(p []byte) (int, error) {
			if n++; n > 2 {
				return 0, broken
			}
			return len(p), nil
		}))
		if !errors.Is(err, broken) {
			t.Errorf("%s: %v", format, err)
		}
	}
	nothingLeft(t)
}

// waited waits until something is so.
func waited(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not so: %s", what)
		}
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }

func TestTenThousandCharactersStream(t *testing.T) {
	text := strings.Repeat("The quick brown fox jumps over the lazy dog again. ", 200)[:9999]
	r := says(woman, text)
	r.AudioSetting = tts.AudioSetting{Format: "pcm", SampleRate: new(22050)}
	var n int64
	largest := 0
	result, err := engine(t).Speak(t.Context(), r, writer(func(p []byte) (int, error) {
		n += int64(len(p))
		largest = max(largest, len(p))
		return len(p), nil
	}))
	if err != nil {
		t.Fatal(err)
	}
	if n != 2*result.Samples || result.Samples < 400*22050 {
		t.Errorf("%d bytes, %+v", n, result)
	}
	if largest > 1<<18 {
		t.Errorf("a piece of %d bytes: this does not stream", largest)
	}
}

func TestAClosedEngineSaysSo(t *testing.T) {
	engine(t)
	e, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	begun := make(chan struct{})
	var once sync.Once
	go func() {
		_, err := e.Speak(t.Context(), says(man, strings.Repeat(sentence, 100)), writer(func(p []byte) (int, error) {
			once.Do(func() { close(begun) })
			return len(p), nil
		}))
		ended <- err
	}()
	<-begun
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	if err := <-ended; !errors.Is(err, ErrClosed) {
		t.Errorf("the speech that was under way: %v", err)
	}
	if _, err := e.Speak(t.Context(), says(man, "One."), io.Discard); !errors.Is(err, ErrClosed) {
		t.Errorf("a speech after that: %v", err)
	}
	if _, err := os.Stat(e.root); err == nil {
		t.Error("the data folder is left")
	}
}

func TestAMissingProgramIsNamed(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Open()
	missing, ok := errors.AsType[*Missing](err)
	if !ok {
		t.Fatal(err)
	}
	if missing.Program != "espeak-ng" || missing.Purpose != Speaking || len(missing.Besides) != 1 || missing.Besides[0] != "lame" {
		t.Errorf("%+v", missing)
	}
}

// BenchmarkFirstByte is the time from Speak to the first mp3 bytes of a
// sentence of 60 characters, and to the last.
func BenchmarkFirstByte(b *testing.B) {
	e := engine(b)
	r := says(woman, "The quick brown fox jumps over the lazy dog in the evening. ")
	var first time.Duration
	n := 0
	for b.Loop() {
		start := time.Now()
		seen := false
		if _, err := e.Speak(b.Context(), r, writer(func(p []byte) (int, error) {
			if !seen {
				seen = true
				first += time.Since(start)
			}
			return len(p), nil
		})); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(first.Microseconds())/1000/float64(n), "first-ms")
}
