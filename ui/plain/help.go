package plain

import (
	"strings"
)

// help says what there is, or how one command goes.
func help(d *desk, rest string) error {
	rest = strings.TrimSpace(rest)
	switch {
	case rest == "":
		d.say(say.help.begin)
		for g := range groups {
			var names []string
			for _, c := range commands() {
				if c.group == g {
					names = append(names, c.names[0])
				}
			}
			d.show(say.help.group(say.help.groups[g], names))
		}
		d.say(say.help.more)
		return nil
	case strings.EqualFold(rest, "all"):
		for _, c := range commands() {
			d.describe(c, "")
		}
		return nil
	}
	for g := range groups {
		if strings.EqualFold(say.help.groups[g], rest) {
			for _, c := range commands() {
				if c.group == g {
					d.describe(c, "")
				}
			}
			return nil
		}
	}
	word, behind := first(rest)
	if s, found := settingOf(rest); found {
		return d.explain(s)
	}
	c, err := meant(word, commands())
	if err != nil {
		return err
	}
	prefix := ""
	if sub, err := meant(behind, c.subs); err == nil && behind != "" {
		prefix, c = c.names[0]+" ", sub
	}
	d.describe(c, prefix)
	if len(c.names) > 1 {
		d.show(say.help.also(c.names[1:]))
	}
	return nil
}

// describe says how a command is written, and what it does; then those below it.
func (d *desk) describe(c command, prefix string) {
	name := prefix + c.names[0]
	about := say.help.commands[name]
	usage := name
	if about.takes != "" {
		usage += " " + about.takes
	}
	d.show(usage + say.help.colon + about.does)
	for _, sub := range c.subs {
		d.describe(sub, name+" ")
	}
}

// setPrompt says what stands before a line that is typed, or that nothing does.
func setPrompt(d *desk, rest string) error {
	rest = strings.Trim(rest, `"`)
	switch strings.ToLower(rest) {
	case "off":
		d.prompting = false
		d.say(say.noPrompt)
	case "on", "":
		d.prompting, d.prompt = d.Typed, nil
		d.say(say.aPrompt)
	default:
		prompt := presentable(rest) + " "
		d.prompting, d.prompt = d.Typed, &prompt
		d.say(say.aPrompt)
	}
	return nil
}
