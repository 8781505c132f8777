package lines

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"voicestudio/presets"
	"voicestudio/presets/script"
	"voicestudio/ui/narration"
	"voicestudio/ui/studio/dialog"
	editor "voicestudio/ui/studio/rooms/script"
)

// output is where the script is written for others, and what was.
type output struct {
	dir      string           // where files are written unless one is named
	named    func() string    // what the script's file is called then
	wrote    map[string]stamp // files as they were written here
	replaces string           // enter once more overwrites it
	stop     func()           // ends what is being written; nil: nothing is
}

// stamp tells a file that was written here from another one of its name.
type stamp struct {
	size int64
	time time.Time
}

// stampOf is that of a file; false where there is none.
func stampOf(file string) (stamp, bool) {
	info, err := os.Stat(file)
	if err != nil {
		return stamp{}, false
	}
	return stamp{info.Size(), info.ModTime()}, true
}

// foreign are the files that are there and were not written here.
func foreign(files []string, wrote map[string]stamp) (all []string) {
	for _, file := range files {
		if now, there := stampOf(file); there && wrote[file] != now {
			all = append(all, file)
		}
	}
	return all
}

// title is what the script is called where a file needs a name.
func (r *Lines) title() string {
	return narration.Title(r.file.Name(r.Work.Script()), r.Work.Lines())
}

// file is the one that the whole is written to.
func (o *output) file(w script.Whole) string {
	switch {
	case w.File == "":
		return filepath.Join(o.dir, o.named()+"."+soundForms[0])
	case !filepath.IsAbs(w.File):
		return filepath.Join(o.dir, w.File)
	}
	return w.File
}

// as is the file of the whole with the ending of a form.
func (o *output) as(w script.Whole, form string) string {
	file := o.file(w)
	return strings.TrimSuffix(file, filepath.Ext(file)) + "." + form
}

// titlesOf is the file of subtitles that goes with another one.
func titlesOf(file, form string) string {
	return strings.TrimSuffix(file, filepath.Ext(file)) + "." + form
}

// begin sets out from the folder that the studio was started in.
func (o *output) begin(named func() string) {
	o.dir, _ = os.Getwd()
	o.wrote, o.named = map[string]stamp{}, named
}

// stem is what files of the script are called.
func (r *Lines) stem() string {
	if title := r.title(); title != "" {
		return presets.Slug(title)
	}
	return Say.script
}

// namesFit says why a pattern gives lines' files no names.
func (r *Lines) namesFit(pattern string) error {
	_, err := narration.Names(strings.TrimSpace(pattern), r.title(), r.work())
	return err
}

// soundAt is the file that was typed for a sound; one without an ending gets that of a
// form.
func soundAt(typed, form string) (file string, err error) {
	switch file = editor.TypedPath(typed); {
	case file == "":
		return "", errors.New(Say.noFile)
	case filepath.Ext(file) == "":
		file += "." + form
	case !slices.Contains(soundForms, formOf(file)):
		return "", errors.New(Say.otherEnding(soundForms))
	}
	return file, folderOf(file)
}

// folderOf says why a file cannot be put where it is named, and what is in its place.
func folderOf(file string) error {
	if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
		return errors.New(Say.noFolder(dialog.Homely(filepath.Dir(file))))
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return errors.New(editor.Say.Editor.NoFile(dialog.Homely(file)))
	}
	return nil
}
