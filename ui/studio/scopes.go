package studio

import (
	"slices"

	"voicestudio/ui/studio/rooms"
)

// ofDialogs are the scopes of what opens over the rooms, of which one is open at
// a time.
var ofDialogs = []rooms.Scope{rooms.InVoices, rooms.InPresets, rooms.InSaving, rooms.InGroups, rooms.InClash, rooms.InPrompt, rooms.InNotes, rooms.InSentences, rooms.InFile, rooms.InExport, rooms.InReport, rooms.InMessages, rooms.InWords, rooms.InRighting}

// inEveryDialog are the scopes that a dialog may have beside its own.
var inEveryDialog = []rooms.Scope{rooms.InDialog, rooms.InList}

// letterless are dialogs in which nothing is typed.
var letterless = []rooms.Scope{rooms.InGroups, rooms.InClash, rooms.InReport, rooms.InMessages}

// besideLines are the rooms that may be in sight beside the lines.
var besideLines = []rooms.Scope{rooms.InForm, rooms.InBlend, rooms.InPronunciation, rooms.InSound, rooms.InTakes, rooms.InLines, rooms.InSpoken, rooms.InLineTakes, rooms.InLineSettings, rooms.InWhole, rooms.InQueue}

// typesIn reports whether letters may be text while a scope's keys work.
func typesIn(s rooms.Scope) bool {
	switch s {
	case rooms.Anywhere, rooms.InText, rooms.InScript, rooms.InValue:
		return true
	default:
		return slices.Contains(inEveryDialog, s) || slices.Contains(ofDialogs, s) && !slices.Contains(letterless, s)
	}
}

// together reports whether the keys of two scopes may work at the same time, as
// active has it. Of two commands with one key that of the later scope would have
// it, and the other nothing.
func together(a, b rooms.Scope) bool {
	if a > b {
		a, b = b, a
	}
	dialogs := func(s rooms.Scope) bool { return slices.Contains(ofDialogs, s) || slices.Contains(inEveryDialog, s) }
	switch {
	case a == b, a == rooms.Anywhere:
		return true
	case dialogs(a) && dialogs(b):
		return slices.Contains(inEveryDialog, a) || slices.Contains(inEveryDialog, b)
	case dialogs(b):
		return a == rooms.InText && typesIn(b)
	case dialogs(a), b == rooms.InJump: // the letter after g is taken before all else
		return false
	case a == rooms.InText:
		return b == rooms.InScript
	case a == rooms.OutsideText:
		return b != rooms.InScript && b != rooms.InValue
	case a == rooms.OnLines:
		return slices.Contains(besideLines, b)
	case a == rooms.InForm:
		return b == rooms.InBlend || b == rooms.InPronunciation
	}
	return a == rooms.InLines && b == rooms.InSpoken
}
