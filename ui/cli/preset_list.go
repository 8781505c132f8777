package cli

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/session"
)

// listed is one preset of `preset list --json`.
type listed struct {
	Name   string   `json:"name"`
	File   string   `json:"file"`
	Folder string   `json:"folder"`
	Tags   []string `json:"tags"`
	// Updated and Committed are null where they are unknown.
	Updated   *time.Time `json:"updated"`
	Committed *bool      `json:"committed"`
}

type listing struct {
	Presets []listed       `json:"presets"`
	Broken  []listedBroken `json:"broken"`
}

type listedBroken struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Reason string `json:"reason"`
}

func newPresetList(o *options) *cobra.Command {
	var asJSON bool
	var query presets.Query
	cmd := &cobra.Command{
		Use:     "list " + say.help.presetList.takes,
		Short:   say.help.presetList.short,
		Long:    say.help.presetList.long,
		Example: say.help.presetList.example,
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := o.library()
			if err != nil {
				return err
			}
			if query.Folder, err = listedFolder(l, query.Folder); err != nil {
				return err
			}
			shelf, err := l.Read(cmd.Context(), nil)
			if err != nil {
				return presetFault(err)
			}
			query.Text = strings.Join(args, " ")
			found, git := shelf.Search(query), team.GitAll(cmd.Context(), l)
			if asJSON {
				return printJSON(o.out, newListing(found, shelf.Broken, git))
			}
			var rows [][]string
			for _, e := range found {
				rows = append(rows, append([]string{e.Name, e.Folder, strings.Join(e.Tags, ", ")}, changed(*e, git)))
			}
			o.list(say.preset.columns, rows)
			for _, b := range shelf.Broken {
				o.note(b.Error())
			}
			if len(found) == 0 {
				o.note(say.preset.noneFits)
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	f.StringArrayVar(&query.Tags, "tag", nil, say.flags.onlyTags)
	f.StringVar(&query.Folder, "folder", "", say.flags.onlyFolder)
	return cmd
}

// listedFolder is the name of a folder as the list has it, also of one that is
// given as a path.
func listedFolder(l presets.Library, name string) (string, error) {
	if name == "" || name == presets.FolderStarters {
		return name, nil
	}
	if p, found := l.Place(name); found {
		return p.Name, nil
	}
	to, err := folder(l, name)
	if err != nil {
		return "", err
	}
	given, _ := filepath.Abs(to.Dir)
	for _, p := range l.Places {
		if dir, err := filepath.Abs(p.Dir); err == nil && dir == given {
			return p.Name, nil
		}
	}
	return "", tts.Wrong("folder", say.preset.notListed(quote(name)))
}

func newListing(found []*presets.Entry, broken []presets.Broken, git map[string]team.Tracked) listing {
	l := listing{[]listed{}, []listedBroken{}} // [] in JSON, not null
	for _, e := range found {
		one := listed{Name: e.Name, File: e.File, Folder: e.Folder, Tags: append([]string{}, e.Tags...)}
		if !e.Updated.IsZero() {
			one.Updated = &e.Updated
		}
		if t, known := git[e.File]; known && !e.Starter {
			one.Committed = &t.Committed
		}
		l.Presets = append(l.Presets, one)
	}
	for _, b := range broken {
		l.Broken = append(l.Broken, listedBroken{b.File, b.Line, b.Reason})
	}
	return l
}

// changed says who changed a preset last, and when; empty where nobody knows.
func changed(e presets.Entry, git map[string]team.Tracked) string {
	const day = "2006-01-02"
	t, known := git[e.File]
	switch {
	case e.Starter:
		return ""
	case !known && e.Updated.IsZero():
		return ""
	case !known:
		return e.Updated.Local().Format(day)
	case t.Time.IsZero():
		return say.preset.notCommitted
	case !t.Committed:
		return say.preset.changedSince(t.Author + ", " + t.Time.Local().Format(day))
	}
	return t.Author + ", " + t.Time.Local().Format(day)
}

func newPresetShow(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "show " + say.help.presetShow.takes,
		Short:   say.help.presetShow.short,
		Long:    say.help.presetShow.long,
		Example: say.help.presetShow.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, found, err := o.load(args...)
			if err != nil {
				return err
			}
			if asJSON {
				data, err := found[0].Encode()
				if err != nil {
					return presetFault(err)
				}
				_, err = exact(o.out).Write([]byte(session.EscapeJSON(string(data))))
				return err
			}
			return o.describe(cmd.Context(), found[0])
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonPreset)
	return cmd
}

func (o *options) describe(ctx context.Context, e presets.Entry) error {
	git := map[string]team.Tracked{}
	if !e.Starter {
		known, err := team.Git(ctx, filepath.Dir(e.File))
		if ctx.Err() != nil {
			return presetFault(err)
		}
		if t, found := known[filepath.Base(e.File)]; found {
			git[e.File] = t
		}
	}
	o.tell(e.Name)
	for _, line := range strings.Split(strings.TrimSpace(e.Notes), "\n") {
		if line != "" {
			o.tell("  " + line)
		}
	}
	o.tell("")
	var settings []presets.Change
	for _, c := range presets.Diff(presets.Preset{}, e.Preset) {
		switch c.Field {
		case "name", "notes", "tags", "sample_text", "heard_on":
		default:
			settings = append(settings, c)
		}
	}
	for _, sentence := range presets.Sentences(settings) {
		o.tell(sentence)
	}
	o.tell("")
	var heard []string
	for _, h := range e.HeardOn {
		heard = append(heard, h.Host+" "+h.Model)
	}
	var marks []string
	for _, f := range e.Fingerprints {
		marks = append(marks, f.Host+" "+day(f))
	}
	var rows [][]string
	labels := say.preset.labels
	for _, row := range [][]string{
		{labels.voices, presets.Formula(e.Request.Voices())},
		{labels.tags, strings.Join(e.Tags, ", ")},
		{labels.sample, e.SampleText},
		{labels.heardOn, tts.Listed(heard...)},
		{labels.fingerprints, tts.Listed(marks...)},
		{labels.folder, whereIs(e)},
		{labels.file, e.File},
		{labels.clip, e.Preview},
		{labels.changed, changed(e, git)},
		{labels.note, e.Notice},
	} {
		if row[1] != "" {
			rows = append(rows, row)
		}
	}
	printColumns(o.out, rows)
	return nil
}

func whereIs(e presets.Entry) string {
	switch {
	case e.Starter:
		return say.preset.readsOnly(presets.FolderStarters)
	case e.ReadOnly:
		return say.preset.readsOnly(e.Folder)
	}
	return e.Folder
}
