package main

import "fmt"

// key is one as a page sees it.
type key struct {
	Key, Code string // of KeyboardEvent
	Shift     bool
	Repeats   int // how often it repeats before it is let go
}

var (
	enter = key{Key: "Enter", Code: "Enter"}
	tab   = key{Key: "Tab", Code: "Tab"}
	left  = key{Key: "ArrowLeft", Code: "ArrowLeft"}
	right = key{Key: "ArrowRight", Code: "ArrowRight"}
	down  = key{Key: "ArrowDown", Code: "ArrowDown"}
)

func digit(n int) key {
	return key{Key: fmt.Sprint(n), Code: fmt.Sprint("Digit", n)}
}

func (k key) shifted() key {
	k.Shift = true
	return k
}

func (k key) held(times int) key {
	k.Repeats = times
	return k
}

// webdriver is what WebDriver, old and new, calls the keys that write nothing.
var webdriver = map[string]string{
	"Enter": "\ue006", "Tab": "\ue004", "Escape": "\ue00c", "Shift": "\ue008",
	"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}

// actions is a key as WebDriver, old and new, has it: the code follows from the
// key, by a keyboard of the United States.
func (k key) actions() []any {
	value := k.Key
	if named, ok := webdriver[k.Key]; ok {
		value = named
	}
	var steps []any
	step := func(kind, value string) {
		steps = append(steps, map[string]any{"type": kind, "value": value})
	}
	if k.Shift {
		step("keyDown", webdriver["Shift"])
	}
	for range 1 + k.Repeats {
		step("keyDown", value)
	}
	step("keyUp", value)
	if k.Shift {
		step("keyUp", webdriver["Shift"])
	}
	return []any{map[string]any{"type": "key", "id": "keyboard", "actions": steps}}
}
