package presets

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"voicestudio/tts"
)

// marked is a preset as a file has it, with a fingerprint for each line.
func marked(lines ...string) string {
	return `{
  "version": 1,
  "name": "Warm",
  "request": {
    "voice_setting": {
      "voice_id": "Wise_Woman"
    }
  },
  "sample_text": "Hello.",
  "fingerprints": [
    ` + strings.Join(lines, ",\n    ") + `
  ],
  "created": "2026-11-01T10:00:00Z",
  "updated": "2026-11-02T10:00:00Z"
}
`
}

// line is a fingerprint as a file has it.
func line(host, at string) string {
	return `{"at": "` + at + `", "host": "` + host + `", "model": "speech-2.8-turbo", "engine": "1", "text_hash": "aa", "request_hash": "bb", "audio_ms": 1200, ` +
		`"measures": {"version": 1, "speech_ms": 900, "f0_median_hz": 180.5, "lufs": -18.25, "x_a": [1]}, "spread": {"takes": 5, "f0_st": 0.12, "lu": 0.2}, "x_by": "anna"}`
}

const first, second, third = "2026-11-03T10:00:00Z", "2026-11-04T10:00:00Z", "2026-11-05T10:00:00Z"

func TestAFingerprintIsReadKeptAndWrittenAsItStands(t *testing.T) {
	text := marked(line("minimax", first), line("sandbox", second))
	p := mustParse(t, text)
	f, found := p.Fingerprint(tts.Sandbox)
	if !found || *f.Measures.F0MedianHz != 180.5 || f.Spread.Takes != 5 || *f.Spread.LU != 0.2 || f.Engine != "1" || f.AudioMS != 1200 {
		t.Errorf("%+v", f)
	}
	if _, found := p.Fingerprint(tts.DashScope); found {
		t.Error("there is one of a host where none was taken")
	}
	if diff := cmp.Diff(text, mustEncode(t, p)); diff != "" {
		t.Error(diff)
	}
	if err := validator(t)(text); err != nil {
		t.Error(err)
	}
	if got := lint(t, Linter{}, text); len(got) != 0 {
		t.Error(got)
	}

	// A bundle carries it to another folder.
	from, to := temp(t), temp(t)
	write(t, from, "warm.json", text)
	e, err := from.Load("Warm")
	if err != nil {
		t.Fatal(err)
	}
	data, err := Export(e)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := to.PlanImport(data)
	if err != nil {
		t.Fatal(err)
	}
	made, err := plan.Apply(false)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, mustEncode(t, made[0].Preset)); diff != "" {
		t.Error(diff)
	}
	// The same preset that is there already takes over the later ones.
	write(t, to, "warm.json", marked(line("minimax", third)))
	if plan, err = to.PlanImport(data); err != nil || plan.Imports[0].Outcome != ImportSame {
		t.Fatalf("%v %+v", err, plan)
	}
	if made, err = plan.Apply(false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(marked(line("minimax", third), line("sandbox", second)), mustEncode(t, made[0].Preset)); diff != "" {
		t.Error(diff)
	}
}

func TestAFingerprintOfAWrongFormIsTold(t *testing.T) {
	for wrong, want := range map[string]string{
		strings.Replace(line("sandbox", first), `"f0_median_hz": 180.5`, `"f0_median_hz": "high"`, 1): "11 error fingerprints[0].measures.f0_median_hz: fingerprints[0].measures.f0_median_hz must be a number",
		strings.Replace(line("sandbox", first), first, "yesterday", 1):                                "11 error fingerprints[0].at: fingerprints[0].at must be a time",
		strings.Replace(line("sandbox", first), `"text_hash": "aa", `, "", 1):                         "11 error fingerprints[0].text_hash: a fingerprint without text_hash",
		strings.Replace(line("sandbox", first), `"audio_ms"`, `"audio"`, 1):                           `11 warning fingerprints[0].audio: the key "audio" is not known`,
		line("sandbox", first) + ",\n" + line("sandbox", second):                                      "12 error fingerprints[1]: there are two fingerprints of sandbox",
	} {
		if got := lint(t, Linter{}, marked(wrong)); !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, want) }) {
			t.Errorf("want %s\ngot %q", want, got)
		}
	}
}

func TestTwoPeoplesFingerprintsAreJoinedHostByHost(t *testing.T) {
	for name, c := range map[string]struct{ base, mine, theirs, want []string }{
		"each of another host": {nil, []string{line("sandbox", first)}, []string{line("minimax", second)}, []string{line("minimax", second), line("sandbox", first)}},
		"the later one of one host": {[]string{line("sandbox", first)}, []string{line("sandbox", third)}, []string{line("sandbox", second)},
			[]string{line("sandbox", third)}},
		"without a base":   {nil, []string{line("sandbox", first)}, []string{line("sandbox", second)}, []string{line("sandbox", second)}},
		"one was deleted":  {[]string{line("sandbox", first)}, []string{line("minimax", first)}, []string{line("sandbox", first)}, []string{line("minimax", first)}},
		"one was replaced": {[]string{line("sandbox", second)}, []string{line("sandbox", second)}, []string{line("sandbox", first)}, []string{line("sandbox", first)}},
	} {
		base, mine, theirs := mustParse(t, marked(c.base...)), mustParse(t, marked(c.mine...)), mustParse(t, marked(c.theirs...))
		mine.Notes, theirs.Request.VoiceSetting.Speed = "mine", ptr(1.2)
		want := mustParse(t, marked(c.want...))
		want.Notes, want.Request.VoiceSetting.Speed = "mine", ptr(1.2)
		for _, sides := range [][2]Preset{{mine, theirs}, {theirs, mine}} {
			got, conflicts := Merge(base, sides[0], sides[1])
			if diff := cmp.Diff(mustEncode(t, want), mustEncode(t, got)); diff != "" || len(conflicts) > 0 {
				t.Errorf("%s: %v\n%s", name, conflicts, diff)
			}
		}
	}
}

func TestAFingerprintIsKeptBesideWhatPeopleDoToAPreset(t *testing.T) {
	f := temp(t)
	path := write(t, f, "warm.json", marked(line("sandbox", first)))
	opened, err := f.Load("Warm")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 6, 12, 0, 0, 500, time.UTC)
	mark := Fingerprint{At: at, Host: "minimax", Model: "speech-2.8-hd", TextHash: TextHash("Hello."), RequestHash: RequestHash(opened.Request), AudioMS: 1000, Measures: Figures{Version: 1}}
	kept, err := f.Remember(opened, mark)
	if err != nil {
		t.Fatal(err)
	}
	mark.At = at.Truncate(time.Second)
	if got, _ := kept.Fingerprint("minimax"); !cmp.Equal(got, mark) || len(kept.Fingerprints) != 2 || !kept.Updated.Equal(opened.Updated) || !strings.Contains(mustEncode(t, kept.Preset), line("sandbox", first)) {
		t.Errorf("%s", mustEncode(t, kept.Preset))
	}
	if changes := Diff(opened.Preset, kept.Preset); len(changes) > 0 {
		t.Errorf("it is told as a change: %v", changes)
	}

	// It goes as it came.
	gone, err := f.Forget(kept, "minimax")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(mustEncode(t, opened.Preset), mustEncode(t, gone.Preset)); diff != "" {
		t.Error(diff)
	}
	if kept, err = f.Remember(gone, mark); err != nil || len(kept.Fingerprints) != 2 {
		t.Fatalf("%v %+v", err, kept)
	}

	// Who had it open does not take it away.
	mine := opened.Preset
	mine.Notes = "Warmer than it was."
	saved, err := f.Update(opened, mine)
	if err != nil || len(saved.Fingerprints) != 2 || saved.Notes != mine.Notes {
		t.Fatalf("%v %+v", err, saved)
	}
	// Who deletes it deletes it.
	mine = saved.Preset
	mine.Fingerprints = slices.Clone(mine.Fingerprints[1:])
	if saved, err = f.Update(saved, mine); err != nil || len(saved.Fingerprints) != 1 || saved.Fingerprints[0].Host != "sandbox" {
		t.Fatalf("%v %+v", err, saved)
	}
	// A voice that was changed meanwhile is not what was heard.
	before, _ := os.ReadFile(path)
	if _, err = f.Remember(opened, mark); !errors.As(err, new(*Changed)) {
		t.Errorf("%v", err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Errorf("the file is now %s", after)
	}
}

func TestAHashOfSettingsTellsWhatIsHeardApart(t *testing.T) {
	r := tts.Request{Text: "One.", VoiceSetting: tts.VoiceSetting{VoiceID: "Wise_Woman", Speed: ptr(1.0)}}
	other := r
	other.Text = "Two."
	faster := r
	faster.VoiceSetting.Speed = ptr(1.1)
	if RequestHash(r) != RequestHash(other) || RequestHash(r) == RequestHash(faster) || len(RequestHash(r)) != 64 {
		t.Errorf("%s %s %s", RequestHash(r), RequestHash(other), RequestHash(faster))
	}
	if TextHash("a\r\nb") != TextHash("a\nb") || TextHash("a") == TextHash("b") {
		t.Error("a text's hash depends on more, or less, than what is spoken")
	}
}
