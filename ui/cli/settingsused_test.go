package cli

import (
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// What stands in the config file is how the studio is at the next start.
func TestTheStudioIsAsTheConfigFileSays(t *testing.T) {
	t.Parallel()
	for config, holds := range map[string]func(x *terminal){
		`{"theme": "terminal"}`: func(x *terminal) {
			x.sees("━[Script]━")
			x.gets("\x1b[96") // bright cyan of the sixteen
			x.lacks("38;2;")
		},
		`{"theme": "contrast"}`: func(x *terminal) { x.gets("38;2;135;255;255") },
		`{"ascii": true}`: func(x *terminal) {
			x.sees("#=[Script]=")
			x.lacks("━")
		},
		`{"lang": "zh", "keys": {"speak": ["f5"]}}`: func(x *terminal) {
			x.sees("━[稿子]━")
			x.sees("f5 合成")
		},
		`{"motion": "reduced"}`: func(x *terminal) {
			x.sees("━[Script]━")
			x.types("\x10")
			x.sees("Speak the script")
			x.types("move less" + enter)
			x.sees("the screen moves again")
		},
	} {
		t.Run(config, func(t *testing.T) {
			t.Parallel()
			p := newPerson(t).with("COLORTERM=truecolor", "COLORFGBG=15;0")
			p.write(configFile, config)
			holds(p.opens(t))
		})
	}
}

// lacks is for what was never sent.
func (x *terminal) lacks(what string) {
	x.t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	if strings.Contains(x.got.String(), what) {
		x.t.Errorf("it sent %q", what)
	}
}

// A host is connected to before it is needed, unless the config file says no.
func TestNobodyIsConnectedToBeforehandWhereTheConfigFileSaysSo(t *testing.T) {
	t.Parallel()
	for warm, want := range map[bool]bool{true: true, false: false} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		var came atomic.Bool
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				came.Store(true)
				c.Close()
			}
		}()
		p := newPerson(t).with("PPIO_API_KEY=any")
		p.write(configFile, fmt.Sprintf(`{"host": "ppio", "warm": %t, "hosts": {"ppio": {"base_url": "http://%s"}}}`, warm, l.Addr()))
		x := p.opens(t)
		x.types("Hello")
		x.sees("Hello")
		patience := time.Second // after which nothing more is expected
		if want {
			patience = 20 * time.Second
		}
		for since := time.Now(); !came.Load() && time.Since(since) < patience; {
			time.Sleep(10 * time.Millisecond)
		}
		if came.Load() != want {
			t.Errorf("warm %t: connected %t", warm, came.Load())
		}
		x.types(ctrlQ)
		x.ends()
	}
}
