package paint

// Memo keeps a drawing until its key changes.
type Memo struct {
	key   any
	drawn string
}

func (c *Memo) Get(key any, draw func() string) string {
	if c.key != key {
		c.key, c.drawn = key, draw()
	}
	return c.drawn
}
