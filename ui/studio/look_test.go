package studio

import (
	"strings"
	"testing"
)

func TestALongScriptHasABarThatIsDragged(t *testing.T) {
	d := sit(t)
	d.resize(80, 24)
	d.paste(strings.TrimSpace(strings.Repeat("line of many\n", 40)) + "\nthe last")
	d.press("ctrl+home")
	d.misses("the last")
	x, y := d.find("▐")
	d.click(x, y+5)
	d.sees("the last")
}

func TestWhatIsKnownOfATakeStandsBelowTheListWhereThereIsRoom(t *testing.T) {
	d := sit(t)
	d.resize(200, 60)
	d.misses("This take")
	d.write("One<#0.6#>two.")
	d.speaks("ctrl+r")
	d.sees("This take", "words     One⟨0.6\u00a0s⟩two.", "made      today", "cost      ", "free")
	d.resize(120, 40)
	d.misses("This take")
}
