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

// meaning is what one of a host's error codes tells.
type meaning struct {
	kind  tts.ErrorKind
	retry bool
	topic topic
}

// topic is what an error is about; its words are in words.
type topic int

const (
	unknownError topic = iota
	outOfTime
	manyRequests
	keyOrGroup
	noBalance
	internalError
	sensitiveText
	sensitiveAudio
	noQuota
	systemError
	manyCharacters
	manyConnections
	invisibleText
	checkSettings
	noEmotion
	wrongType
	voiceDenied
	fastGrowth
	keyElsewhere
	noSuchVoice
	planLimit
	overloaded
	modelNotInPlan
	keyInvalid
	keyMissing
	arrears
	noFreeQuota
	noBilling
	modelDenied
	unverified
	noSuchModel
	fewerRequests
	speakAgain
	unknownCode // that this program does not know
	noCode      // at all
	otherAddress
	keyRefused
	keyForbidden
	nothingThere
	outOfTimeLater
	requestTooLarge
	allTopics // the number of them
)

// told is a meaning with its words; without What the host's own are used.
type told struct {
	kind  tts.ErrorKind
	retry bool
	tts.Said
}

func (m meaning) told() told { return told{m.kind, m.retry, say.codes.topics[m.topic]} }

// businessCodes are the codes of base_resp. Source: MiniMax's error code page
// and, for 2053, 2054 and 2064, answers that clients have reported.
var businessCodes = map[int]meaning{
	1000: {tts.KindRefused, true, unknownError},
	1001: {tts.KindRefused, true, outOfTime},
	1002: {tts.KindRateLimit, true, manyRequests},
	1004: {tts.KindRefused, false, keyOrGroup},
	1008: {tts.KindRefused, false, noBalance},
	1013: {tts.KindRefused, true, internalError},
	1024: {tts.KindRefused, true, internalError},
	1026: {tts.KindRefused, false, sensitiveText},
	1027: {tts.KindRefused, false, sensitiveAudio},
	1028: {tts.KindRefused, false, noQuota},
	1030: {tts.KindRefused, false, noQuota},
	1033: {tts.KindRefused, true, systemError},
	1039: {tts.KindRateLimit, true, manyCharacters},
	1041: {tts.KindRateLimit, true, manyConnections},
	1042: {tts.KindRefused, false, invisibleText},
	2013: {tts.KindRefused, false, checkSettings},
	2042: {tts.KindRefused, false, voiceDenied},
	2045: {tts.KindRateLimit, true, fastGrowth},
	2049: {tts.KindRefused, false, keyElsewhere},
	2053: {tts.KindRefused, false, noBalance},
	2054: {tts.KindRefused, false, noSuchVoice},
	2056: {tts.KindRefused, false, planLimit},
	2064: {tts.KindRefused, true, overloaded},
	2061: {tts.KindRefused, false, modelNotInPlan},
}

type gatewayCode struct {
	prefix string
	meaning
}

// gatewayCodes are the codes of the gateways before the model, by the start
// of their names. Sources: the error pages of DashScope and PPIO.
var gatewayCodes = []gatewayCode{
	{"InvalidApiKey", meaning{tts.KindRefused, false, keyInvalid}},
	{"INVALID_API_KEY", meaning{tts.KindRefused, false, keyInvalid}},
	{"MISSING_API_KEY", meaning{tts.KindRefused, false, keyMissing}},
	{"Arrearage", meaning{tts.KindRefused, false, arrears}},
	{"BILLING_BALANCE_NOT_ENOUGH", meaning{tts.KindRefused, false, noBalance}},
	{"AllocationQuota", meaning{tts.KindRefused, false, noFreeQuota}},
	{"BILLING", meaning{tts.KindRefused, false, noBilling}},
	{"API_NOT_ALLOWED", meaning{tts.KindRefused, false, modelDenied}},
	{"FEATURE_NOT_ALLOWED", meaning{tts.KindRefused, false, modelDenied}},
	{"NEED_REAL_NAME_VERIFY", meaning{tts.KindRefused, false, unverified}},
	{"ILLEGAL_PROMPT", meaning{tts.KindRefused, false, sensitiveText}},
	{"AccessDenied", meaning{tts.KindRefused, false, modelDenied}},
	{"ModelNotFound", meaning{tts.KindRefused, false, noSuchModel}},
	{"model_not_found", meaning{tts.KindRefused, false, noSuchModel}},
	{"API_NOT_FOUND", meaning{tts.KindRefused, false, noSuchModel}},
	{"Throttling", meaning{tts.KindRateLimit, true, fewerRequests}},
	{"RATE_LIMIT_EXCEEDED", meaning{tts.KindRateLimit, true, fewerRequests}},
	{"InvalidParameter", meaning{tts.KindRefused, false, checkSettings}},
	{"DataInspectionFailed", meaning{tts.KindRefused, false, sensitiveText}},
	{"InternalError", meaning{tts.KindRefused, true, speakAgain}},
}

// hostError is an error by its code. A gateway may hand on MiniMax's own.
func hostError(name, kind, message string, i tts.Info) *tts.Error {
	n, err := strconv.Atoi(name)
	m, known := businessCodes[n]
	if !known || err != nil {
		return gatewayError(name, kind, message, i)
	}
	switch n {
	case 2013:
		return invalid(m, name, message, i)
	case 2042, 2054:
		return m.told().error(name, message, i).At("voice_setting.voice_id")
	case 2061:
		return m.told().error(name, message, i).At("model")
	}
	return m.told().error(name, message, i)
}

// wordings are live messages of invalid parameters that name their field in
// another way than "invalid params: voice_setting emotion", or not at all.
var wordings = []struct {
	part  string
	field string
	topic topic
}{
	{"glyph definition", "pronunciation_dict.tone", checkSettings},
	{"not support emotion setting", "voice_setting.emotion", noEmotion},
	{"no voice_id found", "voice_setting.voice_id", checkSettings},
	// Of a decoder that quotes the place in the body, but not the field.
	{"Mismatch type ", "", wrongType},
}

// invalid is a parameter that the host refuses.
func invalid(m meaning, name, message string, i tts.Info) *tts.Error {
	for _, w := range wordings {
		if strings.Contains(message, w.part) {
			m.topic = w.topic
			return m.told().error(name, message, i).At(w.field)
		}
	}
	return m.told().error(name, message, i).At(fieldIn(message))
}

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
			if c.topic == checkSettings {
				return invalid(c.meaning, name, message, i)
			}
			return c.told().error(name, message, i)
		}
	}
	m := meaning{kind: tts.KindRefused, topic: unknownCode}.told()
	if name == "" {
		m = meaning{kind: tts.KindRefused, topic: noCode}.told()
	}
	status := errorTypes[kind]
	if n, err := strconv.Atoi(name); err == nil && n >= 400 && n < 600 {
		status = n
	}
	if status != 0 {
		m = ofStatus(status)
		m.What = ""
	}
	e := m.error(name, message, i)
	e.Field = fieldIn(message)
	return e
}

// errorTypes are the types of errors as AI gateways name them, by the HTTP
// status that goes with each; in mid-stream there is none.
var errorTypes = map[string]int{
	"authentication_error": 401, "permission_error": 403, "not_found_error": 404, "request_too_large": 413,
	"rate_limit_error": 429, "api_error": 500, "server_error": 500, "timeout_error": 504, "overloaded_error": 529,
}

// ofStatus is what an HTTP status alone tells.
func ofStatus(status int) told {
	is := func(kind tts.ErrorKind, retry bool, about topic) told { return meaning{kind, retry, about}.told() }
	switch {
	case status < 400:
		return is(tts.KindRefused, false, otherAddress)
	case status == http.StatusUnauthorized:
		return is(tts.KindRefused, false, keyRefused)
	case status == http.StatusPaymentRequired:
		return is(tts.KindRefused, false, noBalance)
	case status == http.StatusForbidden:
		return is(tts.KindRefused, false, keyForbidden)
	case status == http.StatusNotFound || status == http.StatusMethodNotAllowed || status == http.StatusGone:
		return is(tts.KindRefused, false, nothingThere)
	case status == http.StatusRequestTimeout:
		return is(tts.KindRefused, true, outOfTimeLater)
	case status == http.StatusRequestEntityTooLarge:
		return is(tts.KindRefused, false, requestTooLarge)
	case status == http.StatusTooManyRequests:
		return is(tts.KindRateLimit, true, fewerRequests)
	case status == 529: // as MiniMax and others say it
		return is(tts.KindRefused, true, overloaded)
	case status >= 500:
		return told{tts.KindRefused, true, say.codes.trouble(strings.ToLower(http.StatusText(status)))}
	}
	return told{tts.KindRefused, false, say.codes.refused(strings.ToLower(http.StatusText(status)))}
}

// statusError is an answer of which only the HTTP status is understood, and
// perhaps some words.
func statusError(status int, words string, i tts.Info) *tts.Error {
	m := ofStatus(status)
	if words != "" {
		m.What = ""
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
	m, by := ofStatus(status), *e
	by.Kind, by.Retryable, by.Cure = m.kind, m.retry, m.Cure
	by.Code = cmp.Or(e.Code, fmt.Sprintf("HTTP %d", status))
	return &by
}

// longestWords is as much of a host's words as a person reads, in characters;
// gateways answer with whole pages of trace.
const longestWords = 400

func few(words string) string {
	words = strings.TrimSpace(tts.Clean(words))
	if all := []rune(words); len(all) > longestWords {
		words = strings.TrimSpace(string(all[:longestWords])) + "…"
	}
	return words
}

func (m told) error(name, words string, i tts.Info) *tts.Error {
	if m.What == "" {
		m.What = say.codes.silent
		if words = few(words); words != "" {
			m.What = say.codes.says(words)
		}
	}
	e := tts.Fault(m.kind, m.Said).Traced(cmp.Or(i.TraceID, i.RequestID))
	e.Code, e.Retryable = few(name), m.retry
	return e
}
