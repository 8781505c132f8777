package narration

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/player/export"
	"voicestudio/presets/script"
	"voicestudio/tts"
)

// respoken makes one line at another speed.
func (c *told) respoken(t *testing.T, x []int16, rate int, before Exported) {
	const line = 7
	c.Script = c.SetOwn(line, script.Own{Set: tts.Request{VoiceSetting: tts.VoiceSetting{Speed: new(0.8)}}})
	if rows := look(t, c.Session, &c.Work); rows[line].State != Settings || BillOf(rows, false).Lines != 1 {
		t.Fatalf("%s", states(rows))
	}
	c.rows = look(t, c.Session, &c.Work)
	var b bytes.Buffer
	stale, err := Export(t.Context(), &b, c.rows[line:line+1], c.Script, export.Options{Codec: "wav"})
	if err != nil || !slices.Equal(stale.Stale, []int{0}) || len(stale.Notes) != 1 || stale.Notes[0] != "line 1 is in it as spoken before the last changes" {
		t.Errorf("%+v %v", stale, err)
	}
	c.make(t)
	y, _, after := c.wav(t)
	for i, p := range before.Places {
		q := after.Places[i]
		same := slices.Equal(x[frame(p.Begin, rate):frame(p.End, rate)], y[frame(q.Begin, rate):frame(q.End, rate)])
		if same == (i == line) {
			t.Errorf("line %d: the same is %v", i+1, same)
		}
	}
}

// partly takes takes away.
func (c *told) partly(t *testing.T) {
	rows := slices.Clone(c.rows[:7])
	rows[4].Take, rows[4].State = nil, Missing
	lost := *rows[1].Take
	lost.File += ".gone"
	rows[1].Take = &lost
	var b bytes.Buffer
	done, err := Export(t.Context(), &b, rows, c.Script, export.Options{Codec: "wav"})
	if err != nil || len(done.Places) != 5 || !slices.Equal(done.Missing, []int{4}) || len(done.Lost) != 1 || done.Lost[0].Line != 1 || !done.Lost[0].LeftOut {
		t.Fatalf("%+v %v", done, err)
	}
	if said := strings.Join(done.Notes, "; "); !strings.HasPrefix(said, "line 5 has no take and is left out; line 2 is left out: ") {
		t.Error(said)
	}
	if p := done.Places; p[1].Line != 2 || p[1].Begin-p[0].End != 800*time.Millisecond || p[3].Line != 5 || p[3].Begin-p[2].End != 600*time.Millisecond {
		t.Errorf("%+v", p)
	}
	for _, f := range []Files{{Names: "{n}.wav"}, {Names: "{n}.wav", Codec: export.Original}} {
		f.Dir = t.TempDir()
		filed, err := ExportLines(t.Context(), slices.Concat(rows, make([]Row, 5)), c.Work, f)
		if err != nil || filed.Names[1] != "" || filed.Names[4] != "" || !strings.HasPrefix(filed.Names[5], "06.") || len(filed.Lost) != 1 || len(filed.Notes) != 2 {
			t.Errorf("%+v %v", filed, err)
		}
	}
	if _, err := Export(t.Context(), &b, make([]Row, 12), c.Script, export.Options{Codec: "wav"}); err == nil || !strings.Contains(err.Error(), "no line of the script has a take") {
		t.Error(err)
	}
	if _, err := Export(t.Context(), &b, rows[1:2], c.Script, export.Options{Codec: "wav"}); err == nil || !strings.Contains(err.Error(), "line 1 is left out") {
		t.Error(err)
	}
	if _, err := Export(t.Context(), &b, rows, c.Script, export.Options{Codec: export.Original}); tts.AsError(err, "") == nil || tts.AsError(err, "").Field != "format" {
		t.Errorf("as it came: %v", err)
	}
	os.Truncate(c.rows[2].Take.File, 1000) // as after a full disk
	if partial := look(t, c.Session, &c.Work); partial[2].Take != nil || partial[2].State != Missing {
		t.Errorf("%+v", partial[2])
	}
	// From a line on, as it is played.
	w := NewWhole(t.Context(), rows, c.Script, 4, 0) // which is missing
	if _, at := w.At(time.Second); at {
		t.Error("nothing was read")
	}
	buf := make([]byte, 1<<16)
	for len(w.Spans()) < 2 {
		if _, err := w.Read(buf); err != nil {
			t.Fatal(err)
		}
	}
	places := w.Places()
	for at, want := range map[time.Duration]Moment{
		0:                   {Line: 5, At: places[0].From},
		time.Second:         {Line: 5, At: places[0].From + time.Second},
		places[0].End:       {Line: 5, At: places[0].From + places[0].End, Pause: true},
		places[1].Begin:     {Line: 6, At: places[1].From},
		places[1].Begin - 1: {Line: 5, At: places[0].From + places[0].End, Pause: true},
	} {
		if got, sounds := w.At(at); !sounds || got != want {
			t.Errorf("at %v: %+v, not %+v", at, got, want)
		}
	}
}
