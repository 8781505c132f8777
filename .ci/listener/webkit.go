package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"time"
)

// webkit is MiniBrowser of WebKitGTK, steered by WebDriver.
type webkit struct {
	*program
	session string // its address
}

func startWebKit(home string, lacks without) (browser, error) {
	binaries, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if len(binaries) == 0 {
		return nil, fmt.Errorf("there is no MiniBrowser: it comes with the package webkit2gtk-driver")
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := free.Addr().String()
	_, port, _ := net.SplitHostPort(address)
	free.Close()
	p, err := start(home, nil, "WebKitWebDriver", "--port="+port)
	if err != nil {
		return nil, err
	}
	w := &webkit{program: p, session: "http://" + address}
	if err := w.connect(object{
		"binary": binaries[0],
		"args":   []string{"--automation", fmt.Sprintf("--enable-html5-local-storage=%v", !lacks.storage)},
	}); err != nil {
		p.end()
		return nil, err
	}
	return w, nil
}

func (w *webkit) connect(options object) error {
	for late := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if err := w.call(http.MethodGet, "/status", nil, nil); err == nil {
			break
		} else if time.Now().After(late) {
			return err
		}
	}
	var session struct {
		SessionID string `json:"sessionId"`
	}
	err := w.call(http.MethodPost, "/session", object{"capabilities": object{"alwaysMatch": object{"webkitgtk:browserOptions": options}}}, &session)
	if err != nil {
		return err
	}
	w.session += "/session/" + session.SessionID
	return w.call(http.MethodPost, "/timeouts", object{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()}, nil)
}

// call asks the driver and reads the value of its answer.
func (w *webkit) call(method, path string, params, into any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, w.session+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := (&http.Client{Timeout: 2 * patience}).Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, answer.Value)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, into)
}

func (w *webkit) Open(url string) error {
	return w.call(http.MethodPost, "/url", object{"url": url}, nil)
}

func (w *webkit) Evaluate(expression string, into any) error {
	script := "const done = arguments[arguments.length - 1];" +
		asJSON(expression) + ".then(value => done([value]), thrown => done([null, `${thrown}`]))"
	var answer []string
	if err := w.call(http.MethodPost, "/execute/async", object{"script": script, "args": []any{}}, &answer); err != nil {
		return err
	}
	if len(answer) > 1 {
		return fmt.Errorf("%s", answer[1])
	}
	return json.Unmarshal([]byte(answer[0]), into)
}

func (w *webkit) Press(k key) error {
	return w.call(http.MethodPost, "/actions", object{"actions": k.actions()}, nil)
}

func (w *webkit) Close() error {
	w.call(http.MethodDelete, "", nil, nil) // ends MiniBrowser, which has a group of its own
	return w.end()
}
