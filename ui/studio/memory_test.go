package studio

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
)

func TestTheScreenIsThereAgainAtTheNextStart(t *testing.T) {
	d := seat{other: map[tts.HostName]*fakeHost{tts.DashScope: newHost(t)}}.sit(t)
	d.resize(80, 24)
	d.run(d.m.Init())
	d.speaks("ctrl+r")
	d.goes("Effects")
	d.press("g", "t", "s", "f")
	d.awaits("starred · 1")
	d.press("g", "s")
	d.sees("strong ", "╭─ Effects ", "╶─ Output ") // unfolded while the keys are elsewhere
	d.command("choose the host")
	d.write("dash")
	d.press("enter")
	leaves(t, d)

	again := seat{home: d.home, other: map[tts.HostName]*fakeHost{tts.DashScope: newHost(t)}}.sit(t)
	again.resize(80, 24)
	again.run(again.m.Init())
	again.awaits("starred · 1", "Alibaba DashScope speaks, as last time; ¥2.00 for 10,000 characters")
	again.sees("dashscope ▸", "strong ")
	again.write("Words.") // the script has the keys
	again.sees("Words.")
	again.press("esc")
	again.sees("━ Takes ")
	leaves(t, again)

	t.Setenv("DASHSCOPE_API_KEY", "")
	without := seat{home: d.home}.sit(t)
	without.run(without.m.Init())
	without.awaits("Alibaba DashScope spoke last time, but", "sandbox ▸")
	leaves(t, without)

	named := seat{home: d.home, named: true, other: map[tts.HostName]*fakeHost{tts.DashScope: newHost(t)}}.sit(t)
	named.sees("sandbox ▸")
	leaves(t, named)
	config := seat{home: d.home, at: tts.PPIO, other: map[tts.HostName]*fakeHost{tts.DashScope: newHost(t)}}.sit(t)
	config.sees("ppio ▸") // another word in the config file than when that one was chosen
}

func TestWhatALaterVersionKeepsOfTheScreenStays(t *testing.T) {
	t.Parallel()
	home := newHome(t)
	file := filepath.Join(home, "screen.json")
	for _, was := range []string{`{"version": 2, "form": {"of": "later"}, "room": "takes"}`, `{"version": 1, "room"`} {
		if err := os.WriteFile(file, []byte(was), 0o600); err != nil {
			t.Fatal(err)
		}
		d := seat{home: home}.sit(t)
		d.goes("Effects")
		leaves(t, d)
		b, _ := os.ReadFile(file)
		if later := strings.Contains(was, "later"); later != (string(b) == was) || !later && !strings.Contains(string(b), `"form": "effects"`) {
			t.Errorf("%s became %s", was, b)
		}
	}
}
