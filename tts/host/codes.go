package host

import (
	"cmp"
	"errors"
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
	2053: {tts.KindRefused, false, "the account's balance is used up", "top it up at the host"},
	2054: {tts.KindRefused, false, "the host has no such voice", "check the voice id; voicestudio voices lists the catalogue"},
	2056: {tts.KindRefused, false, "the plan's limit is used up", "wait for its next window, or choose another plan"},
	2064: {tts.KindRefused, true, "the host is overloaded", "wait a little and speak it again"},
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

func businessError(name, message string, i tts.Info) *tts.Error {
	n, err := strconv.Atoi(name)
	m, known := businessCodes[n]
	if !known || err != nil {
		return gatewayError(name, "", message, i)
	}
	e := m.error(name, message, i)
	if n == 2013 {
		e.Field = fieldIn(message)
	}
	if n == 2054 || n == 2042 {
		e.Field = "voice_setting.voice_id"
	}
	return e
}

// unknown is an error whose code this program does not know, and unnamed one
// that has none.
var (
	unknown = meaning{kind: tts.KindRefused, cure: "check the settings; the host's documentation explains the code"}
	unnamed = meaning{kind: tts.KindRefused, cure: "check the settings and speak it again"}
)

// knownCode reports whether this program knows what a code means.
func knownCode(name string) bool {
	n, err := strconv.Atoi(name)
	_, business := businessCodes[n]
	return err == nil && business || slices.ContainsFunc(gatewayCodes, func(c gatewayCode) bool { return strings.HasPrefix(name, c.prefix) })
}

// gatewayError is an error by its code or, where that says nothing, by its
// type as AI gateways name it.
func gatewayError(name, kind, message string, i tts.Info) *tts.Error {
	for _, c := range gatewayCodes {
		if strings.HasPrefix(name, c.prefix) {
			e := c.error(name, message, i)
			if e.Code == "InvalidParameter" {
				e.Field = fieldIn(message)
			}
			return e
		}
	}
	m := unknown
	if name == "" {
		m = unnamed
	}
	status := errorTypes[kind]
	if n, err := strconv.Atoi(name); err == nil && n >= 400 && n < 600 {
		status = n
	}
	if status != 0 {
		m = ofStatus(status)
		m.message = ""
	}
	e := m.error(name, message, i)
	e.Field = fieldIn(message)
	return e
}

// errorTypes are the types of errors as AI gateways name them, by the HTTP
// status that goes with each; in the midst of a stream there is none.
var errorTypes = map[string]int{
	"authentication_error": 401, "permission_error": 403, "not_found_error": 404, "request_too_large": 413,
	"rate_limit_error": 429, "api_error": 500, "server_error": 500, "timeout_error": 504, "overloaded_error": 529,
}

// ofStatus is what an HTTP status alone tells.
func ofStatus(status int) meaning {
	const later = "wait a little and speak it again"
	said := strings.ToLower(http.StatusText(status))
	switch {
	case status < 400:
		return meaning{tts.KindRefused, false, "the host answers from another address", "check the base url"}
	case status == http.StatusUnauthorized:
		return meaning{tts.KindRefused, false, "the host did not accept the API key", "check the key in the environment"}
	case status == http.StatusPaymentRequired:
		return meaning{tts.KindRefused, false, "the account's balance is used up", "top it up at the host"}
	case status == http.StatusForbidden:
		return meaning{tts.KindRefused, false, "the host did not accept the API key", "check the key in the environment, and what its account may use"}
	case status == http.StatusNotFound || status == http.StatusMethodNotAllowed || status == http.StatusGone:
		return meaning{tts.KindRefused, false, "the host has nothing at this address", "check the base url, and the model"}
	case status == http.StatusRequestTimeout:
		return meaning{tts.KindRefused, true, "the host ran out of time", later}
	case status == http.StatusRequestEntityTooLarge:
		return meaning{tts.KindRefused, false, "the request is too large", "shorten the text"}
	case status == http.StatusTooManyRequests:
		return meaning{tts.KindRateLimit, true, "the host asks for fewer requests", "wait a little"}
	case status == 529: // as MiniMax and others say it
		return meaning{tts.KindRefused, true, "the host is overloaded", later}
	case status >= 500:
		return meaning{tts.KindRefused, true, strings.TrimSuffix("the host is in trouble: "+said, ": "), later}
	}
	return meaning{tts.KindRefused, false, strings.TrimSuffix("the host refused: "+said, ": "), "check the settings"}
}

// statusError is an answer of which only the HTTP status is understood, and
// perhaps some words.
func statusError(status int, words string, i tts.Info) *tts.Error {
	m := ofStatus(status)
	if words != "" {
		m.message = ""
	}
	return m.error(fmt.Sprintf("HTTP %d", status), words, i)
}

// byStatus gives an error whose code tells this program nothing the kind and
// the cure of its HTTP status; the host's words stay.
func byStatus(err error, status int) error {
	e, ours := errors.AsType[*tts.Error](err)
	if !ours || status < 300 || e.Kind != tts.KindRefused || knownCode(e.Code) {
		return err
	}
	m, told := ofStatus(status), *e
	told.Kind, told.Retryable, told.Cure = m.kind, m.retry, m.cure
	told.Code = cmp.Or(e.Code, fmt.Sprintf("HTTP %d", status))
	return &told
}

func (m meaning) error(name, said string, i tts.Info) *tts.Error {
	message := m.message
	if message == "" {
		message = "the host refused without a word"
		if said = strings.TrimSpace(tts.Clean(said)); said != "" {
			message = "the host says: " + said
		}
	}
	trace := i.TraceID
	if trace == "" {
		trace = i.RequestID
	}
	return &tts.Error{Kind: m.kind, Code: tts.Clean(name), Message: message, Cure: m.cure, Retryable: m.retry, TraceID: trace}
}
