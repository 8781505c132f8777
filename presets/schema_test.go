package presets

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"voicestudio/tts"
)

func TestTheSchemaInTheRepositoryIsThatOfTheTypes(t *testing.T) {
	const path = "preset.v1.schema.json"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if diff := cmp.Diff(string(data), string(Schema())); err != nil || diff != "" {
		t.Errorf("%v; UPDATE=1 go test ./presets rewrites it\n%s", err, diff)
	}
}

func validator(t testing.TB) func(preset string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("preset.json", doc); err != nil {
		t.Fatal(err)
	}
	s := c.MustCompile("preset.json")
	return func(preset string) error {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(preset))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}
}

func TestEveryPresetOfTheRepositoryFitsTheSchema(t *testing.T) {
	valid := validator(t)
	starters, err := filepath.Glob("starters/*.json")
	if err != nil || len(starters) != 6 {
		t.Fatal(starters, err)
	}
	for _, path := range append(starters, "testdata/v1.json") {
		data, err := os.ReadFile(path)
		if err == nil {
			err = valid(string(data))
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := valid(strings.Replace(withUnknown, `"x_only": null`, `"x_only": 1`, 1)); err != nil {
		t.Errorf("unknown keys: %v", err)
	}
	for _, bad := range []string{
		`{}`, `[]`, `{"version": 2, "request": {}}`, `{"version": 1, "request": []}`, `{"version": 1, "name": "", "request": {}}`,
		`{"version": 1, "created": "yesterday", "request": {}}`, `{"version": 1, "tags": "a", "request": {}}`,
		`{"version": 1, "request": {"timbre_weights": [{"voice_id": "A", "weight": 0}]}}`,
		`{"version": 1, "request": {"timbre_weights": [{"voice_id": "A"}]}}`,
		`{"version": 1, "request": {"voice_setting": {"emotion": "bored"}}}`,
	} {
		if valid(bad) == nil {
			t.Errorf("the schema takes %s", bad)
		}
	}
}

// The schema and the rules of tts must not say different things.
func TestTheSchemaAllowsWhatTheRulesAllow(t *testing.T) {
	valid := validator(t)
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(tts.Fields).Draw(t, "field")
		r := tts.Request{}
		switch f.Kind {
		case tts.Number:
			r.Set(f.Path, rapid.OneOf(rapid.Float64Range(f.Min-1, f.Max+1), rapid.SampledFrom([]float64{f.Min, f.Max})).Draw(t, "number"))
		case tts.Whole:
			values := []int{int(f.Min), int(f.Max), 24000, 44100, 64000}
			r.Set(f.Path, rapid.OneOf(rapid.IntRange(int(f.Min)-2, int(f.Max)+2), rapid.SampledFrom(values)).Draw(t, "whole"))
		case tts.Choice:
			r.Set(f.Path, rapid.SampledFrom(append(slices.Clone(f.Values), "other", "AUTO")).Draw(t, "choice"))
		case tts.Switch:
			r.Set(f.Path, rapid.Bool().Draw(t, "switch"))
		default:
			return
		}
		if r.Get(f.Path) == nil { // a zero text is unset
			return
		}
		legal := !slices.ContainsFunc(tts.Check(r, tts.Target{Host: tts.Sandbox}), func(p tts.Problem) bool {
			return p.Field == f.Path && p.Effect == tts.Refused && (strings.Contains(p.Message, "out of range") || strings.Contains(p.Message, "not one of its values"))
		})
		data, err := Preset{Name: "x", Request: r}.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if err := valid(string(data)); legal != (err == nil) {
			t.Fatal(fmt.Sprintf("the rules say %v, the schema says %v to\n%s", legal, err, data))
		}
	})
}
