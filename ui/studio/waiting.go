package studio

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts"
)

// retryMsg tells that the host asked to be left alone for a while.
type retryMsg struct {
	pause time.Duration
	why   *tts.Error
}

func (r *soundRoom) retrying(msg retryMsg) tea.Cmd {
	if k := r.making; k != nil {
		k.retry = r.now().Add(msg.pause)
	}
	return r.say(warning, say.sound.retrying(msg.why.Message, msg.pause))
}

// waiting says what is waited for, and since when, so that it never looks
// dead; empty where nothing is.
func (r *soundRoom) waiting() string {
	k := r.making
	if !k.waits() {
		return ""
	}
	if left := k.retry.Sub(r.now()); left > 0 {
		return say.sound.askingAgain(max(1, left.Seconds()))
	}
	if passed := r.now().Sub(k.at); passed >= time.Second {
		return say.sound.waitingFor(passed)
	}
	return say.sound.waiting
}
