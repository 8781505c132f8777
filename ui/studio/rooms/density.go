package rooms

// Density is how much room the choices of a form have.
type Density int

const (
	Roomy Density = iota // every option in sight, on several lines
	Tight                // one line, around the chosen option
)
