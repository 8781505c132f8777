package studio

import (
	"slices"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/takes"
)

func TestAPersonMovesToAnotherHost(t *testing.T) {
	other := newHost(t)
	d := seat{other: map[tts.HostName]*fakeHost{tts.DashScope: other}}.sit(t)
	t.Setenv("PPIO_API_KEY", "")
	d.speaks("ctrl+r") // so that a client is there
	d.press("ctrl+p")
	d.write("choose the host")
	d.press("enter")
	d.sees("Alibaba DashScope  nothing changes", "¥2.00 / 10k", "speaks now", "PPIO_API_KEY is not set")
	d.write("ppio")
	d.press("enter")
	d.sees("PPIO needs an API key")
	d.press("esc", "esc") // what is said, and the list
	d.misses("Choose the host")

	d.goes("Voice")
	d.press("down", "down", "down")
	for range 10 {
		d.press("right")
	}
	if r := d.asks(); r.VoiceSetting.Emotion != "whisper" {
		t.Fatalf("%+v\n%s", r, d.screen())
	}
	d.command("choose the host")
	d.sees("Alibaba DashScope  emotion whisper refused", "nothing changes  ") // the sandbox, which speaks
	d.write("dash")
	d.sees("emotion whisper would be refused: DashScope's 2.8 models have no emotion", "everything else is kept", "¥2.00 for 10,000 characters")
	d.press("enter")
	d.sees("Alibaba DashScope speaks from now on; ¥2.00 for 10,000 characters, as read on 2026-", "dashscope ▸", "≈ 72 chars, ¥0.0144")
	d.misses("sk-secret")
	d.press("ctrl+r")
	d.sees("✗ DashScope's 2.8 models have no emotion whisper")
	d.press("backspace")
	before := len(d.host.asked())
	d.press("ctrl+r")
	d.until("the other host is asked", func() bool { return len(other.asked()) == 1 })
	d.awaits("72 characters billed, ¥0.0144", "  dashscope")
	if r := other.asked()[0]; r.Model != "MiniMax/speech-2.8-turbo" || r.VoiceSetting.Emotion != "" {
		t.Errorf("%+v", r)
	}
	if key := other.keys[0]; key != "Bearer sk-secret" {
		t.Errorf("the key is %q", key)
	}
	if n := len(d.host.asked()); n != before {
		t.Error("the old host was asked, too")
	}
	if keys := strings.Join(d.host.keys, ""); strings.Contains(keys, "sk-secret") {
		t.Error("the old host got the key")
	}
	if all := d.keeps(); !slices.ContainsFunc(hostsOf(all), func(h tts.HostName) bool { return h == tts.DashScope }) {
		t.Errorf("%+v", all)
	}
}

func TestAtMiniMaxTheAccountsOwnVoicesComeFirstAndSpeechCosts(t *testing.T) {
	h := newHost(t)
	h.voices = []string{"our_lead_001", "our_guest_002"}
	d := seat{at: tts.MiniMax, host: h}.sit(t)
	d.run(d.m.Init())
	d.press("tab", "up", "enter")
	d.until("the account's voices are listed", func() bool {
		if strings.Contains(d.screen(), " of 425") {
			return true
		}
		d.press("esc", "enter")
		return false
	})
	d.write("yours")
	d.sees("our_lead_001", "our_guest_002", "2 of 425")
	d.write(" our_lead_001")
	d.press("enter", "ctrl+r")
	d.sounds("the clone", func(r tts.Request) bool { return r.VoiceSetting.VoiceID == "our_lead_001" })
	d.awaits("72 characters billed, $0.0043", "session $0.0043")
	d.misses("━ Warning ", " ! ")
}

func hostsOf(all []takes.Take) (names []tts.HostName) {
	for _, take := range all {
		names = append(names, take.Host)
	}
	return names
}

func TestTheListOfModelsSaysWhatEachWouldChange(t *testing.T) {
	d := seat{at: tts.DashScope}.sit(t)
	d.command("choose the model")
	d.sees("speech-2.8-turbo  speaks now", "¥2.00 / 10k")
	d.press("down")
	d.press("esc")
	d.goes("Voice")
	d.press("down", "down", "down")
	for range 9 {
		d.press("right") // fluent
	}
	d.command("choose the model")
	d.write("2.8-hd")
	d.sees("no setting changes; 1.8× the price")
	d.press("esc")
	d.press("backspace")
	d.command("go to script")
	d.write("Well (laughs).")
	d.command("choose the model")
	d.write("02-turbo")
	d.sees("▸ speech-02-turbo", "the script may not work: only the 2.8 models make sounds of tags", "everything else is kept")
}

// What becomes of a setting is said once, and values stand apart from the next
// label.
func TestASettingThatAnotherModelDoubtsIsTalkedAboutOnce(t *testing.T) {
	d := seat{at: tts.MiniMax}.sit(t)
	store(t, d.own, "Rich", `{"model": "speech-2.8-turbo", "voice_setting": {"voice_id": "Wise_Woman", "emotion": "whisper"}, "audio_setting": {"channel": 2}}`, nil)
	d.browse()
	d.write("rich")
	d.press("enter")
	d.sees("stereo CBR")
	d.command("choose the model")
	d.write("02-hd")
	d.sees("emotion whisper may not work", "everything else is kept", "the price is not known here")
	d.misses("no longer")
}
