package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/studio"
)

func newConfig(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "config",
		Short:   say.help.config.short,
		Long:    say.help.config.long,
		Example: say.help.config.example,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return o.editConfig(cmd.Context()) },
	}
	path := &cobra.Command{
		Use:   "path",
		Short: say.help.configPath.short,
		Long:  say.help.configPath.long,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			file, err := config.File()
			if err != nil {
				return tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
			}
			o.tell(file)
			return nil
		},
	}
	cmd.AddCommand(path, newConfigShow(o), newConfigCheck(o))
	return cmd
}

func newConfigCheck(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "check",
		Short:   say.help.configCheck.short,
		Long:    say.help.configCheck.long,
		Example: say.help.configCheck.example,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			findings, err := checkConfig()
			if err != nil {
				return err
			}
			if asJSON {
				if err := printJSON(o.out, append([]presets.Finding{}, findings...)); err != nil {
					return err
				}
			} else {
				for _, f := range findings {
					o.tell(f.String())
				}
			}
			if slices.ContainsFunc(findings, isError) {
				return resultIsOne()
			}
			if !asJSON {
				o.tellClean()
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonFindings)
	return cmd
}

// tellClean says that nothing is wrong, and with what.
func (o *options) tellClean() {
	file, _ := config.File()
	if _, err := os.Stat(file); err != nil {
		o.tell(say.config.noFile(file))
		return
	}
	o.tell(say.config.clean(file))
}

// checkConfig is everything that is wrong in the config file.
func checkConfig() ([]presets.Finding, error) {
	s, findings, err := config.Check()
	if err != nil {
		return nil, err
	}
	findings = append(findings, studio.CheckKeys(s)...)
	config.SortFindings(findings)
	return findings, nil
}

// editConfig opens the config file in the person's editor, and again as long as
// something is wrong in it and they want to put it right.
func (o *options) editConfig(ctx context.Context) error {
	editor := config.Editor()
	if editor == "" {
		return tts.Wrong("", say.config.noEditor)
	}
	file, made, err := config.Make(studio.Commands())
	if err != nil {
		return err
	}
	if made {
		o.note(say.config.made(file))
	}
	before, _ := os.ReadFile(file)
	for {
		if err := o.runEditor(ctx, editor, file); err != nil {
			return err
		}
		findings, err := checkConfig()
		if err != nil {
			return err
		}
		for _, f := range findings {
			o.note(f.String())
		}
		if !slices.ContainsFunc(findings, isError) {
			break
		}
		again, err := o.openAgain(ctx)
		if err != nil {
			return err
		}
		if !again {
			return resultIsOne()
		}
	}
	if after, err := os.ReadFile(file); err == nil && string(after) == string(before) {
		o.note(say.preset.nothingChanged)
		return nil
	}
	o.tell(say.config.clean(file))
	return nil
}

// openAgain asks whether the file is to be opened again; where nobody can be
// asked, it is not.
func (o *options) openAgain(ctx context.Context) (bool, error) {
	in, readable := o.in.(*os.File)
	seen, visible := o.err.(*os.File)
	if !readable || !visible || !term.IsTerminal(in.Fd()) || !term.IsTerminal(seen.Fd()) {
		return false, nil
	}
	answer, done := interruptible(ctx, in)
	defer done()
	fmt.Fprint(o.err, say.config.openAgain)
	said, _ := bufio.NewReader(answer).ReadString('\n')
	if ctx.Err() != nil {
		return false, presetFault(ctx.Err())
	}
	said = strings.ToLower(strings.TrimSpace(said))
	return said == "" || slices.Contains(say.render.yes, said), nil
}

// runEditor lets the person change a file until the editor ends.
func (o *options) runEditor(ctx context.Context, editor, file string) error {
	cmd := config.EditorCommand(editor, file)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = o.in, o.terminal(), o.err
	err := cmd.Run()
	if ctx.Err() != nil {
		return presetFault(ctx.Err())
	}
	if err != nil {
		return tts.Machine(tts.Said{What: say.preset.editorFailed(quote(editor), err.Error())}, err)
	}
	return nil
}
