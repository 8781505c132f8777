package cli

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"voicestudio/tts"
	"voicestudio/tts/wording"
	"voicestudio/ui/config"
	"voicestudio/ui/studio"
)

// inForce is a setting that holds, and where its value comes from.
type inForce struct {
	Key   string `json:"key"`
	Value any    `json:"value"` // null where nothing is set, and nothing is usual
	From  string `json:"from"`  // flag, environment, file, default
	// Name is the flag's or the variable's; Line is that of the file, 0 elsewhere.
	Name string `json:"name,omitempty"`
	Line int    `json:"line,omitempty"`
}

func newConfigShow(o *options) *cobra.Command {
	var asJSON, commands bool
	cmd := &cobra.Command{
		Use:     "show",
		Short:   say.help.configShow.short,
		Long:    say.help.configShow.long,
		Example: say.help.configShow.example,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			named := o.host
			if err := o.resolve(); err != nil {
				return err
			}
			for _, f := range studio.CheckKeys(o.settings) {
				o.note(f.String())
			}
			if commands {
				return o.showCommands(asJSON)
			}
			all := o.holds(named)
			if asJSON {
				return printJSON(o.out, struct {
					File     string    `json:"file"`
					Settings []inForce `json:"settings"`
				}{o.settings.File, all})
			}
			for _, h := range all {
				o.tell(h.String())
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	cmd.Flags().BoolVar(&commands, "commands", false, say.flags.configCommands)
	return cmd
}

func (h inForce) String() string {
	value := say.config.unset
	switch v := h.Value.(type) {
	case nil:
	case string:
		value = v
	case []string:
		value = cmp.Or(strings.Join(v, " "), say.config.noKeys)
	case tts.Money:
		value = v.String()
	default:
		value = fmt.Sprint(v)
	}
	return h.Key + " = " + value + "  (" + say.config.from(h.From, h.Name, h.Line) + ")"
}

// holds is every setting that holds. named is the host of the command line.
func (o *options) holds(named string) (all []inForce) {
	s := o.settings
	add := func(key string, set bool, value, usual any) {
		h := inForce{Key: key, Value: value, From: "file", Line: s.Lines[key]}
		if !set {
			h.From, h.Value, h.Line = "default", usual, 0
		}
		all = append(all, h)
	}
	usual := func(key string) any {
		if value := config.Usual(key); value != "" {
			return value
		}
		return nil
	}
	flag := func(key, name, value string) {
		all = append(all, inForce{Key: key, Value: value, From: "flag", Name: "--" + name})
	}
	if named != "" {
		flag("host", "host", named)
	} else {
		add("host", s.Host != "", string(s.Host), usual("host"))
	}
	switch {
	case o.lang != "":
		flag("lang", "lang", o.lang)
	case s.Lang != "":
		add("lang", true, s.Lang, nil)
	default:
		h := inForce{Key: "lang", Value: string(wording.Locale(os.Getenv)), From: "default"}
		for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
			if os.Getenv(name) != "" && h.From == "default" {
				h.From, h.Name = "environment", name
			}
		}
		all = append(all, h)
	}
	add("theme", s.Theme != "", s.Theme, usual("theme"))
	add("ascii", s.Lines["ascii"] > 0, s.ASCII, false)
	add("motion", s.Motion != "", s.Motion, usual("motion"))
	add("warm", s.Warm != nil, tts.Or(s.Warm, true), true)
	add("spend_cap", s.SpendCap != nil, tts.Or(s.SpendCap, tts.Money{}), nil)
	for _, name := range slices.Sorted(maps.Keys(s.Hosts)) {
		path := "hosts." + string(name)
		own := s.Hosts[name]
		if own.BaseURL != "" && (o.baseURL == "" || string(name) != o.host) {
			add(path+".base_url", true, own.BaseURL, nil)
		}
		if own.GroupID != "" {
			add(path+".group_id", true, own.GroupID, nil)
		}
		if own.RPM > 0 {
			add(path+".rpm", true, own.RPM, nil)
		}
	}
	if o.baseURL != "" {
		flag("hosts."+o.host+".base_url", "base-url", o.baseURL)
	}
	if dir, err := config.Presets(o.presets); err == nil {
		h := inForce{Key: "presets", Value: dir.Dir, From: "default"}
		switch {
		case o.presets != "":
			h.From, h.Name = "flag", "--presets"
		case os.Getenv("VOICESTUDIO_PRESETS") != "":
			h.From, h.Name = "environment", "VOICESTUDIO_PRESETS"
		}
		all = append(all, h)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Teams)) {
		add("teams."+name, true, s.Teams[name], nil)
	}
	wrong := map[string]bool{}
	for _, f := range studio.CheckKeys(s) {
		wrong[f.Field] = true
	}
	now := studio.KeysNow(s)
	for _, id := range slices.Sorted(maps.Keys(s.Keys)) {
		if keys, known := now[id]; known {
			add("keys."+id, !wrong["keys."+id], append([]string{}, keys...), append([]string{}, keys...))
		}
	}
	return all
}

// showCommands lists what keys can be given to, with those that hold.
func (o *options) showCommands(asJSON bool) error {
	all, now := studio.Commands(), studio.KeysNow(o.settings)
	var rows [][]string
	for i, c := range all {
		all[i].Keys = append([]string{}, now[c.ID]...)
		rows = append(rows, []string{c.ID, strings.Join(all[i].Keys, " "), c.Title, c.Where})
	}
	if asJSON {
		return printJSON(o.out, all)
	}
	table := tabwriter.NewWriter(o.out, 0, 8, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(table, strings.Join(row, "\t"))
	}
	return table.Flush()
}
