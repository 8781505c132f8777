package host

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"

	"voicestudio/tts"
)

// route is the way of a request, in the names that people gave: the base url's
// host, with its port where one was written, and the proxy, which is empty
// where the way is direct.
type route struct{ host, proxy string }

func routeOf(address string) route {
	to, err := url.Parse(address)
	if err != nil {
		return route{}
	}
	return route{to.Host, proxyOf(to)}
}

// peer is who a connection was made with, for a sentence, and the setting that
// its address comes from.
type peer struct{ who, from string }

func (r route) end() peer {
	if r.proxy != "" {
		return peer{say.network.hostThrough(r.host, r.proxy), say.network.bothSettings}
	}
	return peer{say.network.host(r.host), say.network.baseURL}
}

func (r route) middle() peer { return peer{say.network.proxy(r.proxy), proxyVariable} }

// hops are the Ops of a *net.OpError that failed before the host could hear
// anything, and whom they failed with.
var hops = map[string]func(route) peer{"dial": route.end, "proxyconnect": route.middle, "socks connect": route.end}

// noWay tells why a request did not come to its host, or no answer back.
func noWay(err error) *tts.Error {
	// The url in a *url.Error may be long and is known to the person.
	if u, found := errors.AsType[*url.Error](err); found {
		return routeOf(u.URL).fault(u.Err)
	}
	return route{}.fault(err)
}

func (r route) fault(why error) *tts.Error {
	if answered, found := errors.AsType[*proxyAnswer](why); found {
		return answered.fault(r)
	}
	with, cause := r.end(), why
	if op, found := errors.AsType[*net.OpError](why); found && hops[op.Op] != nil {
		with, cause = hops[op.Op](r), &unreached{why}
	}
	if said := certificate(with, why); said != nil {
		return tts.Lost(*said, cause)
	}
	if notTLS(why) {
		return tts.Lost(say.network.notTLS(with.who, with.from), cause)
	}
	return tts.Lost(silence(with, why), cause).Again()
}

func notTLS(err error) bool {
	_, is := errors.AsType[tls.RecordHeaderError](err)
	return is || errors.Is(err, http.ErrSchemeMismatch)
}

// silence tells of a connection that another try may bring about.
func silence(with peer, err error) tts.Said {
	n := say.network
	name, unnamed := errors.AsType[*net.DNSError](err)
	late, timed := errors.AsType[net.Error](err)
	switch {
	case unnamed && name.IsNotFound:
		return n.noName(name.Name, with.from)
	case unnamed:
		return n.noNames(name.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return n.closed(with.who, with.from)
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return n.noRoute(with.who)
	case timed && late.Timeout():
		return n.late(with.who, with.from)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return n.hungUp(with.who, with.from)
	}
	if op, found := errors.AsType[*net.OpError](err); found {
		err = op.Err
	}
	const socks = "unknown error " // what Go says before a SOCKS proxy's words
	return n.unreached(with.who, strings.TrimPrefix(tts.Reason(err), socks), with.from)
}
