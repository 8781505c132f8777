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
	"unsafe"

	"github.com/ebitengine/purego"

	"voicestudio/player/measure"
)

// word is where one is said, in seconds; what is left before the next is a rest.
type word struct {
	text     string
	from, to float64
}

// take is a sound whose words' times are known from who said them.
type take struct {
	measure.Sound
	words []word
}

type espeakEvent struct {
	kind             int32
	_                uint32
	position, length int32 // in the text, from 1
	_                int32 // ms
	sample           int32
	_                uintptr
	name             [8]byte
}

var espeak struct {
	sync.Mutex
	once    sync.Once
	err     error
	synth   func(text string, size uintptr, position uint32, kind int32, end, flags uint32, id, user uintptr) int32
	voice   func(name string) int32
	set     func(parameter, value, relative int32) int32
	samples []float32
	events  []espeakEvent
}

func loadEspeak() error {
	lib, err := purego.Dlopen("libespeak-ng.so.1", purego.RTLD_NOW|purego.RTLD_GLOBAL)
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
	root, err := espeakRoot()
	if err != nil {
		return err
	}
	//ROOTRM
	if rate := initialize(2, 200, root, 1); rate != 22050 {
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

// espeakRoot is a folder in which espeak-ng finds its own data, and beside its
// voices those of testdata/voices.
func espeakRoot() (string, error) {
	version, err := exec.Command("espeak-ng", "--version").Output()
	if err != nil {
		return "", err
	}
	_, installed, _ := strings.Cut(string(version), "Data at:")
	installed = strings.TrimSpace(installed)
	root, err := os.MkdirTemp("", "align")
	if err != nil {
		return "", err
	}
	data := filepath.Join(root, "espeak-ng-data")
	variants := filepath.Join(data, "voices", "!v")
	err = os.MkdirAll(variants, 0o700)
	own, _ := filepath.Abs("testdata/voices")
	for from, to := range map[string]string{installed: data, filepath.Join(installed, "voices", "!v"): variants, own: variants, "/tmp/al/v": variants} {
		entries, e := os.ReadDir(from)
		err = cmp.Or(err, e)
		for _, entry := range entries {
			if entry.Name() != "voices" {
				err = cmp.Or(err, os.Symlink(filepath.Join(from, entry.Name()), filepath.Join(to, entry.Name())))
			}
		}
	}
	return root, err
}

// speak says a text; <#x#> in it is a pause of x seconds as the sandbox makes it.
func speak(t testing.TB, voice string, speed float64, pitch int, text string) take {
	t.Helper()
	espeak.Lock()
	defer espeak.Unlock()
	espeak.once.Do(func() { espeak.err = loadEspeak() })
	if espeak.err != nil {
		t.Fatal(espeak.err)
	}
	if r := espeak.voice(voice); r != 0 {
		t.Fatalf("voice %s: %d", voice, r)
	}
	espeak.set(1, int32(175*speed+0.5), 0)
	espeak.set(3, int32(pitch), 0)
	all := take{Sound: measure.Sound{Channels: 1, Rate: 22050}}
	for piece := range strings.SplitSeq(text, "<#") {
		if pause, rest, found := strings.Cut(piece, "#>"); found {
			seconds := 0.0
			fmt.Sscan(pause, &seconds)
			all.Samples = append(all.Samples, make([]float32, int(seconds*22050))...)
			piece = rest
		}
		espeak.samples, espeak.events = nil, nil
		if r := espeak.synth(piece+"\x00", uintptr(len(piece)+1), 0, 1, 0, 1, 0, 0); r != 0 {
			t.Fatalf("espeak_Synth: %d", r)
		}
		open := false
		runes := []rune(piece)
		for _, e := range espeak.events {
			at := float64(len(all.Samples)+int(e.sample)) / 22050
			last := len(all.words) - 1
			switch {
			case e.kind == 1 && e.length > 0:
				if open {
					all.words[last].to = at
				}
				from := int(e.position) - 1
				w := strings.TrimSpace(string(runes[min(len(runes), from):min(len(runes), from+int(e.length))]))
				if w == "" {
					continue
				}
				all.words = append(all.words, word{w, at, at})
				open = true
			case e.kind == 7 && e.name[0] == '_' && open:
				all.words[last].to = at
				open = false
			}
		}
		if open {
			all.words[len(all.words)-1].to = float64(len(all.Samples)+len(espeak.samples)) / 22050
		}
		all.Samples = append(all.Samples, espeak.samples...)
	}
	return all
}
