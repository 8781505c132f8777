package measure_test

import (
	"strings"
	"sync"
	"unsafe"

	"github.com/ebitengine/purego"

	"voicestudio/player/measure"
)

// said is what espeak-ng itself says of what it has spoken.
type said struct {
	measure.Sound
	syllables int
	seconds   float64 // of all phonemes that are no pauses
}

// event is espeak-ng's espeak_EVENT.
type event struct {
	kind, id    uint32
	place, long int32
	ms, sample  int32
	user        uintptr
	phoneme     [8]byte
}

const (
	endOfEvents, phonemeEvent  = 0, 7
	synchronous, phonemesInIPA = 2, 1 | 2
	wordsPerMinute             = 1
)

// espeak is the library of the program that the sandbox speaks with; it has one
// state for all of the process.
var espeak = sync.OnceValues(func() (func(voice, text string, wpm int) said, error) {
	lib, err := purego.Dlopen("libespeak-ng.so.1", purego.RTLD_NOW)
	if err != nil {
		return nil, err
	}
	var initialize func(output, buffer int32, path unsafe.Pointer, options int32) int32
	var setVoice func(name string) int32
	var setParameter func(which, value, relative int32) int32
	var setCallback func(uintptr)
	var synth func(text string, size uintptr, position, positionKind, end, flags uint32, id, user unsafe.Pointer) int32
	for name, to := range map[string]any{"espeak_Initialize": &initialize, "espeak_SetVoiceByName": &setVoice,
		"espeak_SetParameter": &setParameter, "espeak_SetSynthCallback": &setCallback, "espeak_Synth": &synth} {
		purego.RegisterLibFunc(to, lib, name)
	}
	hz := initialize(synchronous, 0, nil, phonemesInIPA)
	var now said
	var from int32
	var last string
	setCallback(purego.NewCallback(func(wav *int16, n int32, events *event) uintptr {
		if wav != nil {
			for _, v := range unsafe.Slice(wav, n) {
				now.Samples = append(now.Samples, float32(v)/32768)
			}
		}
		for ; events != nil && events.kind != endOfEvents; events = (*event)(unsafe.Add(unsafe.Pointer(events), unsafe.Sizeof(*events))) {
			if events.kind != phonemeEvent {
				continue
			}
			if last != "" && !strings.HasPrefix(last, "_") {
				now.seconds += float64(events.sample-from) / float64(hz)
				if strings.ContainsAny(last, "aɐɑɒæeɛəɜiɪɨoɔʊuʌøyœ") {
					now.syllables++
				}
			}
			last, from = phoneme(events), events.sample
		}
		return 0
	}))
	return func(voice, text string, wpm int) said {
		now, last = said{Sound: measure.Sound{Channels: 1, Rate: int(hz)}}, ""
		setVoice(voice)
		setParameter(wordsPerMinute, int32(wpm), 0)
		synth(text, uintptr(len(text)+1), 0, 1, 0, 1, nil, nil)
		return now
	}, nil
})

// phoneme is empty for a pause.
func phoneme(e *event) string {
	name, _, _ := strings.Cut(string(e.phoneme[:]), "\x00")
	return name
}
