package host

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"voicestudio/tts"
)

// meaning is what one of a host's error codes tells a person.
type meaning struct {
	kind    tts.ErrorKind
	retry   bool
	message string // empty: the host's own words
	cure    string
}

// businessCodes are the codes of base_resp. Source: MiniMax's error code page
// and, for 2054, answers that clients have reported.
var businessCodes = map[int]meaning{
	1000: {tts.KindRefused, true, "the host met an unknown error", "speak it again"},
	1001: {tts.KindRefused, true, "the host ran out of time", "speak it again"},
	1002: {tts.KindRateLimit, true, "too many requests in a minute", "wait a little"},
	1004: {tts.KindRefused, false, "the host did not accept the API key", "check the key, and the group id if one is set"},
	1008: {tts.KindRefused, false, "the account's balance is used up", "top it up at the host"},
	1013: {tts.KindRefused, true, "the host met an internal error", "speak it again"},
	1024: {tts.KindRefused, true, "the host met an internal error", "speak it again"},
	1026: {tts.KindRefused, false, "the host refuses this text as sensitive", "change the text"},
	1027: {tts.KindRefused, false, "the host refuses the audio as sensitive", "change the text"},
	1028: {tts.KindRefused, false, "the account's quota is used up", "wait for its next window, or top it up at the host"},
	1030: {tts.KindRefused, false, "the account's quota is used up", "wait for its next window, or top it up at the host"},
	1033: {tts.KindRefused, true, "the host met a system error", "speak it again"},
	1039: {tts.KindRateLimit, true, "too many characters in a minute", "wait a little"},
	1041: {tts.KindRateLimit, true, "too many connections at once", "wait a little"},
	1042: {tts.KindRefused, false, "more than a tenth of the text is invisible or illegal characters", "take them out"},
	2013: {tts.KindRefused, false, "", "check the settings"},
	2042: {tts.KindRefused, false, "this account may not use this voice", "choose another voice"},
	2045: {tts.KindRateLimit, true, "requests grow too fast", "wait a little"},
	2049: {tts.KindRefused, false, "the API key is not valid here", "check that the key belongs to this host and region"},
	2054: {tts.KindRefused, false, "the host has no such voice", "check the voice id; voicestudio voices lists the catalogue"},
	2056: {tts.KindRefused, false, "the plan's limit is used up", "wait for its next window, or choose another plan"},
	2061: {tts.KindRefused, false, "the account's plan does not include this model", "choose another model"},
}

type gatewayCode struct {
	prefix string
	meaning
}

// gatewayCodes are the codes of the gateways before the model, by the start
// of their names. Sources: the error pages of DashScope and PPIO.
var gatewayCodes = []gatewayCode{
	{"InvalidApiKey", meaning{tts.KindRefused, false, "the API key is not valid", "check the key in the environment"}},
	{"INVALID_API_KEY", meaning{tts.KindRefused, false, "the API key is not valid", "check the key in the environment"}},
	{"MISSING_API_KEY", meaning{tts.KindRefused, false, "the host received no API key", "set the key in the environment"}},
	{"Arrearage", meaning{tts.KindRefused, false, "the account is in arrears", "top it up at the host"}},
	{"BILLING_BALANCE_NOT_ENOUGH", meaning{tts.KindRefused, false, "the account's balance is used up", "top it up at the host"}},
	{"AllocationQuota", meaning{tts.KindRefused, false, "the free quota of this model is used up", "turn off its free tier only mode at the host"}},
	{"BILLING", meaning{tts.KindRefused, false, "the host could not bill the account", "look at the account's billing page"}},
	{"API_NOT_ALLOWED", meaning{tts.KindRefused, false, "the account may not use this model", "enable it at the host"}},
	{"FEATURE_NOT_ALLOWED", meaning{tts.KindRefused, false, "the account may not use this model", "enable it at the host"}},
	{"NEED_REAL_NAME_VERIFY", meaning{tts.KindRefused, false, "the account's owner is not verified", "verify the account at the host"}},
	{"ILLEGAL_PROMPT", meaning{tts.KindRefused, false, "the host refuses this text as sensitive", "change the text"}},
	{"AccessDenied", meaning{tts.KindRefused, false, "the account may not use this model", "enable it at the host"}},
	{"ModelNotFound", meaning{tts.KindRefused, false, "the host does not know this model", "choose another model"}},
	{"model_not_found", meaning{tts.KindRefused, false, "the host does not know this model", "choose another model"}},
	{"API_NOT_FOUND", meaning{tts.KindRefused, false, "the host does not know this model", "choose another model"}},
	{"Throttling", meaning{tts.KindRateLimit, true, "the host asks for fewer requests", "wait a little"}},
	{"RATE_LIMIT_EXCEEDED", meaning{tts.KindRateLimit, true, "the host asks for fewer requests", "wait a little"}},
	{"InvalidParameter", meaning{tts.KindRefused, false, "", "check the settings"}},
	{"DataInspectionFailed", meaning{tts.KindRefused, false, "the host refuses this text as sensitive", "change the text"}},
	{"InternalError", meaning{tts.KindRefused, true, "", "speak it again"}},
}

func businessError(n int, message string, i tts.Info) *tts.Error {
	m, known := businessCodes[n]
	if !known {
		m = unknown
	}
	e := m.error(strconv.Itoa(n), message, i)
	if n == 2013 {
		e.Field = fieldIn(message)
	}
	if n == 2054 || n == 2042 {
		e.Field = "voice_setting.voice_id"
	}
	return e
}

// unknown is an error whose code this program does not know.
var unknown = meaning{kind: tts.KindRefused, cure: "check the settings; the host's documentation explains the code"}

// knownCode reports whether this program knows what a code means.
func knownCode(name string) bool {
	n, err := strconv.Atoi(name)
	_, business := businessCodes[n]
	return err == nil && business || slices.ContainsFunc(gatewayCodes, func(c gatewayCode) bool { return strings.HasPrefix(name, c.prefix) })
}

func gatewayError(name, message string, i tts.Info) *tts.Error {
	for _, c := range gatewayCodes {
		if strings.HasPrefix(name, c.prefix) {
			e := c.error(name, message, i)
			if e.Code == "InvalidParameter" {
				e.Field = fieldIn(message)
			}
			return e
		}
	}
	e := unknown.error(name, message, i)
	e.Field = fieldIn(message)
	return e
}

func statusError(status int, i tts.Info) *tts.Error {
	name := fmt.Sprintf("HTTP %d", status)
	said := strings.ToLower(http.StatusText(status))
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return meaning{tts.KindRefused, false, "the host did not accept the API key", "check the key in the environment"}.error(name, said, i)
	case status == http.StatusTooManyRequests:
		return meaning{tts.KindRateLimit, true, "the host asks for fewer requests", "wait a little"}.error(name, said, i)
	case status >= 500:
		return meaning{tts.KindRefused, true, "the host is in trouble: " + said, "speak it again"}.error(name, said, i)
	}
	return meaning{tts.KindRefused, false, "the host refused: " + said, "check the base url and the settings"}.error(name, said, i)
}

// byStatus makes a refusal whose code this program does not know as worth
// repeating as its HTTP status says.
func byStatus(e *tts.Error, status int) {
	switch {
	case e.Kind != tts.KindRefused || knownCode(e.Code):
	case status == http.StatusTooManyRequests:
		e.Kind, e.Retryable = tts.KindRateLimit, true
	case status >= 500:
		e.Retryable = true
	}
}

func (m meaning) error(name, said string, i tts.Info) *tts.Error {
	message := m.message
	if message == "" {
		message = "the host says: " + tts.Clean(said)
	}
	trace := i.TraceID
	if trace == "" {
		trace = i.RequestID
	}
	return &tts.Error{Kind: m.kind, Code: tts.Clean(name), Message: message, Cure: m.cure, Retryable: m.retry, TraceID: trace}
}
