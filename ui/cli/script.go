package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/presets/keep"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

func newScript(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "script",
		Short:   say.help.script.short,
		Long:    say.help.script.long,
		Example: say.help.script.example,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newScriptImport(o), newScriptList(o), newScriptShow(o))
	return cmd
}

// scriptsFolder is the studio's folder of scripts.
func scriptsFolder() (script.Folder, error) {
	if _, err := config.StateDir(); err != nil {
		return script.Folder{}, tts.Machine(say.script.noPlace(tts.Reason(err)), err)
	}
	return session.New(session.Config{}).Scripts(), nil
}

// keptScript is a script where it is kept.
type keptScript struct {
	script.Folder
	script.File
}

// path is the script's file.
func (k keptScript) path() string { return k.Path(k.ID) }

// openScript finds the script that the command line names: a file, or one of the
// studio's by its ID.
func openScript(name string) (k keptScript, err error) {
	if k.Folder, err = scriptsFolder(); namesFile(name) {
		if real, err := filepath.EvalSymlinks(name); err == nil {
			name = real
		}
		k.Folder, k.ID = script.At(name)
	} else if k.ID = name; err != nil {
		return k, err
	}
	if k.File, err = k.Load(k.ID); errors.Is(err, fs.ErrNotExist) {
		return k, tts.Wrong("", likeScript(k.Folder, name, say.script.none(quote(name)))).From(err)
	}
	return k, presetFault(err)
}

// namesFile tells a file from the ID of one of the studio's scripts.
func namesFile(name string) bool {
	return strings.ContainsRune(name, filepath.Separator) || endingOf(name) == "json"
}

// isScript decides whether what is to be rendered is a script of lines; anything
// else is a sheet. The error is of a script that is not named as one.
func isScript(name string) (bool, error) {
	if endingOf(name) == "json" {
		return true, nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil && !namesFile(name):
		folder, none := scriptsFolder()
		_, err := os.Stat(folder.Path(name))
		return none == nil && err == nil, nil
	case err != nil, !info.Mode().IsRegular():
		return false, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return false, nil
	}
	defer f.Close()
	head := make([]byte, 64)
	n, _ := f.Read(head)
	if text := strings.TrimSpace(string(tts.TrimBOM(head[:n]))); strings.HasPrefix(text, "{") {
		return false, tts.Wrong("", say.script.ending(quote(name)))
	}
	return false, nil
}

// listedScript is one of `script list --json`.
type listedScript struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	File    string       `json:"file"`
	Host    tts.HostName `json:"host"`
	Preset  string       `json:"preset"`
	Lines   int          `json:"lines"`
	Made    int          `json:"made"` // that have a take, of these words and settings or others
	Updated time.Time    `json:"updated"`
}

func newListedScript(k keptScript) listedScript {
	l := listedScript{k.ID, k.Name, k.path(), k.Host, k.Preset, len(k.Rows), 0, k.Updated}
	for _, r := range k.Rows {
		if r.Chosen != "" {
			l.Made++
		}
	}
	return l
}

func newScriptList(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "list",
		Short:   say.help.scriptList.short,
		Long:    say.help.scriptList.long,
		Example: say.help.scriptList.example,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			folder, err := scriptsFolder()
			if err != nil {
				return err
			}
			all, broken, err := folder.List()
			if err != nil {
				return presetFault(err)
			}
			listed, rows := []listedScript{}, [][]string{}
			for _, f := range all {
				l := newListedScript(keptScript{folder, f})
				listed = append(listed, l)
				rows = append(rows, []string{l.ID, session.When(l.Updated), say.script.made(l.Made, l.Lines), say.script.titled(session.Beginning(l.Name), beginning(f))})
			}
			if asJSON {
				return printJSON(o.out, struct {
					Scripts []listedScript `json:"scripts"`
					Broken  []listedBroken `json:"broken"`
				}{listed, listedBrokenOf(broken)})
			}
			o.list(say.script.columns, rows)
			for _, b := range broken {
				o.note(b.Error())
			}
			if len(all) == 0 {
				o.note(say.script.noneKept)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

// beginning is how a script begins.
func beginning(f script.File) string {
	if len(f.Rows) == 0 {
		return ""
	}
	return session.Beginning(f.Rows[0].Text)
}

// listedBrokenOf never returns nil, which JSON would print as null.
func listedBrokenOf(broken []script.Broken) []listedBroken {
	list := make([]listedBroken, len(broken))
	for i, b := range broken {
		list[i] = listedBroken{b.File, b.Line, b.Reason}
	}
	return list
}

// completeScript offers the studio's scripts; where none fits, the shell its files.
func (o *options) completeScript(_ *cobra.Command, given []string, begun string) (ids []cobra.Completion, _ cobra.ShellCompDirective) {
	folder, err := scriptsFolder()
	if err != nil || len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, _, err := folder.List()
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	for _, f := range all {
		if strings.HasPrefix(f.ID, begun) {
			ids = append(ids, cobra.CompletionWithDesc(f.ID, say.script.titled(session.Beginning(f.Name), beginning(f))))
		}
	}
	if len(ids) == 0 {
		return []cobra.Completion{strings.TrimPrefix(keep.Ending, ".")}, cobra.ShellCompDirectiveFilterFileExt
	}
	return ids, cobra.ShellCompDirectiveDefault | cobra.ShellCompDirectiveKeepOrder
}
