package tts

import (
	"slices"
	"strings"
)

// HostName is a host as the command line and the files name it.
type HostName string

// The hosts. Novita and Jiekou speak PPIO's contract at another address.
const (
	Sandbox   HostName = "sandbox"
	DashScope HostName = "dashscope"
	PPIO      HostName = "ppio"
	Novita    HostName = "novita"
	Jiekou    HostName = "jiekou"
	MiniMax   HostName = "minimax"
	MiniMaxCN HostName = "minimax-cn"
)

// HostProfile is what is known of a host before asking it.
type HostProfile struct {
	Name  HostName
	Title string
	// Contract is the host whose envelopes and rules this one shares.
	Contract HostName
	// KeyVariable is the environment variable that holds its API key.
	KeyVariable string
	// BaseURL is the default; DashScope's ends in /api/v1, the others are
	// the origin. The sandbox's is known once it listens.
	BaseURL string
	// OlderURL is the default for models before 2.8, where it is another.
	OlderURL string
	// Addresses are all that its documentation has named for it, in any year:
	// what was paid for at one of them is not paid for again at another. The
	// first is the one that it was first known by; see First.
	Addresses []string
	// RPM is the number of requests that the host allows an account in any
	// minute; 0 where it publishes none.
	RPM int
	// CloneFee is charged when a cloned voice first speaks; zero where the
	// host names none.
	CloneFee Money
	// Models are those its documentation offers.
	Models []string
	// Unlisted are models that its documentation does not offer, or no
	// longer, but that may answer all the same: Rules has why that is
	// doubtful.
	Unlisted []string
}

var (
	models28 = []string{"speech-2.8-hd", "speech-2.8-turbo"}
	models26 = []string{"speech-2.6-hd", "speech-2.6-turbo"}
	models25 = []string{"speech-2.5-hd-preview", "speech-2.5-turbo-preview"}
	models02 = []string{"speech-02-hd", "speech-02-turbo"}
	models01 = []string{"speech-01-hd", "speech-01-turbo"}
	dated01  = []string{"speech-01-240228", "speech-01-turbo-240228"}

	retiredByNovita = []string{"speech-2.6-hd"}
)

func models(groups ...[]string) (all []string) {
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// Hosts lists every host, the default first.
var Hosts = []HostProfile{
	{Name: Sandbox, Title: "sandbox", Contract: Sandbox, Models: models(models28, models26, models25, models02, models01, dated01)},
	{Name: DashScope, Title: "Alibaba DashScope", Contract: DashScope, KeyVariable: "DASHSCOPE_API_KEY",
		BaseURL: "https://dashscope.aliyuncs.com/api/v1", CloneFee: Money{9.9, "CNY"}, Models: models(models28, models02)},
	{Name: PPIO, Title: "PPIO", Contract: PPIO, KeyVariable: "PPIO_API_KEY",
		BaseURL: "https://api.ppio.com", OlderURL: "https://api.ppinfra.com",
		Addresses: []string{"https://api.ppio.com", "https://api.ppinfra.com"}, Models: models(models28, models26, models25, models02)},
	{Name: Novita, Title: "Novita", Contract: PPIO, KeyVariable: "NOVITA_API_KEY",
		BaseURL: "https://api.novita.ai", Models: models(models28, []string{"speech-2.6-turbo"}, models25, models02), Unlisted: retiredByNovita},
	{Name: Jiekou, Title: "Jiekou", Contract: PPIO, KeyVariable: "JIEKOU_API_KEY",
		BaseURL: "https://api.jiekou.ai", Models: models(models28, models26, models25, models02)},
	{Name: MiniMax, Title: "MiniMax", Contract: MiniMax, KeyVariable: "MINIMAX_API_KEY",
		BaseURL: "https://api.minimax.io", Addresses: []string{"https://api.minimax.io", "https://api-uw.minimax.io"}, RPM: 60, Models: models(models28, models26, models02), Unlisted: models(models25, models01, dated01)},
	{Name: MiniMaxCN, Title: "MiniMax (China)", Contract: MiniMax, KeyVariable: "MINIMAX_API_KEY",
		BaseURL: "https://api.minimax.cn", Addresses: []string{"https://api.minimaxi.com", "https://api.minimax.cn", "https://api-bj.minimaxi.com"},
		RPM: 20, Models: models(models28, models26, models02), Unlisted: models(models25, models01, dated01)},
}

// First is the address by which the host was first asked for a model: it
// stands for all of its addresses in the hashes of takes, so that those of
// every version are found.
func (h HostProfile) First(model string) string {
	switch {
	case len(h.Addresses) == 0:
		return h.BaseURL
	case h.OlderURL != "" && Generation(model) != "2.8":
		return h.OlderURL
	}
	return h.Addresses[0]
}

// Takes reports whether the host may speak a model, in whatever case its name
// is written.
func (h HostProfile) Takes(model string) bool {
	is := func(name string) bool { return strings.EqualFold(name, model) }
	return slices.ContainsFunc(h.Models, is) || slices.ContainsFunc(h.Unlisted, is)
}

// HostAt finds a host by its name.
func HostAt(name HostName) (HostProfile, bool) {
	for _, h := range Hosts {
		if h.Name == name {
			return h, true
		}
	}
	return HostProfile{}, false
}

// HostNames lists the names of all hosts.
func HostNames() []string {
	names := make([]string, len(Hosts))
	for i, h := range Hosts {
		names[i] = string(h.Name)
	}
	return names
}

// Generation is the part of a model's name that rules and contracts speak
// of: "2.8", or empty for a model that this program does not know.
func Generation(model string) string {
	for _, g := range []string{"2.8", "2.6", "2.5", "02", "01"} {
		if strings.HasPrefix(strings.ToLower(model), "speech-"+g) {
			return g
		}
	}
	return ""
}
