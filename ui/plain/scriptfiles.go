package plain

import (
	"cmp"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"voicestudio/player/export"
	"voicestudio/presets/keep"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/ui/config"
	"voicestudio/ui/narration"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// readLines makes a file the script: a text, Markdown, subtitles, a table, or a script;
// undo brings back what was there.
func readLines(d *desk, rest string) error {
	path := config.TypedPath(rest)
	if path == "" {
		return wrong(say.script.readForm)
	}
	data, err := contents(path, keep.MaxFile+1)
	if err != nil {
		return err
	}
	if len(data) > keep.MaxFile {
		return wrong(say.text.notAFile(homely(path)))
	}
	file, all, err := narration.Read(path, data)
	if err != nil {
		return err
	}
	name := tts.Clean(filepath.Base(path))
	if file != nil {
		return d.showScript(*file, "", name)
	}
	whole := d.work.Lines().Whole
	whole.File = "" // that is the other script's
	d.work.Read(d.work.Doc(), script.Of(narration.Fresh(all), whole), "", say.script.reading(name), d.Now())
	return d.isRead(name)
}

// showScript makes a kept script the one that is edited; id is that of its file in the
// studio's own folder.
func (d *desk) showScript(file script.File, id, name string) error {
	s := &d.script
	next, kept := file.Script()
	s.kept = s.kept.With(kept)
	if id != "" {
		s.files.Know(file)
		s.waits = file.Queue
	}
	doc := d.work.Doc()
	if !file.Request.Equal(tts.Request{}) {
		doc = document.Of(file.Request, "")
	}
	d.work.Read(doc, next, id, say.script.reading(name), d.Now())
	return d.isRead(name)
}

func (d *desk) isRead(name string) error {
	d.say(say.script.read(name, len(d.work.Lines().Lines)))
	if err := d.lookLines(); err != nil {
		return err
	}
	d.list = heardList(d.hearLine, 0)
	d.tellDue()
	return nil
}

// newScript begins an empty script in a file of its own.
func newScript(d *desk, _ string) error {
	d.work.Read(d.work.Doc(), script.New(), "", say.script.beginning, d.Now())
	d.say(say.text.none)
	return nil
}

// openScripts lists the scripts that are kept; a number opens one.
func openScripts(d *desk, rest string) error {
	if err := d.keepScript(); err != nil {
		return scriptFault(err)
	}
	all, broken, err := d.session.Scripts().List()
	if err != nil {
		return scriptFault(err)
	}
	all = slices.DeleteFunc(all, func(f script.File) bool { return f.ID == d.work.Script() })
	called := func(f script.File) string {
		if len(f.Rows) == 0 {
			return cmp.Or(tts.Clean(f.Name), say.script.empty)
		}
		return cmp.Or(tts.Clean(f.Name), session.Beginning(tts.Clean(f.Rows[0].Text)))
	}
	var items []item
	for _, f := range all {
		made := 0
		for _, row := range f.Rows {
			if row.Chosen != "" {
				made++
			}
		}
		items = append(items, item{text: joined(called(f), say.script.inList(len(f.Rows), made), session.Lately(f.Updated, d.Now()))})
	}
	for _, b := range broken {
		d.say(b.Error())
	}
	if len(items) == 0 {
		return wrong(say.script.noOthers)
	}
	return d.offer(list{items: numbered(items), hint: say.lists.chooses, pick: func(n int) error {
		if n < 1 || n > len(all) {
			return wrong(say.lists.out(n, len(all)))
		}
		f, err := d.session.Scripts().Load(all[n-1].ID)
		if err != nil {
			return scriptFault(err)
		}
		return d.showScript(f, f.ID, called(f))
	}})
}

var soundForms = []string{"wav", "flac", "mp3"}

// exportWhole writes all lines as one sound, with subtitles beside it where they are
// wanted.
func exportWhole(d *desk, rest string) error {
	if err := d.lookLines(); err != nil {
		return err
	}
	file := config.TypedPath(rest)
	switch ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(file), ".")); {
	case file == "":
		return wrong(say.script.exportForm)
	case ending == "":
		file += "." + soundForms[0]
	case !slices.Contains(soundForms, ending):
		return wrong(say.takes.exportAs(presentable(ending)))
	}
	if !slices.ContainsFunc(d.script.rows, func(r narration.Row) bool { return r.Take != nil }) {
		return wrong(say.script.noneMade)
	}
	s, rows, ctx := d.work.Lines(), d.script.rows, d.ctx
	o := export.Options{Codec: strings.ToLower(strings.TrimPrefix(filepath.Ext(file), ".")), Loudness: s.Whole.Loudness, Tags: d.scriptTags()}
	return d.onto(file, func() error {
		d.later(func() func() {
			var done narration.Exported
			err := session.WriteFile(file, func(w io.Writer) (err error) {
				done, err = narration.Export(ctx, w, rows, s, o)
				return err
			})
			titles := ""
			if form := s.Whole.Subtitles; err == nil && form != "" {
				titles = strings.TrimSuffix(file, filepath.Ext(file)) + "." + form
				cues := narration.Titles(done.Places, rows, func(line int) (narration.Spoken, bool) {
					spoken, err := narration.SpokenIn(ctx, *rows[line].Take)
					return spoken, err == nil
				})
				err = session.WriteFile(titles, func(w io.Writer) error { return subtitles.Write(w, subtitles.Format(form), cues) })
			}
			return func() {
				if err != nil {
					d.fail(err)
					return
				}
				d.say(say.takes.wrote(homely(file), joined(signed(done.What)...)))
				if titles != "" {
					d.say(say.script.titles(homely(titles)))
				}
				for _, note := range done.Notes {
					d.say(note)
				}
			}
		})
		return nil
	})
}

func (d *desk) scriptTitle() string {
	return tts.Clean(narration.Title(d.script.files.Name(d.work.Script()), d.work.Lines()))
}

func (d *desk) scriptTags() (tags []export.Tag) {
	if title := d.scriptTitle(); title != "" {
		tags = append(tags, export.Tag{Name: "title", Value: title})
	}
	return append(tags, export.Tag{Name: "date", Value: d.Now().Format(time.DateOnly)}, export.Tag{Name: "software", Value: "voicestudio"})
}

// exportEach writes each line as a file of its own: into a folder, by a pattern of
// their names behind it.
func exportEach(d *desk, rest string) error {
	if err := d.lookLines(); err != nil {
		return err
	}
	pattern := config.TypedPath(rest)
	if pattern == "" {
		return wrong(say.script.filesForm)
	}
	if info, err := os.Stat(pattern); err == nil && info.IsDir() {
		pattern = filepath.Join(pattern, cmp.Or(d.work.Lines().Whole.Names, narration.UsualNames))
	}
	work, rows, ctx := d.workNow(), d.script.rows, d.ctx
	files := narration.Files{Dir: filepath.Dir(pattern), Names: filepath.Base(pattern), Title: d.scriptTitle(), Loudness: work.Whole.Loudness, Tags: true}
	names, err := narration.Names(files.Names, files.Title, work)
	if err != nil {
		return err
	}
	write := func() {
		d.later(func() func() {
			filed, err := narration.ExportLines(ctx, rows, work, files)
			return func() {
				if err != nil {
					d.fail(err)
					return
				}
				n := 0
				for _, name := range filed.Names {
					if name != "" {
						n++
					}
				}
				d.say(say.script.filed(n, homely(files.Dir)))
				for _, note := range filed.Notes {
					d.say(note)
				}
			}
		})
	}
	there := 0
	for i, name := range names {
		if _, err := os.Stat(filepath.Join(files.Dir, name)); err == nil && rows[i].Take != nil {
			there++
		}
	}
	if there == 0 {
		write()
		return nil
	}
	d.yes(say.script.replace(there, homely(files.Dir)), func() error {
		files.Replace = true
		write()
		return nil
	})
	return nil
}
