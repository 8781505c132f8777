package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/tts/wording"
)

func TestEverySentenceIsThere(t *testing.T) {
	// A command may take nothing, and its one line may say all of it.
	optional := func(path string) bool {
		return strings.HasPrefix(path, ".help.") && slices.ContainsFunc([]string{".takes", ".long", ".example"}, func(end string) bool { return strings.HasSuffix(path, end) })
	}
	if missing := slices.DeleteFunc(wording.Missing(english), optional); len(missing) > 0 {
		t.Errorf("nothing is said for %v", missing)
	}
}

func TestEveryCommandAndFlagTellsWhatItIsFor(t *testing.T) {
	eachCommand(newRoot(&options{}, &sayResult{}), func(cmd *cobra.Command) {
		if cmd.Short == "" {
			t.Errorf("%s says nothing", cmd.CommandPath())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" {
				t.Errorf("%s --%s says nothing", cmd.CommandPath(), f.Name)
			}
		})
	})
}
