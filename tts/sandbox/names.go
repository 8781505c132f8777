package sandbox

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// A page in a browser can make any name point at this machine (DNS
// rebinding) and would then be on the sandbox's own site. So a sandbox that
// only this machine reaches answers to this machine's names alone. Where pages
// are allowed at all, see browser.go, they come under these names too.

const (
	strangeName = "FORBIDDEN_HOST"
	strangeSays = "this sandbox answers as localhost only; --addr gives it another name"
)

// welcomes reports whether a request that calls the sandbox by a name, with
// or without a port, is answered: localhost, a loopback address, or the name
// that the sandbox was told to listen on; any where others can reach it.
func (s *Server) welcomes(name string) bool {
	if !s.listen.Addr().(*net.TCPAddr).IP.IsLoopback() {
		return true
	}
	name = hostOf(name)
	ip, err := netip.ParseAddr(name)
	return err == nil && ip.Unmap().IsLoopback() || strings.EqualFold(name, "localhost") || name != "" && strings.EqualFold(name, s.name)
}

// hostOf takes the port, and the brackets of IPv6, off a name.
func hostOf(name string) string {
	if host, _, err := net.SplitHostPort(name); err == nil {
		return host
	}
	return strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
}

// strange refuses a request with another name, in the host's own form.
func strange(x *exchange) error {
	return x.reply(x.host.gateway(x, http.StatusForbidden, strangeName, strangeSays))
}
