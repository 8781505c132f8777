package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
)

// opens looks at what a page asks for by itself.
func opens(l *listener, tests tests) string {
	l.attend(tests.pairs)
	asked := ask[[]string](l, `performance.getEntriesByType("resource").map((entry) => entry.name)`)
	if w, is := l.browser.(watched); is {
		requests, _ := w.Told()
		asked = append(asked, slices.DeleteFunc(requests, func(url string) bool {
			return url == "file://"+l.test.file || strings.HasPrefix(url, "data:")
		})...)
	}
	if len(asked) > 0 {
		fail("it asked for %q", asked)
	}
	return ""
}

// refuses tries what the page's policy must refuse.
func refuses(l *listener, tests tests) string {
	l.arrive(tests.pairs)
	var served atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { served.Add(1) }))
	defer server.Close()
	done := ask[[]string](l, fmt.Sprintf(`(async () => {
		const done = [];
		if (window.intruder) done.push("a script in the text ran");
		const script = document.createElement("script");
		script.textContent = "window.injected = 1";
		document.body.append(script);
		if (window.injected) done.push("an injected script ran");
		try { setTimeout("window.evaluated = 1"); } catch {} // from here, unlike eval, it is the page's
		const url = %q;
		if (await fetch(url, { mode: "no-cors" }).then(() => true, () => false)) done.push("fetch");
		await new Promise((then) => {
			const image = new Image();
			image.onload = image.onerror = then;
			image.src = url + "/image";
		});
		if (window.evaluated) done.push("a text was evaluated");
		return done;
	})()`, server.URL))
	if len(done) > 0 || served.Load() > 0 {
		fail("%q; %d requests arrived", done, served.Load())
	}
	return ""
}
