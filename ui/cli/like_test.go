package cli

import (
	"strings"
	"testing"
)

func TestWhatIsMistypedIsAskedAfter(t *testing.T) {
	t.Parallel()
	p := newPerson(t)
	p.write(".config/voicestudio/config.json", `{"teams": {"narrators": "/nowhere"}}`)
	p.write(".local/share/voicestudio/auditions/openings.json", `{"version": 1, "name": "openings", "text": "Hi.", "candidates": [], "created": "2026-11-21T10:00:00Z", "updated": "2026-11-21T10:00:00Z"}`)
	for line, like := range map[string]string{
		"prest":                  "preset",
		"preset lst":             "list",
		"takes exprot":           "export",
		"audition reslut x":      "result",
		"config chek":            "check",
		"help prest":             "preset",
		"help preset lsit":       "list",
		"completion zhs":         "zsh",
		"say --moodel x Hi":      "--model",
		"say --host minimx Hi":   "minimax",
		"doctor --host dashcope": "dashscope",
		"preset snippet Warm%narrator --host pipo":          "ppio",
		"say --set voice_setting.sped=1 Hi":                 "voice_setting.speed",
		"say --set voice_setting.emotion=hapy Hi":           "happy",
		"say --set audio_setting.format=mp4 Hi":             "mp3",
		"say --set language_boost=Chinse Hi":                "Chinese",
		"say --preset Warm%narator Hi":                      "Warm narrator",
		"preset show Warm%narator":                          "Warm narrator",
		"preset copy Warm%narrator x --folder onw":          "own",
		"preset pull narators":                              "narrators",
		"preset push narrators --prefer their":              "theirs",
		"preset snippet x --language pyton":                 "python",
		"audition show opennings":                           "openings",
		"audition export openings --out x.html --kind pair": "pairs",
		"tune --axes sped --text Hi. --judge true":          "speed",
	} {
		args := strings.Fields(line)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "%", " ")
		}
		got := p.runs("", args...)
		if got.code != 2 || !strings.Contains(got.err, "did you mean "+like+"?") {
			t.Errorf("%s: exit %d: %s", line, got.code, got.err)
		}
	}
}
