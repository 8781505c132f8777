package align

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
	"unsafe"

	"github.com/ebitengine/purego"

	"voicestudio/player/measure"
)

// word is where a word is said, in seconds; up to the next may be a rest. It begins
// at a rune of the text.
type word struct {
	from, to float64
	at       int
}

// take is a sound of which espeak-ng has told where it says each word.
type take struct {
	measure.Sound
	words    []word
	features *Features
}

const espeakRate = 22050

// espeak is libespeak-ng. The program tells no times.
var espeak struct {
	sync.Mutex
	load    sync.Once
	err     error
	root    string
	synth   func(text string, size uintptr, position uint32, kind int32, end, flags uint32, id, user uintptr) int32
	voice   func(name string) int32
	set     func(parameter, value, relative int32) int32
	samples []float32
	events  []espeakEvent
	said    map[utterance]take
}

type utterance struct {
	voice string
	speed float64
	text  string
}

// From speak_lib.h.
const (
	espeakSynchronous  = 2
	espeakPhonemes     = 1 // events of them, too
	espeakUTF8         = 1
	espeakSpeed        = 1 // words per minute
	espeakWordEvent    = 1
	espeakPhonemeEvent = 7
)

type espeakEvent struct {
	kind      int32
	_         uint32
	at        int32 // of the text, in code points from 1
	length, _ int32
	sample    int32
	_         uintptr
	phoneme   [8]byte
}

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(espeak.root)
	os.Exit(code)
}

func loadEspeak() (err error) {
	var lib uintptr
	for _, name := range []string{"libespeak-ng.so.1", "libespeak-ng.1.dylib", "/opt/homebrew/lib/libespeak-ng.1.dylib", "/usr/local/lib/libespeak-ng.1.dylib"} {
		if lib, err = openLibrary(name); err == nil {
			break
		}
	}
	if err == nil {
		err = furnishEspeak()
	}
	if err != nil {
		return err
	}
	var initialize func(output, length int32, path string, options int32) int32
	var callback func(fn uintptr)
	purego.RegisterLibFunc(&initialize, lib, "espeak_Initialize")
	purego.RegisterLibFunc(&callback, lib, "espeak_SetSynthCallback")
	purego.RegisterLibFunc(&espeak.synth, lib, "espeak_Synth")
	purego.RegisterLibFunc(&espeak.voice, lib, "espeak_SetVoiceByName")
	purego.RegisterLibFunc(&espeak.set, lib, "espeak_SetParameter")
	if rate := initialize(espeakSynchronous, 200, espeak.root, espeakPhonemes); rate != espeakRate {
		return fmt.Errorf("espeak_Initialize: %d", rate)
	}
	callback(purego.NewCallback(func(wave *int16, n int32, events *espeakEvent) int32 {
		if wave != nil {
			for _, s := range unsafe.Slice(wave, n) {
				espeak.samples = append(espeak.samples, float32(s)/32768)
			}
		}
		for e := events; e.kind != 0; e = (*espeakEvent)(unsafe.Add(unsafe.Pointer(e), unsafe.Sizeof(*e))) {
			espeak.events = append(espeak.events, *e)
		}
		return 0
	}))
	return nil
}

// furnishEspeak makes a folder in which it finds its own data, and those of
// testdata/voices beside its voices: three of the sandbox's, and one in the
// middle between the lady and the man.
func furnishEspeak() error {
	version, err := exec.Command("espeak-ng", "--version").Output()
	if err != nil {
		return err
	}
	_, installed, _ := strings.Cut(strings.TrimSpace(string(version)), "Data at: ")
	espeak.root, err = os.MkdirTemp("", "align")
	if err != nil {
		return err
	}
	data := filepath.Join(espeak.root, "espeak-ng-data")
	variants := filepath.Join(data, "voices", "!v")
	err = os.MkdirAll(variants, 0o700)
	own, _ := filepath.Abs(filepath.Join("testdata", "voices"))
	for from, to := range map[string]string{installed: data, filepath.Join(installed, "voices", "!v"): variants, own: variants} {
		entries, e := os.ReadDir(from)
		err = cmp.Or(err, e)
		for _, entry := range entries {
			if entry.Name() != "voices" {
				err = cmp.Or(err, os.Symlink(filepath.Join(from, entry.Name()), filepath.Join(to, entry.Name())))
			}
		}
	}
	return err
}

// say speaks a text in a voice, "en+f2", at a speed; <#1.0#> in it is a pause as
// hosts make it, between two texts that know nothing of each other.
func say(t testing.TB, voice string, speed float64, text string) take {
	t.Helper()
	said := utter(t, voice, speed, text)
	if said.features == nil {
		said.features = Of(said.Sound)
		espeak.Lock()
		defer espeak.Unlock()
		espeak.said[utterance{voice, speed, text}] = said
	}
	return said
}

// utter is say without the features.
func utter(t testing.TB, voice string, speed float64, text string) take {
	t.Helper()
	espeak.Lock()
	defer espeak.Unlock()
	espeak.load.Do(func() { espeak.err = loadEspeak() })
	if espeak.err != nil {
		t.Fatal(espeak.err)
	}
	key := utterance{voice, speed, text}
	if said, found := espeak.said[key]; found {
		return said
	}
	if r := espeak.voice(voice); r != 0 {
		t.Fatalf("voice %s: %d", voice, r)
	}
	espeak.set(espeakSpeed, int32(175*speed+0.5), 0)
	said := take{Sound: measure.Sound{Channels: 1, Rate: espeakRate}}
	at := 0
	for piece := range strings.SplitSeq(text, "<#") {
		if pause, rest, found := strings.Cut(piece, "#>"); found {
			seconds := 0.0
			fmt.Sscan(pause, &seconds)
			said.Samples = append(said.Samples, make([]float32, int(seconds*espeakRate))...)
			at += len("<##>") + len(pause)
			piece = rest
		}
		espeak.samples, espeak.events = nil, nil
		if r := espeak.synth(piece+"\x00", uintptr(len(piece)+1), 0, 1, 0, espeakUTF8, 0, 0); r != 0 {
			t.Fatalf("espeak_Synth: %d", r)
		}
		said.words = append(said.words, wordsOf(float64(len(said.Samples))/espeakRate, at)...)
		at += utf8.RuneCountInString(piece)
		said.Samples = append(said.Samples, espeak.samples...)
	}
	if espeak.said == nil {
		espeak.said = map[utterance]take{}
	}
	espeak.said[key] = said
	return said
}

// wordsOf are the words of what was said last, which began at a time and a rune.
func wordsOf(begin float64, first int) (words []word) {
	open := false
	end := func(at float64) {
		if open {
			words[len(words)-1].to = at
		}
		open = false
	}
	for _, e := range espeak.events {
		at := begin + float64(e.sample)/espeakRate
		switch {
		case e.kind == espeakWordEvent && e.length > 0:
			end(at)
			words, open = append(words, word{at, at, first + int(e.at) - 1}), true
		case e.kind == espeakPhonemeEvent && e.phoneme[0] == '_':
			end(at)
		}
	}
	end(begin + float64(len(espeak.samples))/espeakRate)
	return words
}
