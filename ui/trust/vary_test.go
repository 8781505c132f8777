package trust

import (
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"voicestudio/player/measure"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/sandbox"
	"voicestudio/tts/speak"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// at is a session at a host that does not speak twice alike.
func at(t *testing.T, seed int) *session.Session {
	t.Helper()
	faults, err := sandbox.ParseFaults("vary=" + strconv.Itoa(seed))
	if err != nil {
		t.Fatal(err)
	}
	server, err := sandbox.Start(sandbox.Config{Faults: faults})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	s := session.New(session.Config{Takes: t.TempDir(), Hosts: map[tts.HostName]config.HostSettings{tts.Sandbox: {BaseURL: server.BaseURL(tts.Sandbox)}}})
	t.Cleanup(func() { s.Close() })
	return s
}

// hear has a preset speak.
func hear(t *testing.T, s *session.Session, e presets.Entry) (Voice, measure.Measures) {
	t.Helper()
	v, err := Look(t.Context(), s, e)
	if err != nil {
		t.Fatal(err)
	}
	m, err := v.Speak(t.Context(), session.WithinCap, func(*speak.Speech) {})
	if err != nil {
		t.Fatal(err)
	}
	return v, m
}

// A hundred seeds: VOICESTUDIO_SEEDS=100 go test -v -run OwnSpread ./ui/trust
func TestAHostsOwnSpreadIsNoAlarmAndTwiceTheLimitsAlwaysIs(t *testing.T) {
	t.Parallel()
	seeds, err := strconv.Atoi(os.Getenv("VOICESTUDIO_SEEDS"))
	if err != nil {
		seeds = 2
	}
	agreed := presets.Entry{Preset: presets.Preset{Name: "Warm", SampleText: "Welcome back. Let us pick up where we left off, shall we?",
		Request: tts.Request{VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: new(1.0), Vol: new(1.0), Pitch: new(0)}}}}
	changes := []struct {
		name, measure string
		make          func(*tts.Request)
	}{
		{"6 % faster", "speech_ms", func(r *tts.Request) { r.VoiceSetting.Speed = new(1.06) }},
		{"6 % slower", "speech_ms", func(r *tts.Request) { r.VoiceSetting.Speed = new(0.94) }},
		{"1 st higher", "f0_median_hz", func(r *tts.Request) { r.VoiceSetting.Pitch = new(1) }},
		{"1 st lower", "f0_median_hz", func(r *tts.Request) { r.VoiceSetting.Pitch = new(-1) }},
		{"2 LU louder", "lufs", func(r *tts.Request) { r.VoiceSetting.Vol = new(1.26) }},
		{"2 LU softer", "lufs", func(r *tts.Request) { r.VoiceSetting.Vol = new(0.794) }},
		// 2.2 dB per octave: voice_modify.timbre hardly goes farther.
		{"brighter", "slope_db_oct", func(r *tts.Request) { r.VoiceModify.Timbre = new(85) }},
		{"darker", "slope_db_oct", func(r *tts.Request) { r.VoiceModify.Timbre = new(-85) }},
	}
	alarms, missed := 0, map[string]int{}
	for seed := range seeds {
		s := at(t, seed)
		var takes []measure.Measures
		var v Voice
		for range 5 {
			var m measure.Measures
			v, m = hear(t, s, agreed)
			takes = append(takes, m)
		}
		was := v.Fingerprint(takes, time.Now())
		_, is := hear(t, s, agreed)
		if told := v.Compare(was, is); told.State != Same {
			alarms++
			t.Logf("seed %d: %s %+v", seed, told.State, told.Differences)
		}
		for i, c := range changes {
			if i%2 != seed%2 { // up with one seed, down with the next
				continue
			}
			other := agreed
			c.make(&other.Request)
			changed, is := hear(t, s, other)
			told := changed.Compare(was, is)
			if !slices.ContainsFunc(told.Differences, func(d measure.Drift) bool { return d.Measure == c.measure }) || told.State != Changed {
				missed[c.name]++
				t.Logf("seed %d: %s is not told: %+v", seed, c.name, told)
			}
		}
	}
	t.Logf("%d seeds: %d alarms, missed %v", seeds, alarms, missed)
	if most := seeds / 100; alarms > most || len(missed) > 0 {
		t.Errorf("%d alarms, want at most %d; missed %v", alarms, most, missed)
	}
}
