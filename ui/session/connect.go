package session

import (
	"cmp"
	"os"
	"time"

	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/tts/sandbox"
	"voicestudio/tts/sandbox/speech"
	"voicestudio/ui/config"
)

// Config is what a person chose when starting the program.
type Config struct {
	Host tts.HostName // empty: the sandbox
	// Hosts says what is special about some hosts.
	Hosts map[tts.HostName]config.HostSettings
	// Takes is the folder of takes; empty: the default.
	Takes string
	// Scripts is the folder of scripts of lines; empty: the default, or where the
	// takes are elsewhere beside them.
	Scripts string
	// Warm lets the session make connections before they are needed. Who speaks
	// once and leaves has no use for it.
	Warm bool
	// Cap is what the session may cost before it asks; nil: nobody has said.
	Cap *tts.Money
	// Waiting is told before each pause between two tries; may be nil.
	Waiting func(pause time.Duration, why *tts.Error)
}

// At says how a host is asked, with the key of the environment.
func (c Config) At(name tts.HostName) host.Config {
	own := c.Hosts[name]
	at := host.Config{Name: name, BaseURL: own.BaseURL, GroupID: own.GroupID, RPM: own.RPM, Waiting: c.Waiting}
	if profile, _ := tts.HostAt(name); profile.KeyVariable != "" {
		at.Key = host.NewKey(os.Getenv(profile.KeyVariable))
	}
	if name == tts.Sandbox {
		at.Key = host.NewKey(sandbox.Key)
	}
	return at
}

// Check says why the host could not be asked: there is none of that name, it
// has no key, or its address is none. Nothing is started or sent. The error is
// an *tts.Error of kind request.
func (c Config) Check() error {
	at := c.At(c.Host)
	if builtIn(at) {
		return nil
	}
	_, err := host.New(at)
	return err
}

// Usable says why a host could not be asked, as Config.Check does.
func (s *Session) Usable(name tts.HostName) error {
	c := s.config
	c.Host = name
	return c.Check()
}

// builtIn reports whether a host is the sandbox of this program, whose address
// is known once it was started.
func builtIn(at host.Config) bool { return at.Name == tts.Sandbox && at.BaseURL == "" }

// Connect prepares the host that speaks, starting the sandbox where it is the
// one. It may be tried again after an error, say once a missing program was
// installed.
func (s *Session) Connect() (*host.Client, error) { return s.connect(s.Host()) }

func (s *Session) connect(name tts.HostName) (*host.Client, error) {
	s.connecting.Lock()
	defer s.connecting.Unlock()
	if client := s.client(name); client != nil {
		return client, nil
	}
	at := s.config.At(name)
	if builtIn(at) {
		if s.sandbox == nil {
			server, err := sandbox.Start(sandbox.Config{})
			if err != nil {
				return nil, err
			}
			s.sandbox = server
		}
		at.BaseURL, at.Engine = s.sandbox.BaseURL(tts.Sandbox), "built in, version "+speech.Version
	}
	client, err := host.New(at)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clients[name] = client
	return client, nil
}

// client is nil where the host was not asked yet.
func (s *Session) client(name tts.HostName) *host.Client {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clients[name]
}

// Engine tells the versions of the built-in sandbox apart, where that speaks;
// empty for every other host.
func (s *Session) Engine() string {
	if builtIn(s.config.At(s.Host())) {
		return speech.Version
	}
	return ""
}

// PerMinute is how many requests the host that speaks takes in any minute; 0: as many
// as come.
func (s *Session) PerMinute() int {
	host, _ := tts.HostAt(s.Host())
	return max(0, cmp.Or(s.config.Hosts[host.Name].RPM, host.RPM))
}
