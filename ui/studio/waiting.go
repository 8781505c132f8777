package studio

import (
	"fmt"
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
	return r.say(warning, fmt.Sprintf("%s; trying again in %.0f s, esc stops", msg.why.Message, msg.pause.Seconds()))
}

// waiting says what is waited for, and since when, so that it never looks
// dead; empty where nothing is.
func (r *soundRoom) waiting() string {
	k := r.making
	if !k.waits() {
		return ""
	}
	if left := k.retry.Sub(r.now()); left > 0 {
		return fmt.Sprintf("asking again in %.0f s", max(1, left.Seconds()))
	}
	if passed := r.now().Sub(k.at); passed >= time.Second {
		return fmt.Sprintf("waiting for the host · %d s", int(passed.Seconds()))
	}
	return "waiting for the host"
}
