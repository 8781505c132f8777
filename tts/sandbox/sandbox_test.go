package sandbox

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/sandbox/speech"
)

func TestMain(m *testing.M) {
	// The speaking sandbox is shared, so it is closed before leaks are looked for.
	code := m.Run()
	if shared.server != nil {
		shared.server.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	if err := goleak.Find(); err != nil {
		println(err.Error())
		code = 1
	}
	os.Exit(code)
}

var shared struct {
	sync.Once
	server *Server
	err    error
}

// speaking is a sandbox with its real voice, shared by the tests.
func speaking(t testing.TB) *Server {
	t.Helper()
	shared.Do(func() { shared.server, shared.err = Start(Config{}) })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.server
}

// tone is a voice that needs no programs: it sends so many bytes of "audio".
type tone struct {
	bytes int
	wait  bool // for the request's end
	ended chan struct{}
}

func (v tone) Speak(ctx context.Context, r tts.Request, w io.Writer) (speech.Result, error) {
	if v.wait {
		defer close(v.ended)
	}
	for i := range v.bytes {
		if _, err := w.Write([]byte{byte(i)}); err != nil {
			return speech.Result{}, err
		}
	}
	if v.wait {
		<-ctx.Done()
		return speech.Result{}, ctx.Err()
	}
	return speech.Result{Samples: 32000, SampleRate: 32000, Channels: 1, Bitrate: 128000}, nil
}

func (tone) Close() error { return nil }

func start(t *testing.T, voice Voice) (*Server, *host.Client) {
	t.Helper()
	s, err := Serve(Config{}, voice)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	c, err := host.New(host.Config{Name: tts.Sandbox, BaseURL: s.BaseURL(tts.Sandbox), Key: host.NewKey(Key)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(http.DefaultTransport.(*http.Transport).CloseIdleConnections)
	return s, c
}

func hello(text string) tts.Request {
	r := tts.Request{Model: tts.DefaultModel, Text: text}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return r
}

// ask posts a body as any program would and returns the answer.
func ask(t *testing.T, s *Server, sse bool, body string) (status int, answer string) {
	t.Helper()
	req, _ := http.NewRequest("POST", s.BaseURL(tts.DashScope)+"/services/aigc/multimodal-generation/generation", strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+Key)
	if sse {
		req.Header.Set("X-DashScope-SSE", "enable")
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

func TestTheSampleOfAlibabasReferenceIsAnswered(t *testing.T) {
	s, _ := start(t, tone{bytes: 5000})
	const sample = `{"model": "MiniMax/speech-2.8-hd", "input": {"text": "今天是不是很开心呀(laughs)，当然了！",
		"voice_setting": {"voice_id": "male-qn-qingse", "speed": 1, "vol": 1, "pitch": 0, "emotion": "happy"},
		"audio_setting": {"sample_rate": 32000, "bitrate": 128000, "format": "mp3", "channel": 1},
		"pronunciation_dict": {"tone": ["处理/(chu3)(li3)", "危险/dangerous"]}, "subtitle_enable": false, "nobody_knows": 1}}`
	status, answer := ask(t, s, false, sample)
	var doc struct {
		Output struct {
			Data struct {
				Audio  string
				Status int
			}
			ExtraInfo extraInfo `json:"extra_info"`
			BaseResp  struct {
				Code int `json:"status_code"`
			} `json:"base_resp"`
		}
		Usage struct{ Characters int }
	}
	if err := json.Unmarshal([]byte(answer), &doc); err != nil || status != 200 {
		t.Fatalf("%d %v\n%.300s", status, err, answer)
	}
	audio, err := hex.DecodeString(doc.Output.Data.Audio)
	x := doc.Output.ExtraInfo
	if err != nil || doc.Output.Data.Status != 2 || x.AudioSize != int64(len(audio)) || x.AudioLength != 9*36 {
		t.Errorf("status %d, %d bytes, %+v, %v", doc.Output.Data.Status, len(audio), x, err)
	}
	// The reference counts 22 words and, for the text without the tag, 26
	// billed characters; the tag has eight.
	if x.WordCount != 22 || x.UsageCharacters != 34 || doc.Usage.Characters != 34 {
		t.Errorf("%+v", x)
	}
	if tag := tagSize(audio); tag != 1140 {
		t.Errorf("a whole answer begins with a tag of %d bytes, MiniMax's has 1140", tag)
	}
}

func tagSize(audio []byte) int {
	if !bytes.HasPrefix(audio, []byte("ID3\x04")) {
		return 0
	}
	n := binary.BigEndian.Uint32(audio[6:10])
	return 10 + int(n&0x7f|n>>1&0x3f80|n>>2&0x1fc000)
}

func TestTheStreamIsThatOfDashScope(t *testing.T) {
	s, _ := start(t, tone{bytes: 5000})
	body := `{"model":"minimax/speech-2.8-turbo","input":{"text":"Hi","voice_setting":{"voice_id":"Wise_Woman"}}}`
	_, answer := ask(t, s, true, body)
	events := strings.Split(strings.TrimSuffix(answer, "\n\n"), "\n\n")
	if len(events) < 3 || !strings.HasPrefix(events[0], "id:1\nevent:result\n:HTTP_STATUS/200\ndata:{") {
		t.Fatalf("%.300s", answer)
	}
	if last := events[len(events)-1]; !strings.Contains(last, `"status":2`) || strings.Contains(last, `"audio":""`) {
		t.Errorf("the aggregate is missing: %.300s", last)
	}
	_, answer = ask(t, s, true, strings.Replace(body, `"text"`, `"stream_options":{"exclude_aggregated_audio":true},"text"`, 1))
	if !strings.Contains(answer, `"audio":"","ced":"","status":2`) {
		t.Error("the aggregate should be an empty string")
	}
}

func TestRefusals(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	good := `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman"}`
	for name, c := range map[string]struct {
		body   string
		status int
		says   string
	}{
		"speed 3":        {`{"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","speed":3}}`, 200, `"status_code":2013,"status_msg":"invalid params, invalid params: voice_setting speed"`},
		"pitch 1.5":      {`{"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","pitch":1.5}}`, 200, `Mismatch type int64 with value number`},
		"bored":          {`{"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","emotion":"bored"}}`, 200, `invalid params: voice_setting emotion`},
		"no voice":       {`{"text":"Hi"}`, 200, `"status_code":2013`},
		"unknown voice":  {`{"text":"Hi","voice_setting":{"voice_id":"nobody"}}`, 200, `"status_code":2054,"status_msg":"voice id not exist"`},
		"weight 101":     {`{"text":"Hi","timbre_weights":[{"voice_id":"Wise_Woman","weight":101}]}`, 200, `"status_code":2013`},
		"10,000 letters": {`{"text":"` + strings.Repeat("a", 10000) + `","voice_setting":{"voice_id":"Wise_Woman"}}`, 200, `invalid params: text`},
		"12 kHz":         {`{` + good + `,"audio_setting":{"sample_rate":12000}}`, 200, `audio_setting sample_rate`},
		"not JSON":       {`{`, 400, `"code":"InvalidParameter"`},
	} {
		t.Run(name, func(t *testing.T) {
			for _, sse := range []bool{false, true} {
				status, answer := ask(t, s, sse, `{"model":"MiniMax/speech-2.8-hd","input":`+c.body+`}`)
				if status != c.status || !strings.Contains(answer, c.says) {
					t.Errorf("sse %v: %d %s", sse, status, answer)
				}
			}
		})
	}
}

func TestTheVoiceStopsWhenTheCallerGoes(t *testing.T) {
	ended := make(chan struct{})
	_, c := start(t, tone{bytes: 5000, wait: true, ended: ended})
	ctx, cancel := context.WithCancel(context.Background())
	stream, err := c.Open(ctx, hello("Hi"), true)
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	cancel()
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("it still speaks")
	}
}

func TestAPortInUseIsSaid(t *testing.T) {
	s, _ := start(t, tone{})
	_, err := Serve(Config{Addr: s.Addr()}, tone{})
	fault, _ := errors.AsType[*tts.Error](err)
	if fault == nil || fault.Kind != tts.KindMachine || !strings.Contains(err.Error(), "already in use") {
		t.Errorf("%v", err)
	}
}

func TestItReallySpeaks(t *testing.T) {
	s := speaking(t)
	c, err := host.New(host.Config{Name: tts.Sandbox, BaseURL: s.BaseURL(tts.Sandbox), Key: host.NewKey(Key)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(http.DefaultTransport.(*http.Transport).CloseIdleConnections)
	listen := func(r tts.Request, stream bool) ([]byte, tts.Progress) {
		t.Helper()
		answer, err := c.Open(context.Background(), r, stream)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Close()
		b, err := io.ReadAll(answer)
		if err != nil {
			t.Fatal(err)
		}
		return b, answer.Progress()
	}
	r := hello("Are you happy today? 今天是不是很开心呀！")
	streamed, p := listen(r, true)
	whole, q := listen(r, false)
	if tagSize(streamed) != 45 || tagSize(whole) != 1140 {
		t.Errorf("tags of %d and %d bytes", tagSize(streamed), tagSize(whole))
	}
	if !bytes.Equal(streamed[45:], whole[1140+576:]) || !bytes.Contains(whole[1140:1140+576], []byte("Info")) {
		t.Error("streaming and whole are not the same speech")
	}
	if p.Chunks < 4 || *p.AudioMS < 2500 || *p.AudioMS > 6000 || *p.AudioMS != *q.AudioMS || *p.AudioBytes != int64(len(streamed)) {
		t.Errorf("%d chunks, %d ms, %d bytes", p.Chunks, *p.AudioMS, *p.AudioBytes)
	}
	// The arithmetic of MiniMax's own files.
	if n := int64(len(whole)-1140)/576 - 1; int64(len(whole)) != 1140+576*(1+n) || *q.AudioMS != 36*n || *q.AudioBytes != int64(len(whole)) {
		t.Errorf("%d bytes, %d ms", len(whole), *q.AudioMS)
	}
	r.AudioSetting.Format = "wav"
	wav, w := listen(r, false)
	if data := binary.LittleEndian.Uint32(wav[40:44]); string(wav[36:40]) != "data" || int(data) != len(wav)-44 || int64(data)/64 != *w.AudioMS {
		t.Errorf("a wav of %d bytes says that it has %d of sound, %d ms", len(wav), data, *w.AudioMS)
	}
	// 9,999 characters need not be waited for, and may be left in the middle.
	long, err := c.Open(context.Background(), hello(strings.Repeat("Happy days. ", 833)+"abc"), true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(long, make([]byte, 20000)); err != nil {
		t.Fatal(err)
	}
	long.Close()
	if p := long.Progress(); p.Complete || p.FirstChunk > 2*time.Second {
		t.Errorf("first chunk after %v, complete %v", p.FirstChunk, p.Complete)
	}
}
