package session

import (
	"cmp"
	"maps"
	"slices"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
)

// sandboxURL is where `voicestudio sandbox` listens unless told otherwise.
const sandboxURL = "http://127.0.0.1:8787/sandbox"

// SandboxKey is the variable that a call to the sandbox reads: any key is right
// there.
const SandboxKey = "SANDBOX_API_KEY"

// Call is a request as a target would get it, after its rules were kept, to be
// shown as code. It never holds the key. The problems are what to warn about;
// the error is an *tts.Error: the target refuses it, or its address is none.
func (c Config) Call(r tts.Request, to tts.Target) (presets.Call, []tts.Problem, error) {
	r, problems, err := tts.Settle(r, to)
	if err != nil {
		return presets.Call{}, problems, err
	}
	profile, _ := tts.HostAt(to.Host)
	at, key := c.At(to.Host), profile.KeyVariable
	if to.Host == tts.Sandbox {
		at.BaseURL, key = cmp.Or(at.BaseURL, sandboxURL), SandboxKey
	}
	at.Key = host.NewKey("none") // nothing is sent, so any will do
	client, err := host.New(at)
	if err != nil {
		return presets.Call{}, problems, err
	}
	url, header, body := client.Render(r, to.Stream)
	call := presets.Call{Method: "POST", URL: url, KeyVariable: key, Body: body}
	for _, h := range slices.Sorted(maps.Keys(header)) {
		call.Header = append(call.Header, [2]string{h, header[h]})
	}
	return call, problems, nil
}

// Call is what a host would get, as Config.Call has it. Of the host that speaks,
// the account's voices are known.
func (s *Session) Call(r tts.Request, name tts.HostName, stream bool) (presets.Call, []tts.Problem, error) {
	return s.config.Call(r, s.TargetAt(name, stream))
}

// TargetAt is a host as a target, with the account's voices there that are known.
func (s *Session) TargetAt(name tts.HostName, stream bool) tts.Target {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := tts.Target{Host: name, Stream: stream}
	for _, v := range s.own[name] {
		t.Own = append(t.Own, v.ID)
	}
	return t
}
