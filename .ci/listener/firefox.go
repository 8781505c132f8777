package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// firefox is steered by WebDriver BiDi.
type firefox struct {
	*program
	*socket
	context              string
	requests, complaints []string
}

func startFirefox(home string, lacks without) (browser, error) {
	if err := os.MkdirAll(home, 0o700); err != nil {
		return nil, err
	}
	prefs := fmt.Sprintf(`user_pref("browser.download.folderList", 2); // that in dir
user_pref("browser.download.dir", %q);
user_pref("dom.storage.enabled", %v);
`, filepath.Join(home, "Downloads"), !lacks.storage)
	if err := os.WriteFile(filepath.Join(home, "user.js"), []byte(prefs), 0o600); err != nil {
		return nil, err
	}
	var env []string
	if lacks.sound {
		env = append(env, "PULSE_SERVER=unix:/nowhere")
	}
	p, err := start(home, env, "firefox-esr", "--headless", "--remote-debugging-port=0", "--profile", home)
	if err != nil {
		return nil, err
	}
	f := &firefox{program: p}
	if err := f.connect(); err != nil {
		p.end()
		return nil, err
	}
	return f, nil
}

func (f *firefox) connect() error {
	origin, err := f.says(`WebDriver BiDi listening on (ws://\S+)`)
	if err != nil {
		return err
	}
	if f.socket, err = dial(origin+"/session", f.note); err != nil {
		return err
	}
	if err := f.call("session.new", object{"capabilities": object{}}, nil); err != nil {
		return err
	}
	return f.call("session.subscribe", object{"events": []string{"log.entryAdded", "network.beforeRequestSent"}}, nil)
}

func (f *firefox) note(method string, params json.RawMessage) {
	switch method {
	case "network.beforeRequestSent":
		var sent struct{ Request struct{ URL string } }
		json.Unmarshal(params, &sent)
		f.requests = append(f.requests, sent.Request.URL)
	case "log.entryAdded":
		var added struct{ Level, Text string }
		json.Unmarshal(params, &added)
		f.complaints = append(f.complaints, added.Level+": "+added.Text)
	}
}

func (f *firefox) Told() (requests, complaints []string) { return f.requests, f.complaints }

// Open opens a window: in the first one, and in one that has downloaded something,
// the keyboard is the browser's.
func (f *firefox) Open(url string) error {
	var window struct{ Context string }
	if err := f.call("browsingContext.create", object{"type": "window"}, &window); err != nil {
		return err
	}
	if f.context != "" {
		if err := f.call("browsingContext.close", object{"context": f.context}, nil); err != nil {
			return err
		}
	}
	f.context, f.requests, f.complaints = window.Context, nil, nil
	return f.call("browsingContext.navigate", object{"context": f.context, "url": url, "wait": "complete"}, nil)
}

func (f *firefox) Evaluate(expression string, into any) error {
	var answer struct {
		Result struct{ Value string }
		Thrown *struct{ Text string } `json:"exceptionDetails"`
	}
	err := f.call("script.evaluate", object{
		"expression": asJSON(expression), "awaitPromise": true, "target": object{"context": f.context},
	}, &answer)
	if err != nil {
		return err
	}
	if answer.Thrown != nil {
		return fmt.Errorf("%s", answer.Thrown.Text)
	}
	return json.Unmarshal([]byte(answer.Result.Value), into)
}

func (f *firefox) Press(k key) error {
	return f.call("input.performActions", object{"context": f.context, "actions": k.actions()}, nil)
}

func (f *firefox) Close() error {
	f.close()
	return f.end()
}
