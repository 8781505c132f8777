package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

func newPreset(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "preset",
		Short:   say.help.preset.short,
		Long:    say.help.preset.long,
		Example: say.help.preset.example,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPresetList(o), newPresetShow(o), newPresetLint(o), newPresetDiff(o), newPresetNew(o), newPresetEdit(o),
		newPresetCopy(o), newPresetRename(o), newPresetRm(o), newPresetExport(o), newPresetImport(o), newPresetSchema(o),
		newPresetPull(o), newPresetPush(o), newPresetSnippet(o), newPresetFingerprint(o), newPresetVerify(o))
	return cmd
}

// library is every folder of presets, once the config file was read.
func (o *options) library() (presets.Library, error) {
	if err := o.resolve(); err != nil {
		return presets.Library{}, err
	}
	l, err := config.Library(o.presets, o.settings)
	return l, presetFault(err)
}

// load finds the presets that the command line names.
func (o *options) load(names ...string) (presets.Library, []presets.Entry, error) {
	l, err := o.library()
	if err != nil {
		return l, nil, err
	}
	entries, err := l.LoadAll(names...)
	if err != nil {
		fault := presetFault(err)
		if ours, is := errors.AsType[*tts.Error](fault); is && ours.Cure == "" {
			ours.Cure = likePreset(l, err, names...)
		}
		return l, nil, fault
	}
	for i := range entries {
		entries[i] = placed(l, entries[i])
	}
	return l, entries, nil
}

// placed names the folder of a preset that was given as a file, where it is
// one of the library's.
func placed(l presets.Library, e presets.Entry) presets.Entry {
	file, err := filepath.Abs(e.File)
	if err != nil || e.File == "" || e.Folder != "" {
		return e
	}
	for _, p := range l.Places {
		if dir, err := filepath.Abs(p.Dir); err == nil && dir == filepath.Dir(file) {
			e.Folder, e.File = p.Name, filepath.Join(p.Dir, filepath.Base(file))
			return e
		}
	}
	return e
}

// homeOf is the folder where a preset's file lives.
func homeOf(l presets.Library, e presets.Entry) presets.Folder {
	if p, found := l.Place(e.Folder); found {
		return p.Folder
	}
	return presets.Folder{Dir: filepath.Dir(e.File)}
}

// folder is the one that --folder names; without a name, the person's own.
func folder(l presets.Library, name string) (presets.Folder, error) {
	if name == "" {
		name = presets.FolderOwn
	}
	if p, found := l.Place(name); found {
		return p.Folder, nil
	}
	if strings.Contains(name, "/") || strings.ContainsRune(name, filepath.Separator) {
		return presets.Folder{Dir: name}, nil
	}
	if name == presets.FolderProject {
		return presets.Folder{}, tts.Wrong("folder", say.preset.noProject)
	}
	var known []string
	for _, p := range l.Places {
		known = append(known, p.Name)
	}
	return presets.Folder{}, tts.Wrong("folder", tts.Meant(name, known, say.preset.noFolder(quote(name), known)))
}

// changeable refuses a preset that cannot be changed where it lives.
func changeable(e presets.Entry) error {
	switch {
	case e.Starter:
		return tts.Wrong("", say.preset.starter(quote(e.Name)))
	case e.Notice != "":
		return tts.Wrong("", tts.Said{What: e.Notice})
	case e.ReadOnly:
		return tts.Machine(say.preset.readOnly(tts.Clean(e.File)), nil)
	}
	return nil
}

// presetFault gives an error about presets its exit code: a name, file or
// folder that is wrong is the command line's fault, anything else this
// machine's.
func presetFault(err error) error {
	if err == nil {
		return nil
	}
	if _, ours := errors.AsType[*tts.Error](err); ours {
		return err
	}
	fault := tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	broken := (*presets.Broken)(nil)
	switch {
	case errors.Is(err, context.Canceled):
		return tts.Stopped(err)
	case errors.As(err, &broken), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrInvalid):
		fault.Kind = tts.KindRequest
	}
	return fault
}

// resultIsOne ends with exit code 1 after a report that says why.
func resultIsOne() error { return &tts.Error{Kind: tts.KindMachine, Cause: errSaid} }

// note tells the person something that is no result.
func (o *options) note(sentence string) { fmt.Fprintln(o.err, "voicestudio: "+tts.Clean(sentence)) }

// tell prints one line of a result.
func (o *options) tell(sentence string) { fmt.Fprintln(o.out, tts.Clean(sentence)) }

func quote(s string) string { return `"` + tts.Clean(s) + `"` }

// printJSON prints a value on one line. What a terminal would obey and a
// person not see is escaped, so that scripts get every byte of it.
func printJSON(w io.Writer, v any) error {
	text, err := session.JSON(v)
	if err != nil {
		return err
	}
	_, err = io.WriteString(exact(w), text)
	return err
}
