package main

import "fmt"

// browser is one that a test steers as a person does.
type browser interface {
	// Open goes to an address and returns when the page has loaded.
	Open(url string) error
	// Evaluate has the page evaluate an expression, waits for it where it is a
	// promise, and reads what it comes to as JSON.
	Evaluate(expression string, into any) error
	// Press presses a key and lets it go.
	Press(k key) error
	// Close ends the browser.
	Close() error
}

// watched is a browser that also tells what a page asked the network for and
// what it complained of since it was opened.
type watched interface {
	Told() (requests, complaints []string)
}

// asJSON is an expression whose value, or what it promises, comes as text.
func asJSON(expression string) string {
	return fmt.Sprintf("(async () => JSON.stringify(await (%s)) ?? 'null')()", expression)
}
