package settings

import (
	"maps"
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms/form"
)

// recentVoices is how many voices of the last takes are listed as recent.
const recentVoices = 20

// voicesState is what the list of voices depends on beside the document.
type voicesState struct {
	takes, own, favourites int
	shelf                  *presets.Shelf
}

func (r *Forms) voicesNow() voicesState {
	return voicesState{r.Takes.Rev, len(r.Own), r.favourites.rev, r.Presets.Shelf}
}

// RefreshVoices shows an open list of voices what has become known since, and
// what of it is heard.
func (r *Forms) RefreshVoices() {
	now := r.voicesNow()
	for _, l := range r.Layers.List {
		if list, is := l.Dialog.(*dialog.Voices); is {
			if now != r.voicesSeen {
				list.Refresh(r.known())
				r.voicesSeen = now
			}
			r.showHearing(list)
		}
	}
}

// language is that of a voice, or of the first one of the blend that has one.
func (r *Forms) language(current string) string {
	ids := []string{current}
	for _, v := range r.Doc().Voices {
		ids = append(ids, v.ID)
	}
	for _, id := range ids {
		if v, listed := tts.FindVoice(id); listed && v.Language != "" {
			return v.Language
		}
	}
	return ""
}

// known are all voices that are known, and what is known of them: the
// account's own, those of the blend and of the takes that no list has, and the
// catalogue.
func (r *Forms) known() (all []dialog.ListedVoice) {
	at := map[string]int{}
	add := func(v dialog.ListedVoice) int {
		i, there := at[v.ID]
		if !there {
			i = len(all)
			at[v.ID] = i
			all = append(all, v)
		}
		return i
	}
	for _, own := range r.Own {
		add(dialog.ListedVoice{Voice: own.Voice(), From: Say.yours, Own: true})
	}
	used := func(id string) int {
		if v, listed := tts.FindVoice(id); listed {
			return add(dialog.ListedVoice{Voice: v})
		}
		return add(dialog.ListedVoice{Voice: tts.Voice{ID: id}, From: Say.used})
	}
	for _, id := range r.unlisted() {
		used(id)
	}
	for _, id := range slices.Sorted(maps.Keys(r.favourites.ids)) {
		if _, listed := tts.FindVoice(id); !listed {
			add(dialog.ListedVoice{Voice: tts.Voice{ID: id}, From: form.Say.NotListed})
		}
	}
	for _, v := range tts.Voices() {
		used(v.ID)
	}
	for i := range all {
		all[i].Favourite = r.favourites.ids[all[i].ID]
	}
	recent := 0
	for _, row := range r.Takes.Rows {
		for _, voice := range row.Request.Voices() {
			v := &all[used(voice.VoiceID)]
			if v.Takes == 0 && recent < recentVoices {
				recent++
				v.Recent = recent
			}
			if v.Takes++; row.Time.After(v.Last) {
				v.Last = row.Time
			}
		}
	}
	if shelf := r.Presets.Shelf; shelf != nil {
		for _, e := range shelf.Entries {
			for _, voice := range e.Request.Voices() {
				if i, there := at[voice.VoiceID]; there && !slices.Contains(all[i].Presets, e.Name) {
					all[i].Presets = append(all[i].Presets, e.Name)
				}
			}
		}
	}
	return all
}

// unlisted are the ids of the blend and of the takes that the catalogue does
// not have.
func (r *Forms) unlisted() (ids []string) {
	add := func(id string) {
		if _, listed := tts.FindVoice(id); !listed && id != "" {
			ids = append(ids, id)
		}
	}
	for _, v := range r.Doc().Voices {
		add(v.ID)
	}
	for _, row := range r.Takes.Rows {
		for _, v := range row.Request.Voices() {
			add(v.VoiceID)
		}
	}
	return ids
}
