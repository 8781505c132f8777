package host

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
)

// Key is a host's API key. However it is printed, logged or stored, it is
// dots; only the Authorization header has it in clear. The zero Key is none.
type Key struct {
	// Behind a pointer, since fmt looks into unexported fields without asking
	// for methods.
	secret *string
}

// NewKey is the key that a person gave; an empty one is none.
func NewKey(secret string) Key {
	if secret == "" {
		return Key{}
	}
	return Key{&secret}
}

const dots = "•••"

func (k Key) clear() string {
	if k.secret == nil {
		return ""
	}
	return *k.secret
}

// String is dots, or nothing where there is no key.
func (k Key) String() string {
	if k.secret == nil {
		return ""
	}
	return dots
}

// Format prints the same for every verb.
func (k Key) Format(f fmt.State, _ rune) { io.WriteString(f, k.String()) }

// LogValue is what slog writes.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }

// MarshalJSON writes the same.
func (k Key) MarshalJSON() ([]byte, error) { return json.Marshal(k.String()) }

// MarshalText is for every other encoding.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }
