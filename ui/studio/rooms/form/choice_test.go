package form

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/studio/document"
	"voicestudio/ui/studio/paint"
)

// What is chosen reads as the language has it, and is kept and sent as the API
// has it.
func TestAChoiceIsReadInChineseAndKeptAsTheAPIHasIt(t *testing.T) {
	wording.Speak(wording.Chinese)
	t.Cleanup(func() { wording.Speak(wording.English) })
	rows := VoiceControls()
	at := slices.IndexFunc(rows, func(c Control) bool { return c.Field.Path == "voice_setting.emotion" })
	emotion := rows[at]
	d := document.Of(tts.Request{}, "")
	option := slices.Index(emotion.Titles(d), "平静")
	if option < 0 {
		t.Fatalf("no emotion is called 平静: %v", emotion.Titles(d))
	}
	d = emotion.Choose(d, option)
	if kept := d.Settings.Get("voice_setting.emotion"); kept != "calm" {
		t.Errorf("kept is %v", kept)
	}
	v := View{Doc: d, Theme: paint.NewTheme(true), Blocked: func(Control, int) *tts.Problem { return nil }}
	drawn := ansi.Strip(strings.Join(new(Form).choice(emotion, v, "情绪       ", 48), "\n"))
	if !strings.Contains(drawn, "平静") || !strings.HasSuffix(drawn, " calm") {
		t.Errorf("it is drawn as\n%s", drawn)
	}
	stream := Control{Kind: ChoiceControl, Field: StreamField()}
	if d = stream.Choose(d, 1); !d.Whole || stream.Titles(d)[stream.Chosen(d)] != "一次返回" {
		t.Errorf("the answer is %v of %v", stream.Chosen(d), stream.Titles(d))
	}
	wording.Speak(wording.English)
	if stream.Chosen(d) != 1 {
		t.Error("what was chosen in one language is not known in another")
	}
}
