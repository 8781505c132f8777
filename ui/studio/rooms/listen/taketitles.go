package listen

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"voicestudio/player/export"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/rooms"
)

// anew says what subtitles of a take cost that has none: hosts make them only
// with a whole answer, which is another take. Empty where it has them.
func anew(t takes.Take) string {
	if len(t.Subtitles) > 0 {
		return ""
	}
	price := session.Price(t.Host, t.Request)
	cost := session.Cost(t.Host, price)
	if t.Host != tts.Sandbox && price != nil {
		cost = "≈ " + cost
	}
	return Say.Takes.spokenAgain(cost)
}

// titled asks for a take's words once more, with subtitles, and writes what came.
// The price stood beside the choice.
func (r *Takes) titled(asking *dialog.Exporter, t takes.Take, a dialog.Export, path string, o export.Options) tea.Cmd {
	if r.stopTitles != nil {
		asking.Refuse(tts.Wrong("", Say.Takes.another))
		return nil
	}
	request := t.Request
	request.SubtitleEnable = new(true)
	if request.SubtitleType == "word_streaming" {
		request.SubtitleType = ""
	}
	to := r.Session.TargetAt(t.Host, false)
	request, _, err := tts.Settle(request, to)
	if err != nil {
		asking.Refuse(err)
		return nil
	}
	r.Shut(asking)
	r.exportDir = filepath.Dir(path)
	ask := speak.Ask{Request: request, To: to, Preset: t.Preset}
	r.Sound.Ours(request)
	ctx, cancel := context.WithCancel(r.Ctx)
	r.stopTitles = cancel
	speaking := r.Session
	return r.OnErrand(rooms.Say.Screen.EscStops(Say.Takes.speaking), func() tea.Msg {
		defer cancel()
		made, err := withTitles(ctx, speaking, ask)
		if err != nil {
			return WrittenTakeMsg{anew: true, err: err}
		}
		o.Tags = session.ExportTags(made)
		msg := written(ctx, made, a, path, o)
		msg.anew = true
		return msg
	})
}

// withTitles speaks a request to its end, and wants its subtitles.
func withTitles(ctx context.Context, s *session.Session, ask speak.Ask) (made takes.Take, err error) {
	speech, err := s.Speak(ctx, ask, session.WithinCap)
	if err != nil {
		return made, err
	}
	<-speech.Done()
	if err := speech.Err(); err != nil {
		return made, err
	}
	if _, err := speech.Subtitles(); err != nil {
		return made, err
	}
	return speech.Take()
}

// StopTitles gives up speaking a take once more; false where that is not under
// way.
func (r *Takes) StopTitles() bool {
	if r.stopTitles == nil || r.Top() != nil {
		return false
	}
	r.stopTitles()
	return true
}
