package main

// unable is why a promise cannot be checked in a browser.
type unable string

// silent hears where there is no sound card. Only Firefox stands still then.
func silent(l *listener, tests tests) string {
	if _, is := l.browser.(*firefox); !is {
		panic(unable("its clock goes on, so that a page cannot know"))
	}
	l.attend(tests.pairs)
	l.press(digit(1))
	l.wait(
		`Array.from(document.querySelectorAll("[aria-live], [role=alert]")).some((e) => /sound/.test(e.innerText))`,
		"it does not say so")
	if ask[bool](l, `Boolean(document.querySelector("#clips [aria-pressed=true]"))`) {
		fail("it shows a clip as sounding")
	}
	l.press(digit(2))
	l.unmoved("though nothing was heard", left, down)
	return ""
}
