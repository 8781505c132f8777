package host

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/subtitles"
)

// AccountVoice is a voice that a host lists for the account.
type AccountVoice struct {
	ID   string `json:"voice_id"`
	Name string `json:"name,omitempty"`
	// Group is "system", "voice_cloning" or "voice_generation".
	Group string `json:"group"`
}

// Voice is the entry with what the catalogue knows of it.
func (v AccountVoice) Voice() tts.Voice {
	known, _ := tts.FindVoice(v.ID)
	return tts.Voice{ID: v.ID, Name: cmp.Or(v.Name, known.Name), Language: known.Language, Gender: known.Gender, Source: v.Group}
}

// maxVoices is the most that is read of a list of voices, in bytes.
const maxVoices = 32 << 20

// Voices asks MiniMax for the voices that the account may use. The error is
// an *tts.Error; only MiniMax's hosts and the sandbox have such a list.
// https://platform.minimax.io/docs/api-reference/voice-management-get
func (c *Client) Voices(ctx context.Context) ([]AccountVoice, error) {
	voices, _, err := c.voices(ctx)
	return voices, err
}

// hasVoices reports whether the host lists voices.
func (c *Client) hasVoices() bool {
	return c.profile.Contract == tts.MiniMax || c.profile.Contract == tts.Sandbox
}

// voices is Voices; date is by the host's clock, zero where it has not told.
func (c *Client) voices(ctx context.Context) (voices []AccountVoice, date time.Time, _ error) {
	if !c.hasVoices() {
		return nil, date, tts.Wrong("host", say.list.none(c.profile.Title))
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, group(c.base("")+"/v1/get_voice", c.GroupID), bytes.NewReader([]byte(`{"voice_type":"all"}`)))
	if err != nil {
		return nil, date, c.networkError(ctx, err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.do(req, newWatch(longestSilence, cancel))
	if err != nil {
		fault := c.networkError(ctx, err)
		c.warmth.trouble(fault, 0)
		return nil, date, fault
	}
	c.warmth.trouble(nil, resp.StatusCode)
	defer resp.Body.Close()
	date = dateOf(resp.Header)
	info := tts.Info{TraceID: traceID(resp.Header)}
	in := bufio.NewReader(io.LimitReader(resp.Body, maxVoices))
	if start, _ := in.Peek(64); isPage(start) && (resp.StatusCode < 300 || pageStatuses[resp.StatusCode]) {
		return nil, date, tts.Lost(say.network.page, nil).Traced(info.TraceID)
	}
	b, err := io.ReadAll(in)
	if err != nil {
		return nil, date, c.networkError(ctx, err)
	}
	c.warmth.stays(c.base(""))
	var said struct {
		answer
		System    []listed `json:"system_voice"`
		Cloned    []listed `json:"voice_cloning"`
		Generated []listed `json:"voice_generation"`
	}
	err = json.Unmarshal(tts.TrimBOM(b), &said)
	fault := said.fault(info)
	switch {
	case err == nil && fault != nil:
		return nil, date, byStatus(fault, resp.StatusCode)
	case resp.StatusCode >= 300:
		return nil, date, statusError(resp.StatusCode, said.words(), info)
	case err != nil:
		return nil, date, tts.Lost(say.list.noList, err).Traced(info.TraceID)
	}
	for _, g := range []struct {
		name string
		list []listed
	}{{"system", said.System}, {"voice_cloning", said.Cloned}, {"voice_generation", said.Generated}} {
		for _, v := range g.list {
			if v.ID == "" || tts.Clean(v.ID) != v.ID {
				continue // it could be neither shown nor sent as it is
			}
			voices = append(voices, AccountVoice{ID: v.ID, Name: tts.Clean(v.Name), Group: g.name})
		}
	}
	return voices, date, nil
}

type listed struct {
	ID   string `json:"voice_id"`
	Name string `json:"voice_name"`
}

// Subtitles fetches the subtitles of an answer (Info.Subtitles). The error is
// an *tts.Error.
func (c *Client) Subtitles(ctx context.Context, link string) ([]subtitles.Cue, error) {
	fault := func(err error) error {
		if ours := tts.AsError(err, tts.KindStream); ours.Kind == tts.KindInterrupted {
			return ours
		}
		return tts.Lost(say.link.subtitles(tts.Reason(err), link), err).At("subtitle_enable")
	}
	body, err := c.fetch(ctx, link, subtitles.MaxSize)
	if err != nil {
		return nil, fault(err)
	}
	defer body.Close()
	cues, err := subtitles.Parse(body)
	if errors.Is(err, subtitles.ErrEmpty) {
		return nil, tts.Fault(tts.KindRefused, say.link.noSubtitles).At("subtitle_enable")
	}
	if err != nil {
		return nil, fault(err)
	}
	return cues, nil
}
