package doctor

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/install"
)

// sandboxSpeaks reports whether the program's own sandbox is what speaks.
func (m *Machine) sandboxSpeaks() bool {
	host := m.Session.Host
	return (host == "" || host == tts.Sandbox) && m.Session.Hosts[tts.Sandbox].BaseURL == ""
}

func (m *Machine) programs(ctx context.Context) (all []Check) {
	speaks := Fault
	if !m.sandboxSpeaks() {
		speaks = Warning // a host does, and the sandbox is not chosen
	}
	for _, p := range []struct {
		name, argument, purpose string
		without                 State
	}{
		{install.Espeak, "--version", say.speaks, speaks},
		{install.Lame, "--version", say.makesMP3, speaks},
		{install.Opusenc, "--version", say.makesOpus, OK},
		{install.Git, "--version", say.keepsTeams, OK},
	} {
		without := p.without
		if p.name == install.Git && len(m.Teams) > 0 {
			without = Warning
		}
		version, err := m.Version(ctx, p.name, p.argument)
		if err != nil {
			all = append(all, m.missing(Programs, p.name, p.purpose, without))
			continue
		}
		// eSpeak NG tells where its data is; without it nothing is spoken.
		if _, data, told := strings.Cut(version, "Data at:"); p.name == install.Espeak && (!told || !holdsPhonemes(strings.TrimSpace(data))) {
			all = append(all, m.missing(Programs, install.EspeakData, p.purpose, without))
			continue
		}
		version, _, _ = strings.Cut(version, "Data at:")
		all = append(all, ok(Programs, p.name, p.purpose+say.between+strings.TrimSpace(version)))
	}
	decoder, err := m.MP3()
	if err != nil {
		all = append(all, Check{Programs, install.Libmpg123, Fault, say.notEveryMP3(decoder), m.System.How(install.Libmpg123), install.Libmpg123})
	} else {
		all = append(all, ok(Programs, install.Libmpg123, say.playsMP3))
	}
	if _, err = m.Opus(); err != nil {
		all = append(all, m.missing(Programs, install.Libopus, say.playsOpus, OK))
	} else {
		all = append(all, ok(Programs, install.Libopus, say.playsOpus))
	}
	editor := strings.TrimSpace(m.Getenv("VISUAL"))
	if editor == "" {
		editor = strings.TrimSpace(m.Getenv("EDITOR"))
	}
	words := strings.Fields(editor)
	switch {
	case editor == "" && m.System == install.Windows:
		all = append(all, ok(Programs, "editor", "notepad"))
	case editor == "":
		all = append(all, is(Warning, Programs, "editor", say.noEditor, say.setEditor))
	default:
		if _, err := m.LookPath(words[0]); err != nil {
			all = append(all, is(Warning, Programs, "editor", say.editorGone(editor), say.setEditor))
		} else {
			all = append(all, ok(Programs, "editor", editor))
		}
	}
	return all
}

func holdsPhonemes(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "phontab"))
	return err == nil
}

// missing is a program or library that is not there.
func (m *Machine) missing(g Group, name, purpose string, state State) Check {
	how := m.System.How(name)
	if state == OK {
		return ok(g, name, say.notNeeded(purpose, how))
	}
	return Check{g, name, state, say.missing(purpose), how, name}
}

func (m *Machine) sound(context.Context) []Check {
	if m.Device == nil {
		return []Check{ok(Sound, "device", say.notLooked)}
	}
	d := m.Device()
	if !d.Silent {
		return []Check{ok(Sound, "device", cmp.Or(say.device[d.Name], d.Name))}
	}
	return []Check{is(Fault, Sound, "device", say.noDevice, d.Reason)}
}
