package host

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var chineseNetwork = networkWords{
	host: func(name string) string { return strings.TrimSpace("the host " + name) },
	hostThrough: func(name, proxy string) string {
		return "the host " + name + " behind the proxy " + proxy
	},
	proxy:        func(name string) string { return "the proxy " + name },
	baseURL:      "the base url",
	bothSettings: "the base url, or HTTPS_PROXY",

	noName: func(name, from string) tts.Said {
		return tts.Said{What: "no machine has the name " + name, Cure: "check the network and " + from}
	},
	noNames: func(name string) tts.Said {
		return tts.Said{What: "no name server says where " + name + " is", Cure: "check the network"}
	},
	closed: func(who, from string) tts.Said {
		return tts.Said{What: who + " cannot be reached: the connection was refused", Cure: "check " + from}
	},
	noRoute: func(who string) tts.Said {
		return tts.Said{What: who + " cannot be reached: this machine knows no way there", Cure: "check the network"}
	},
	late: func(who, from string) tts.Said {
		return tts.Said{What: who + " cannot be reached: nothing answers", Cure: "check the network and " + from}
	},
	hungUp: func(who, from string) tts.Said {
		return tts.Said{What: who + " closed the connection without an answer", Cure: "check the network and " + from}
	},
	unreached: func(who, why, from string) tts.Said {
		return tts.Said{What: who + " cannot be reached: " + why, Cure: "check the network and " + from}
	},
	notTLS: func(who, from string) tts.Said {
		return tts.Said{What: who + " answers unencrypted where https was asked for", Cure: "check " + from + ": the port, or http in place of https"}
	},

	login: func(proxy, variable string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " asks who you are", Cure: "write user and password into " + variable + ", as http://user:password@host:port"}
	},
	wrongLogin: func(proxy, variable string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " does not accept the user and the password", Cure: "check them in " + variable + "; there @ is %40, : is %3A, / is %2F, % is %25"}
	},
	otherLogin: func(proxy string, ways []string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " asks for a login that this program does not have: " + strings.Join(ways, ", "), Cure: "ask whoever runs it for one with user and password"}
	},
	forbidden: func(proxy, host string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " does not allow connections to " + host, Cure: "ask whoever runs it to allow them"}
	},
	proxyPage: func(proxy string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " answers with a web page instead of connecting", Cure: "open any page in a web browser and log in to the network"}
	},
	proxyFails: func(proxy, host string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " could not connect to " + host, Cure: "check the base url, wait a little, or ask whoever runs the proxy"}
	},
	proxyRefuses: func(proxy, host, variable string) tts.Said {
		return tts.Said{What: "the proxy " + proxy + " refuses to connect to " + host, Cure: "check that " + variable + " names a proxy"}
	},

	unknownAuthority: func(who, issuer string) string {
		said := "the certificate of " + who + " is signed by an authority that this machine does not know"
		if issuer != "" {
			said += fmt.Sprintf(" (%s)", issuer)
		}
		return said
	},
	setFile: func(variable string) string {
		return "if it is your company's, set " + variable + " to a file with its certificate (PEM); if not, do not trust this network"
	},
	mendFile: func(variable, file string) string {
		return "no certificate (PEM) can be read from " + file + ": set " + variable + " to a file that has that authority's"
	},
	addToFile: func(variable, file string) string {
		return "if it is your company's, add its certificate to " + file + ", which " + variable + " names; if not, do not trust this network"
	},
	addToSystem: "if it is your company's, add its certificate to those that this system trusts; if not, do not trust this network",
	otherName: func(who string, names []string, from string) tts.Said {
		of := "another name"
		if len(names) > 0 {
			of = strings.Join(names, ", ")
		}
		return tts.Said{What: "the certificate of " + who + " is made for " + of, Cure: "log in to the network in a web browser, or check " + from}
	},
	expired: func(who string, end, now time.Time) tts.Said {
		return tts.Said{What: fmt.Sprintf("the certificate of %s was good until %s", who, day(end)), Cure: clock(now)}
	},
	notYet: func(who string, from, now time.Time) tts.Said {
		return tts.Said{What: fmt.Sprintf("the certificate of %s is good from %s only", who, day(from)), Cure: clock(now)}
	},
	badCertificate: func(who, why string) tts.Said {
		return tts.Said{What: "the certificate of " + who + " is not trusted: " + why, Cure: "ask whoever runs the host"}
	},

	page: tts.Said{What: "a web page came in place of the host's answer", Cure: "log in to the network in a web browser, ask whoever runs its proxy, or check the base url"},

	pageOrKey: "log in to the network in a web browser, ask whoever runs its proxy, or check the base url and the key in the environment",
}
