package cli

import (
	"strings"
	"testing"
)

func TestAShellCompletesWhatMayStandThere(t *testing.T) {
	t.Parallel()
	p := newPerson(t).with("PATH=/nonexistent", "HTTPS_PROXY=http://127.0.0.1:1") // no sandbox, no network
	team := p.path("team")
	p.write(".config/voicestudio/config.json", `{"host": "minimax", "teams": {"narrators": "`+team+`"}, "nonsense": 1}`)
	const voice = `"request": {"voice_setting": {"voice_id": "Wise_Woman"}}}`
	p.write(".config/voicestudio/presets/news.json", `{"version": 1, "name": "Newsroom", "tags": ["daily"], `+voice)
	p.write(".config/voicestudio/presets/own.json", `{"version": 1, "name": "Night shift", `+voice)
	p.write("team/news.json", `{"version": 1, "name": "Newsroom", `+voice)
	p.write(".local/share/voicestudio/auditions/openings.json", `{"version": 1, "name": "openings", "text": "Welcome aboard.", "candidates": [], "created": "2026-11-21T10:00:00Z", "updated": "2026-11-21T10:00:00Z"}`)
	for _, c := range []struct{ line, offers string }{
		{"prese", "preset\tLook after presets: list, check, change and share them"},
		{"--lang zh prese", "preset\t管理预设"},
		{"say --host mini", "minimax-cn\tMiniMax (China)"},
		{"say --model ", "speech-2.8-hd"}, // of the config file's host
		{"say --host ppio --model ", "speech-2.5-hd-preview"},
		{"say --voice Wise", "Wise_Woman\tWise Woman · English"},
		{"say --set voice_setting.em", "voice_setting.emotion=\temotion"},
		{"say --set spee", "voice_setting.speed=\tspeed 0.5…2"},
		{"say --set voice_setting.emotion=sa", "voice_setting.emotion=sad"},
		{"--lang zh say --set voice_setting.emotion=sa", "voice_setting.emotion=sad\t悲伤"},
		{"say --set subtitle_enable=", "subtitle_enable=true"},
		{"audition new x --set voice_setting.emotion=sad,ha", "voice_setting.emotion=sad,happy"},
		{"audition new x --ladder Wise_Woman,Calm_", "Wise_Woman,Calm_Woman\tCalm Woman · English"},
		{"preset show Ni", "Night shift\town"},
		{"preset show News", "narrators:Newsroom\tnarrators"},
		{"preset show narrators:", "narrators:Newsroom\tnarrators"},
		{"say --preset War", "Warm narrator\tstarters"},
		{"preset copy x --folder ", "narrators\t" + team},
		{"preset list --tag ", "daily"},
		{"preset pull ", "narrators\t" + team},
		{"preset pull x --prefer ", "theirs"},
		{"audition show ", "openings\tWelcome aboard."},
		{"takes export x --format ", "flac"},
		{"script import x --format ", "srt"},
		{"say --lang ", "zh\t简体中文"},
		{"tune --axes speed,pi", "speed,pitch"},
	} {
		got := p.runs("", append([]string{"__complete"}, strings.Split(c.line, " ")...)...)
		lines := strings.Split(got.out, "\n")
		found := false
		for _, line := range lines {
			found = found || line == c.offers || strings.HasSuffix(c.offers, "管理预设") && strings.HasPrefix(line, "preset\t") && !strings.Contains(line, "Look")
		}
		if got.code != 0 || !found || strings.Contains(got.err, "nonsense") {
			t.Errorf("%s: no %q in\n%s%s", c.line, c.offers, got.out, got.err)
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := p.runs("", "completion", shell); got.code != 0 || !strings.Contains(got.out, "voicestudio") || got.err != "" {
			t.Errorf("%s: %+v", shell, got.err)
		}
	}
}
