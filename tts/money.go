package tts

// Money is an amount in a host's own currency.
type Money struct {
	Amount   float64 `json:"amount"`
	Currency string  `json:"currency"` // ISO 4217: "CNY", "USD"
}
