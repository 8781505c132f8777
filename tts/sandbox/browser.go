package sandbox

import "net/http"

// A page in a browser may speak to a sandbox that a person serves for other
// programs, as it may to the hosts, which allow it on their API paths (CORS).
// What it finds there is speech that costs nothing: no key, no take and no
// file of this machine. The guard of names stays before it: a page reaches the
// sandbox openly, by this machine's name and under the browser's eyes, and not
// as its own site under a name of its own. The studio's sandbox, which nobody
// has asked to serve, allows no page anything.

// exposed are the headers of an answer that a page may read.
const exposed = "Trace-Id, Minimax-Request-Id, X-Request-Id, X-Dashscope-Call-Gateway, Retry-After"

// withBrowsers answers what a browser asks before a request, and lets pages
// read every answer, refusals and files among them.
func (s *Server) withBrowsers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if !s.welcomes(req.Host) {
			next.ServeHTTP(w, req)
			return
		}
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", exposed)
		wanted := req.Header.Get("Access-Control-Request-Method")
		if req.Method != http.MethodOptions || wanted == "" {
			next.ServeHTTP(w, req)
			return
		}
		h.Set("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
		// By name, since * does not stand for Authorization.
		if names := req.Header.Get("Access-Control-Request-Headers"); names != "" {
			h.Set("Access-Control-Allow-Headers", names)
		}
		// A page from the network asks whether it may reach this machine.
		if req.Header.Get("Access-Control-Request-Private-Network") == "true" {
			h.Set("Access-Control-Allow-Private-Network", "true")
		}
		h.Set("Access-Control-Max-Age", "600") // seconds
		w.WriteHeader(http.StatusNoContent)
		s.tell(req, http.StatusNoContent, "", Faults{})
	})
}
