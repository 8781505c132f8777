package cli

import (
	"cmp"
	"context"
	"os"
	"runtime"

	"github.com/charmbracelet/x/term"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
	"voicestudio/ui/studio"
	"voicestudio/ui/studio/paint"
)

// look is how the screen is to look, as the command line has it, else the config
// file.
func (o *options) look() paint.Look {
	light, known := paint.AtFirst(os.Getenv)
	return paint.Look{
		Palette: paint.PaletteOf(cmp.Or(o.theme, o.settings.Theme)),
		Light:   light,
		Known:   known,
		Charset: o.letters,
		Still:   cmp.Or(o.motion, o.settings.Motion) == "reduced",
	}
}

// studio starts the screen, or says what to use where there is none.
func (o *options) studio(ctx context.Context) error {
	if o.plain {
		return o.plainly(ctx)
	}
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return tts.Wrong("", say.usage.noTerminal)
	}
	if kind := os.Getenv("TERM"); runtime.GOOS != "windows" && (kind == "" || kind == "dumb" || kind == "unknown") {
		return tts.Wrong("", say.usage.poorTerminal(kind))
	}
	c, library, named, err := o.furnish()
	if err != nil {
		return err
	}
	return studio.Run(ctx, studio.Options{Session: c, Library: library, Mouse: !o.noMouse, HostNamed: named, Settings: o.settings, Look: o.look()})
}

// furnish is what a studio is made of, and whether its host was asked for at this
// start.
func (o *options) furnish() (c session.Config, library presets.Library, named bool, err error) {
	named = o.host != "" || o.baseURL != ""
	if err := o.resolve(); err != nil {
		return c, library, named, err
	}
	c = o.config()
	if err := c.Check(); err != nil {
		return c, library, named, err
	}
	if library, err = config.Library(o.presets, o.settings); err != nil {
		return c, library, named, tts.Wrong("presets", tts.Said{What: tts.InWords(err), Cure: say.usage.libraryOf})
	}
	c.Warm = tts.Or(o.settings.Warm, true)
	return c, library, named, nil
}
