package sandbox

import (
	"fmt"

	"voicestudio/tts"
	"voicestudio/tts/install"
	"voicestudio/tts/sandbox/speech"
)

// wordings are what MiniMax says with its codes, where a client has seen it;
// otherwise the meaning its error page gives. They are the hosts' live words,
// English in every language of ours.
var wordings = map[int]string{
	1000: "unknown error",
	1001: "request timeout, please try again later",
	1002: "rate limit exceeded(RPM)",
	1004: noKeyMessage,
	1008: "insufficient balance",
	1013: "internal service error",
	1024: "internal error",
	1026: "input new_sensitive",
	1027: "output new_sensitive",
	1033: "system error",
	1039: "rate limit exceeded(TPM)",
	1041: "connection limit",
	1042: "invisible character ratio is over 10%",
	2013: "invalid params",
	2042: "you don't have access to this voice_id",
	2045: "rate growth limit",
	2049: "invalid api key",
	2054: "voice id not exist",
	2053: "insufficient credit",
	2056: "usage limit exceeded",
	2061: "your current token plan not support model, " + theModel,
	2201: "no messages received for 120 seconds",
	2202: "illegal event",
	2203: "empty text, skipped",
	2204: "exceeded character limit, skipped",
	2205: "request limit exceeded",
}

// theModel stands in a wording for the name of the model that was asked for.
const theModel = "MODEL"

// bareCodes are refused before a request has a trace: clients have recorded
// their whole bodies.
var bareCodes = []int{1002, 2061}

// emotionless are the models that take no emotion, by their full names: live,
// the refusal names their family alone.
var emotionless = []string{"speech-01-240228", "speech-01-turbo-240228"}

func noEmotion(model string) string {
	return "invalid params, this model does not support emotion setting, model: speech-" + tts.Generation(model)
}

const noKeyMessage = "login fail: Please carry the API secret key in the 'Authorization' field of the request header"

// notMade is the sandbox's own, in the form of the code whose words every
// client shows.
func notMade(format string, m *speech.Missing) string {
	return fmt.Sprintf("invalid params, this sandbox makes %s with %s, which is not installed: %s", format, m.Program, install.How(m.Program))
}

func wordingOf(code int) string {
	if said, known := wordings[code]; known {
		return said
	}
	return "error"
}

// gatewayError is what stands before the models and refuses on its own.
type gatewayError struct {
	status  int // HTTP
	message string
}

// gatewayErrors are those of DashScope's and PPIO's error pages by name.
var gatewayErrors = map[string]gatewayError{
	"InvalidApiKey":                {401, "Invalid API-key provided."},
	"InvalidParameter":             {400, "<400> InternalError.Algo.InvalidParameter: the request is not valid"},
	"Arrearage":                    {400, "Access denied, please make sure your account is in good standing."},
	"AccessDenied":                 {403, "Access denied."},
	"AccessDenied.Unpurchased":     {403, "Access to model denied. Please make sure you are eligible for using the model."},
	"AllocationQuota.FreeTierOnly": {403, "The free tier of the model has been exhausted."},
	"ModelNotFound":                {404, "Model can not be found."},
	"Throttling":                   {429, "Requests throttling triggered."},
	"Throttling.RateQuota":         {429, "Requests rate limit exceeded, please try again later."},
	"Throttling.AllocationQuota":   {429, "Allocated quota exceeded, please increase your quota limit."},
	"InternalError":                {500, "An internal error has occured, please try again later or contact service support."},

	"INVALID_REQUEST_BODY":       {400, "invalid request body"},
	"MISSING_API_KEY":            {400, "missing api-key"},
	"INVALID_API_KEY":            {403, "invalid api-key"},
	"API_NOT_FOUND":              {404, "api not found"},
	"API_NOT_ALLOWED":            {403, "api not allowed"},
	"NEED_REAL_NAME_VERIFY":      {403, "need real name verify"},
	"FEATURE_NOT_ALLOWED":        {403, "feature not allowed"},
	"RATE_LIMIT_EXCEEDED":        {429, "rate limit exceeded"},
	"BILLING_BALANCE_NOT_ENOUGH": {400, "balance not enough"},
	"BILLING_AUTH_FAILED":        {403, "billing auth failed"},
	"BILLING_FAILED":             {500, "billing failed"},
	"ILLEGAL_PROMPT":             {400, "illegal prompt"},
	"INVALID_AUDIO_FILE":         {400, "invalid audio file"},
	"CREATE_TASK_FAILED":         {500, "create task failed"},
	"TASK_NOT_FOUND":             {404, "task not found"},
	"GET_RESULT_FAILED":          {500, "get result failed"},
	"TASK_FAILED":                {500, "task failed"},
}
