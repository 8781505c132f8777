package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// chromium is steered by the Chrome DevTools Protocol.
type chromium struct {
	*program
	*socket
	requests, complaints []string
	loaded               bool
}

func startChromium(home string, lacks without) (browser, error) {
	if lacks.storage {
		// As a person does who blocks the data of all sites.
		settings := `{"profile":{"default_content_setting_values":{"cookies":2}}}`
		if err := os.MkdirAll(filepath.Join(home, "Default"), 0o700); err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(home, "Default", "Preferences"), []byte(settings), 0o600); err != nil {
			return nil, err
		}
	}
	args := []string{"--headless=new", "--remote-debugging-port=0", "--user-data-dir=" + home, "--no-first-run", "--lang=en", "about:blank"}
	if os.Getuid() == 0 {
		args = append([]string{"--no-sandbox"}, args...) // root has none
	}
	p, err := start(home, nil, "chromium", args...)
	if err != nil {
		return nil, err
	}
	c := &chromium{program: p}
	if err := c.connect(); err != nil {
		p.end()
		return nil, err
	}
	return c, nil
}

func (c *chromium) connect() error {
	host, err := c.says(`DevTools listening on ws://([^/]+)/`)
	if err != nil {
		return err
	}
	answer, err := http.Get("http://" + host + "/json/list")
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var pages []struct {
		Type, WebSocketDebuggerURL string
	}
	if err := json.NewDecoder(answer.Body).Decode(&pages); err != nil {
		return err
	}
	for _, page := range pages {
		if page.Type == "page" {
			if c.socket, err = dial(page.WebSocketDebuggerURL, c.note); err != nil {
				return err
			}
			break
		}
	}
	for _, domain := range []string{"Page", "Runtime", "Network", "Log"} {
		if err := c.call(domain+".enable", nil, nil); err != nil {
			return err
		}
	}
	return c.call("Browser.setDownloadBehavior", object{"behavior": "allow", "downloadPath": filepath.Join(c.home, "Downloads")}, nil)
}

func (c *chromium) note(method string, params json.RawMessage) {
	switch method {
	case "Page.loadEventFired":
		c.loaded = true
	case "Network.requestWillBeSent":
		var sent struct{ Request struct{ URL string } }
		json.Unmarshal(params, &sent)
		c.requests = append(c.requests, sent.Request.URL)
	case "Runtime.exceptionThrown":
		var thrown struct {
			Details struct{ Exception struct{ Description string } } `json:"exceptionDetails"`
		}
		json.Unmarshal(params, &thrown)
		c.complaints = append(c.complaints, thrown.Details.Exception.Description)
	case "Log.entryAdded":
		var added struct{ Entry struct{ Level, Text string } }
		json.Unmarshal(params, &added)
		c.complaints = append(c.complaints, added.Entry.Level+": "+added.Entry.Text)
	case "Runtime.consoleAPICalled":
		var called struct {
			Type string
			Args []struct{ Value, Description any }
		}
		json.Unmarshal(params, &called)
		c.complaints = append(c.complaints, fmt.Sprint(called.Type, ": ", called.Args))
	}
}

func (c *chromium) Told() (requests, complaints []string) { return c.requests, c.complaints }

func (c *chromium) Open(url string) error {
	c.loaded, c.requests, c.complaints = false, nil, nil
	if err := c.call("Page.navigate", object{"url": url}, nil); err != nil {
		return err
	}
	for !c.loaded { // its event comes with the answer to anything
		if err := c.call("Page.getFrameTree", nil, nil); err != nil {
			return err
		}
	}
	return nil
}

func (c *chromium) Evaluate(expression string, into any) error {
	var answer struct {
		Result struct{ Value string }
		Thrown *struct {
			Text      string
			Exception struct{ Description string }
		} `json:"exceptionDetails"`
	}
	err := c.call("Runtime.evaluate", object{
		"expression": asJSON(expression), "awaitPromise": true, "returnByValue": true,
		"allowUnsafeEvalBlockedByCSP": false,
	}, &answer)
	if err != nil {
		return err
	}
	if thrown := answer.Thrown; thrown != nil {
		return fmt.Errorf("%s %s", thrown.Text, thrown.Exception.Description)
	}
	return json.Unmarshal([]byte(answer.Result.Value), into)
}

// codes are what Windows calls the keys, which Chromium does by.
var codes = map[string]int{"Enter": 13, "Tab": 9, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}

func (c *chromium) Press(k key) error {
	event := object{"key": k.Key, "code": k.Code, "windowsVirtualKeyCode": codes[k.Code]}
	if number, ok := strings.CutPrefix(k.Code, "Digit"); ok {
		event["windowsVirtualKeyCode"] = int(number[0])
	}
	if k.Shift {
		event["modifiers"] = 8
	}
	if k.Code == "Enter" {
		event["text"] = "\r" // without it a button is not pressed
	}
	for i := range 1 + k.Repeats {
		event["type"], event["autoRepeat"] = "keyDown", i > 0
		if err := c.call("Input.dispatchKeyEvent", event, nil); err != nil {
			return err
		}
	}
	event["type"] = "keyUp"
	return c.call("Input.dispatchKeyEvent", event, nil)
}

func (c *chromium) Close() error {
	c.close()
	return c.end()
}
