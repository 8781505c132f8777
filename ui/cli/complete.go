package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
)

// completer offers a shell what may stand for something that has begun so.
type completer = func(cmd *cobra.Command, given []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective)

const (
	nothingElse = cobra.ShellCompDirectiveNoFileComp
	inOrder     = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
)

// completers are those of flags by their names, wherever a command has such a flag
// and no completer of its own. Nothing is asked of a host, and no sandbox started.
func (o *options) completers() map[string]completer {
	files := func(endings ...string) completer {
		return cobra.FixedCompletions(endings, cobra.ShellCompDirectiveFilterFileExt)
	}
	dirs := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	return map[string]completer{
		"host":       completeHost,
		"model":      o.completeModel,
		"voice":      completeVoice,
		"ladder":     completeLadder,
		"set":        o.completeSetting,
		"preset":     o.completePreset,
		"folder":     o.completeFolder,
		"into":       o.completeFolder,
		"lang":       completeLanguage,
		"page-lang":  completeLanguage,
		"format":     offers(func() []string { return []string{"wav", "flac", "original"} }),
		"prefer":     offers(func() []string { return []string{"mine", "theirs"} }),
		"axes":       completeList(axisNames),
		"presets":    dirs,
		"out-dir":    dirs,
		"dir":        dirs,
		"subtitles":  files("srt", "vtt"),
		"from":       files("json"),
		"line":       cobra.NoFileCompletions,
		"text":       cobra.NoFileCompletions,
		"notes":      cobra.NoFileCompletions,
		"tag":        o.completeTag,
		"base-url":   cobra.NoFileCompletions,
		"out-preset": cobra.NoFileCompletions,
		"reference":  files("wav", "flac", "mp3", "opus", "ogg"),
	}
}

// completes has every flag of every command complete what it takes.
func (o *options) completes(root *cobra.Command) {
	all := o.completers()
	eachCommand(root, func(cmd *cobra.Command) {
		register := func(f *pflag.Flag) {
			if complete, known := all[f.Name]; known && f.Value.Type() != "bool" {
				if _, own := cmd.GetFlagCompletionFunc(f.Name); !own {
					cmd.RegisterFlagCompletionFunc(f.Name, complete)
				}
			}
		}
		cmd.LocalNonPersistentFlags().VisitAll(register)
		cmd.PersistentFlags().VisitAll(register)
	})
}

// offers are a few values.
func offers(values func() []string) completer {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return values(), nothingElse
	}
}

// completeList completes the last of values with commas between them.
func completeList(values func() []string) completer {
	return func(_ *cobra.Command, _ []string, begun string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
		at := strings.LastIndex(begun, ",") + 1
		for _, v := range values() {
			if strings.HasPrefix(v, begun[at:]) && !slices.Contains(strings.Split(begun[:at], ","), v) {
				all = append(all, begun[:at]+v)
			}
		}
		return all, inOrder | cobra.ShellCompDirectiveNoSpace
	}
}

func completeHost(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, h := range tts.Hosts {
		all = append(all, cobra.CompletionWithDesc(string(h.Name), h.Title))
	}
	return all, inOrder
}

func completeLanguage(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	titles := map[string]string{"en": "English", "zh": "简体中文"}
	var all []cobra.Completion
	for _, l := range config.Languages {
		all = append(all, cobra.CompletionWithDesc(l, titles[l]))
	}
	return all, inOrder
}

// completeModel offers the models of the host, the newest first.
func (o *options) completeModel(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	h, known := tts.HostAt(tts.HostName(o.host))
	if o.host == "" {
		if settings, err := config.Load(); err == nil {
			h, known = tts.HostAt(settings.Host)
		}
	}
	if !known {
		h = tts.Hosts[0]
	}
	return h.Models, inOrder
}

// voicesCalled are those whose id, or the name of which a word, begins so.
func voicesCalled(begun string) (all []cobra.Completion) {
	low := strings.ToLower(begun)
	for _, v := range tts.Voices() {
		if strings.HasPrefix(strings.ToLower(v.ID), low) {
			all = append(all, cobra.CompletionWithDesc(v.ID, strings.TrimPrefix(v.Title()+" · "+presets.ValueInWords(v.Language), " · ")))
		}
	}
	return all
}

func completeVoice(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return voicesCalled(begun), inOrder
}

// completeLadder completes V1,V2.
func completeLadder(_ *cobra.Command, _ []string, begun string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	at := strings.LastIndex(begun, ",") + 1
	for _, v := range voicesCalled(begun[at:]) {
		all = append(all, begun[:at]+v)
	}
	return all, inOrder | cobra.ShellCompDirectiveNoSpace
}

// completeSetting completes FIELD= and then its values; where several may stand, as
// in audition new, the last of them.
func (o *options) completeSetting(cmd *cobra.Command, _ []string, begun string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	path, value, assigned := strings.Cut(begun, "=")
	if !assigned {
		for _, f := range tts.Fields {
			_, leaf, _ := strings.Cut(f.Path, ".")
			if f.Path != "text" && (strings.HasPrefix(f.Path, begun) || begun != "" && strings.HasPrefix(leaf, begun)) {
				all = append(all, cobra.CompletionWithDesc(f.Path+"=", aboutField(f)))
			}
		}
		return all, inOrder | cobra.ShellCompDirectiveNoSpace
	}
	f, known := tts.FieldAt(path)
	if !known {
		return nil, nothingElse
	}
	if path == "voice_setting.voice_id" {
		for _, v := range voicesCalled(value) {
			all = append(all, path+"="+v)
		}
		return all, inOrder
	}
	at := strings.LastIndex(value, ",") + 1
	if path == "timbre_weights" || path == "pronunciation_dict.tone" {
		return nil, nothingElse
	}
	values := slices.Clone(f.Values)
	switch {
	case f.Kind == tts.Switch:
		values = []string{"true", "false"}
	case path == "model":
		values, _ = o.completeModel(cmd, nil, "")
	case path == "voice_setting.emotion":
		values = append([]string{"auto"}, values...)
	case len(values) == 0 && f.Kind != tts.Text:
		values = []string{fmt.Sprint(f.Min), f.Default, fmt.Sprint(f.Max)}
		if f.Above {
			values[0] = fmt.Sprint(f.Min + f.Step)
		}
	}
	for _, v := range values {
		if strings.HasPrefix(v, value[at:]) {
			said := ""
			if name := presets.ValueInWords(v); name != v {
				said = name
			}
			all = append(all, cobra.CompletionWithDesc(path+"="+value[:at]+v, said))
		}
	}
	return all, inOrder
}

// aboutField says what a field is, and which numbers it takes.
func aboutField(f tts.Field) string {
	said := presets.Label(f.Path)
	if (f.Kind == tts.Number || f.Kind == tts.Whole) && len(f.Values) == 0 {
		said = strings.TrimSpace(fmt.Sprintf("%s %v…%v", said, f.Min, f.Max))
	}
	return said
}

// quietLibrary is every folder of presets; what is wrong with the config file is said
// elsewhere, not into a line that somebody types.
func (o *options) quietLibrary() (presets.Library, error) {
	o.settings, _ = config.Load()
	return config.Library(o.presets, o.settings)
}

// completePreset offers the names of presets to the shell, those that several folders
// have by their folder, too.
func (o *options) completePreset(_ *cobra.Command, given []string, begun string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	l, err := o.quietLibrary()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	within, rest, split := strings.Cut(begun, ":")
	if _, found := l.Place(within); split && found {
		names, _ := l.Called(rest)
		for _, name := range names[within] {
			all = append(all, cobra.CompletionWithDesc(within+":"+tts.Clean(name), within))
		}
		return all, nothingElse
	}
	names, places := l.Called(begun)
	in := map[string][]string{}
	for _, place := range places {
		for _, name := range names[place] {
			in[name] = append(in[name], place)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(in)) {
		if slices.Contains(given, name) {
			continue
		}
		folders := slices.DeleteFunc(slices.Clone(in[name]), func(f string) bool { return f == presets.FolderStarters })
		if len(folders) < 2 {
			all = append(all, cobra.CompletionWithDesc(tts.Clean(name), in[name][0]))
			continue
		}
		for _, f := range folders {
			all = append(all, cobra.CompletionWithDesc(f+":"+tts.Clean(name), f))
		}
	}
	return all, cobra.ShellCompDirectiveDefault // a file is a preset, too
}

// completeFolder offers the folders of presets by their names.
func (o *options) completeFolder(*cobra.Command, []string, string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	l, err := o.quietLibrary()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	for _, p := range l.Places {
		all = append(all, cobra.CompletionWithDesc(p.Name, p.Dir))
	}
	return all, cobra.ShellCompDirectiveDefault
}

// completeTeam offers the teams of the config file; a folder may stand there, too.
func (o *options) completeTeam(_ *cobra.Command, given []string, _ string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	if o.settings, _ = config.Load(); len(given) > 0 {
		return nil, nothingElse
	}
	for _, name := range slices.Sorted(maps.Keys(o.settings.Teams)) {
		all = append(all, cobra.CompletionWithDesc(name, o.settings.Teams[name]))
	}
	return all, cobra.ShellCompDirectiveDefault
}

// completeTag offers the tags that presets have.
func (o *options) completeTag(cmd *cobra.Command, _ []string, begun string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	l, err := o.quietLibrary()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	shelf, err := l.Read(cmd.Context(), nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	for _, e := range shelf.Entries {
		for _, tag := range e.Tags {
			if strings.HasPrefix(tag, begun) && !slices.Contains(all, tag) {
				all = append(all, tag)
			}
		}
	}
	slices.Sort(all)
	return all, nothingElse
}
