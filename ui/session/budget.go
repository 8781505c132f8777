package session

import (
	"cmp"
	"math"

	"voicestudio/tts"
	"voicestudio/tts/speak"
)

// Consent is what a person has agreed to pay for one request.
type Consent int

const (
	// WithinCap sends what has its price in sight, up to the session's cap.
	WithinCap Consent = iota
	// OnlyFree sends nothing that a host would charge for.
	OnlyFree
	// BeyondCap sends this one, whatever the cap.
	BeyondCap
)

// Costs is why something was not sent: nobody has agreed to what it would cost.
type Costs struct {
	Host  tts.HostName
	Price *tts.Money // nil: nobody knows it
	// Cap is what the session may cost, and Spent what it has, with what is still
	// being spoken; nil where it was not the cap.
	Cap, Spent *tts.Money
}

// Error is one sentence.
func (c *Costs) Error() string {
	if c.Cap == nil {
		return say.budget.costs(Cost(c.Host, c.Price))
	}
	return say.budget.reached(*c.Spent, *c.Cap, c.Price).What
}

// Raised is the next multiple of the cap that has room for what was not sent.
func (c *Costs) Raised() tts.Money {
	step, needed := c.Cap.Amount, c.Spent.Amount
	if step == 0 {
		step = 1
	}
	if c.Price != nil {
		needed += c.Price.Amount
	}
	return tts.Money{Amount: step * math.Floor(needed/step+1), Currency: c.Cap.Currency}
}

// Price is what a host would ask for a request, by an estimate of what it
// bills; nil where nobody knows it.
func Price(host tts.HostName, r tts.Request) *tts.Money {
	per, known := tts.PriceOf(host, cmp.Or(r.Model, tts.DefaultModel))
	if !known {
		return nil
	}
	price := per.Of(tts.EstimateCharacters(r.Text))
	return &price
}

// budget is what a session may cost and what of that is used up.
type budget struct {
	cap     *tts.Money // nil: nobody has said
	used    float64    // in its currency; a bill that is not known counts as was estimated
	running float64    // estimates of what is being spoken
	blind   bool       // what has no known price is sent, too
}

// over is what speaks against sending something, nil where nothing does.
func (b *budget) over(host tts.HostName, price *tts.Money) *Costs {
	if b.cap == nil || host == tts.Sandbox {
		return nil
	}
	spent := tts.Money{Amount: b.used + b.running, Currency: b.cap.Currency}
	reached := &Costs{Host: host, Price: price, Cap: new(*b.cap), Spent: &spent}
	currency, known := tts.CurrencyOf(host)
	switch {
	case known && currency != b.cap.Currency:
		return nil
	case price == nil && (!b.blind || spent.Amount >= b.cap.Amount):
		return reached
	case price != nil && spent.Amount+price.Amount > b.cap.Amount:
		return reached
	}
	return nil
}

// admit decides, at the one place where requests leave, whether one may. done is
// told the bill, once.
func (s *Session) admit(ask speak.Ask, agreed Consent) (done func(bill *tts.Money), _ error) {
	host := ask.To.Host
	price := Price(host, ask.Request)
	if agreed == OnlyFree && host != tts.Sandbox {
		return nil, &Costs{Host: host, Price: price}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	b := &s.budget
	if why := b.over(host, price); why != nil && agreed != BeyondCap {
		return nil, why.fault()
	}
	if b.cap == nil || price == nil || price.Currency != b.cap.Currency || host == tts.Sandbox {
		return func(*tts.Money) {}, nil
	}
	b.running += price.Amount
	return func(bill *tts.Money) {
		b.running = max(0, b.running-price.Amount)
		b.used += cmp.Or(bill, price).Amount
	}, nil
}

// fault is the error of a command: nothing was sent.
func (c *Costs) fault() *tts.Error {
	return tts.Wrong("spend_cap", say.budget.reached(*c.Spent, *c.Cap, c.Price)).From(c)
}

// Affords says why several requests that would cost price together, beside some
// of unknown price, are more than the cap lets through. The error is an
// *tts.Error of kind request; price may be nil.
func (s *Session) Affords(price *tts.Money, unpriced int) error {
	return s.AffordsAt(s.Host(), price, unpriced)
}

// AffordsAt is Affords for another host.
func (s *Session) AffordsAt(host tts.HostName, price *tts.Money, unpriced int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if price != nil {
		if why := s.budget.over(host, price); why != nil {
			return why.fault()
		}
	}
	if unpriced > 0 {
		if why := s.budget.over(host, nil); why != nil {
			return why.fault()
		}
	}
	return nil
}

// Cap is what this session may cost before it asks; nil where nobody has said.
func (s *Session) Cap() *tts.Money {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.budget.cap == nil {
		return nil
	}
	return new(*s.budget.cap)
}

// RaiseCap lets this session cost more.
func (s *Session) RaiseCap(to tts.Money) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.budget.cap = &to
}

// SendUnpriced lets this session send what has no known price, while it is below
// its cap.
func (s *Session) SendUnpriced() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.budget.blind = true
}
