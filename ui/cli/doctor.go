package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player/decode"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

func newDoctor(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Say what is installed, which sound device is there, and which hosts have keys",
		Long:  "Say what is installed, which sound device is there, and which hosts have keys (never the key).\nThe exit code is 1 where something is missing that the sandbox or the player needs.",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			missing := o.doctor(cmd.Context())
			if len(missing) == 0 {
				return nil
			}
			return &tts.Error{Kind: tts.KindMachine, Message: "something is missing", Cure: "apt-get install " + strings.Join(missing, " ")}
		},
	}
}

// program is one that the sandbox speaks with; its package has its name.
type program struct{ name, version, purpose string }

var programs = []program{
	{"espeak-ng", "--version", "speaks in the sandbox"},
	{"lame", "--version", "makes the sandbox's MP3"},
}

// doctor prints what it finds and returns the packages that are missing.
func (o *options) doctor(ctx context.Context) (missing []string) {
	table := tabwriter.NewWriter(o.out, 0, 8, 2, ' ', 0)
	defer table.Flush()
	row := func(cells ...string) {
		for i := range cells {
			cells[i] = tts.Clean(cells[i])
		}
		fmt.Fprintln(table, "  "+strings.Join(cells, "\t"))
	}

	fmt.Fprintln(table, "programs")
	for _, p := range programs {
		found, err := firstLine(ctx, p.name, p.version)
		if err != nil {
			missing = append(missing, p.name)
			found = "missing: apt-get install " + p.name
		}
		row(p.name, p.purpose, found)
	}
	decoder, err := decode.MP3Decoder()
	if err != nil {
		missing = append(missing, "libmpg123-0")
		decoder += ": not every MP3 plays; apt-get install libmpg123-0"
	}
	row("mp3", "plays MP3", decoder)

	fmt.Fprintln(table, "sound")
	play, quiet := o.openPlayer()
	defer quiet()
	defer play.Close()
	if d := play.Device(); d.Silent {
		row("device", "none", d.Reason)
	} else {
		row("device", d.Name, "")
	}

	fmt.Fprintln(table, "hosts")
	for _, h := range tts.Hosts {
		row(string(h.Name), h.Title, keyState(h))
	}

	fmt.Fprintln(table, "folders")
	for _, place := range places(o.presets) {
		row(place.name, place.dir, place.state())
	}
	row(configState()...)
	return missing
}

// configState is the config file and whether it can be used.
func configState() []string {
	file, err := session.SettingsFile()
	if err != nil {
		return []string{"config", "no place: set HOME", ""}
	}
	state := ""
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		state = "not there, nothing needs it"
	} else if _, err := session.LoadSettings(); err != nil {
		state = err.Error()
	}
	return []string{"config", file, state}
}

func keyState(h tts.HostProfile) string {
	switch {
	case h.KeyVariable == "":
		return "needs no key"
	case os.Getenv(h.KeyVariable) == "":
		return h.KeyVariable + " is not set"
	}
	return h.KeyVariable + " is set"
}

type place struct{ name, dir string }

func places(presetsDir string) []place {
	presets, _ := session.Presets(presetsDir)
	taken, _ := takes.DefaultDir()
	state, _ := session.StateDir()
	return []place{{"presets", presets.Dir}, {"takes", taken}, {"draft, log", state}}
}

func (p place) state() string {
	info, err := os.Stat(p.dir)
	switch {
	case p.dir == "":
		return "no place: set HOME"
	case errors.Is(err, os.ErrNotExist):
		return "made when it is needed"
	case err != nil:
		return err.Error()
	case !info.IsDir():
		return "is not a folder"
	}
	return ""
}

func firstLine(ctx context.Context, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	b, err := exec.CommandContext(ctx, name, args...).Output()
	line, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimSpace(line), err
}
