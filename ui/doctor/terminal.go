package doctor

import (
	"context"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/ui/charset"
)

// The size below which the studio leaves things out that are used all the time.
const leastWidth, leastHeight = 80, 24

func (m *Machine) terminal(context.Context) (all []Check) {
	switch name := m.Getenv("TERM"); {
	case m.System == install.Windows:
	case m.Width == 0:
		all = append(all, ok(Terminal, "terminal", say.noTerminal))
	case name == "" || name == "dumb":
		all = append(all, is(Warning, Terminal, "terminal", say.dumb(name), say.usePlain))
	default:
		all = append(all, ok(Terminal, "terminal", name))
	}
	if m.Width > 0 {
		if m.Width < leastWidth || m.Height < leastHeight {
			all = append(all, is(Warning, Terminal, "size", say.size(m.Width, m.Height), say.larger(leastWidth, leastHeight)))
		} else {
			all = append(all, ok(Terminal, "size", say.size(m.Width, m.Height)))
		}
	}
	all = append(all, ok(Terminal, "colour", m.colour()))
	if m.System != install.Windows && !showsLetters(m.Getenv) {
		all = append(all, is(Warning, Terminal, "locale", say.notUTF8(locale(m.Getenv)), say.setVariable("LANG", "C.UTF-8")))
	} else {
		all = append(all, ok(Terminal, "locale", locale(m.Getenv)))
	}
	return all
}

func (m *Machine) colour() string {
	name := m.Getenv("TERM")
	switch {
	case m.Getenv("NO_COLOR") != "":
		return say.noColour("NO_COLOR")
	case name == "" || name == "dumb":
		return say.noColour("TERM")
	case strings.Contains(m.Getenv("COLORTERM"), "truecolor") || strings.Contains(m.Getenv("COLORTERM"), "24bit"):
		return say.colours("16,777,216")
	case strings.Contains(name, "256"):
		return say.colours("256")
	}
	return say.colours("16")
}

// locale is the one that decides about letters, as POSIX has it.
func locale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := getenv(name); value != "" {
			return name + "=" + value
		}
	}
	return say.none
}

// config says what is wrong in the config file.
func (m *Machine) config(context.Context) (all []Check) {
	findings, err := m.Config()
	if fault := tts.AsError(err, tts.KindRequest); fault != nil {
		return []Check{is(Fault, Settings, "config", fault.Message, say.mendConfig(fault.Cure))}
	}
	for _, f := range findings {
		if f.Level == presets.LintError && !strings.HasPrefix(f.Field, "teams.") { // teams are looked at on their own
			all = append(all, is(Warning, Settings, "config", say.inLine(f.File, f.Line, f.Message), say.mendConfig(f.Cure)))
		}
	}
	if all == nil {
		all = append(all, ok(Settings, "config", say.nothingWrong))
	}
	return all
}

// showsLetters reports a locale with which a terminal shows other letters than ASCII.
func showsLetters(getenv func(string) string) bool {
	set := charset.Of(getenv, "linux")
	return set != charset.ASCII && set != charset.Bare
}
