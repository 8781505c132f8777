package studio

import (
	"strings"
	"testing"

	"voicestudio/tts"
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
	d.sees("DashScope's 2.8 models have no emotion w…")
	d.write("dash")
	d.press("enter")
	d.sees("Alibaba DashScope speaks from now on; ¥2.00 for 10,000 characters, as read on 2026-", "dashscope ▸", "≈ 72 chars, ¥0.0144")
	if strings.Contains(d.screen(), "sk-secret") {
		t.Error("the key is on the screen")
	}
	d.press("ctrl+r")
	d.sees("voice_setting.emotion: DashScope's 2.8 models have no emotion whisper")
}
