package main

import (
	"fmt"
	"slices"
	"strings"
)

// accessible looks at the focus in every browser, and at names as a screen reader
// gets them where the browser tells that.
func accessible(l *listener, tests tests) string {
	for _, t := range []test{tests.pairs, tests.rank} {
		l.arrive(t)
		l.reached("the start")
		l.reload() // enter would press what has the focus
		l.begin()
		l.reached("a question")
	}
	l.attend(tests.pairs)
	l.press(left)
	l.wait(
		`Array.from(document.querySelectorAll("[aria-live], [role=status], [role=alert]")).some((e) => e.innerText.trim())`,
		"an answer that is refused is not told")
	l.answerPair(false)
	// What has the focus is read out.
	l.wait(`/2\D+10/.test(document.activeElement.innerText)`, "the second question is not told")
	l.answerAll()
	l.reached("the end")
	if _, is := l.browser.(*chromium); is {
		return "names as in the accessibility tree"
	}
	return "names as in the page"
}

// reached goes through a screen by the keyboard: each stop has an outline; and all
// that can be pressed or written in has a name.
func (l *listener) reached(screen string) {
	stops := map[string]bool{}
	for n := range 24 {
		if n < 12 {
			l.press(tab)
		} else { // back from where the page ends
			l.press(tab.shifted())
		}
		stop := ask[struct {
			Name, Outline string
			Width         float64
		}](l, `(() => {
			const stop = document.activeElement, style = getComputedStyle(stop);
			return { name: stop === document.body || !document.hasFocus() ? "" : stop.id + stop.innerText, outline: style.outlineStyle, width: parseFloat(style.outlineWidth) };
		})()`)
		if stop.Name == "" {
			continue // the browser's own
		}
		if stop.Outline == "none" || stop.Width < 1 {
			fail("in %s the focus is not seen on %q: its outline is %s, %g px", screen, stop.Name, stop.Outline, stop.Width)
		}
		stops[stop.Name] = true
	}
	if len(stops) < 3 {
		fail("in %s tab stops only at %v", screen, stops)
	}
	names := l.names()
	if len(names) < 3 || slices.Contains(names, "") {
		fail("in %s buttons and fields are called %q", screen, names)
	}
}

// names are those of all buttons and fields.
func (l *listener) names() (names []string) {
	c, is := l.browser.(*chromium)
	if !is {
		return ask[[]string](l, `Array.from(document.querySelectorAll("button, input, textarea"))
			.filter((e) => e.checkVisibility())
			.map((e) => e.getAttribute("aria-label") || e.textContent.trim() || e.labels[0]?.textContent || "")`)
	}
	for _, node := range c.tree() {
		if role := node.Role.Value; role == "button" || role == "textbox" {
			names = append(names, strings.TrimSpace(fmt.Sprint(node.Name.Value)))
		}
	}
	return names
}

// node is what a screen reader gets of an element.
type node struct {
	Role, Name struct{ Value any }
}

func (c *chromium) tree() []node {
	var tree struct{ Nodes []node }
	must(c.call("Accessibility.getFullAXTree", nil, &tree))
	return tree.Nodes
}

// scriptless opens a page with JavaScript off.
func scriptless(l *listener, tests tests) string {
	c, is := l.browser.(*chromium)
	if !is {
		panic(unable("its driver cannot ask for it"))
	}
	off := func(is bool) { must(c.call("Emulation.setScriptExecutionDisabled", object{"value": is}, nil)) }
	off(true)
	defer off(false)
	must(c.Open("file://" + tests.pairs.file))
	said := ""
	for _, node := range c.tree() {
		switch node.Role.Value {
		case "StaticText":
			said += fmt.Sprintln(node.Name.Value)
		case "button":
			fail("there is a button that does nothing: %v", node.Name.Value)
		}
	}
	if !strings.Contains(said, "browser") || !strings.Contains(said, "浏览器") {
		fail("it says %q", said)
	}
	return ""
}
