package host

import (
	"cmp"
	"crypto/x509"
	"errors"
	"os"
	"runtime"
	"strings"
	"time"

	"voicestudio/tts"
)

// certVariable is what Go's client reads for the authorities that sign
// certificates. Where the system itself checks them it reads none.
const (
	certVariable = "SSL_CERT_FILE"
	systemChecks = runtime.GOOS == "darwin" || runtime.GOOS == "ios" || runtime.GOOS == "windows"
)

// Authorities is the file of the environment with authorities that this machine
// trusts, empty where none is read, and whether any can be read from it.
func Authorities() (file string, usable bool) {
	if file = os.Getenv(certVariable); systemChecks || file == "" {
		return "", true
	}
	b, err := os.ReadFile(file)
	return file, err == nil && x509.NewCertPool().AppendCertsFromPEM(b)
}

// certificate tells why a peer's certificate is not trusted; nil: it is not
// for that that a connection failed.
func certificate(with peer, err error) *tts.Said {
	n := say.network
	if unknown, is := errors.AsType[x509.UnknownAuthorityError](err); is {
		return &tts.Said{What: n.unknownAuthority(with.who, issuer(unknown.Cert)), Cure: addAuthority()}
	}
	if other, is := errors.AsType[x509.HostnameError](err); is {
		return new(n.otherName(with.who, names(other.Certificate), with.from))
	}
	invalid, is := errors.AsType[x509.CertificateInvalidError](err)
	switch {
	case is && invalid.Reason == x509.Expired && time.Now().Before(invalid.Cert.NotBefore):
		return new(n.notYet(with.who, invalid.Cert.NotBefore, time.Now()))
	case is && invalid.Reason == x509.Expired:
		return new(n.expired(with.who, invalid.Cert.NotAfter, time.Now()))
	case is:
		return new(n.badCertificate(with.who, strings.TrimPrefix(invalid.Error(), "x509: ")))
	}
	return nil
}

// addAuthority is what makes an authority known on this machine.
func addAuthority() string {
	file, usable := Authorities()
	switch {
	case systemChecks:
		return say.network.addToSystem
	case file == "":
		return say.network.setFile(certVariable)
	case !usable:
		return say.network.mendFile(certVariable, file)
	}
	return say.network.addToFile(certVariable, file)
}

func issuer(c *x509.Certificate) string {
	if c == nil {
		return ""
	}
	return shortened(cmp.Or(c.Issuer.CommonName, strings.Join(c.Issuer.Organization, ", "), c.Issuer.String()))
}

// names are a few of those that a certificate is for.
func names(c *x509.Certificate) (list []string) {
	const most = 3
	if c == nil {
		return nil
	}
	list = append(list, c.DNSNames...)
	for _, ip := range c.IPAddresses {
		list = append(list, ip.String())
	}
	list = list[:min(len(list), most)]
	for i := range list {
		list[i] = shortened(list[i])
	}
	return list
}
