package studio

// benchCommands are those of the bench.
func benchCommands() []command { return nil }
