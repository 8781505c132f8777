package host

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"voicestudio/tts"
)

// How long a host may send nothing. Streams speak within seconds; a whole
// answer of 9,999 characters is about 45 minutes of speech to make first.
const (
	longestSilence = time.Minute
	longestWhole   = 10 * time.Minute
)

// watched sends a request and ends it, with an error that says so, where the
// host sends nothing for the limit while it is being waited for. Time in
// which nobody reads does not count.
func watched(client *http.Client, req *http.Request, cancel context.CancelCauseFunc, limit time.Duration) (*http.Response, error) {
	timer := time.AfterFunc(limit, func() {
		cancel(&tts.Error{Kind: tts.KindStream, Message: fmt.Sprintf("the host has sent nothing for %v", limit), Cure: "check the network and speak it again", Retryable: true})
	})
	resp, err := client.Do(req)
	timer.Stop()
	if err != nil {
		return nil, err
	}
	resp.Body = &watchedBody{resp.Body, timer, limit}
	return resp, nil
}

type watchedBody struct {
	io.ReadCloser
	timer *time.Timer
	limit time.Duration
}

func (w *watchedBody) Read(p []byte) (int, error) {
	w.timer.Reset(w.limit)
	defer w.timer.Stop()
	return w.ReadCloser.Read(p)
}
