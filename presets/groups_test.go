package presets

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"voicestudio/tts"
)

func TestEverySettingIsInOneGroup(t *testing.T) {
	for _, f := range tts.Fields {
		if !slices.Contains(Groups, GroupOf(f.Path)) {
			t.Errorf("%s is in no group", f.Path)
		}
	}
	if len(groupOf) != len(tts.Fields) {
		t.Error("a group holds a field that does not exist")
	}
}

func TestOnlyTheChosenGroupsAreApplied(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		to, from := request(t), request(t)
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(Groups), 1, 4, rapid.ID).Draw(t, "groups")
		got := Apply(to, from, chosen...)
		for _, f := range tts.Fields {
			want := to
			if slices.Contains(chosen, GroupOf(f.Path)) && !(f.Path == "model" && from.Model == "") {
				want = from
			}
			if len(DiffRequests(only(got, f.Path), only(want, f.Path))) > 0 {
				t.Fatalf("%s is %v", f.Path, got.Get(f.Path))
			}
		}
		if got.Text != to.Text {
			t.Fatal("the script changed")
		}
		if all := Apply(to, from); from.Model != "" {
			if all.Text = from.Text; len(DiffRequests(all, from)) > 0 {
				t.Fatal("not all was applied")
			}
		}
	})
}

// only is a request with one field.
func only(r tts.Request, path string) (one tts.Request) {
	if value := r.Get(path); value != nil {
		one.Set(path, value)
	}
	return one
}
