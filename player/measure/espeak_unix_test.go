//go:build unix

package measure_test

import (
	"math"
	"strings"
	"sync"
	"testing"
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

const (
	long = "Most mornings the harbour is quiet. A few boats leave before the sun is up, and the rest wait for the tide; nobody seems to be in a hurry. " +
		"Yesterday a tall ship came in from the north, with red sails and a band on deck. People stood along the wall and listened until it was dark."
	pinyin = "huan1 ying2 hui2 lai2. wo3 men5 cong2 shang4 ci4 ting2 xia4 de5 di4 fang1 ji4 xu4 ba5, hao3 ma5? jin1 tian1 tian1 qi4 hen3 hao3, " +
		"wo3 men5 qu4 gong1 yuan2 zou3 zou3. wan3 shang4 zai4 yi4 qi3 chi1 fan4."
)

// The sandbox's speed 1.2 is espeak-ng's 210 words a minute.
func TestTheRateIsWhatTheSpeakersOwnSyllablesSay(t *testing.T) {
	speak, err := espeak()
	if err != nil {
		t.Fatal(err)
	}
	for voice, text := range map[string]string{"en": long, "en+f3": long, "en-us+m7": long, "cmn-latn-pinyin+f4": pinyin} {
		slow, fast := speak(voice, text, 175), speak(voice, text, 210)
		a, b := measure.Of(slow.Sound), measure.Of(fast.Sound)
		for of, m := range map[*said]measure.Measures{&slow: a, &fast: b} {
			about(t, voice+" syllables", m.RateSPS, float64(of.syllables)/float64(*m.SpeechMS)*1000, 0.1*told(m.RateSPS))
		}
		want := 100 * (slow.seconds/fast.seconds - 1)
		faster := 0.0
		for _, d := range measure.Compare(a, b, true) {
			if d.Measure == "rate_sps" {
				faster = d.Delta
			}
		}
		if math.Abs(faster-want) > 3 {
			t.Errorf("%s: %.1f %% faster, its own syllables say %.1f", voice, faster, want)
		} else {
			t.Logf("%s: %.1f %% faster, its own syllables say %.1f; counted %.1f", voice, faster, want, 100*(*b.RateSPS / *a.RateSPS - 1))
		}
	}
}
