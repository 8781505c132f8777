package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voicestudio/presets/keep"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/lines"
	"voicestudio/ui/bench"
)

// importing is one run of `voicestudio script import`.
type importing struct {
	*options
	outFile   string
	preset    string
	format    string
	sentences bool
	replace   bool
}

// scriptFormats are the endings of what becomes a script.
var scriptFormats = []string{"txt", "md", "srt", "vtt", "csv", "tsv"}

func newScriptImport(o *options) *cobra.Command {
	m := &importing{options: o}
	cmd := &cobra.Command{
		Use:     "import " + say.help.scriptImport.takes,
		Short:   say.help.scriptImport.short,
		Long:    say.help.scriptImport.long,
		Example: say.help.scriptImport.example,
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return append(slices.Clone(scriptFormats), "markdown"), cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error { return m.run(cmd.Context(), args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&m.outFile, "out", "", say.flags.scriptFile)
	f.StringVar(&m.preset, "preset", "", say.flags.linesPreset)
	f.StringVar(&m.format, "format", "", say.flags.textFormat(scriptFormats))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(scriptFormats, cobra.ShellCompDirectiveNoFileComp))
	f.BoolVar(&m.sentences, "sentences", false, say.flags.sentences)
	f.BoolVar(&m.replace, "replace", false, say.flags.replaceScript)
	return cmd
}

func (m *importing) run(ctx context.Context, name string) error {
	switch {
	case m.format != "" && !slices.Contains(scriptFormats, m.format):
		return tts.Wrong("format", tts.Meant(m.format, scriptFormats, say.script.noFormat(quote(m.format), scriptFormats)))
	case m.format == "" && name == "-":
		return tts.Wrong("format", say.script.sayFormat(scriptFormats))
	case m.format == "" && endingOf(name) == "json":
		return tts.Wrong("", say.script.isOne(quote(name)))
	case m.outFile != "" && filepath.Ext(m.outFile) != keep.Ending:
		return tts.Wrong("out", say.script.ending(quote(m.outFile)))
	}
	asked := m.host
	if err := m.resolve(); err != nil {
		return err
	}
	if _, known := tts.HostAt(tts.HostName(m.host)); !known {
		return tts.Wrong("host", say.usage.noHost(m.host, tts.HostNames()))
	}
	data, err := m.readInput(ctx, name, keep.MaxFile+1)
	if err != nil {
		return err
	}
	if len(data) > keep.MaxFile {
		return tts.Wrong("", say.script.tooLarge(quote(name), keep.MaxFile>>20))
	}
	as := name
	if m.format != "" {
		as = "." + m.format
	}
	read, err := lines.Read(as, data)
	if err != nil {
		return ofFile(err, name)
	}
	into, is, there, err := m.into()
	if err != nil {
		return err
	}
	s, kept := is.Script()
	if s = s.Follow(lines.Text(read)); m.sentences {
		s, _ = s.AllSentences()
	}
	if m.preset != "" {
		entry, err := m.findPreset(m.preset)
		if err != nil {
			return err
		}
		is.Preset, is.Request = entry.Name, entry.Request
		is.Request.Text = ""
	}
	is.Host = cmp.Or(tts.HostName(asked), is.Host)
	if is.Name == "" && name != "-" {
		is.Name = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	keep := into.Save
	switch {
	case is.ID == "":
		keep = into.Create
	case !there:
		keep = func(f script.File) (script.File, error) { return into.CreateAs(f, f.ID) }
	}
	made, err := keep(is.Of(s, kept))
	if errors.Is(err, fs.ErrExist) && !there {
		return tts.Machine(say.files.isThere(m.outFile), err).At("out")
	}
	if err != nil {
		return presetFault(err)
	}
	m.made(keptScript{into, made}, s)
	return nil
}

// ofFile says of which file an error is.
func ofFile(err error, name string) error {
	if e, is := errors.AsType[*tts.Error](err); is && name != "-" {
		of := *e
		of.Field, of.Message = "", tts.About(quote(name), e.Message)
		return &of
	}
	return err
}

// into is where the script is to be kept, and the one that is there: what it holds
// of the same lines stays.
func (m *importing) into() (folder script.Folder, is script.File, there bool, err error) {
	is.Whole = script.Usual
	if m.outFile == "" {
		folder, err = scriptsFolder()
		return folder, is, false, err
	}
	file := m.outFile
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	folder, is.ID = script.At(file)
	if _, err := os.Stat(file); err != nil || !m.replace {
		return folder, is, false, nil
	}
	is, err = folder.Load(is.ID)
	return folder, is, true, presetFault(err)
}

// made says what there is now, and what it would cost.
func (m *importing) made(k keptScript, s script.Script) {
	m.tell(say.script.imported(k.ID, k.path(), m.outFile != "", len(s.Lines)))
	host, _ := tts.HostAt(cmp.Or(k.Host, tts.HostName(m.host)))
	bill := bench.Bill{Host: host.Name, Rows: len(s.Lines)}
	price, known := tts.PriceOf(host.Name, cmp.Or(k.Request.Model, tts.DefaultModel))
	for _, l := range s.Lines {
		bill.Characters += tts.EstimateCharacters(l.Text)
	}
	if known {
		bill.Price = new(price.Of(bill.Characters))
	}
	m.note(tts.Listed(billed([]bench.Bill{bill})...))
}
