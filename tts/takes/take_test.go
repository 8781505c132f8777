package takes

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/tts"
)

var hash = strings.Repeat("ab", 32)

func begin(t *testing.T, f Folder) *Recording {
	t.Helper()
	r, err := f.Begin(hash, "mp3", Take{Host: tts.Sandbox, Model: tts.DefaultModel})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// stored is what the take's file says.
func stored(t *testing.T, f Folder, id string) (take Take) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(f.Dir, id+".json"))
	if err == nil {
		err = json.Unmarshal(b, &take)
	}
	if err != nil {
		t.Fatal(err)
	}
	return take
}

func TestATakeIsOnDiskWhileItStreams(t *testing.T) {
	f := Folder{Dir: filepath.Join(t.TempDir(), "takes")}
	r := begin(t, f)
	r.Write([]byte("half"))
	if audio, _ := os.ReadFile(r.Take().File); string(audio) != "half" || !stored(t, f, hash+"-1").Partial {
		t.Errorf("after a crash now there would be %q", audio)
	}
	r.Write([]byte(" and half"))
	take, err := r.Finish(tts.Progress{Bytes: 13, Complete: true, Info: tts.Info{TraceID: "t1"}})
	if err != nil || take.Partial {
		t.Fatalf("%+v %v", take, err)
	}
	if s := stored(t, f, take.ID); s.Partial || s.TraceID != "t1" {
		t.Errorf("%+v", s)
	}
	for _, ext := range []string{".json", ".mp3"} {
		if info, err := os.Stat(filepath.Join(f.Dir, take.ID+ext)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", ext, info.Mode(), err)
		}
	}
}

func TestACutTakeStaysPartialAndAnEmptyOneGoes(t *testing.T) {
	f := Folder{Dir: t.TempDir()}
	cut := begin(t, f)
	cut.Write([]byte("half"))
	if take, err := cut.Finish(tts.Progress{Bytes: 4}); err != nil || !take.Partial || !stored(t, f, take.ID).Partial {
		t.Errorf("%+v %v", take, err)
	}
	empty := begin(t, f)
	if empty.Take().ID != hash+"-2" {
		t.Errorf("the second take is %s", empty.Take().ID)
	}
	if _, err := empty.Finish(tts.Progress{}); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(f.Dir); len(left) != 2 {
		t.Errorf("%v", left)
	}
}

// Earlier versions took the 0 that some hosts send with every chunk for a bill.
func TestACutTakeThatCostNothingHasAPriceThatNobodyKnows(t *testing.T) {
	f := Folder{Dir: t.TempDir()}
	for id, partial := range map[string]bool{"aaaaaaaa-1": true, "bbbbbbbb-1": false} {
		doc := fmt.Sprintf(`{"id": %q, "host": "dashscope", "model": "speech-2.8-hd", "request": {}, "usage_characters": 0, "price": {"amount": 0, "currency": "CNY"}, "partial": %v, "bytes": 5}`, id, partial)
		if err := errors.Join(os.WriteFile(f.path(id, description), []byte(doc), 0o600), os.WriteFile(f.path(id, "mp3"), []byte("audio"), 0o600)); err != nil {
			t.Fatal(err)
		}
		take, err := f.Load(id)
		if known := take.Price != nil && take.UsageCharacters != nil; err != nil || known == partial {
			t.Errorf("%+v %v", take, err)
		}
	}
}
