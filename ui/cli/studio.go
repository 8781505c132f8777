package cli

import (
	"cmp"
	"context"
	"os"
	"runtime"

	"github.com/charmbracelet/x/term"

	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/studio"
	"voicestudio/ui/studio/paint"
)

// look is how the screen is to look, as the command line has it, else the config
// file.
func (o *options) look() paint.Look {
	return paint.Look{
		Palette: paint.PaletteOf(cmp.Or(o.theme, o.settings.Theme)),
		Light:   paint.LightAtFirst(os.Getenv),
		Charset: o.letters,
		Still:   cmp.Or(o.motion, o.settings.Motion) == "reduced",
	}
}

// studio starts the screen, or says what to use where there is none.
func (o *options) studio(ctx context.Context) error {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return tts.Wrong("", say.usage.noTerminal)
	}
	if kind := os.Getenv("TERM"); runtime.GOOS != "windows" && (kind == "" || kind == "dumb" || kind == "unknown") {
		return tts.Wrong("", say.usage.poorTerminal(kind))
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
	return studio.Run(ctx, studio.Options{Session: c, Library: library, Mouse: !o.noMouse, HostNamed: named, Look: o.look()})
}
