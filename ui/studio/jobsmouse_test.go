package studio

import (
	"slices"
	"testing"

	"voicestudio/tts"
)

// mouse counts what a person clicks and drags. Words are typed: nobody can spare
// them.
type mouse struct {
	*desk
	presses int
}

func (m *mouse) clicks(what ...string) {
	m.t.Helper()
	m.presses += len(what)
	m.desk.clicks(what...)
}

func (m *mouse) doubleClicks(what string) {
	m.t.Helper()
	m.presses += 2
	m.desk.doubleClicks(what)
}

// slides drags the handle of the slider whose row holds a text by some cells.
func (m *mouse) slides(row, handle string, cells int) {
	m.t.Helper()
	m.presses++
	_, y := m.find(row)
	x, _ := m.find(handle)
	m.drags(x, y, x+cells, y)
}

// makes lets the studio work until so many takes were heard, the last to its end.
func (m *mouse) makes(takes int) {
	m.t.Helper()
	(&hands{desk: m.desk}).makes(takes)
}

// within says what a job took, and fails where that was more than it takes.
func (m *mouse) within(presses int) {
	m.t.Helper()
	m.t.Logf("%d clicks and drags", m.presses)
	if m.presses > presses {
		m.t.Errorf("it took %d clicks and drags, not %d", m.presses, presses)
	}
}

func TestTuneAVoiceByMouse(t *testing.T) {
	t.Parallel()
	d := &mouse{desk: sit(t)}
	d.paste("Good morning, and welcome on board of this long and slow boat.")
	d.clicks("speed ", "hear changes", "ctrl+r speak")
	d.makes(1)
	d.slides("speed ", "○───────   1.00×", -1)
	d.makes(2)
	d.slides("pitch ", "○───────    0 st", -1)
	d.makes(3)
	d.clicks("calm")
	d.makes(4)
	d.slides("deep ", "○───── bright", -1)
	d.makes(5)
	d.slides("strong ", "○───── soft", 1)
	d.makes(6)
	d.slides("full ", "○───── crisp", -1)
	d.makes(7)
	d.slides("strong ", "●──── soft", -2)
	d.makes(8)
	d.clicks("8 0:0", "a A", "7 0:0", "b B")
	d.makes(8)
	d.clicks("A (8)", "B (7)")
	d.awaits("r  takes what sounds: B")
	d.clicks("r  takes what sounds: B")
	d.sees("words and settings are those of take 7, the B of A│B")
	d.clicks("─[Script]─", "save preset")
	d.write("Warm v2")
	d.clicks("enter saves")
	d.awaits("voicestudio · Warm v2 ")
	r, take := stored(t, d.own, "Warm v2").Request, d.keeps()[1].Request
	take.Text = ""
	if r.VoiceSetting.Emotion != "calm" || tts.Or(r.VoiceModify.Timbre, 0) == 0 || !r.Equal(take) {
		t.Errorf("%+v\n%+v", r, take)
	}
	d.within(20)
}

func TestBlendThreeVoicesByMouse(t *testing.T) {
	t.Parallel()
	d := &mouse{desk: sit(t)}
	d.paste("欢迎登船。Welcome on board of this long and slow boat.")
	d.clicks("+ add a voice")
	d.write("chinese news anchor")
	d.doubleClicks("Chinese (Mandarin)_…")
	d.clicks("+ add a voice")
	d.write("wise woman")
	d.doubleClicks("Wise_Woman")
	d.clicks("ctrl+r speak")
	d.makes(1)
	d.slides("Wise Wom", "●───  50  33%", 1)
	d.clicks("ctrl+r speak")
	d.makes(2)
	d.clicks("m mute", "ctrl+r speak")
	d.makes(3)
	d.clicks("m mute", "s solo")
	d.sees("only Wise Woman")
	d.makes(4)
	d.clicks("s solo", "f copy")
	d.sees("copied English_Graceful_Lady(50)")
	d.clicks("2 0:0", "a A", "1 0:0", "b B", "A (2)", "B (1)")
	d.awaits("r  takes what sounds: B")
	d.clicks("r  takes what sounds: B")
	if got := d.weights(); got != "[50 50 50]" {
		t.Error(got)
	}
	d.within(23)
}

func TestAuditionVoicesByMouse(t *testing.T) {
	t.Parallel()
	d := &mouse{desk: sit(t)}
	d.paste("Welcome to your new desk.")
	d.doubleClicks("Graceful Lady English f")
	d.write("english female")
	_, top := d.find("Charming_Lady")
	var liked []string
	for i := range 12 {
		d.presses++
		d.waits(1e9)
		d.click(8, top+i)
		d.sounds("the voice", by(d.under()))
		if i%4 == 1 {
			d.clicks("ctrl+f")
			liked = append(liked, d.under())
		}
	}
	d.send(d.key("ctrl+u"))
	d.clicks("♥ 3", "Sweet_Girl", "Calm_Woman")
	d.sounds("the last of the three", by("Calm_Woman"))
	d.doubleClicks("English_Whispering_…")
	if got := d.m.(*Model).Request().VoiceSetting.VoiceID; !slices.Contains(liked, got) {
		t.Errorf("%s speaks, of %q", got, liked)
	}
	d.within(22)
}
