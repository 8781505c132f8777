package studio

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms/listen"
)

// pictured is when the golden frames are seen, wherever that is.
func pictured() time.Time { return time.Date(2026, 3, 5, 14, 30, 0, 0, time.Local) }

const (
	harbour = "Welcome aboard. <#0.6#>The harbour tour takes forty minutes, and the old lighthouse is our first stop. (chuckle) Please keep your hands inside the boat.\n\n" +
		"On your left, <#0.3#>the fish market: open since 1887, and never once on time."
	harbourChinese = "各位乘客，欢迎登船。<#0.6#>本次港湾之旅全程四十分钟，第一站是老灯塔。(chuckle)请不要把手伸出船外。\n\n左手边是鱼市场，<#0.3#>一八八七年开张，从来没有准时过。"
)

const harbourPreset = `{
  "version": 1, "name": %q, "notes": "For the boats. Anna liked it at 0.95, too fast at 1.10.", "tags": ["guide", "en"],
  "request": {"model": "speech-2.8-turbo", "voice_setting": {"speed": 0.95, "emotion": "calm"},
    "timbre_weights": [{"voice_id": %q, "weight": 60}, {"voice_id": "Chinese (Mandarin)_News_Anchor", "weight": 40}],
    "pronunciation_dict": {"tone": ["quay/(ki:)", "GIF/jif", "重庆/(chong2)(qing4)"]}},
  "sample_text": "Welcome aboard.", "created": %q, "updated": %[3]q
}
`

// sitForPicture is a desk at which somebody has worked for two days: a preset
// is open, there are takes of yesterday and of today.
func sitForPicture(t *testing.T, chinese bool) *desk {
	home := newHome(t)
	for _, name := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(name, home)
	}
	t.Chdir(home) // where an export goes
	for _, h := range tts.Hosts {
		if h.KeyVariable != "" {
			t.Setenv(h.KeyVariable, "")
		}
	}
	team := filepath.Join(home, "harbour-voices")
	name, first, words := "Harbour guide", "English_Graceful_Lady", harbour
	if chinese {
		name, first, words = "港湾导游", "Chinese (Mandarin)_Gentleman", harbourChinese
	}
	put := func(file, preset string) {
		err := os.MkdirAll(filepath.Dir(file), 0o755)
		if err == nil {
			err = os.WriteFile(file, []byte(preset), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	saved := pictured().AddDate(0, 0, -3).UTC().Format(time.RFC3339)
	put(filepath.Join(home, "presets", "harbour.json"), fmt.Sprintf(harbourPreset, name, first, saved))
	put(filepath.Join(team, "night.json"), fmt.Sprintf(harbourPreset, "Night watch", "Wise_Woman", saved))
	d := seat{home: home, teams: map[string]string{"harbour": team}}.sit(t)
	d.m.(*Model).Now = pictured
	d.player.codec = "wav" // which all machines decode alike
	d.workedFor(t, first, words)
	d.paste(words)
	d.press("ctrl+home")
	d.browse()
	d.write(name)
	d.press("enter")
	return d
}

// workedFor makes the takes of two days.
func (d *desk) workedFor(t *testing.T, first, words string) {
	day := pictured().Add(-4 * time.Hour)
	yesterday := day.AddDate(0, 0, -1)
	blend := func(speed float64, weight int) (r tts.Request) {
		r.SetVoices([]tts.TimbreWeight{{VoiceID: first, Weight: 100 - weight}, {VoiceID: "Chinese (Mandarin)_News_Anchor", Weight: weight}})
		r.Set("voice_setting.emotion", "calm")
		r.Set("voice_setting.speed", speed)
		r.Set("pronunciation_dict.tone", []string{"quay/(ki:)", "GIF/jif", "重庆/(chong2)(qing4)"})
		r.Model, r.Text = "speech-2.8-turbo", words
		return r
	}
	alone := tts.Request{Model: "speech-2.8-turbo", Text: words}
	alone.SetVoices([]tts.TimbreWeight{{VoiceID: first, Weight: 100}})
	soft := blend(0.95, 40)
	soft.Set("voice_modify.intensity", 20)
	folder := takes.Folder{Dir: filepath.Join(d.home, "takes")}
	for i, take := range []struct {
		at      time.Time
		request tts.Request
		star    bool
		note    string
		tags    []string
	}{
		{yesterday, alone, false, "", nil},
		{yesterday.Add(3 * time.Minute), blend(1, 50), false, "too much of the anchor", nil},
		{yesterday.Add(9 * time.Minute), blend(1.1, 40), false, "", nil},
		{day, blend(1.1, 40), false, "", nil},
		{day.Add(2 * time.Minute), blend(0.95, 40), true, "for Anna", []string{"harbour"}},
		{day.Add(7 * time.Minute), soft, false, "", nil},
	} {
		audio := soundOfPicture(tts.Or(take.request.VoiceSetting.Speed, 1), i)
		length := int64(len(audio)-44) * 1000 / 48000 / 2
		r, err := folder.Begin(fmt.Sprintf("%08x%056d", 0x3af6db95+97*i, i), "mp3", takes.Take{Time: take.at.UTC(), Host: tts.Sandbox, Model: take.request.Model, Request: take.request})
		if err != nil {
			t.Fatal(err)
		}
		r.Write(audio)
		reach := func(ms int64) *int64 { return &ms }
		characters := tts.EstimateCharacters(words)
		done, err := r.Finish(tts.Progress{Bytes: int64(len(audio)), Complete: true, FirstChunk: 61 * time.Millisecond,
			Info:   tts.Info{TraceID: fmt.Sprintf("0648c5f1a2b7%04d", i), AudioMS: &length, UsageCharacters: &characters},
			Timing: tts.Timing{Began: take.at, HTTP: "HTTP/2.0", LookupMS: reach(4), ConnectMS: reach(12), TLSMS: reach(15), FirstByteMS: reach(48)}})
		if err == nil {
			_, err = folder.Audible(done.ID, 95*time.Millisecond)
		}
		if err == nil && take.star {
			_, err = folder.Star(done.ID, true)
		}
		if err == nil && take.note != "" {
			_, err = folder.Note(done.ID, take.note)
		}
		if err == nil && take.tags != nil {
			_, err = folder.Tag(done.ID, take.tags...)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	d.send(tea.FocusMsg{})
	d.awaits("all · 6 ─")
}

// soundOfPicture is pictureSound, made once for all frames.
func soundOfPicture(speed float64, take int) []byte {
	type made struct {
		speed float64
		take  int
	}
	audio, found := pictureSounds.Load(made{speed, take})
	if !found {
		audio, _ = pictureSounds.LoadOrStore(made{speed, take}, pictureSound(speed, take))
	}
	return audio.([]byte)
}

var pictureSounds sync.Map

// pictureSound is a wav file that has the shape of some sentences.
func pictureSound(speed float64, take int) []byte {
	const rate = 48000
	syllables := []float64{.5, .9, .6, .3, 0, .8, 1, .5, .7, .4, .2, 0, 0, .6, .9, .7, 1, .4, .6, .3, 0, .5, .8, .3, .6, .2, 0, 0, 0, .7, .9, .5, .8, .6, .4, .2}
	each := 0.17 / speed
	n := int(float64(len(syllables)) * each * rate)
	audio := make([]byte, 44, 44+2*n)
	copy(audio, "RIFF....WAVEfmt ")
	for i, v := range []uint32{16, 1 | 1<<16, rate, 2 * rate, 2 | 16<<16} {
		binary.LittleEndian.PutUint32(audio[16+4*i:], v)
	}
	copy(audio[36:], "data")
	binary.LittleEndian.PutUint32(audio[40:], uint32(2*n))
	binary.LittleEndian.PutUint32(audio[4:], uint32(36+2*n))
	for i := range n {
		at := float64(i) / rate
		k := min(int(at/each), len(syllables)-1)
		loud := syllables[k] * math.Sin(math.Pi*math.Mod(at/each, 1)) * (0.34 - 0.01*float64(take%3))
		v := loud * (math.Sin(2*math.Pi*190*at) + 0.5*math.Sin(2*math.Pi*760*at))
		audio = binary.LittleEndian.AppendUint16(audio, uint16(int16(v*0.6*math.MaxInt16)))
	}
	return audio
}

// inAB marks two takes and hears the second of them, two seconds in.
func (d *desk) inAB() {
	d.goes("Takes")
	d.press("down", "a", "down", "b", "up", "x")
	d.until("B sounds", func() bool { return d.player.Status().State == player.Playing && d.player.Status().Complete })
	d.player.passes(2300 * time.Millisecond)
	d.send(listen.TickMsg{})
	if d.m.(*Model).Layout.W >= 110 { // where there is a line for it
		d.awaits("levels  ")
	}
	d.m.(*Model).sound.Level = -14
	d.drawn = ""
}
