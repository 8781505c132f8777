package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

func newPresetCopy(o *options) *cobra.Command {
	var into string
	cmd := &cobra.Command{
		Use:     "copy " + say.help.presetCopy.takes,
		Short:   say.help.presetCopy.short,
		Long:    say.help.presetCopy.long,
		Example: say.help.presetCopy.example,
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, found, err := o.load(args[0])
			if err != nil {
				return err
			}
			to, err := folder(l, into)
			if err != nil {
				return err
			}
			made, err := to.Copy(found[0], args[1])
			if err != nil {
				return presetFault(err)
			}
			o.tell(say.preset.copied(quote(found[0].Name), made.File))
			return nil
		},
		ValidArgsFunction: o.completePreset,
	}
	cmd.Flags().StringVar(&into, "folder", "", say.flags.copyFolder)
	return cmd
}

func newPresetRename(o *options) *cobra.Command {
	return &cobra.Command{
		Use:     "rename " + say.help.presetRename.takes,
		Short:   say.help.presetRename.short,
		Long:    say.help.presetRename.long,
		Example: say.help.presetRename.example,
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, found, err := o.load(args[0])
			if err != nil {
				return err
			}
			e := found[0]
			if err := changeable(e); err != nil {
				return err
			}
			p := e.Preset
			p.Name = args[1]
			made, err := homeOf(l, e).Update(e, p)
			if err != nil {
				return presetFault(err)
			}
			o.tell(say.preset.renamed(quote(e.Name), quote(made.Name), made.File))
			return nil
		},
		ValidArgsFunction: o.completePreset,
	}
}

func newPresetRm(o *options) *cobra.Command {
	return &cobra.Command{
		Use:     "rm " + say.help.presetRm.takes,
		Short:   say.help.presetRm.short,
		Long:    say.help.presetRm.long,
		Example: say.help.presetRm.example,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			l, found, err := o.load(names...)
			if err != nil {
				return err
			}
			groups, err := byFolder(l, found)
			if err != nil {
				return err
			}
			for _, g := range groups {
				if g.bundle, err = presets.Export(g.entries...); err != nil {
					return presetFault(err)
				}
			}
			for _, g := range groups {
				if err := o.remove(g); err != nil {
					return err
				}
			}
			return nil
		},
		ValidArgsFunction: o.completePreset,
	}
}

// removal is what is removed from one folder.
type removal struct {
	folder  presets.Folder
	entries []presets.Entry
	bundle  []byte
}

func byFolder(l presets.Library, entries []presets.Entry) (groups []*removal, _ error) {
	for _, e := range entries {
		if err := changeable(e); err != nil {
			return nil, err
		}
		home := homeOf(l, e)
		at := slices.IndexFunc(groups, func(g *removal) bool { return filepath.Clean(g.folder.Dir) == filepath.Clean(home.Dir) })
		if at < 0 {
			at, groups = len(groups), append(groups, &removal{folder: home})
		}
		g := groups[at]
		if !slices.ContainsFunc(g.entries, func(other presets.Entry) bool { return filepath.Clean(other.File) == filepath.Clean(e.File) }) {
			g.entries = append(g.entries, e)
		}
	}
	return groups, nil
}

// remove writes the bundle before anything goes.
func (o *options) remove(g *removal) error {
	kept, err := keepRemoved(g.bundle)
	if err != nil {
		return tts.Machine(tts.Said{What: say.preset.notRemoved(session.Reason(err))}, err)
	}
	dir, err := filepath.Abs(g.folder.Dir)
	if err != nil {
		dir = g.folder.Dir
	}
	for i, e := range g.entries {
		if _, err = g.folder.Delete(e.Name); err != nil {
			if i == 0 {
				os.Remove(kept)
				return presetFault(err)
			}
			break
		}
		o.tell(say.preset.removed(quote(e.Name), g.folder.Dir))
	}
	o.tell(say.preset.toHaveBack("voicestudio preset import " + shellWord(kept) + " --into " + shellWord(dir)))
	return presetFault(err)
}

func keepRemoved(bundle []byte) (path string, err error) {
	state, err := config.StateDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(state, "removed")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, time.Now().Format("20060102-150405")+"-*.json")
	if err != nil {
		return "", err
	}
	_, err = f.Write(bundle)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return f.Name(), err
}

// shellWord makes one word for a POSIX shell.
func shellWord(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune("/._-+,@%=:", r) && !isWord(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

func isWord(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }
