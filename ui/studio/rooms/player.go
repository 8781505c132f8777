package rooms

import (
	"context"
	"io"
	"time"

	"voicestudio/player"
)

// Player is what the studio asks of whatever sounds; *player.Player says what
// each of it does.
type Player interface {
	Play(ctx context.Context, src io.Reader, f player.Format) *player.Timeline
	Load(ctx context.Context, src io.Reader, f player.Format) *player.Timeline
	Replay(t *player.Timeline)
	Switch(to player.Clip, same func(time.Duration) time.Duration)
	SetGain(db float64)

	Pause()
	Resume()
	Stop()
	Seek(to time.Duration)
	Loop(from, to time.Duration)
	Unloop()

	SetVolume(db float64)
	Mute(on bool)
	Volume() (db float64, muted bool)
	SetTempo(x float64)
	Tempo() float64

	Status() player.Status
	Device() player.Device
	Opened() <-chan struct{}
	Changed() <-chan struct{}
}
