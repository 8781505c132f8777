package presets

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"voicestudio/tts"
)

// MaxBundle is the largest bundle that is read, in bytes.
const MaxBundle = 256 << 20

// bundleVersion is the version of the file that Export writes.
const bundleVersion = 1

// bundle is one file with presets and their clips. The presets stand in it as
// they stand in their own files, so a person can read them.
type bundle struct {
	Version int       `json:"voicestudio_bundle"`
	Presets []bundled `json:"presets"`
}

type bundled struct {
	Preset json.RawMessage `json:"preset"`
	// PreviewMP3 is the clip in base64.
	PreviewMP3 []byte `json:"preview_mp3,omitempty"`
}

// Export writes presets and their clips as one self-contained file. Two of
// the same name are refused (fs.ErrExist), since nobody could import both.
func Export(entries ...Entry) ([]byte, error) {
	var parts []string
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.Name] {
			return nil, Refuse(fs.ErrExist, say.bundle.twice(Quoted(e.Name)))
		}
		seen[e.Name] = true
		if e.Version > Version {
			return nil, Refuse(fs.ErrInvalid, say.bundle.cannotExport(Quoted(e.Name), e.Notice))
		}
		data, err := e.Encode()
		if err != nil {
			return nil, Refuse(fs.ErrInvalid, say.bundle.cannotExport(Quoted(e.Name), tts.Reason(err)))
		}
		clip, err := readClip(e.Preview)
		if err != nil {
			return nil, err
		}
		part := `"preset": ` + strings.ReplaceAll(strings.TrimSuffix(string(data), "\n"), "\n", deeper)
		if len(clip) > 0 {
			part += "," + deeper + `"preview_mp3": "` + base64.StdEncoding.EncodeToString(clip) + `"`
		}
		parts = append(parts, "{"+deeper+part+shallower+"}")
	}
	// By hand, since an encoder would indent what stands in unknown keys.
	return fmt.Appendf(nil, "{\n  \"voicestudio_bundle\": %d,\n  \"presets\": [%s\n  ]\n}\n", bundleVersion, shallower+strings.Join(parts, ","+shallower)), nil
}

const deeper, shallower = "\n      ", "\n    "

// outdent undoes the indent that a preset has in a bundle.
func outdent(raw []byte) []byte {
	last := raw[bytes.LastIndexByte(raw, '\n')+1:]
	margin := last[:len(last)-len(bytes.TrimLeft(last, " "))]
	return bytes.ReplaceAll(raw, append([]byte("\n"), margin...), []byte("\n"))
}

// Outcome is what importing one preset does.
type Outcome string

// The outcomes.
const (
	ImportNew      Outcome = "new"
	ImportSame     Outcome = "same"     // nothing is done
	ImportClip     Outcome = "clip"     // the same preset is there without its clip, which is added
	ImportCollides Outcome = "collides" // another preset has the name
)

// Import is one preset of a bundle and what becomes of it in a folder.
type Import struct {
	Name    string  `json:"name"`
	Outcome Outcome `json:"outcome"`
	// Changes are from the folder's preset to the bundle's.
	Changes []Change `json:"changes"`

	preset Preset
	clip   []byte
	there  stored
	was    []byte // the clip that is there
}

// Plan is what an import would do; nothing is done until Apply.
type Plan struct {
	Imports []Import
	folder  Folder
	data    []byte
}

// PlanImport reads a bundle, which may come from anybody: names decide where
// presets go, never paths. The error says which preset of it is wrong.
func (f Folder) PlanImport(data []byte) (*Plan, error) {
	b, err := readBundle(data)
	if err != nil {
		return nil, err
	}
	all, _, err := f.read()
	if err != nil {
		return nil, err
	}
	p := &Plan{folder: f, data: data}
	seen := map[string]bool{}
	for i, each := range b.Presets {
		wrong := func(reason string) error {
			return Refuse(fs.ErrInvalid, say.bundle.cannotImport(i+1, reason))
		}
		preset, broken := parse(outdent(each.Preset))
		switch {
		case broken != nil:
			return nil, wrong(broken.Reason)
		case preset.Version > Version:
			return nil, wrong(say.file.newer(preset.Version, Version))
		case preset.Name == "":
			return nil, wrong(say.bundle.noName)
		case seen[preset.Name]:
			return nil, wrong(say.bundle.alsoNamed(Quoted(preset.Name)))
		case len(each.PreviewMP3) > MaxPreview:
			return nil, wrong(say.bundle.clip)
		}
		seen[preset.Name] = true
		old, found, err := named(all, preset.Name)
		if err != nil {
			return nil, err
		}
		one := Import{Name: preset.Name, Outcome: ImportNew, Changes: []Change{}, preset: preset, clip: each.PreviewMP3, there: old}
		if found {
			there, err := readClip(old.Preview)
			if err != nil {
				return nil, err
			}
			one.Changes, one.Outcome, one.was = Diff(old.Preset, preset), ImportCollides, there
			switch {
			case len(one.Changes) > 0:
			case len(one.clip) == 0, bytes.Equal(there, one.clip):
				one.Outcome = ImportSame
			case len(there) == 0: // an import that was killed comes this far
				one.Outcome = ImportClip
			}
		}
		p.Imports = append(p.Imports, one)
	}
	return p, nil
}

func readBundle(data []byte) (b bundle, err error) {
	if len(data) > MaxBundle {
		return b, Refuse(fs.ErrInvalid, say.bundle.tooLarge)
	}
	d := json.NewDecoder(bytes.NewReader(tts.TrimBOM(data)))
	if err := d.Decode(&b); err != nil {
		return b, Refuse(fs.ErrInvalid, say.bundle.notOne(tts.Clean(tts.Reason(err))))
	}
	switch {
	case b.Version > bundleVersion:
		return b, Refuse(fs.ErrInvalid, say.bundle.newer(b.Version, bundleVersion))
	case b.Version < 1 || b.Presets == nil:
		return b, Refuse(fs.ErrInvalid, say.bundle.notOne(say.bundle.notExported))
	}
	if _, err := d.Token(); err != io.EOF {
		return b, Refuse(fs.ErrInvalid, say.bundle.notOne(say.bundle.after))
	}
	return b, nil
}

// Collisions are the names that other presets of the folder have.
func (p *Plan) Collisions() (names []string) {
	for _, one := range p.Imports {
		if one.Outcome == ImportCollides {
			names = append(names, one.Name)
		}
	}
	return names
}

// Apply imports, making the folder. Unless replace is set, a collision is
// fs.ErrExist and nothing is imported. It looks again first, and refuses
// where the folder has changed since the plan. Times stay as they were. What
// an import that failed or was killed has not done, the same import does.
func (p *Plan) Apply(replace bool) ([]Entry, error) {
	var made []Entry
	_, err := p.folder.change(func() (Entry, error) {
		now, err := p.folder.PlanImport(p.data)
		if err != nil {
			return Entry{}, err
		}
		if !slices.EqualFunc(now.Imports, p.Imports, func(a, b Import) bool {
			return a.Outcome == b.Outcome && slices.EqualFunc(a.Changes, b.Changes, equalChanges)
		}) {
			return Entry{}, Refuse(fs.ErrExist, say.bundle.changedMeanwhile)
		}
		if names := now.Collisions(); len(names) > 0 && !replace {
			for i := range names {
				names[i] = Quoted(names[i])
			}
			return Entry{}, Refuse(fs.ErrExist, say.bundle.collisions(InShort(names)))
		}
		for _, one := range now.Imports {
			if one.Outcome == ImportCollides || one.Outcome == ImportClip {
				if err := writable(one.there); err != nil {
					return Entry{}, err
				}
			}
		}
		for _, one := range now.Imports {
			e, err := p.folder.take(one)
			if err != nil {
				return Entry{}, err
			}
			made = append(made, e)
		}
		return Entry{}, nil
	})
	return made, err
}

func equalChanges(a, b Change) bool {
	return a.Field == b.Field && bytes.Equal(a.A, b.A) && bytes.Equal(a.B, b.B)
}

// takeFingerprints takes in those of a preset that is there already, where its
// file can be changed: they are no reason to refuse an import.
func (f Folder) takeFingerprints(one Import) (Entry, error) {
	p := one.there.withFingerprints(Preset{}, one.preset)
	if writable(one.there) != nil || leavesOf(p).at(fingerprintsKey) == leavesOf(one.there.Preset).at(fingerprintsKey) {
		return one.there.Entry, nil
	}
	return f.put(p, one.there)
}

// take imports one preset; its clip comes last.
func (f Folder) take(one Import) (e Entry, err error) {
	switch e = one.there.Entry; one.Outcome {
	case ImportSame:
		return f.takeFingerprints(one)
	case ImportNew, ImportCollides:
		if e, err = f.put(one.preset, one.there); err != nil || len(one.clip) == 0 {
			return e, err
		}
	case ImportClip: // all but its sound is there
		if e, err = f.takeFingerprints(one); err != nil {
			return e, err
		}
	}
	root, err := f.open()
	if err != nil {
		return Entry{}, err
	}
	defer root.Close()
	base := filepath.Base(e.File)
	if err := f.replace(root, Stem(base)+ClipEnding, one.clip, 0); err != nil {
		return Entry{}, err
	}
	return f.entry(root, base)
}
