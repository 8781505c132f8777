package takes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"voicestudio/tts"
)

var other = strings.Repeat("cd", 32)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// keep makes a whole take; age is how long ago.
func keep(t testing.TB, f Folder, hash, audio string, age time.Duration) Take {
	t.Helper()
	r := must[*Recording](t)(f.Begin(hash, "mp3", Take{Time: time.Now().Add(-age).UTC().Truncate(time.Second), Host: tts.Sandbox, Model: tts.DefaultModel}))
	r.Write([]byte(audio))
	return must[Take](t)(r.Finish(tts.Progress{Bytes: int64(len(audio)), Complete: true}))
}

// lookUp is the newest of the takes that stand for a request.
func lookUp(f Folder, hash string) (t Take, found bool, err error) {
	all, err := f.Find(hash)
	if len(all) > 0 {
		t = all[0]
	}
	return t, len(all) > 0, err
}

func TestTheSameRequestIsFoundAgainOnlyIfItIsWhole(t *testing.T) {
	f := Folder{t.TempDir()}
	if _, found, err := lookUp(f, hash); found || err != nil {
		t.Fatalf("found in an empty folder, %v", err)
	}
	cut := must[*Recording](t)(f.Begin(hash, "mp3", Take{Time: time.Now()}))
	cut.Write([]byte("half"))
	if _, found, _ := lookUp(f, hash); found {
		t.Error("a take that is being made was found")
	}
	cut.Finish(tts.Progress{Bytes: 4})
	if _, found, _ := lookUp(f, hash); found {
		t.Error("a partial take was found")
	}
	keep(t, f, other, "other words", 0)
	older := keep(t, f, hash, "first", time.Hour)
	newer := keep(t, f, hash, "second", time.Minute)
	if got, found, err := lookUp(f, hash); !found || err != nil || got.ID != newer.ID || got.File != newer.File {
		t.Errorf("%+v %v %v", got, found, err)
	}
	if err := os.WriteFile(newer.File, []byte("secon"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, _, _ := lookUp(f, hash); got.ID != older.ID {
		t.Errorf("with the newer one cut on disk: %s", got.ID)
	}
	os.Remove(older.File)
	if got, found, _ := lookUp(f, hash); found {
		t.Errorf("without its audio: %+v", got)
	}
	listed, _, _ := f.List()
	faults := map[string]string{}
	for _, take := range listed {
		faults[take.ID] = take.Fault
	}
	if faults[newer.ID] != "its audio has 5 bytes instead of 6" || faults[older.ID] != "its audio is missing" {
		t.Errorf("%v", faults)
	}
}

func TestWhatATakeCostAndHowSoonItCameIsKept(t *testing.T) {
	f := Folder{t.TempDir()}
	r := must[*Recording](t)(f.Begin(hash, "mp3", Take{Host: tts.PPIO, BaseURL: "https://example.org"}))
	r.Write([]byte("audio"))
	r.Price = &tts.Money{Amount: 0.004, Currency: "CNY"}
	must[Take](t)(r.Finish(tts.Progress{Bytes: 5, Complete: true, FirstChunk: 61 * time.Millisecond}))
	take := must[Take](t)(f.Load(hash))
	if take.Price == nil || *take.Price != *r.Price || *take.FirstChunkMS != 61 || take.Bytes != 5 || take.BaseURL != "https://example.org" {
		t.Errorf("%+v", take)
	}
}

// firstVersion is a take as the first version of this program wrote it.
const firstVersion = `{
  "id": "%s",
  "time": "2026-11-21T10:00:00Z",
  "host": "sandbox",
  "model": "speech-2.8-turbo",
  "request": {
    "text": "Hello", "x_later": {"a": 1.50}
  },
  "audio_ms": 1200,
  "x_new": [1, 2],
  "partial": false,
  "starred": false,
  "note": ""
}
`

func TestATakeOfTheFirstVersionOpensAndUnknownKeysSurviveAnEdit(t *testing.T) {
	f := Folder{t.TempDir()}
	id := hash + "-1"
	os.WriteFile(f.path(id, "json"), fmt.Appendf(nil, firstVersion, id), 0o600)
	os.WriteFile(f.path(id, "mp3"), []byte("audio"), 0o600)
	if take, found, err := lookUp(f, hash); !found || err != nil || take.Request.Text != "Hello" || *take.AudioMS != 1200 || take.Bytes != 5 {
		t.Fatalf("%+v %v %v", take, found, err)
	}
	must[Take](t)(f.Star("abab", true))
	must[Take](t)(f.Tag(id, "warm", "温柔"))
	must[Take](t)(f.Note(id, "the best <one>"))
	take := must[Take](t)(f.Heard(id))
	if !take.Starred || take.Note != "the best <one>" || !slices.Equal(take.Tags, []string{"warm", "温柔"}) || time.Since(take.Heard) > time.Minute {
		t.Errorf("%+v", take)
	}
	data, _ := os.ReadFile(f.path(id, "json"))
	var got map[string]json.RawMessage
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	var request, unknown bytes.Buffer
	json.Compact(&request, got["request"])
	json.Compact(&unknown, got["x_new"])
	if unknown.String() != "[1,2]" || request.String() != `{"text":"Hello","x_later":{"a":1.50}}` {
		t.Errorf("%s", data)
	}
	if take = must[Take](t)(f.Tag(id)); take.Tags != nil {
		t.Errorf("tags %q stay", take.Tags)
	}
}

func TestATakeIsNamedByTheBeginningOfItsID(t *testing.T) {
	f := Folder{t.TempDir()}
	for range 11 {
		keep(t, f, hash, "x", 0)
	}
	keep(t, f, other, "y", 0)
	for ref, want := range map[string]string{
		"c": other + "-1", other: other + "-1", "abababab-2": hash + "-2", "a-1": hash + "-1", hash + "-11": hash + "-11",
	} {
		if take, err := f.Load(ref); err != nil || take.ID != want {
			t.Errorf("%s: %s %v", ref, take.ID, err)
		}
	}
	for _, ref := range []string{"", "ff", "a-12", "../" + hash, "*", "\x1b[31m"} {
		if _, err := f.Load(ref); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%q: %v", ref, err)
		}
	}
	if _, err := f.Load("abab"); err == nil || !strings.Contains(err.Error(), "11 takes begin with abab") {
		t.Error(err)
	}
	if short := (Take{ID: hash + "-3"}).Short(); short != "abababab-3" {
		t.Error(short)
	}
}

func TestABrokenFileHidesNoOtherTake(t *testing.T) {
	f := Folder{t.TempDir()}
	good := keep(t, f, hash, "good", 0)
	for base, text := range map[string]string{
		other + "-1.json": "", other + "-2.json": `{"id": "x", "ti`, other + "-3.json": "\x00\x00\x00\x00",
		other + "-4.json": `[1]`, other + "-5.json": `{"time": "yesterday\u001b"}`, other + "-6.mp3": "audio alone",
		"README.md": "no take", other + "-7.json.tmp": "no take", "zz-1.json": "no take",
	} {
		os.WriteFile(filepath.Join(f.Dir, base), []byte(text), 0o600)
	}
	os.Mkdir(filepath.Join(f.Dir, other+"-8.json"), 0o700)
	os.Symlink("/dev/zero", filepath.Join(f.Dir, other+"-9.json"))
	takes, broken, err := f.List()
	if err != nil || len(takes) != 1 || takes[0].ID != good.ID {
		t.Fatalf("%v %v", takes, err)
	}
	reasons := map[string]string{}
	for _, b := range broken {
		reasons[strings.TrimPrefix(b.ID, other)] = b.Reason
	}
	for id, want := range map[string]string{"-1": "empty", "-2": "not valid JSON", "-3": "empty", "-4": "not a JSON", "-5": "yesterday", "-6": "audio that no", "-8": "not a regular", "-9": "not a regular"} {
		if id == "-4" {
			want = "cannot unmarshal array"
		}
		if !strings.Contains(reasons[id], want) || strings.Contains(reasons[id], "\x1b") {
			t.Errorf("%s: %q", id, reasons[id])
		}
	}
	if len(broken) != 8 {
		t.Errorf("%d broken", len(broken))
	}
	var b *Broken
	if _, err := f.Star(other+"-1", true); !errors.As(err, &b) {
		t.Errorf("a broken take was starred: %v", err)
	}
	undo, err := f.Delete(other+"-1", other+"-6")
	if err != nil {
		t.Fatal(err)
	}
	if _, broken, _ = f.List(); len(broken) != 6 {
		t.Errorf("%v", broken)
	}
	if err := undo(); err != nil {
		t.Error(err)
	}
}

func FuzzTheDescriptionOfATake(f *testing.F) {
	f.Add(fmt.Appendf(nil, firstVersion, hash+"-1"))
	f.Add([]byte(`{"a":1,"a":2,"note":null,"request":{"text":"\ud800"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := parseDocument(data)
		if err != nil {
			return
		}
		doc.set("note", "x")
		again, err := parseDocument(doc.bytes())
		if err != nil || string(again.values["note"]) != `"x"` || !slices.Equal(again.keys, doc.keys) {
			t.Fatalf("%v in\n%s", err, doc.bytes())
		}
	})
}

func BenchmarkTenThousandTakes(b *testing.B) {
	f := Folder{b.TempDir()}
	for i := range 10000 {
		keep(b, f, fmt.Sprintf("%064x", i), "some audio", time.Duration(i)*time.Second)
	}
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			if takes, broken, err := f.List(); len(takes) != 10000 || broken != nil || err != nil {
				b.Fatal(len(takes), broken, err)
			}
		}
	})
	b.Run("find", func(b *testing.B) {
		for b.Loop() {
			if _, found, err := lookUp(f, fmt.Sprintf("%064x", 77)); !found || err != nil {
				b.Fatal(found, err)
			}
		}
	})
}
