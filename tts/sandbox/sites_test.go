package sandbox

import (
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
)

// site is one way to ask for speech: a host's path, and where its body has
// the fields.
type site struct {
	name   string
	path   string
	model  string // in the body; empty: in the path
	nested bool   // DashScope's: fields in input, streaming by header
}

var (
	atDashScope = site{"dashscope", "/api/v1/services/aigc/multimodal-generation/generation", "MiniMax/speech-2.8-hd", true}
	atPPIO      = site{"ppio 2.8", "/v3/minimax-speech-2.8-turbo", "", false}
	atPPIO26    = site{"ppio 2.6", "/v3/minimax-speech-2.6-hd", "", false}
	atPPIO02    = site{"ppio 02", "/v3/minimax-speech-02-turbo", "", false}
	atNovita    = site{"novita's pass-through", "/v3/minimax-en/v1/t2a_v2", "speech-2.8-hd", false}
	atMiniMax   = site{"minimax", "/v1/t2a_v2", "speech-2.8-hd", false}
	// atSandbox is the program's own: DashScope's envelope, every host's rules.
	atSandbox = site{"sandbox", "/sandbox/api/v1/services/aigc/multimodal-generation/generation", "MiniMax/speech-2.8-hd", true}
	sites     = []site{atDashScope, atPPIO, atPPIO26, atPPIO02, atNovita, atMiniMax}
)

const anyVoice = `"text":"One two three.","voice_setting":{"voice_id":"English_Graceful_Lady"}`

// request builds a request; fields are the body without model and stream.
func (at site) request(s *Server, stream bool, fields string) *http.Request {
	model := ""
	if at.model != "" {
		model = `"model":"` + at.model + `"`
	}
	body := "{" + fields + "}"
	switch {
	case at.nested:
		body = "{" + model + `,"input":` + body + "}"
	default:
		parts := []string{}
		for _, p := range []string{model, fields} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		if stream {
			parts = append(parts, `"stream":true`)
		}
		body = "{" + strings.Join(parts, ",") + "}"
	}
	req, _ := http.NewRequest("POST", s.origin()+at.path, strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+Key)
	if at.nested && stream {
		req.Header.Set("X-DashScope-SSE", "enable")
	}
	return req
}

// said is one document of an answer, whatever its envelope.
type said struct {
	Output *said `json:"output"`
	Data   *struct {
		Audio        string `json:"audio"`
		Status       int    `json:"status"`
		SubtitleFile string `json:"subtitle_file"`
	} `json:"data"`
	Audio     *string    `json:"audio"`
	Status    int        `json:"status"`
	ExtraInfo *extraInfo `json:"extra_info"`
	BaseResp  *baseResp  `json:"base_resp"`
	Code      any        `json:"code"`
	Reason    string     `json:"reason"`
	Error     any        `json:"error"`
}

// heard is an answer as a careful client understands it.
type heard struct {
	status    int
	header    http.Header
	body      string
	broken    error // of the connection
	chunks    []string
	aggregate string
	last      bool // status 2
	extras    int  // documents with extra_info
	extra     extraInfo
	code      int    // of base_resp
	gateway   string // code, or reason
	subtitles string
	garbage   int // documents that are not JSON
}

func (h *heard) audio(t *testing.T) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.Join(h.chunks, ""))
	if err != nil {
		t.Fatalf("%v in %.200s", err, h.body)
	}
	return b
}

// send asks and reads everything.
func send(t *testing.T, req *http.Request) *heard {
	t.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	h := &heard{status: resp.StatusCode, header: resp.Header}
	b, err := io.ReadAll(resp.Body)
	h.body, h.broken = string(b), err
	if strings.HasPrefix(h.body, "{") {
		h.add(h.body, true)
		return h
	}
	for line := range strings.Lines(h.body) {
		if data, found := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "data:"); found && strings.HasSuffix(line, "\n") {
			h.add(strings.TrimPrefix(data, " "), false)
		}
	}
	return h
}

func (h *heard) add(doc string, whole bool) {
	var d said
	if err := json.Unmarshal([]byte(doc), &d); err != nil {
		h.garbage++
		return
	}
	if d.Output != nil {
		d.Output.Code, d.Output.Error = d.Code, d.Error
		d = *d.Output
	}
	if d.BaseResp != nil && d.BaseResp.StatusCode != 0 {
		h.code = d.BaseResp.StatusCode
	}
	if name, named := d.Code.(string); named {
		h.gateway = name
	}
	if d.Reason != "" {
		h.gateway = d.Reason
	}
	if e, named := d.Error.(map[string]any); named {
		h.gateway, _ = e["code"].(string)
	}
	if d.ExtraInfo != nil {
		h.extras++
		h.extra = *d.ExtraInfo
	}
	audio, status := "", d.Status
	if d.Audio != nil {
		audio = *d.Audio
	}
	if d.Data != nil {
		audio, status, h.subtitles = d.Data.Audio, d.Data.Status, d.Data.SubtitleFile
	}
	switch {
	case status == 2 && !whole:
		h.last, h.aggregate = true, audio
	case audio != "":
		h.chunks = append(h.chunks, audio)
	}
}

// get fetches a file as any program would.
func get(t *testing.T, url string, header ...string) (int, string) {
	t.Helper()
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b)
}
