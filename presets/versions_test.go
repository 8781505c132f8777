package presets

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voicestudio/tts"
)

func TestAFileOfANewerVersionOpensButIsNotChanged(t *testing.T) {
	f := temp(t)
	const text = `{"version": 2, "name": "Later", "x_new": {"a": [1]}, "request": {"model": "speech-2.8-hd", "future": true}}`
	path := write(t, f, "later.json", text)
	e, err := f.Load("Later")
	if err != nil || !e.ReadOnly || e.Request.Model != "speech-2.8-hd" || !strings.Contains(e.Notice, "newer version of voicestudio (file version 2, this one reads 1)") {
		t.Fatalf("%+v %v", e, err)
	}
	_, saveErr := f.Save(e.Preset)
	_, updateErr := f.Update(e, e.Preset)
	_, renameErr := f.Rename("Later", "Sooner")
	_, deleteErr := f.Delete("Later")
	_, clipErr := f.SetPreview("Later", []byte("clip"))
	for _, err := range []error{saveErr, updateErr, renameErr, deleteErr, clipErr} {
		if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "only that version can change it") {
			t.Errorf("%v", err)
		}
	}
	if data, _ := os.ReadFile(path); string(data) != text {
		t.Errorf("the file is now %s", data)
	}
	// A copy would say that it is of this version, and hold what is not.
	if _, err := f.Copy(e, "Mine"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a copy: %v", err)
	}
}

func TestWhatPeopleWroteByHandIsMigrated(t *testing.T) {
	p := mustParse(t, `{"name": "Pasted", "request": {"model": "MiniMax/speech-2.8-hd",
		"timber_weights": [{"voice_id": "A", "weight": 1}, {"voice_id": "B", "weight": 2}],
		"voice_setting": {"english_normalization": true}}}`)
	want := tts.Request{Model: "speech-2.8-hd", TimbreWeights: []tts.TimbreWeight{{VoiceID: "A", Weight: 1}, {VoiceID: "B", Weight: 2}},
		VoiceSetting: tts.VoiceSetting{TextNormalization: ptr(true)}}
	if diff := cmp.Diff(want, p.Request); diff != "" || p.Version != Version || p.kept != nil {
		t.Error(diff, p.Version, p.kept)
	}
	// A file of the first version means what it says.
	p = mustParse(t, `{"version": 1, "request": {"timber_weights": []}}`)
	if p.kept == nil || !strings.Contains(mustEncode(t, p), "timber_weights") {
		t.Errorf("%+v", p)
	}
}
