//go:build !darwin && !windows

package player

import (
	"path/filepath"
	"strings"
	"time"

	"github.com/jfreymuth/pulse"
)

// sight is what was seen of sound cards, and when.
type sight struct {
	cards string
	at    time.Time
}

func seen() sight {
	playing, _ := filepath.Glob("/dev/snd/pcmC*p") // the pattern is right
	return sight{strings.Join(playing, " "), time.Now()}
}

// retryCards is how long the same sound cards are let alone that could not be
// opened: another program may use them, and ALSA writes forty lines into the log
// each time.
const retryCards = 30 * time.Second

// mayPlay says that an attempt to open a device is worth it: the sound server has
// an output, asked by the library that oto asks it with, or there are sound cards
// that were not there when it was tried last.
func mayPlay(tried sight) bool {
	if serverPlays() {
		return true
	}
	now := seen()
	return now.cards != "" && (now.cards != tried.cards || now.at.Sub(tried.at) >= retryCards)
}

func serverPlays() bool {
	server, err := pulse.NewClient(pulse.ClientApplicationName("voicestudio"))
	if err != nil {
		return false
	}
	defer server.Close()
	_, err = server.DefaultSink()
	return err == nil
}
