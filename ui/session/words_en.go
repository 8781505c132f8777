package session

var english = words{
	placeholder:  "Welcome to the voice studio. Move a slider, press control R, and listen.",
	free:         "free",
	priceUnknown: "price unknown",
}
