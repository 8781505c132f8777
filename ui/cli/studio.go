package cli

import (
	"context"
	"os"

	"github.com/charmbracelet/x/term"

	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/studio"
)

// studio starts the screen, or says what to use where there is none.
func (o *options) studio(ctx context.Context) error {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) || os.Getenv("TERM") == "dumb" {
		return &tts.Error{Kind: tts.KindRequest, Message: "the studio needs a terminal", Cure: `without one, use voicestudio say "text"`}
	}
	if err := o.resolve(); err != nil {
		return err
	}
	if err := o.config().Check(); err != nil {
		return err
	}
	library, err := config.Library(o.presets, o.settings)
	if err != nil {
		return requestError("presets", err.Error(), "correct the config file, set HOME, or give --presets DIR")
	}
	return studio.Run(ctx, studio.Options{Session: o.config(), Library: library, Mouse: !o.noMouse})
}
