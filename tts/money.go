package tts

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Money is an amount in a host's own currency.
type Money struct {
	Amount   float64 `json:"amount"`
	Currency string  `json:"currency"` // ISO 4217: "CNY", "USD"
}

var currencySigns = map[string]string{"CNY": "¥", "USD": "$"}

// String is the amount for people: "¥0.0312", "$12.50". Small amounts keep
// four decimals, so that one line of speech does not cost nothing.
func (m Money) String() string {
	digits := 2
	if m.Amount != 0 && m.Amount < 0.1 {
		digits = 4
	}
	sign, known := currencySigns[m.Currency]
	if !known {
		sign = m.Currency + " "
	}
	return fmt.Sprintf("%s%.*f", sign, digits, m.Amount)
}

// MarshalJSON writes the amount with six decimals at most: sums of floats have dust
// behind them, and no price is that small.
func (m Money) MarshalJSON() ([]byte, error) {
	type plain Money
	m.Amount = math.Round(m.Amount*1e6) / 1e6
	return json.Marshal(plain(m))
}

// Round is the amount for people, with no more decimals than it has: "$1",
// "$1.50", "$0.015".
func (m Money) Round() string {
	said := m.String()
	for whole, rest, _ := strings.Cut(said, "."); len(rest) > 2 && rest[len(rest)-1] == '0'; {
		rest = rest[:len(rest)-1]
		said = whole + "." + rest
	}
	return strings.TrimSuffix(said, ".00")
}

// Price is what a host asks for a model.
type Price struct {
	Hosts  []HostName
	Models []string // generations: "2.8"
	// Grade is the end of the model's name: "hd" or "turbo".
	Grade string
	// Million is the price of 1,000,000 billed characters.
	Million Money
	// Read is the day on which the host's price page was read.
	Read string
}

const pricesRead = "2026-11-21"

// Prices is the table of what is known. Sources: the price notes on Alibaba's
// page of the API, PPIO's model pages and MiniMax's price page; a host or a
// model that is not here has a price that this program does not know.
var Prices = []Price{
	{Hosts: []HostName{DashScope}, Models: []string{"2.8", "02"}, Grade: "hd", Million: Money{350, "CNY"}, Read: pricesRead},
	{Hosts: []HostName{DashScope}, Models: []string{"2.8", "02"}, Grade: "turbo", Million: Money{200, "CNY"}, Read: pricesRead},
	{Hosts: []HostName{PPIO}, Models: []string{"2.8"}, Grade: "hd", Million: Money{350, "CNY"}, Read: pricesRead},
	{Hosts: []HostName{PPIO}, Models: []string{"2.8"}, Grade: "turbo", Million: Money{200, "CNY"}, Read: pricesRead},
	{Hosts: []HostName{MiniMax}, Models: []string{"2.8"}, Grade: "hd", Million: Money{100, "USD"}, Read: pricesRead},
	{Hosts: []HostName{MiniMax}, Models: []string{"2.8"}, Grade: "turbo", Million: Money{60, "USD"}, Read: pricesRead},
}

// PriceOf is what a host asks for a model; found is false where this program
// does not know it.
func PriceOf(host HostName, model string) (p Price, found bool) {
	model = strings.ToLower(ModelName(model))
	for _, p := range Prices {
		if slices.Contains(p.Hosts, host) && slices.Contains(p.Models, Generation(model)) && strings.HasSuffix(model, "-"+p.Grade) {
			return p, true
		}
	}
	return Price{}, false
}

// CurrencyOf is that of a host's prices; found is false where none of them is
// known.
func CurrencyOf(host HostName) (currency string, found bool) {
	for _, p := range Prices {
		if slices.Contains(p.Hosts, host) {
			return p.Million.Currency, true
		}
	}
	return "", false
}

// Of is the price of so many billed characters.
func (p Price) Of(characters int) Money {
	return Money{p.Million.Amount * float64(characters) / 1e6, p.Million.Currency}
}
