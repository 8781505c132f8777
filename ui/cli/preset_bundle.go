package cli

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
)

func newPresetExport(o *options) *cobra.Command {
	var outFile string
	cmd := &cobra.Command{
		Use:     "export " + say.help.presetExport.takes,
		Short:   say.help.presetExport.short,
		Long:    say.help.presetExport.long,
		Example: say.help.presetExport.example,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			if outFile == "" {
				return tts.Wrong("out", say.files.noFileNorOutput)
			}
			_, found, err := o.load(names...)
			if err != nil {
				return err
			}
			data, err := presets.Export(found...)
			if err != nil {
				return presetFault(err)
			}
			out, err := openOutput("out", outFile, o.out)
			if err != nil {
				return err
			}
			defer out.discard()
			if _, err := out.w.Write(data); err != nil {
				return out.fault(err)
			}
			if err := out.keep(); err != nil {
				return err
			}
			if !out.toStdout {
				o.made(outFile, say.made.presets(len(found)), say.made.free)
			}
			return nil
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().StringVar(&outFile, "out", "", say.flags.file)
	return cmd
}

func newPresetImport(o *options) *cobra.Command {
	var into string
	var replace, dryRun, asJSON bool
	cmd := &cobra.Command{
		Use:     "import " + say.help.presetImport.takes,
		Short:   say.help.presetImport.short,
		Long:    say.help.presetImport.long,
		Example: say.help.presetImport.example,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := o.library()
			if err != nil {
				return err
			}
			to, _ := folder(l, presets.FolderOwn) // everybody has it
			if into != "" {
				to = presets.Folder{Dir: pathOr(l, into)}
			}
			data, err := o.readInput(cmd.Context(), args[0], presets.MaxBundle+1)
			if err != nil {
				return err
			}
			plan, err := to.PlanImport(data)
			if err != nil {
				return presetFault(err)
			}
			collides := len(plan.Collisions()) > 0 && !replace
			if !dryRun && !collides {
				_, err := plan.Apply(replace)
				if errors.Is(err, fs.ErrExist) { // somebody else changed the folder meanwhile
					err = tts.Machine(tts.Said{What: tts.InWords(err)}, err)
				}
				if err != nil {
					return presetFault(err)
				}
			}
			if asJSON {
				if err := printJSON(o.out, append([]presets.Import{}, plan.Imports...)); err != nil {
					return err
				}
			} else {
				o.showPlan(plan, to.Dir, collides, dryRun)
			}
			if collides {
				return resultIsOne()
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&into, "into", "", say.flags.into)
	f.BoolVar(&replace, "replace", false, say.flags.replacePresets)
	f.BoolVar(&dryRun, "dry-run", false, say.flags.onlyPrint)
	f.BoolVar(&asJSON, "json", false, say.flags.jsonOutcomes)
	return cmd
}

func (o *options) showPlan(plan *presets.Plan, dir string, collides, dryRun bool) {
	var rows [][]string
	for _, one := range plan.Imports {
		rows = append(rows, []string{string(one.Outcome), one.Name, tts.Listed(presets.Sentences(one.Changes)...)})
	}
	printColumns(o.out, rows)
	switch {
	case collides:
		o.tell(say.preset.collides)
	case dryRun:
		o.tell(say.preset.dryRun)
	default:
		o.tell(say.preset.imported(dir))
	}
}

func newPresetSchema(o *options) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   say.help.presetSchema.short,
		Long:    say.help.presetSchema.long,
		Example: say.help.presetSchema.example,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := exact(o.out).Write(presets.Schema())
			return err
		},
	}
}
