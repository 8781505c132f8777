package library

import (
	"cmp"

	"voicestudio/presets"
	"voicestudio/presets/audition"
	"voicestudio/presets/team"
	"voicestudio/tts"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/trust"
)

// retakes say which fingerprints somebody took, and how it sounds since.
func retakes(e team.Edit) (sentences []string) {
	for _, r := range e.Retaken {
		if r.Is == nil {
			sentences = append(sentences, Say.trust.gone(dialog.HostTitle(r.Host)))
			continue
		}
		sentences = append(sentences, Say.trust.took(dialog.HostTitle(r.Host), r.Was != nil, trust.InWords(trust.Between(r))))
	}
	return sentences
}

// tookOnly says that somebody did nothing else to a preset.
func tookOnly(e team.Edit) (title string, sentences []string) {
	var hosts []string
	for _, r := range e.Retaken {
		if r.Is == nil {
			return Say.team.did[e.Deed](e.By, e.Name), retakes(e)
		}
		hosts = append(hosts, dialog.HostTitle(r.Host))
		if apart := trust.InWords(trust.Between(r)); len(apart) > 0 {
			sentences = append(sentences, Say.trust.took(dialog.HostTitle(r.Host), true, apart))
		}
	}
	return Say.trust.whoTook(e.By, e.Name, hosts), sentences
}

// both lets a preset that came in be heard as it was here before and as it is; nil
// where one of them is not there, or both are set alike.
func (msg SyncedMsg) both(e team.Edit) dialog.Action {
	before, was := msg.done.Before[cmp.Or(e.WasFile, e.File)]
	now, is := msg.now[e.File]
	if !was || !is || len(presets.DiffRequests(before.Request, now.Request)) == 0 {
		return nil
	}
	return dialog.HearBoth{Before: before, Now: now}
}

// Besides are a preset as it was and as it is, on the words of its sample, else on
// other, what that is called, and which keys are for it.
func Besides(b dialog.HearBoth, other string) (name, text, keys string, both []audition.Candidate) {
	for _, p := range []struct {
		label func(preset string) string
		presets.Preset
	}{{Say.trust.before, b.Before}, {Say.trust.now, b.Now}} {
		both = append(both, audition.Candidate{Label: p.label(b.Now.Name), Kind: audition.Preset, Preset: p.Name, Request: p.Request})
	}
	return Say.trust.beside(b.Now.Name), tts.Plain(cmp.Or(b.Now.SampleText, b.Before.SampleText, other)), Say.trust.switches(b.Now.Name), both
}
