package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// firefox is steered by WebDriver BiDi.
type firefox struct {
	*program
	*socket
	context              string
	requests, complaints []string
}

func startFirefox(home string, storage bool) (*firefox, error) {
	prefs := map[string]any{
		"browser.download.dir":              filepath.Join(home, "Downloads"),
		"browser.download.folderList":       2, // that one
		"browser.shell.checkDefaultBrowser": false, "datareporting.policy.dataSubmissionEnabled": false,
		"app.normandy.enabled": false, "browser.aboutwelcome.enabled": false,
		"dom.storage.enabled": storage,
	}
	if err := os.MkdirAll(home, 0o700); err != nil {
		return nil, err
	}
	var text []byte
	for _, name := range slices.Sorted(maps.Keys(prefs)) {
		value, _ := json.Marshal(prefs[name])
		text = fmt.Appendf(text, "user_pref(%q, %s);\n", name, value)
	}
	if err := os.WriteFile(filepath.Join(home, "user.js"), text, 0o600); err != nil {
		return nil, err
	}
	p, err := start(home, nil, "firefox-esr", "--headless", "--remote-debugging-port=0", "--profile", home)
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

// Open opens a tab: in the first one, and after a download, the keyboard is the
// browser's.
func (f *firefox) Open(url string) error {
	var tab struct{ Context string }
	if err := f.call("browsingContext.create", object{"type": "tab"}, &tab); err != nil {
		return err
	}
	if f.context != "" {
		if err := f.call("browsingContext.close", object{"context": f.context}, nil); err != nil {
			return err
		}
	}
	f.context, f.requests, f.complaints = tab.Context, nil, nil
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
