package cli

import (
	"errors"
	"io/fs"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/takes"
)

// likePreset asks whether a preset of a similar name was meant, where there is none of
// the first name that is not there.
func likePreset(l presets.Library, err error, names ...string) string {
	if !errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	var all []string
	called, _ := l.Called("")
	for _, some := range called {
		all = append(all, some...)
	}
	for _, name := range names {
		if _, err := l.Load(name); errors.Is(err, fs.ErrNotExist) {
			return tts.Meant(name, all, tts.Said{}).Cure
		}
	}
	return ""
}

// likeTake asks whether a take with a similar id was meant: one that begins as it does,
// since any two ids have letters in common.
func likeTake(folder takes.Folder, ref, cure string) string {
	const beginning = 4
	all, _, err := folder.List()
	if err != nil || len(ref) < beginning {
		return cure
	}
	var like []string
	for _, t := range all {
		if t.Short()[:beginning] == ref[:beginning] {
			like = append(like, t.Short())
		}
	}
	return tts.Meant(ref, like, tts.Said{Cure: cure}).Cure
}

// likeAudition asks whether an audition of a similar name was meant.
func likeAudition(folder audition.Folder, name string, fault error) error {
	ours, is := errors.AsType[*tts.Error](fault)
	if !is || !errors.Is(fault, fs.ErrNotExist) {
		return fault
	}
	var names []string
	all, _, _ := folder.List()
	for _, a := range all {
		names = append(names, a.Name)
	}
	ours.Cure = tts.Meant(name, names, tts.Said{Cure: ours.Cure}).Cure
	return ours
}

// likeScript asks whether a script of a similar id was meant.
func likeScript(folder script.Folder, id string, s tts.Said) tts.Said {
	var ids []string
	all, _, _ := folder.List()
	for _, f := range all {
		ids = append(ids, f.ID)
	}
	return tts.Meant(id, ids, s)
}
