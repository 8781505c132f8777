package cli

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
)

// written are a preset's settings and words that a command line asks for.
type written struct {
	asked
	from          string // a file with the whole preset
	notes, sample string
	tags          []string
}

func (w *written) addFlags(cmd *cobra.Command) {
	w.asked.addFlags(cmd)
	f := cmd.Flags()
	f.StringVar(&w.from, "from", "", say.flags.from)
	f.StringVar(&w.notes, "notes", "", say.flags.notes)
	f.StringVar(&w.sample, "sample-text", "", say.flags.sampleText)
	f.StringArrayVar(&w.tags, "tag", nil, say.flags.tags)
}

// given reports whether any flag says what the preset is to be.
func (w *written) given(cmd *cobra.Command) bool {
	return slices.ContainsFunc([]string{"model", "voice", "set", "from", "notes", "sample-text", "tag"}, cmd.Flags().Changed)
}

// apply changes p as far as the flags were given; an empty one empties.
func (w *written) apply(o *options, cmd *cobra.Command, p *presets.Preset) error {
	given := cmd.Flags().Changed
	if given("from") {
		data, err := o.readInput(cmd.Context(), w.from, presets.MaxFile+1)
		if err != nil {
			return err
		}
		name := p.Name
		if *p, err = presets.Parse(data); err != nil {
			return tts.Wrong("from", tts.Said{What: err.Error()})
		}
		p.Name = cmp.Or(p.Name, name)
	}
	if given("notes") {
		p.Notes = w.notes
	}
	if given("sample-text") {
		p.SampleText = w.sample
	}
	if given("tag") {
		p.Tags = presets.Tags(w.tags...)
	}
	return w.asked.apply(&p.Request)
}

func newPresetNew(o *options) *cobra.Command {
	var w written
	var into string
	cmd := &cobra.Command{
		Use:     "new " + say.help.presetNew.takes,
		Short:   say.help.presetNew.short,
		Long:    say.help.presetNew.long,
		Example: say.help.presetNew.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			hosts := o.chosenHost()
			l, err := o.library()
			if err != nil {
				return err
			}
			to, err := folder(l, into)
			if err != nil {
				return err
			}
			p := presets.Preset{Name: args[0]}
			if err := w.apply(o, cmd, &p); err != nil {
				return err
			}
			p.Name = args[0]
			draft, err := newDraft(p, hosts)
			if err != nil {
				return err
			}
			defer draft.discard()
			if p, err = draft.read(); err != nil {
				return err
			}
			made, err := to.Create(p)
			if err != nil {
				return presetFault(err)
			}
			return draft.saved(o, say.preset.saved(quote(made.Name), made.File))
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	w.addFlags(cmd)
	cmd.Flags().StringVar(&into, "folder", "", say.flags.saveFolder)
	return cmd
}

func newPresetEdit(o *options) *cobra.Command {
	var w written
	cmd := &cobra.Command{
		Use:     "edit " + say.help.presetEdit.takes,
		Short:   say.help.presetEdit.short,
		Long:    say.help.presetEdit.long,
		Example: say.help.presetEdit.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			byFlags := w.given(cmd)
			editor := config.Editor()
			if !byFlags && editor == "" {
				return tts.Wrong("", say.preset.noEditor)
			}
			hosts := o.chosenHost()
			l, found, err := o.load(args...)
			if err != nil {
				return err
			}
			e := found[0]
			if err := changeable(e); err != nil {
				return err
			}
			p := e.Preset
			if err := w.apply(o, cmd, &p); err != nil {
				return err
			}
			draft, err := newDraft(p, hosts)
			if err != nil {
				return err
			}
			defer draft.discard()
			if !byFlags {
				err = o.runEditor(cmd.Context(), editor, draft.file)
			}
			if err == nil {
				p, err = draft.read()
			}
			if err != nil {
				return draft.keep(err, byFlags, args[0])
			}
			changes := presets.Diff(e.Preset, p)
			if len(changes) == 0 {
				o.note(say.preset.nothingChanged)
				return nil
			}
			saved, err := homeOf(l, e).Update(e, p)
			if err != nil {
				return draft.keep(presetFault(err), byFlags, args[0])
			}
			return draft.saved(o, say.preset.savedWith(quote(saved.Name), presets.Sentences(changes)))
		},
		ValidArgsFunction: o.completePreset,
	}
	w.addFlags(cmd)
	return cmd
}

// chosenHost is the host that --host names, as a list; nil without the flag.
func (o *options) chosenHost() []tts.HostName {
	if o.host == "" {
		return nil
	}
	return []tts.HostName{tts.HostName(o.host)}
}

// draft is a preset on its way into its folder: a file of its own, so that an
// editor can change it and the linter can name its lines.
type draft struct {
	dir, file string
	linter    presets.Linter
	warnings  []presets.Finding
	kept      bool
}

func newDraft(p presets.Preset, hosts []tts.HostName) (*draft, error) {
	for _, name := range hosts {
		if _, known := tts.HostAt(name); !known {
			return nil, tts.Wrong("host", tts.Meant(string(name), tts.HostNames(), say.usage.noHost(quote(string(name)), tts.HostNames())))
		}
	}
	data, err := p.Encode()
	if err != nil {
		return nil, tts.Wrong("", tts.Said{What: tts.SystemSays(err)})
	}
	dir, err := os.MkdirTemp("", "voicestudio-")
	if err != nil {
		return nil, presetFault(err)
	}
	d := &draft{dir: dir, file: filepath.Join(dir, presets.Slug(p.Name)+".json"), linter: presets.Linter{Hosts: hosts}}
	if err := os.WriteFile(d.file, data, 0o600); err != nil {
		d.discard()
		return nil, tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	}
	return d, nil
}

func (d *draft) discard() {
	if !d.kept {
		os.RemoveAll(d.dir)
	}
}

// read checks the draft. The error is its first fault.
func (d *draft) read() (p presets.Preset, err error) {
	data, err := os.ReadFile(d.file)
	if err != nil {
		return p, tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	}
	if p, err = presets.Parse(data); err != nil {
		return p, presetFault(err)
	}
	findings, err := d.linter.Lint(d.file)
	if err != nil {
		return p, presetFault(err)
	}
	if at := slices.IndexFunc(findings, isError); at >= 0 {
		return p, wrongIn(findings[at])
	}
	d.warnings = findings
	return p, nil
}

// saved tells the outcome, and what is doubtful about the preset.
func (d *draft) saved(o *options, outcome string) error {
	for _, f := range d.warnings {
		o.note(say.judged(wrongIn(f).Error(), string(f.Level)))
	}
	o.tell(outcome)
	return nil
}

func wrongIn(f presets.Finding) *tts.Error {
	return tts.Wrong(f.Field, tts.Said{What: f.Message, Cure: f.Cure})
}

// keep leaves on disk what somebody wrote in an editor and could not save,
// and says how to go on with it.
func (d *draft) keep(why error, byFlags bool, name string) error {
	if byFlags {
		return why
	}
	d.kept = true
	e := *tts.AsError(why, tts.KindMachine)
	kept := say.preset.draftKept("voicestudio preset edit " + shellWord(name) + " --from " + shellWord(d.file))
	if e.Cure != "" {
		kept = tts.Further(e.Cure, kept)
	}
	e.Cure = kept
	return &e
}
