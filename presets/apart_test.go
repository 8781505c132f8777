package presets

import (
	"slices"
	"strings"
	"testing"
)

func TestALongTextIsSpokenOfFromWhereItDiffers(t *testing.T) {
	long := strings.Repeat("For the boats in the harbour. ", 5)
	got := Sentences(Diff(Preset{Notes: long + "Anna liked it with 55."}, Preset{Notes: long + "Anna liked it with 70."}))
	if want := []string{`notes "…55." → "…70."`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
