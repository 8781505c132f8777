package main

import (
	"fmt"
	"strings"
)

// accessible looks at the focus in every browser, and at what a screen reader gets
// where the browser tells that.
func accessible(l *listener, tests tests) (string, error) {
	for _, t := range []test{tests.pairs, tests.rank} {
		if err := l.arrive(t); err != nil {
			return "", err
		}
		if err := l.focusSeen("the start"); err != nil {
			return "", err
		}
		if err := l.named("the start"); err != nil {
			return "", err
		}
		if err := l.reload(); err != nil { // enter would press what has the focus
			return "", err
		}
		if err := l.begin(); err != nil {
			return "", err
		}
		if err := l.focusSeen("a question"); err != nil {
			return "", err
		}
		if err := l.named("a question"); err != nil {
			return "", err
		}
	}
	if err := l.attend(tests.pairs); err != nil {
		return "", err
	}
	if err := l.Press(left); err != nil {
		return "", err
	}
	told := `Array.from(document.querySelectorAll("[aria-live], [role=status], [role=alert]")).map((e) => e.innerText).join("").trim() !== ""`
	if err := l.wait(told, "an answer that is refused is not told"); err != nil {
		return "", err
	}
	if _, err := l.answerPair(false); err != nil {
		return "", err
	}
	// What has the focus is read out.
	if err := l.wait(`/2\D+10/.test(document.activeElement.innerText)`, "the second question is not told"); err != nil {
		return "", err
	}
	if _, err := l.answerAll(); err != nil {
		return "", err
	}
	if err := l.focusSeen("the end"); err != nil {
		return "", err
	}
	if err := l.named("the end"); err != nil {
		return "", err
	}
	if _, is := l.browser.(*chromium); is {
		return "names as in the accessibility tree", nil
	}
	return "names as in the page", nil
}

// focusSeen goes through a screen by the keyboard: each stop has an outline.
func (l *listener) focusSeen(where string) error {
	stops := map[string]bool{}
	for n := range 24 {
		k := tab
		if n >= 12 { // back from where the page ends
			k = k.shifted()
		}
		if err := l.Press(k); err != nil {
			return err
		}
		var stop struct {
			Name    string
			Outline string
			Width   float64
		}
		err := l.Evaluate(`(() => {
			const stop = document.activeElement, style = getComputedStyle(stop);
			return { name: stop === document.body || !document.hasFocus() ? "" : stop.id + stop.innerText, outline: style.outlineStyle, width: parseFloat(style.outlineWidth) };
		})()`, &stop)
		if err != nil {
			return err
		}
		if stop.Name == "" {
			continue // the browser's own
		}
		if stop.Outline == "none" || stop.Width < 1 {
			return fmt.Errorf("in %s the focus is not seen on %q: its outline is %s, %g px", where, stop.Name, stop.Outline, stop.Width)
		}
		stops[stop.Name] = true
	}
	if len(stops) < 3 {
		return fmt.Errorf("in %s tab stops only at %v", where, stops)
	}
	return nil
}

// named wants a name for all that can be pressed or written in.
func (l *listener) named(where string) error {
	var nameless []string
	if c, is := l.browser.(*chromium); is {
		var tree struct {
			Nodes []struct {
				Ignored    bool
				Role, Name struct{ Value any }
			}
		}
		if err := c.call("Accessibility.getFullAXTree", nil, &tree); err != nil {
			return err
		}
		found := 0
		for _, node := range tree.Nodes {
			switch node.Role.Value {
			case "button", "textbox":
				found++
				if name, _ := node.Name.Value.(string); !node.Ignored && strings.TrimSpace(name) == "" {
					nameless = append(nameless, fmt.Sprint(node.Role.Value))
				}
			}
		}
		if found < 3 {
			return fmt.Errorf("in %s a screen reader finds %d buttons and fields", where, found)
		}
	} else {
		err := l.Evaluate(`Array.from(document.querySelectorAll("button, input, textarea"))
			.filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels.length || !e.checkVisibility()))
			.map((e) => e.outerHTML)`, &nameless)
		if err != nil {
			return err
		}
	}
	if len(nameless) > 0 {
		return fmt.Errorf("in %s there is no name for %q", where, nameless)
	}
	return nil
}

// scriptless opens a page with JavaScript off.
func scriptless(l *listener, tests tests) (string, error) {
	c, is := l.browser.(*chromium)
	if !is {
		return "", errCannot
	}
	off := func(is bool) error { return c.call("Emulation.setScriptExecutionDisabled", object{"value": is}, nil) }
	if err := off(true); err != nil {
		return "", err
	}
	defer off(false)
	if err := c.Open("file://" + tests.pairs.file); err != nil {
		return "", err
	}
	var tree struct {
		Nodes []struct {
			Role, Name struct{ Value any }
		}
	}
	if err := c.call("Accessibility.getFullAXTree", nil, &tree); err != nil {
		return "", err
	}
	var said []string
	for _, node := range tree.Nodes {
		if node.Role.Value == "StaticText" {
			said = append(said, fmt.Sprint(node.Name.Value))
		}
		if node.Role.Value == "button" {
			return "", fmt.Errorf("there is a button that does nothing: %v", node.Name.Value)
		}
	}
	if text := strings.Join(said, " "); !strings.Contains(text, "browser") || !strings.Contains(text, "浏览器") {
		return "", fmt.Errorf("it says %q", text)
	}
	return "", nil
}
