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
		return tts.Wrong("", say.usage.noTerminal)
	}
	named := o.host != "" || o.baseURL != ""
	if err := o.resolve(); err != nil {
		return err
	}
	if err := o.config().Check(); err != nil {
		return err
	}
	library, err := config.Library(o.presets, o.settings)
	if err != nil {
		return tts.Wrong("presets", tts.Said{What: err.Error(), Cure: say.usage.libraryOf})
	}
	c := o.config()
	c.Warm = tts.Or(o.settings.Warm, true)
	return studio.Run(ctx, studio.Options{Session: c, Library: library, Mouse: !o.noMouse, HostNamed: named, Settings: o.settings})
}
