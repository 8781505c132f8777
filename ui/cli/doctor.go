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
	"voicestudio/ui/config"
)

func newDoctor(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: say.help.doctor.short,
		Long:  say.help.doctor.long,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			missing, wrong := o.doctor(cmd.Context())
			var cures []string
			if len(missing) > 0 {
				cures = append(cures, "apt-get install "+strings.Join(missing, " "))
			}
			if len(wrong) > 0 {
				cures = append(cures, "mend what is wrong with the "+strings.Join(wrong, " and the "))
			}
			if cures == nil {
				return nil
			}
			return &tts.Error{Kind: tts.KindMachine, Message: "something is missing or cannot be used", Cure: strings.Join(cures, "; ")}
		},
	}
}

// program is one that the sandbox speaks with; its package has its name.
type program struct{ name, version, purpose string }

var programs = []program{
	{"espeak-ng", "--version", "speaks in the sandbox"},
	{"lame", "--version", "makes the sandbox's MP3"},
}

// doctor prints what it finds, and returns the packages that are missing and
// the places that cannot be used.
func (o *options) doctor(ctx context.Context) (missing, wrong []string) {
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
		state, usable := place.state()
		row(place.name, place.dir, state)
		if !usable {
			wrong = append(wrong, "folder of "+place.name)
		}
	}
	file, state, usable := configState()
	row("config", file, state)
	if !usable {
		wrong = append(wrong, "config file")
	}
	return missing, wrong
}

// configState is the config file, what there is to know about it, and whether
// it can be used.
func configState() (file, state string, usable bool) {
	file, err := config.File()
	if err != nil {
		return "", "no place: set HOME", false
	}
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		return file, "not there, nothing needs it", true
	}
	settings, err := config.Load()
	if err != nil {
		return file, strings.TrimPrefix(tts.AsError(err, tts.KindRequest).Message, file+": "), false
	}
	return file, strings.Join(settings.Warnings, "; "), true
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
	presets, _ := config.Presets(presetsDir)
	taken, _ := takes.DefaultDir()
	state, _ := config.StateDir()
	return []place{{"presets", presets.Dir}, {"takes", taken}, {"draft, log", state}}
}

// state says what there is to know about a folder, and whether it can be used.
func (p place) state() (said string, usable bool) {
	info, err := os.Stat(p.dir)
	switch {
	case p.dir == "":
		return "no place: set HOME", false
	case errors.Is(err, os.ErrNotExist):
		return "made when it is needed", true
	case err != nil:
		return err.Error(), false
	case !info.IsDir():
		return "is not a folder", false
	}
	probe, err := os.CreateTemp(p.dir, ".voicestudio-*.tmp")
	if err != nil {
		return "cannot be written", false
	}
	probe.Close()
	os.Remove(probe.Name())
	return "", true
}

func firstLine(ctx context.Context, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	b, err := exec.CommandContext(ctx, name, args...).Output()
	line, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimSpace(line), err
}
