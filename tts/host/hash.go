package host

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"

	"voicestudio/tts"
)

// Hash identifies what a request would be billed for: the same host, address
// and body, streaming or not, have the same hash. A host's own addresses count
// as one: the account and the bill are the same.
func (c *Client) Hash(r tts.Request) string {
	address := c.base(r.Model)
	if c.own(address) {
		address = c.profile.First(r.Model)
	}
	return c.hashAt(cmp.Or(c.Engine, address), r)
}

// Former are the other hashes that takes of a request have been given: by an
// address of the host's that a person had set, when it did not yet count as one
// with the others.
func (c *Client) Former(r tts.Request) (hashes []string) {
	if c.Engine != "" || !c.own(c.base(r.Model)) {
		return nil
	}
	now := c.Hash(r)
	for _, address := range append([]string{c.base(r.Model)}, c.profile.Addresses...) {
		if hash := c.hashAt(address, r); hash != now && !slices.Contains(hashes, hash) {
			hashes = append(hashes, hash)
		}
	}
	return hashes
}

// own reports whether an address, in whatever case and with the port of https
// or without it, is one of the host's own.
func (c *Client) own(address string) bool {
	address = strings.TrimSuffix(address, ":443")
	return slices.ContainsFunc(c.profile.Addresses, func(own string) bool { return strings.EqualFold(own, address) })
}

func (c *Client) hashAt(address string, r tts.Request) string {
	h := sha256.New()
	io.WriteString(h, string(c.Name)+"\n"+address+c.contract.path(r.Model)+"\n")
	h.Write(encode(c.contract.body(r, false)))
	return hex.EncodeToString(h.Sum(nil))
}
