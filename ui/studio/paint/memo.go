package paint

// Memo keeps a drawing until its key changes.
type Memo struct {
	key   any
	drawn string
}

// Get is the drawing of a key, drawn anew where it is another key.
func (c *Memo) Get(key any, draw func() string) string {
	if c.key != key {
		c.key, c.drawn = key, draw()
	}
	return c.drawn
}
