package studio

// duelCommands are those of the duels beside the bench.
func duelCommands() []command { return nil }
