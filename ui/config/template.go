package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/takes/disk"
)

// Command is what keys can be given to.
type Command struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Where string   `json:"where"`
	Keys  []string `json:"keys"`
}

// usual are the values that hold without a file.
var usual = map[string]string{"host": string(tts.Sandbox), "theme": "auto", "ascii": "false", "motion": "full", "warm": "true"}

// Usual is the value of a setting that nobody has set; empty where there is none.
func Usual(path string) string { return usual[path] }

// Template is the config file as it is at first: every setting explained, with
// its values, and none of them set. What stands behind // is as it would be
// without the file.
func Template(commands []Command) []byte {
	var b strings.Builder
	for _, line := range say.file.head {
		fmt.Fprintln(&b, "//", line)
	}
	b.WriteString("{\n")
	explain := func(indent, path string, more ...string) {
		b.WriteString("\n")
		for _, line := range append(append([]string{}, say.file.settings[path]...), more...) {
			fmt.Fprintf(&b, "%s// %s\n", indent, line)
		}
	}
	for _, row := range all {
		if strings.Contains(row.path, ".") {
			continue
		}
		var more []string
		switch {
		case row.values != nil:
			more = append(more, say.file.values(row.values(), usual[row.path]))
		case row.kind == truth:
			more = append(more, say.file.values([]string{"true", "false"}, usual[row.path]))
		}
		explain("  ", row.path, more...)
		switch row.path {
		case "hosts":
			hostLines(&b)
		case "teams":
			b.WriteString("  \"teams\": {\n    // \"brand\": \"~/src/brand-voices\",\n  },\n")
		case "keys":
			keyLines(&b, commands)
		case "spend_cap":
			b.WriteString("  // \"spend_cap\": {\"amount\": 1.50, \"currency\": \"USD\"},\n")
		default:
			fmt.Fprintf(&b, "  // %s: %s,\n", quoted(row.path), exampleOf(row))
		}
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

// exampleOf is the usual value of a setting, or else the first of its values.
func exampleOf(row setting) string {
	value := usual[row.path]
	if value == "" && row.values != nil {
		value = row.values()[0]
	}
	if row.kind == text {
		return quoted(value)
	}
	return value
}

func hostLines(b *strings.Builder) {
	for _, field := range []string{"base_url", "group_id", "rpm"} {
		for _, line := range say.file.settings["hosts.*."+field] {
			fmt.Fprintf(b, "  //   %s: %s\n", field, line)
		}
	}
	b.WriteString("  \"hosts\": {\n")
	for _, name := range tts.HostNames() {
		profile, _ := tts.HostAt(tts.HostName(name))
		if profile.BaseURL == "" {
			continue
		}
		group := ""
		if profile.Contract == tts.MiniMax {
			group = `, "group_id": ""`
		}
		fmt.Fprintf(b, "    // %s: {\"base_url\": %s%s, \"rpm\": %d},\n", quoted(name), quoted(profile.BaseURL), group, profile.RPM)
	}
	b.WriteString("  },\n")
}

func keyLines(b *strings.Builder, commands []Command) {
	for _, line := range say.file.commands {
		fmt.Fprintf(b, "  // %s\n", line)
	}
	b.WriteString("  \"keys\": {\n")
	for _, c := range commands {
		var keys []string
		for _, key := range c.Keys {
			keys = append(keys, quoted(key))
		}
		fmt.Fprintf(b, "    // %s\n    // %s: [%s],\n", say.file.command(strings.TrimSuffix(c.Title, "…"), c.Where), quoted(c.ID), strings.Join(keys, ", "))
	}
	b.WriteString("  },\n")
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// Make writes the config file where there is none, as Template has it, for its
// owner alone. made is false where there is one. The error is an *tts.Error of
// kind machine.
func Make(commands []Command) (file string, made bool, _ error) {
	file, err := File()
	if err != nil {
		return "", false, tts.Machine(say.places.noConfig(tts.SystemSays(err)), err)
	}
	if _, err := os.Stat(file); err == nil {
		return file, false, nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return file, false, tts.Machine(say.places.noConfig(tts.SystemSays(err)), err)
	}
	root, err := os.OpenRoot(filepath.Dir(file))
	if err != nil {
		return file, false, tts.Machine(say.places.noConfig(tts.SystemSays(err)), err)
	}
	defer root.Close()
	switch err := disk.Publish(root, filepath.Base(file), Template(commands), 0o600); {
	case errors.Is(err, fs.ErrExist):
		return file, false, nil // another program was quicker
	case err != nil:
		return file, false, tts.Machine(say.places.noConfig(tts.SystemSays(err)), err)
	}
	return file, true, nil
}
