package cli

import (
	"cmp"
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
	"voicestudio/tts/host"
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
				cures = append(cures, say.doctor.install(missing))
			}
			if len(wrong) > 0 {
				cures = append(cures, say.doctor.mend(wrong))
			}
			if cures == nil {
				return nil
			}
			return tts.Machine(tts.Said{What: say.doctor.unusable, Cure: tts.Further(cures...)}, nil)
		},
	}
}

// program is one that the sandbox speaks with; its package has its name.
type program struct{ name, version, purpose string }

func programs() []program {
	return []program{{"espeak-ng", "--version", say.doctor.speaks}, {"lame", "--version", say.doctor.makesMP3}}
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

	fmt.Fprintln(table, say.doctor.programs)
	for _, p := range programs() {
		found, err := firstLine(ctx, p.name, p.version)
		if err != nil {
			missing = append(missing, p.name)
			found = say.doctor.missing(p.name)
		}
		row(p.name, p.purpose, found)
	}
	encoder, err := firstLine(ctx, "opusenc", "--version")
	if err != nil {
		encoder = say.doctor.notNeeded("opus-tools")
	}
	row("opusenc", say.doctor.makesOpus, encoder)
	decoder, err := decode.MP3Decoder()
	if err != nil {
		const library = "libmpg123-0"
		missing = append(missing, library)
		decoder = say.doctor.notEveryMP3(decoder, library)
	}
	row("mp3", say.doctor.playsMP3, decoder)
	decoder, err = decode.OpusDecoder()
	if err != nil {
		decoder = say.doctor.notNeeded("libopus0")
	}
	row("opus", say.doctor.playsOpus, decoder)

	fmt.Fprintln(table, say.doctor.sound)
	play, quiet := o.openPlayer()
	defer quiet()
	defer play.Close()
	if d := play.Device(); d.Silent {
		row(say.doctor.device, say.doctor.none, d.Reason)
	} else {
		row(say.doctor.device, d.Name, "")
	}

	fmt.Fprintln(table, say.doctor.hosts)
	for _, h := range tts.Hosts {
		row(string(h.Name), h.Title, keyState(h))
	}

	fmt.Fprintln(table, say.doctor.network)
	wrong = append(wrong, network(row)...)

	fmt.Fprintln(table, say.doctor.folders)
	for _, place := range places(o.presets) {
		state, usable := place.state()
		row(place.name, place.dir, state)
		if !usable {
			wrong = append(wrong, say.doctor.folderOf(place.name))
		}
	}
	file, state, usable := configState()
	row(say.doctor.config, file, state)
	if !usable {
		wrong = append(wrong, say.doctor.configFile)
	}
	return missing, wrong
}

// network tells what lies between this machine and the hosts, without passwords,
// and what of it is wrong.
func network(row func(cells ...string)) (wrong []string) {
	const proxyVariable, certVariable, noProxy, other = "HTTPS_PROXY", "SSL_CERT_FILE", "NO_PROXY", "ALL_PROXY"
	proxy, usable := host.Proxy()
	direct := either(noProxy)
	switch {
	case !usable:
		row(say.doctor.proxy, say.doctor.none, say.doctor.noProxy)
		wrong = append(wrong, say.doctor.variable(proxyVariable))
	case proxy != "" && direct != "":
		row(say.doctor.proxy, proxy, say.doctor.directlyTo(direct))
	case proxy != "":
		row(say.doctor.proxy, proxy, "")
	case either(other) != "":
		row(say.doctor.proxy, say.doctor.none, say.doctor.otherVariable(other, proxyVariable))
	default:
		row(say.doctor.proxy, say.doctor.none, "")
	}
	file, usable := host.Authorities()
	switch {
	case !usable:
		row(say.doctor.authorities, file, say.doctor.noAuthorities)
		wrong = append(wrong, say.doctor.variable(certVariable))
	case file != "":
		row(say.doctor.authorities, file, "")
	}
	return wrong
}

// either is a variable of the environment that may be in small letters.
func either(name string) string { return cmp.Or(os.Getenv(name), os.Getenv(strings.ToLower(name))) }

// configState is the config file, what there is to know about it, and whether
// it can be used.
func configState() (file, state string, usable bool) {
	file, err := config.File()
	if err != nil {
		return "", say.doctor.noHome, false
	}
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		return file, say.doctor.noFile, true
	}
	settings, err := config.Load()
	if err != nil {
		return file, strings.TrimPrefix(tts.AsError(err, tts.KindRequest).Message, tts.About(file, "")), false
	}
	return file, tts.Further(settings.Warnings...), true
}

func keyState(h tts.HostProfile) string {
	switch {
	case h.KeyVariable == "":
		return say.doctor.noKeyNeeded
	case os.Getenv(h.KeyVariable) == "":
		return say.doctor.keyNotSet(h.KeyVariable)
	}
	return say.doctor.keySet(h.KeyVariable)
}

type place struct{ name, dir string }

func places(presetsDir string) []place {
	presets, _ := config.Presets(presetsDir)
	taken, _ := takes.DefaultDir()
	state, _ := config.StateDir()
	return []place{{say.doctor.presets, presets.Dir}, {say.doctor.takes, taken}, {say.doctor.drafts, state}}
}

// state says what there is to know about a folder, and whether it can be used.
func (p place) state() (said string, usable bool) {
	info, err := os.Stat(p.dir)
	switch {
	case p.dir == "":
		return say.doctor.noHome, false
	case errors.Is(err, os.ErrNotExist):
		return say.doctor.notYet, true
	case err != nil:
		return err.Error(), false
	case !info.IsDir():
		return say.doctor.notFolder, false
	}
	probe, err := os.CreateTemp(p.dir, ".voicestudio-*.tmp")
	if err != nil {
		return say.doctor.readOnly, false
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
