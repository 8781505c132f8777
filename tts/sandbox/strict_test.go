package sandbox

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"voicestudio/tts"
)

const voice = `"voice_setting":{"voice_id":"Wise_Woman"}`

// The refusals are literal, since the rules behind them are the client's own.
func TestEveryHostRefusesWhatItsReferenceDoes(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	everywhere := append([]site{}, sites...)
	has := func(setting string) string {
		return `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman",` + setting + `}`
	}
	audio := func(setting string) string { return `"text":"Hi",` + voice + `,"audio_setting":{` + setting + `}` }
	modify := func(setting string) string { return `"text":"Hi",` + voice + `,"voice_modify":{` + setting + `}` }
	const params = "invalid params, invalid params: "
	weights := func(name string, n int) string {
		return `"text":"Hi","` + name + `":[` + strings.TrimSuffix(strings.Repeat(`{"voice_id":"Wise_Woman","weight":20},`, n), ",") + `]`
	}
	for name, c := range map[string]struct {
		at     []site
		fields string
		code   int
		says   string
	}{
		"nothing":                   {everywhere, ``, 2013, "invalid params"},
		"no text":                   {everywhere, voice, 2013, params + "text"},
		"an empty text":             {everywhere, `"text":"",` + voice, 2013, params + "text"},
		"blanks":                    {everywhere, `"text":"  ",` + voice, 2013, params + "text"},
		"10,000 letters":            {everywhere, `"text":"` + strings.Repeat("a", 10000) + `",` + voice, 2013, params + "text"},
		"a text that is a number":   {everywhere, `"text":7,` + voice, 2013, "invalid params, Mismatch type string with value number"},
		"no voice":                  {everywhere, `"text":"Hi"`, 2013, "invalid params, no voice_id found"},
		"an empty voice":            {everywhere, `"text":"Hi","voice_setting":{"voice_id":""}`, 2013, "invalid params, no voice_id found"},
		"voice_setting is a list":   {everywhere, `"text":"Hi","voice_setting":[]`, 2013, "invalid params, Mismatch type struct with value array"},
		"unknown voice":             {everywhere, `"text":"Hi","voice_setting":{"voice_id":"nobody"}`, 2054, "voice id not exist"},
		"Santa without his blank":   {everywhere, `"text":"Hi","voice_setting":{"voice_id":"Santa_claus"}`, 2054, "voice id not exist"},
		"speed 3":                   {everywhere, has(`"speed":3`), 2013, params + "voice_setting speed"},
		"speed 0":                   {everywhere, has(`"speed":0`), 2013, params + "voice_setting speed"},
		"speed as text":             {everywhere, has(`"speed":"1"`), 2013, "invalid params, Mismatch type float64 with value string"},
		"vol 0":                     {everywhere, has(`"vol":0`), 2013, params + "voice_setting vol"},
		"vol 10.1":                  {everywhere, has(`"vol":10.1`), 2013, params + "voice_setting vol"},
		"pitch 13":                  {everywhere, has(`"pitch":13`), 2013, params + "voice_setting pitch"},
		"pitch 1.5":                 {everywhere, has(`"pitch":1.5`), 2013, "invalid params, Mismatch type int64 with value number"},
		"bored":                     {everywhere, has(`"emotion":"bored"`), 2013, params + "voice_setting emotion"},
		"normalization as text":     {everywhere, has(`"text_normalization":"yes"`), 2013, "invalid params, Mismatch type bool with value string"},
		"12 kHz":                    {everywhere, audio(`"sample_rate":12000`), 2013, params + "audio_setting sample_rate"},
		"11,025 Hz":                 {everywhere, audio(`"sample_rate":11025`), 2013, params + "audio_setting sample_rate"},
		"opus at 32 kHz":            {[]site{atMiniMax, atDashScope}, audio(`"format":"opus","sample_rate":32000`), 2013, params + "audio_setting sample_rate"},
		"DashScope's opus, 48 kHz":  {[]site{atDashScope}, audio(`"format":"opus","sample_rate":48000`), 2013, params + "audio_setting sample_rate"},
		"mu-law at 16 kHz":          {[]site{atMiniMax}, audio(`"format":"pcmu_wav","sample_rate":16000`), 2013, params + "audio_setting sample_rate"},
		"DashScope has no mu-law":   {[]site{atDashScope}, audio(`"format":"pcmu_raw"`), 2013, params + "audio_setting format"},
		"PPIO has four formats":     {[]site{atPPIO, atPPIO26, atPPIO02}, audio(`"format":"opus"`), 2013, params + "audio_setting format"},
		"effects as opus":           {[]site{atMiniMax}, modify(`"pitch":5`) + `,"audio_setting":{"format":"opus"}`, 2013, params + "voice_modify"},
		"48 kHz":                    {everywhere, audio(`"sample_rate":48000`), 2013, params + "audio_setting sample_rate"},
		"96 kbit/s":                 {everywhere, audio(`"bitrate":96000`), 2013, params + "audio_setting bitrate"},
		"ogg":                       {everywhere, audio(`"format":"ogg"`), 2013, params + "audio_setting format"},
		"three channels":            {everywhere, audio(`"channel":3`), 2013, params + "audio_setting channel"},
		"an effect that is none":    {everywhere, modify(`"sound_effects":"underwater"`), 2013, params + "voice_modify sound_effects"},
		"timbre 101":                {everywhere, modify(`"timbre":101`), 2013, params + "voice_modify timbre"},
		"intensity 0.5":             {everywhere, modify(`"intensity":0.5`), 2013, "invalid params, Mismatch type int64 with value number"},
		"effects as pcm":            {everywhere, modify(`"pitch":5`) + `,"audio_setting":{"format":"pcm"}`, 2013, params + "voice_modify"},
		"Klingon":                   {everywhere, `"text":"Hi",` + voice + `,"language_boost":"Klingon"`, 2013, params + "language_boost"},
		"Persian on 02":             {[]site{atPPIO02}, `"text":"Hi",` + voice + `,"language_boost":"Persian"`, 2013, params + "language_boost"},
		"output as base64":          {everywhere, `"text":"Hi",` + voice + `,"output_format":"base64"`, 2013, params + "output_format"},
		"no replacement":            {everywhere, `"text":"Hi",` + voice + `,"pronunciation_dict":{"tone":["处理"]}`, 2013, "glyph definition format error"},
		"tone is text":              {everywhere, `"text":"Hi",` + voice + `,"pronunciation_dict":{"tone":"a/b"}`, 2013, "invalid params, Mismatch type []string with value string"},
		"a pause of 100 s":          {everywhere, `"text":"a<#100#>b",` + voice, 2013, params + "text"},
		"five voices":               {[]site{atDashScope, atMiniMax, atNovita, atPPIO26}, weights("timbre_weights", 5), 2013, params + "timbre_weights"},
		"five voices, PPIO":         {[]site{atPPIO, atPPIO02}, weights("timber_weights", 5), 2013, params + "timber_weights"},
		"five voices, old spelling": {[]site{atMiniMax}, weights("timber_weights", 5), 2013, params + "timber_weights"},
		"weight 101":                {[]site{atDashScope, atMiniMax}, `"text":"Hi","timbre_weights":[{"voice_id":"Wise_Woman","weight":101}]`, 2013, params + "timbre_weights[0] weight"},
		"a weight is missing":       {[]site{atPPIO}, `"text":"Hi","timber_weights":[{"voice_id":"Wise_Woman"}]`, 2013, params + "timber_weights[0] weight"},
		"a weight as text":          {[]site{atPPIO, atPPIO02}, `"text":"Hi","timber_weights":[{"voice_id":"Wise_Woman","weight":"1"}]`, 2013, "invalid params, Mismatch type int64 with value string"},
		"DashScope's is not timber": {[]site{atDashScope, atPPIO26}, weights("timber_weights", 2), 2013, "no voice_id found"},
		"PPIO's is not timbre":      {[]site{atPPIO, atPPIO02}, weights("timbre_weights", 2), 2013, "no voice_id found"},
		"DashScope is not fluent":   {[]site{atDashScope}, has(`"emotion":"fluent"`), 2013, params + "voice_setting emotion"},
		"DashScope's 2.8 whispers":  {[]site{atDashScope}, has(`"emotion":"whisper"`), 2013, params + "voice_setting emotion"},
		"PPIO before 2.8 whispers":  {[]site{atPPIO26, atPPIO02}, has(`"emotion":"whisper"`), 2013, params + "voice_setting emotion"},
		"PPIO before 2.8 is fluent": {[]site{atPPIO26, atPPIO02}, has(`"emotion":"fluent"`), 2013, params + "voice_setting emotion"},
		"PPIO's 2.6 says neutral":   {[]site{atPPIO26}, has(`"emotion":"calm"`), 2013, params + "voice_setting emotion"},
		"MiniMax's 2.8 whispers":    {[]site{atMiniMax}, has(`"emotion":"whisper"`), 2013, params + "voice_setting emotion"},
		"the others say calm":       {[]site{atDashScope, atPPIO}, has(`"emotion":"neutral"`), 2013, params + "voice_setting emotion"},
		"zero-width spaces":         {everywhere, `"text":"ab` + strings.Repeat(`\u200b`, 2) + `",` + voice, 1042, "invisible"},
		"private use":               {everywhere, `"text":"abcdefgh\ue000",` + voice, 1042, "invisible"},
		"controls":                  {everywhere, `"text":"abcdefgh\u0007",` + voice, 1042, "invisible"},
		"replacement characters":    {everywhere, `"text":"abcdefgh\ufffd",` + voice, 1042, "invisible"},
		"broken UTF-8":              {everywhere, "\"text\":\"abcdefgh\xff\"," + voice, 1042, "invisible"},
	} {
		for _, at := range c.at {
			for _, stream := range []bool{false, true} {
				h := send(t, at.request(s, stream, c.fields))
				if h.status != 200 || h.code != c.code || !strings.Contains(h.body, c.says) || len(h.chunks) > 0 {
					t.Errorf("%s, %s, stream %v: %d %s", name, at.name, stream, h.status, h.body)
				}
				framed := strings.HasPrefix(h.body, "id:1\nevent:result\n")
				if framed != (at.nested && stream) || !framed && h.header.Get("Content-Type") != "application/json" {
					t.Errorf("%s, %s, stream %v: framed %v, %s", name, at.name, stream, framed, h.header.Get("Content-Type"))
				}
			}
		}
	}
	for _, at := range []site{atDashScope, atPPIO, atPPIO26, atPPIO02} { // only where nothing is streamed
		if h := send(t, at.request(s, true, audio(`"format":"wav"`))); h.code != 2013 || !strings.Contains(h.body, "audio_setting format") {
			t.Errorf("%s streams wav: %s", at.name, h.body)
		}
	}
}

func TestModelsThatAHostDoesNotHave(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	for _, c := range []struct {
		at     site
		model  string
		status int
		says   string
	}{
		{atDashScope, "MiniMax/speech-2.6-hd", 404, `"code":"ModelNotFound"`},
		{atDashScope, "speech-2.8-hd", 404, `"code":"ModelNotFound"`},
		{atDashScope, "qwen-tts", 404, `"code":"ModelNotFound"`},
		{atDashScope, "", 400, `"code":"InvalidParameter"`},
		{atDashScope, "minimax/Speech-02-HD", 200, `"status":2`},
		{atMiniMax, "speech-2.5-hd-preview", 200, `"status":2`},
		{atMiniMax, "speech-01-240228", 200, `"status":2`},
		{atMiniMax, "speech-01-240229", 200, `invalid params: model`},
		{atMiniMax, "MiniMax/speech-2.8-hd", 200, `invalid params: model`},
		{atMiniMax, "", 200, `invalid params: model`},
		{atMiniMax, "speech-01-turbo", 200, `"status":2`},
	} {
		c.at.model = c.model
		if h := send(t, c.at.request(s, false, anyVoice)); h.status != c.status || !strings.Contains(h.body, c.says) {
			t.Errorf("%s, %q: %d %s", c.at.name, c.model, h.status, h.body)
		}
	}
}

func TestTheProgramsOwnSandboxAllowsWhatAnyHostDoes(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	if got := s.BaseURL(tts.Sandbox) + "/api/v1/services/aigc/multimodal-generation/generation"; got != s.origin()+atSandbox.path {
		t.Errorf("%s", got)
	}
	profile, _ := tts.HostAt(tts.Sandbox)
	for _, model := range profile.Models {
		at := atSandbox
		at.model = "MiniMax/" + model
		for _, emotion := range tts.Emotions {
			h := send(t, at.request(s, true, `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","emotion":"`+emotion+`"}`))
			if h.code != 0 || !h.last {
				t.Errorf("%s, %s: %s", model, emotion, h.body)
			}
		}
	}
	if h := send(t, atSandbox.request(s, false, `"subtitle_type":"letter",`+anyVoice)); h.code != 2013 || !strings.Contains(h.body, "subtitle_type") {
		t.Errorf("%s", h.body)
	}
}

func TestABodyThatIsNotJSON(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	for at, want := range map[site]string{
		{path: atDashScope.path}: `"code":"InvalidParameter"`,
		{path: atPPIO.path}:      `"reason":"INVALID_REQUEST_BODY"`,
		{path: atMiniMax.path}:   `"status_code":2013`,
	} {
		for _, fields := range []string{`"text":`, `"text":"` + strings.Repeat("a", maxBody) + `"`} {
			if h := send(t, at.request(s, false, fields)); !strings.Contains(h.body, want) {
				t.Errorf("%s: %.200s", at.path, h.body)
			}
		}
	}
}

func TestHostsAreSilentAboutTheRest(t *testing.T) {
	s, _ := start(t, tone{bytes: 10})
	const hi = `"text":"Hi",` + voice
	for name, c := range map[string]struct {
		at     []site
		fields string
	}{
		"unknown names":                        {sites, hi + `,"nobody_knows":{"a":[1]},"text_normalization":"yes"`},
		"url while streaming":                  {sites, hi + `,"output_format":"url"`},
		"subtitles while streaming":            {sites, hi + `,"subtitle_enable":true`},
		"a watermark while streaming":          {sites, hi + `,"aigc_watermark":true`},
		"bitrate with pcm":                     {sites, hi + `,"audio_setting":{"format":"pcm","bitrate":64000}`},
		"force_cbr with flac":                  {sites, hi + `,"audio_setting":{"format":"flac","force_cbr":true}`},
		"continuous_sound":                     {sites, hi + `,"continuous_sound":true`},
		"DashScope has no continuous_sound":    {[]site{atDashScope, atPPIO26}, hi + `,"continuous_sound":"yes"`},
		"DashScope has no subtitle_type":       {[]site{atDashScope, atPPIO}, hi + `,"subtitle_type":7`},
		"DashScope has no stream":              {[]site{atDashScope}, hi + `,"stream":"yes"`},
		"PPIO has no model":                    {[]site{atPPIO, atPPIO26}, hi + `,"model":7`},
		"DashScope's timber is beside a voice": {[]site{atDashScope}, hi + `,"timber_weights":"x"`},
		"nulls":                                {sites, hi + `,"timbre_weights":null,"timber_weights":null,"audio_setting":null,"language_boost":null`},
		"a blend and a voice":                  {[]site{atDashScope, atMiniMax}, hi + `,"timbre_weights":[{"voice_id":"Wise_Woman","weight":1},{"voice_id":"Santa_Claus ","weight":100}]`},
		"an empty voice beside a blend":        {[]site{atPPIO}, `"text":"Hi","voice_setting":{"voice_id":""},"timber_weights":[{"voice_id":"Wise_Woman","weight":1}]`},
		"PPIO's 2.8 whispers":                  {[]site{atPPIO}, `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","emotion":"whisper"}`},
		"MiniMax streams wav":                  {[]site{atMiniMax}, hi + `,"audio_setting":{"format":"wav"}`},
		"neutral":                              {[]site{atPPIO26, atPPIO02, atMiniMax}, `"text":"Hi","voice_setting":{"voice_id":"Wise_Woman","emotion":"neutral"}`},
		"few invisible characters":             {sites, `"text":"abcdefghij\u200b\nk",` + voice},
		"9,999 letters":                        {sites, `"text":"` + strings.Repeat("字", 9999) + `",` + voice},
	} {
		for _, at := range c.at {
			h := send(t, at.request(s, true, c.fields))
			if h.code != 0 || !h.last || len(h.chunks) == 0 || strings.HasPrefix(h.chunks[0], "http") {
				t.Errorf("%s, %s: %.300s", name, at.name, h.body)
			}
		}
	}
	h := send(t, atMiniMax.request(s, true, `"text":"abcdefghijklmnopqrs\u200b",`+voice))
	if h.extra.Invisible != 0.05 {
		t.Errorf("one of 20 characters is invisible: %v", h.extra.Invisible)
	}
}

// Whatever a body holds, it is answered: no host's envelope fails on it.
func FuzzBodies(f *testing.F) {
	f.Add(`{"model":"speech-2.8-hd","stream":true,` + anyVoice + `}`)
	f.Add(`{"model":"MiniMax/speech-2.8-hd","input":{` + anyVoice + `,"timbre_weights":[{"voice_id":"Wise_Woman","weight":1}]}}`)
	f.Add(`{"model":7,"input":{"VOICE_setting":{"pitch":1e2,"speed":1e999,"vol":null},"text":{"a":[true]},"audio_setting":[{"format":1}]},"stream":0}`)
	f.Add(`{"timber_weights":{},"voice_setting":{"speed":1e99},"text":"\ud800<#1#>"}`)
	f.Fuzz(func(t *testing.T, body string) {
		for _, at := range sites {
			x := &exchange{s: &Server{}, host: envelopeOf(at), req: &http.Request{URL: &url.URL{Path: at.path}, Header: http.Header{}}}
			q, err := x.host.question(x, []byte(body))
			if wrong, found := errors.AsType[*json.UnmarshalTypeError](err); found {
				t.Errorf("%s: only encoding/json finds %v", at.name, wrong)
			}
			if err != nil {
				continue
			}
			r, no := judge(q)
			if no != nil {
				x.stream = q.stream
				if !json.Valid(x.host.refuse(x, no.code, no.message)) {
					t.Errorf("%s: %s", at.name, no.message)
				}
			} else if len(r.Voices()) == 0 || strings.TrimSpace(r.Text) == "" {
				t.Errorf("%s: nothing to speak in %+v", at.name, r)
			}
		}
	})
}

func envelopeOf(at site) envelope {
	switch at {
	case atDashScope:
		return dashscope{}
	case atPPIO:
		return ppio{}
	case atPPIO26, atPPIO02:
		return ppioOlder{}
	}
	return minimax{}
}
