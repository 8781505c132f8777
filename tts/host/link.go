package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"voicestudio/tts"
)

// maxLink is the most that is fetched from one link. It is not held but handed
// on, so it is as much as a take may have.
const maxLink = tts.MaxBytes

// fetch reads what the host points at, which lies on another machine: there
// is no key in the request, and storage hosts refuse one. All of it must come
// within a minute of waiting, unless fresh is called.
func (c *Client) fetch(ctx context.Context, address string, limit int64) (*limited, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	body, err := c.follow(ctx, cancel, address, limit)
	if err != nil {
		if ctx.Err() != nil {
			err = interrupted(ctx)
		}
		cancel(nil)
		return nil, err
	}
	return body, nil
}

func (c *Client) follow(ctx context.Context, cancel context.CancelCauseFunc, address string, limit int64) (*limited, error) {
	link, err := url.Parse(address)
	if err != nil {
		return nil, errors.New(say.link.noAddress)
	}
	if err := c.fetchable(link); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	w := newWatch(longestSilence, cancel)
	resp, err := w.do(c.links, req)
	if err != nil {
		if ours, found := errors.AsType[unfit](err); found {
			return nil, ours
		}
		return nil, errors.New(noWay(err).Message)
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("HTTP %d", resp.StatusCode)
	}
	if resp.ContentLength > limit {
		resp.Body.Close()
		return nil, tooBig(limit)
	}
	return &limited{resp.Body, ctx, cancel, w, limit, limit}, nil
}

// unfit says why a link is not followed.
type unfit string

func (u unfit) Error() string { return string(u) }

// fetchable keeps links to https; a host on this machine may point at this
// machine, any other may not.
func (c *Client) fetchable(link *url.URL) error {
	own, _ := url.Parse(c.base(""))
	local := loopback(link.Hostname())
	switch {
	case local && !loopback(own.Hostname()):
		return unfit(say.link.thisMachine)
	case link.Scheme != "https" && !(link.Scheme == "http" && local):
		return unfit(say.link.notHTTPS)
	}
	return nil
}

func (c *Client) followLink(to *http.Request, from []*http.Request) error {
	if len(from) > 5 {
		return unfit(say.config.redirects)
	}
	return c.fetchable(to.URL)
}

func tooBig(limit int64) error { return unfit(say.link.tooBig(limit >> 20)) }

// limited is a body that ends in an error, not silently, at its limit.
type limited struct {
	io.ReadCloser
	ctx        context.Context
	cancel     context.CancelCauseFunc
	watch      *watch
	most, rest int64 // bytes
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	if l.rest -= int64(n); l.rest < 0 {
		return 0, tooBig(l.most)
	}
	if err != nil && !errors.Is(err, io.EOF) && l.ctx.Err() != nil {
		err = interrupted(l.ctx)
	}
	return n, err
}

func (l *limited) Close() error {
	l.cancel(nil)
	return l.ReadCloser.Close()
}

// linked turns a whole answer that holds a link into the frames of the audio
// behind it. The answer was billed, so the link is tried twice and is named
// where it fails: it stays good for a day.
func (c *Client) linked(ctx context.Context, address string, said tts.Frame, closing func() error) (func() (tts.Frame, error), func() error, error) {
	fault := func(err error) error {
		if ours, found := errors.AsType[*tts.Error](err); found {
			return ours
		}
		return tts.Lost(say.link.audio(tts.Reason(err), address), err).Traced(said.TraceID)
	}
	body, err := c.fetch(ctx, address, maxLink)
	if err != nil && ctx.Err() == nil {
		body, err = c.fetch(ctx, address, maxLink)
	}
	if err != nil {
		return nil, closing, fault(err)
	}
	piece := make([]byte, 32<<10)
	next := func() (tts.Frame, error) {
		n, err := io.ReadFull(body, piece)
		switch {
		case n > 0:
			body.watch.fresh()
			return tts.Frame{Audio: piece[:n]}, nil
		case err == io.EOF:
			return said, nil
		}
		return tts.Frame{}, fault(err)
	}
	return next, func() error { return errors.Join(body.Close(), closing()) }, nil
}
