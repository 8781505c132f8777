package session

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

func TestATakeIsExportedWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	var pcm []byte
	for i := range 2 * 16000 {
		pcm = binary.LittleEndian.AppendUint16(pcm, uint16(int16(3000*math.Sin(float64(i)/7))))
	}
	take := takes.Take{ID: strings.Repeat("a", 64) + "-1", File: filepath.Join(dir, "take.pcm"),
		Request: tts.Request{Text: "Hi.", AudioSetting: tts.AudioSetting{Format: "pcm", SampleRate: new(16000)}}}
	if err := os.WriteFile(take.File, pcm, 0o600); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, "out.wav")
	exports := func(o export.Options) (done Exported, err error) {
		err = WriteFile(to, func(w io.Writer) error {
			done, err = Export(t.Context(), w, take, o)
			return err
		})
		return done, err
	}
	files := func() int {
		all, _ := os.ReadDir(dir)
		return len(all)
	}
	for what, c := range map[string]struct {
		o    export.Options
		want string
	}{
		"too loud":       {export.Options{Codec: "wav", Loudness: -1}, "choose -"},
		"out of it":      {export.Options{Codec: "wav", From: 1e10}, "begin earlier"},
		"no such format": {export.Options{Codec: "ogg"}, "aaaaaaaa-1 cannot be exported"},
	} {
		_, err := exports(c.o)
		if _, said := errors.AsType[*tts.Error](err); !said || !strings.Contains(err.Error(), c.want) || files() != 1 {
			t.Errorf("%s: %v, %d files", what, err, files())
		}
	}
	done, err := exports(export.Options{Codec: "wav", Loudness: -16, Tags: ExportTags(take)})
	if said := strings.Join(done.What, ", "); err != nil || math.Abs(done.Loudness+16) > 0.1 || !strings.Contains(said, "-16.0 LUFS as asked, ") {
		t.Errorf("%s %+v, %v", said, done.Result, err)
	}
	if info, err := os.Stat(to); err != nil || info.Size() != done.Bytes || files() != 2 {
		t.Errorf("%v, %d bytes, %d files", err, done.Bytes, files())
	}
	if _, err := exports(export.Options{Codec: export.Original}); err != nil || files() != 2 {
		t.Error(err, files())
	}
	if got, _ := os.ReadFile(to); string(got) != string(pcm) {
		t.Error("the original has other bytes")
	}
}
