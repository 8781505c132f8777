package presets

import (
	"embed"
	"io/fs"
)

//go:embed starters/*.json
var starterFiles embed.FS

// Starters are the six read-only presets that everybody has, in the order in
// which they are best tried. Every call makes new ones.
func Starters() []Entry {
	files, err := fs.Glob(starterFiles, "starters/*.json")
	if err != nil {
		panic(err)
	}
	var list []Entry
	for _, file := range files {
		data, err := starterFiles.ReadFile(file)
		if err != nil {
			panic(err)
		}
		p, err := Parse(data)
		if err != nil {
			panic("presets: the embedded " + file + ": " + err.Error())
		}
		list = append(list, Entry{Preset: p, Folder: FolderStarters, ReadOnly: true, Starter: true})
	}
	return list
}
