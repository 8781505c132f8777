package host

import (
	"fmt"
	"strings"
	"time"

	"voicestudio/tts"
)

var chinese = words{
	config: configWords{
		noHost: func(name string, hosts []string) tts.Said {
			return tts.Said{What: fmt.Sprintf("there is no host %q", name), Cure: "choose one of " + strings.Join(hosts, ", ")}
		},
		noAddress: func(address string) tts.Said {
			return tts.Said{What: fmt.Sprintf("%q is not an address", address), Cure: "write it as https://host/path"}
		},
		moreThan: tts.Said{What: "the address holds more than a host and a path", Cure: "write it as https://host/path"},
		noKey: func(host, variable string) tts.Said {
			return tts.Said{What: host + " needs an API key", Cure: "set " + variable + " in the environment"}
		},
		badKey: func(host, variable string) tts.Said {
			return tts.Said{What: "the API key of " + host + " holds a blank or a character that no key has", Cure: "set " + variable + " again"}
		},
		inClear: tts.Said{What: "the API key would leave unencrypted", Cure: "use https, or an address on this machine"},
		sentOn: func(to string) tts.Said {
			return tts.Said{What: "the host sends us on to " + to + ", where the API key must not go", Cure: "set the base url to the right address"}
		},
		redirects: "too many redirects",
		paced: func(host string, requests int) string {
			return fmt.Sprintf("%s allows %d requests in a minute", host, requests)
		},
		nothing: func(after time.Duration) tts.Said {
			return tts.Said{What: fmt.Sprintf("the host has sent nothing for %v", after), Cure: "check the network and speak it again"}
		},
		noAudioFor: func(after time.Duration) tts.Said {
			return tts.Said{What: fmt.Sprintf("the host has sent no audio for %v", after), Cure: "check the network and speak it again"}
		},
	},

	network: chineseNetwork,

	answer: answerWords{
		noHost:    tts.Said{What: "what answers there is not a speech host", Cure: "check the base url"},
		noAudio:   tts.Said{What: "the host answered without any audio", Cure: "speak it again"},
		notAFrame: tts.Said{What: "the host sent something that is not a frame of speech", Cure: "speak it again"},
		badHex:    tts.Said{What: "the audio in a frame is not whole hex", Cure: "speak it again"},
		cutShort:  tts.Said{What: "the answer ended in the middle of a frame, so the audio is cut short", Cure: "speak it again"},
		tooLong:   tts.Said{What: "the host sent a line of more than 256 MB", Cure: "split the text"},
		noLine:    tts.Said{What: "the host sent a line of more than 1 MB that is not audio", Cure: "speak it again"},
		brokeOff:  tts.Said{What: "the connection broke off", Cure: "check the network and speak it again"},
	},

	link: linkWords{
		audio: func(why, link string) tts.Said {
			return tts.Said{What: "the audio could not be fetched from the host's link: " + why, Cure: "fetch it within a day from " + link}
		},
		subtitles: func(why, link string) tts.Said {
			return tts.Said{What: "the subtitles could not be fetched: " + why, Cure: "fetch them within a day from " + link}
		},
		noSubtitles: tts.Said{What: "the host's subtitles are empty", Cure: "the audio is whole; try another model"},
		noAddress:   "the link is not an address",
		thisMachine: "the link points into this machine",
		notHTTPS:    "the link is not https",
		tooBig:      func(megabytes int64) string { return fmt.Sprintf("it is larger than %d MB", megabytes) },
	},

	list: listWords{
		none: func(host string) tts.Said {
			return tts.Said{What: host + " does not list an account's voices", Cure: "choose minimax or minimax-cn"}
		},
		noList: tts.Said{What: "the host sent something that is not a list of voices", Cure: "check the base url"},
	},

	codes: codeWords{
		topics: map[topic]tts.Said{
			unknownError:    {What: "the host met an unknown error", Cure: "speak it again"},
			outOfTime:       {What: "the host ran out of time", Cure: "speak it again"},
			manyRequests:    {What: "too many requests in a minute", Cure: "wait a little"},
			keyOrGroup:      {What: "the host did not accept the API key", Cure: "check the key, and the group id if one is set"},
			noBalance:       {What: "the account's balance is used up", Cure: "top it up at the host"},
			internalError:   {What: "the host met an internal error", Cure: "speak it again"},
			sensitiveText:   {What: "the host refuses this text as sensitive", Cure: "change the text"},
			sensitiveAudio:  {What: "the host refuses the audio as sensitive", Cure: "change the text"},
			noQuota:         {What: "the account's quota is used up", Cure: "wait for its next window, or top it up at the host"},
			systemError:     {What: "the host met a system error", Cure: "speak it again"},
			manyCharacters:  {What: "too many characters in a minute", Cure: "wait a little"},
			manyConnections: {What: "too many connections at once", Cure: "wait a little"},
			invisibleText:   {What: "more than a tenth of the text is invisible or illegal characters", Cure: "take them out"},
			checkSettings:   {Cure: "check the settings"},
			noEmotion:       {Cure: "unset the emotion, or choose another model"},
			wrongType:       {Cure: "unset the setting that it quotes, or the numbers that are set, one after the other"},
			voiceDenied:     {What: "this account may not use this voice", Cure: "choose another voice"},
			fastGrowth:      {What: "requests grow too fast", Cure: "wait a little"},
			keyElsewhere:    {What: "the API key is not valid here", Cure: "check that the key belongs to this host and region"},
			noSuchVoice:     {What: "the host has no such voice", Cure: "check its spelling, or choose another voice"},
			planLimit:       {Cure: "wait for its next window, or choose another model or plan"},
			overloaded:      {What: "the host is overloaded", Cure: "wait a little and speak it again"},
			modelNotInPlan:  {What: "the account's plan does not include this model", Cure: "choose another model"},
			keyInvalid:      {What: "the API key is not valid", Cure: "check the key in the environment"},
			keyMissing:      {What: "the host received no API key", Cure: "set the key in the environment"},
			arrears:         {What: "the account is in arrears", Cure: "top it up at the host"},
			noFreeQuota:     {What: "the free quota of this model is used up", Cure: "turn off its free tier only mode at the host"},
			noBilling:       {What: "the host could not bill the account", Cure: "look at the account's billing page"},
			modelDenied:     {What: "the account may not use this model", Cure: "enable it at the host"},
			unverified:      {What: "the account's owner is not verified", Cure: "verify the account at the host"},
			noSuchModel:     {What: "the host does not know this model", Cure: "choose another model"},
			fewerRequests:   {What: "the host asks for fewer requests", Cure: "wait a little"},
			speakAgain:      {Cure: "speak it again"},
			unknownCode:     {Cure: "check the settings; the host's documentation explains the code"},
			noCode:          {Cure: "check the settings and speak it again"},
			otherAddress:    {What: "the host answers from another address", Cure: "check the base url"},
			keyRefused:      {What: "the host did not accept the API key", Cure: "check the key in the environment"},
			keyForbidden:    {What: "the host did not accept the API key", Cure: "check the key in the environment, and what its account may use"},
			nothingThere:    {What: "the host has nothing at this address", Cure: "check the base url, and the model"},
			outOfTimeLater:  {What: "the host ran out of time", Cure: "wait a little and speak it again"},
			requestTooLarge: {What: "the request is too large", Cure: "shorten the text"},
		},
		says:   func(words string) string { return "the host says: " + words },
		silent: "the host refused without a word",
		trouble: func(status string) tts.Said {
			return tts.Said{What: strings.TrimSuffix("the host is in trouble: "+status, ": "), Cure: "wait a little and speak it again"}
		},
		refused: func(status string) tts.Said {
			return tts.Said{What: strings.TrimSuffix("the host refused: "+status, ": "), Cure: "check the settings"}
		},
	},
}
