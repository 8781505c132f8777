package studio

// ladderCommands are those of the ladder and the pad.
func ladderCommands() []command { return nil }
