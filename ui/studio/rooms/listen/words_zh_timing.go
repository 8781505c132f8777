package listen

// chineseTiming is what is said of a take's time in Chinese.
var chineseTiming = timingWords{
	title:      func(take string) string { return "Where the time of " + take + " went" },
	lookup:     "name look-up",
	connect:    "connection",
	tls:        "TLS",
	firstByte:  "first byte",
	firstAudio: "first audio",
	audible:    "first sound heard",
	made:       "a new connection",
	reused:     "a connection that was there",
	resumed:    "a new connection, its TLS session resumed",
	foot: func(host, http, how string) string {
		return host + " over " + http + ", on " + how
	},
	none: "nothing is known of where its time went",
}
