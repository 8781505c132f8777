package sandbox

import (
	"io"
	"net/http"
	"strconv"
	"strings"
)

func (x *exchange) pass(then func(*exchange) error) error {
	if answered, err := x.gate(); answered || err != nil {
		return err
	}
	key, right := x.key()
	switch {
	case !right:
		return x.reply(x.host.badKey(x, key))
	case x.s.tooFast(x.faults):
		x.retryAfter()
		return x.reply(x.host.tooFast(x))
	}
	return then(x)
}

// gate is what stands before a host: the guard of names, and the faults that
// are none of the host's. answered reports whether it has given the answer.
func (x *exchange) gate() (answered bool, err error) {
	x.stream = sse(x.req) && x.host.framesErrors()
	if !x.s.welcomes(x.req.Host) {
		return true, strange(x)
	}
	if wanted, set := x.req.Header[http.CanonicalHeaderKey(FaultHeader)]; set {
		if x.faults, err = ParseFaults(strings.Join(wanted, ",")); err != nil {
			return true, x.plain(http.StatusBadRequest, err.Error())
		}
	}
	// Read before any wait: net/http does not see a caller go before that.
	if x.body, x.bodyErr = io.ReadAll(io.LimitReader(x.req.Body, maxBody+1)); len(x.body) > maxBody {
		x.bodyErr = errTooLong
	}
	if err := x.sleep(x.faults.latency); err != nil {
		return false, err
	}
	f := x.faults
	switch {
	case f.gateway != "" && f.codeAt == 0:
		x.retryAfter()
		return true, x.reply(x.gatewayFault())
	case f.status != 0 && f.gateway == "":
		x.retryAfter()
		return true, x.plain(f.status, statusText(f.status))
	case f.failure != 0 && f.codeAt == 0:
		x.retryAfter()
		return true, x.reply(x.failure())
	}
	return false, nil
}

// key is what the caller sent as its key, and whether it is a right one.
func (x *exchange) key() (key string, right bool) {
	key, bearer := strings.CutPrefix(x.req.Header.Get("Authorization"), "Bearer ")
	if key = strings.TrimSpace(key); !bearer {
		key = ""
	}
	return key, key != "" && !strings.HasPrefix(key, "wrong")
}

func (x *exchange) retryAfter() {
	if n := x.faults.retryAfter; n > 0 {
		x.w.Header().Set("Retry-After", strconv.Itoa(n))
	}
}

// gatewayFault is the fault gateway=NAME in this host's form.
func (x *exchange) gatewayFault() reply {
	e := gatewayErrors[x.faults.gateway]
	if x.faults.status != 0 {
		e.status = x.faults.status
	}
	return x.host.gateway(x, e.status, x.faults.gateway, e.message)
}

// failure is the fault error=STATUS: what gateways and relays say that know
// neither host.
func (x *exchange) failure() reply {
	return reply{x.faults.failure, document(struct {
		Error string `json:"error"`
	}{statusText(x.faults.failure)})}
}

// statusText is what a server says with a status and nothing else. 529 is no
// status of HTTP's own: overloaded hosts of models answer it.
func statusText(status int) string {
	if status == 529 {
		return "Site is overloaded"
	}
	return http.StatusText(status)
}
