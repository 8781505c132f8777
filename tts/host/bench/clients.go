package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"slices"
	"strings"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/host"
)

// client is one who asks; asker is it at one address.
type client struct {
	name string
	// only is the occasion that it knows; empty: all.
	only string
	at   func(base, pem string) (asker, error)
}

type asker interface {
	// ask asks once and reads the whole answer.
	ask(ctx context.Context) (taken, error)
	// esc asks for speech without end and leaves it after the first audio.
	esc(ctx context.Context) error
	// warm makes a connection, where the client knows how to.
	warm(ctx context.Context, on host.Occasion)
}

var clients = []client{
	{"this client", "", newOurs},
	{"curl", "", func(base, pem string) (asker, error) { return curl{base, pem}, nil }},
	{"curl --next", again, func(base, pem string) (asker, error) { return curlAgain{curl{base, pem}}, nil }},
	{"http.Post", "", func(base, _ string) (asker, error) { return post{base}, nil }},
}

func words(text string) tts.Request {
	r := tts.Request{Model: tts.DefaultModel, Text: text}
	r.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return r
}

type ours struct{ *host.Client }

func newOurs(base, _ string) (asker, error) {
	c, err := host.New(host.Config{Name: tts.MiniMax, BaseURL: base, Key: host.NewKey("bench")})
	return ours{c}, err
}

func (o ours) ask(ctx context.Context) (taken, error) {
	began := time.Now()
	s, err := o.Open(ctx, words("Good morning."), true)
	if err != nil {
		return taken{}, err
	}
	defer s.Close()
	t := taken{audio: time.Since(began)} // Open waits for it
	_, err = io.Copy(io.Discard, s)
	if first := s.Progress().Timing.FirstByteMS; first != nil {
		t.first = time.Duration(*first) * time.Millisecond
	}
	return t, err
}

func (o ours) esc(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s, err := o.Open(ctx, words(endless), true)
	if err != nil {
		return err
	}
	cancel()
	s.Close()
	return nil
}

func (o ours) warm(ctx context.Context, on host.Occasion) { o.Warm(ctx, tts.DefaultModel, on) }

// body is what all clients send to one address.
func body(base, text string) (address, sent string, err error) {
	o, err := newOurs(base, "")
	if err != nil {
		return "", "", err
	}
	address, _, b := o.(ours).Render(words(text), true)
	return address, string(b), nil
}

// post is the loop that stands in most programs.
type post struct{ base string }

func (p post) begin(ctx context.Context, text string) (*http.Response, error) {
	address, sent, err := body(p.base, text)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return http.Post(address, "application/json", strings.NewReader(sent))
}

func (p post) ask(ctx context.Context) (taken, error) {
	began := time.Now()
	resp, err := p.begin(ctx, "Good morning.")
	if err != nil {
		return taken{}, err
	}
	defer resp.Body.Close()
	t := taken{first: time.Since(began)}
	t.audio, err = firstAudio(resp.Body, began)
	return t, err
}

func (p post) esc(ctx context.Context) error {
	resp, err := p.begin(ctx, endless)
	if err != nil {
		return err
	}
	_, err = resp.Body.Read(make([]byte, 1))
	return errors.Join(err, resp.Body.Close())
}

func (post) warm(context.Context, host.Occasion) {}

// firstAudio reads to the end and says when the first audio was there.
func firstAudio(r io.Reader, began time.Time) (at time.Duration, err error) {
	err = eachLine(r, func(line []byte) {
		if at == 0 && bytes.Contains(line, []byte(`"audio":"`)) {
			at = time.Since(began)
		}
	})
	return at, err
}

func eachLine(r io.Reader, do func(line []byte)) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		do(in.Bytes())
	}
	return in.Err()
}

// curl is a new process for each request. Its times are from the start of the
// process: its own clock takes the first frame of HTTP/2 for the first byte.
type curl struct{ base, pem string }

func (c curl) options(text string) ([]string, error) {
	address, sent, err := body(c.base, text)
	return []string{"-isSN", "--cacert", c.pem, "-H", "Content-Type: application/json", "-d", sent, address}, err
}

func (c curl) ask(ctx context.Context) (taken, error) {
	options, err := c.options("Good morning.")
	if err != nil {
		return taken{}, err
	}
	return curled(ctx, 1, options...)
}

// curled runs curl and tells what the last of its answers took, from the end of
// the one before.
func curled(ctx context.Context, answers int, options ...string) (t taken, _ error) {
	cmd := exec.CommandContext(ctx, "curl", options...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return taken{}, err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return taken{}, err
	}
	heads := 0
	err = eachLine(out, func(line []byte) {
		switch {
		case bytes.HasPrefix(line, []byte("HTTP/")):
			heads++
			t = taken{first: time.Since(began)}
		case bytes.Contains(line, []byte(`"status":1`)):
			t.audio = time.Since(began)
		case bytes.Contains(line, []byte(`"status":2`)) && heads < answers:
			began = time.Now()
		}
	})
	if err = errors.Join(err, cmd.Wait()); err != nil {
		return taken{}, fmt.Errorf("curl: %w: %s", err, said.String())
	}
	if heads != answers {
		return taken{}, fmt.Errorf("curl: %d answers of %d", heads, answers)
	}
	return t, nil
}

func (c curl) esc(ctx context.Context) error {
	options, err := c.options(endless)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "curl", options...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	_, err = out.Read(make([]byte, 1))
	cmd.Process.Kill()
	cmd.Wait() // which says that it was killed
	return err
}

func (curl) warm(context.Context, host.Occasion) {}

// curlAgain is the second request of one process.
type curlAgain struct{ curl }

func (c curlAgain) ask(ctx context.Context) (taken, error) {
	options, err := c.options("Good morning.")
	if err != nil {
		return taken{}, err
	}
	return curled(ctx, 2, slices.Concat(options, []string{"--next"}, options)...)
}
