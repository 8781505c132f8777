package doctor

import (
	"cmp"
	"context"
	"strings"

	"voicestudio/tts"
	"voicestudio/tts/host"
)

// hosts says which keys are there, without asking anybody.
func (m *Machine) hosts(context.Context) (all []Check) {
	chosen := cmp.Or(m.Session.Host, tts.Sandbox)
	if _, known := tts.HostAt(chosen); !known {
		all = append(all, is(Fault, Hosts, string(chosen), say.noHost, say.oneOf(tts.HostNames())))
	}
	for _, h := range tts.Hosts {
		name, state := string(h.Name), Warning
		if h.Name == chosen {
			state = Fault
		}
		c := m.Session
		c.Host = h.Name
		wrong := c.Check()
		switch {
		case h.KeyVariable == "" && wrong == nil:
			all = append(all, ok(Hosts, name, h.Title+say.between+say.needsNoKey))
		case h.KeyVariable != "" && m.Getenv(h.KeyVariable) == "" && h.Name != chosen:
			all = append(all, ok(Hosts, name, h.Title+say.between+say.notSet(h.KeyVariable)))
		case wrong != nil:
			fault := tts.AsError(wrong, tts.KindRequest)
			all = append(all, is(state, Hosts, name, fault.Message, fault.Cure))
		default:
			all = append(all, ok(Hosts, name, h.Title+say.between+say.isSet(h.KeyVariable)))
		}
	}
	return all
}

// network tells what lies between this machine and the hosts, without passwords.
func (m *Machine) network(context.Context) (all []Check) {
	const proxyVariable, certVariable, noProxy, other = "HTTPS_PROXY", "SSL_CERT_FILE", "NO_PROXY", "ALL_PROXY"
	proxy, usable := host.Proxy()
	direct := m.either(noProxy)
	switch {
	case !usable:
		all = append(all, is(Warning, Network, "proxy", say.badProxy, say.setVariable(proxyVariable, "http://proxy.example:3128")))
	case proxy != "" && direct != "":
		all = append(all, ok(Network, "proxy", proxy+say.between+say.directlyTo(direct)))
	case proxy != "":
		all = append(all, ok(Network, "proxy", proxy))
	case m.either(other) != "":
		all = append(all, is(Warning, Network, "proxy", say.notRead(other), say.setVariable(proxyVariable, "")))
	default:
		all = append(all, ok(Network, "proxy", say.none))
	}
	if file, usable := host.Authorities(); !usable {
		all = append(all, is(Warning, Network, "authorities", file+say.between+say.noAuthorities, say.mendVariable(certVariable)))
	} else if file != "" {
		all = append(all, ok(Network, "authorities", file))
	}
	return all
}

// either is a variable of the environment that may be in small letters.
func (m *Machine) either(name string) string {
	return cmp.Or(m.Getenv(name), m.Getenv(strings.ToLower(name)))
}
