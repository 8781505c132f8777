package tts

import "time"

// Timing says where the time of an answer went, up to its first byte. Times
// are milliseconds. Those of making a connection are nil where it was there.
type Timing struct {
	// Began is when the request was sent, after any pause between tries.
	Began     time.Time `json:"-"`
	LookupMS  *int64    `json:"lookup_ms,omitempty"`  // of the name
	ConnectMS *int64    `json:"connect_ms,omitempty"` // TCP, and the way through a proxy
	TLSMS     *int64    `json:"tls_ms,omitempty"`
	// FirstByteMS is from sending to the first byte of the answer's head.
	FirstByteMS *int64 `json:"first_byte_ms,omitempty"`
	// HTTP is the version, "HTTP/2.0".
	HTTP string `json:"http,omitempty"`
	// Reused is true where the connection had been made before.
	Reused bool `json:"reused"`
	// Resumed is true where TLS went on with an earlier session.
	Resumed bool `json:"resumed,omitempty"`
}

// Known reports whether anything was measured: an answer from disk, or one of
// an earlier version of this program, has nothing.
func (t Timing) Known() bool { return t.HTTP != "" }

// Milliseconds is a duration as a Timing has it.
func Milliseconds(d time.Duration) *int64 { return new(d.Milliseconds()) }
