package listen

import (
	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// NotTimed says why there is no timing of the take that is meant.
func (r *Takes) NotTimed() string {
	if why := r.NoneMeant(); why != "" {
		return why
	}
	if row := r.meant(); row.Timing == nil {
		return Say.timing.none
	}
	return ""
}

// ShowTiming shows where the time went until the take that is meant was heard.
func (r *Takes) ShowTiming() tea.Cmd {
	row := r.meant()
	how := Say.timing.made
	switch {
	case row.Timing.Reused:
		how = Say.timing.reused
	case row.Timing.Resumed:
		how = Say.timing.resumed
	}
	title := Say.timing.title(Say.Takes.Take(row.Number))
	h, _ := tts.HostAt(row.Host)
	r.Push(dialog.NewTiming(title, Say.timing.foot(h.Title, row.Timing.HTTP, how), spans(row.Take)), rooms.InDialog)
	return nil
}

// spans are the stretches of a take's way, each of which begins where the one
// before ends.
func spans(t takes.Take) (list []dialog.Span) {
	at := int64(0)
	until := func(name string, end int64) {
		list = append(list, dialog.Span{Name: name, From: at, To: max(at, end)})
		at = max(at, end)
	}
	for _, lasted := range []struct {
		name string
		ms   *int64
	}{{Say.timing.lookup, t.Timing.LookupMS}, {Say.timing.connect, t.Timing.ConnectMS}, {Say.timing.tls, t.Timing.TLSMS}} {
		if lasted.ms != nil {
			until(lasted.name, at+*lasted.ms)
		}
	}
	for _, came := range []struct {
		name string
		ms   *int64
	}{{Say.timing.firstByte, t.Timing.FirstByteMS}, {Say.timing.firstAudio, t.FirstChunkMS}, {Say.timing.audible, t.AudibleMS}} {
		if came.ms != nil {
			until(came.name, *came.ms)
		}
	}
	return list
}
