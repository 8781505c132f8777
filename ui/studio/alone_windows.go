package studio

// alone is true: there is no stopping here.
func alone() bool { return true }
