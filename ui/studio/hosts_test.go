package studio

import (
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/sandbox"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

func TestAPersonMovesToAnotherHost(t *testing.T) {
	t.Setenv("DASHSCOPE_API_KEY", "sk-secret")
	t.Setenv("PPIO_API_KEY", "")
	d := sit(t)
	t.Cleanup(func() { d.m.session.MoveTo(tts.Sandbox) })
	d.press("ctrl+p")
	d.write("choose the host")
	d.press("enter")
	d.sees("Alibaba DashScope  every setting as it is", "¥2.00 / 10k", "speaks now", "PPIO_API_KEY is not set")
	d.write("ppio")
	d.press("enter")
	d.sees("PPIO needs an API key")
	d.press("esc")

	d.m.doc = d.m.doc.set("voice_setting.emotion", "whisper")
	d.press("ctrl+p")
	d.write("choose the host")
	d.press("enter")
	d.sees("DashScope's 2.8 models have no emotion")
	d.write("dash")
	d.press("enter")
	d.sees("Alibaba DashScope speaks from now on; ¥2.00 for 10,000 characters, as read on 2026-", "dashscope ▸", "≈ 72 chars, ¥0.0144")
	if strings.Contains(d.screen(), "sk-secret") {
		t.Error("the key is on the screen")
	}
	d.press("ctrl+r")
	d.sees("voice_setting.emotion: DashScope's 2.8 models have no emotion whisper")
}

func TestAtMiniMaxTheAccountsOwnVoicesComeFirstAndSpeechCosts(t *testing.T) {
	t.Setenv("MINIMAX_API_KEY", "sk-secret")
	server, err := sandbox.Start(sandbox.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	s := session.New(session.Config{Host: tts.MiniMax, Takes: t.TempDir(), Hosts: map[tts.HostName]config.HostSettings{tts.MiniMax: {BaseURL: server.BaseURL(tts.MiniMax)}}})
	d := sitAt(t, t.TempDir(), s)
	d.run(d.m.Init())
	d.until("the account's voices are listed", func() bool { return len(d.m.own) > 0 })
	d.press("ctrl+p")
	d.write("choose the voice")
	d.press("enter")
	d.write("yours")
	d.sees("sandbox_clone_001")
	d.write(" sandbox_clone_001")
	d.press("enter", "ctrl+r")
	d.until("it has been billed", func() bool { return strings.Contains(d.screen(), "72 characters billed, $0.0043") })
	d.sees("session $0.0043")
	d.misses("not in the catalogue")
}
