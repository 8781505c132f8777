package session

import (
	"errors"
	"strings"
	"testing"

	"voicestudio/tts"
	"voicestudio/tts/speak"
)

// refused wants a request not to be sent, for its price.
func refused(t *testing.T, s *Session, ask speak.Ask, agreed Consent) *Costs {
	t.Helper()
	_, err := s.Speak(t.Context(), ask, agreed)
	why, found := errors.AsType[*Costs](err)
	if !found {
		t.Fatalf("it was sent: %v", err)
	}
	return why
}

// A thousand characters are billed for every request, which is $0.06; the
// estimate of its words is far less.
func TestASessionThatHasReachedItsCapSendsNothingMoreUnasked(t *testing.T) {
	s, here, there := atTwoSites(t)
	s.RaiseCap(tts.Money{Amount: 0.1, Currency: "USD"})
	ask, _ := settle(t, s, hello)
	spoken(t, s, ask)
	ask.Again = true
	spoken(t, s, ask)
	why := refused(t, s, ask, WithinCap)
	if why.Spent.String() != "$0.12" || why.Cap.String() != "$0.10" || why.Price == nil || here.spoke() != 2 {
		t.Errorf("%+v, asked %d times", why, here.spoke())
	}
	if _, err := s.Speak(t.Context(), ask, WithinCap); tts.AsError(err, tts.KindMachine).Kind != tts.KindRequest || !strings.Contains(err.Error(), "spend_cap") {
		t.Error(err)
	}
	ask.Again = false
	spoken(t, s, ask) // from disk, free
	ask.Again = true
	if speech, err := s.Speak(t.Context(), ask, BeyondCap); err != nil {
		t.Error(err)
	} else {
		<-speech.Done()
	}
	s.RaiseCap(tts.Money{Amount: 1, Currency: "USD"})
	spoken(t, s, ask)
	s.MoveTo(tts.MiniMaxCN) // whose price nobody knows: that is not nothing
	far, _ := settle(t, s, hello)
	if why := refused(t, s, far, WithinCap); why.Price != nil || there.spoke() != 0 {
		t.Errorf("%+v", why)
	}
	if s.Affords(nil, 1) == nil {
		t.Error("what nobody knows the price of is within the cap")
	}
	s.SendUnpriced()
	spoken(t, s, far)
}

func TestWhatIsBeingSpokenCountsAsWell(t *testing.T) {
	s, here, _ := atTwoSites(t)
	here.endless = true
	ask, _ := settle(t, s, hello)
	s.RaiseCap(*Price(tts.MiniMax, ask.Request))
	speech, err := s.Speak(t.Context(), ask, WithinCap)
	if err != nil {
		t.Fatal(err)
	}
	other, _ := settle(t, s, tts.Request{Text: "Hullo", VoiceSetting: hello.VoiceSetting})
	refused(t, s, other, WithinCap)
	speech.Close()
	<-speech.Done()
	refused(t, s, ask, WithinCap) // its bill is not known, so that the estimate counts
}

func TestOnlyWhatIsFreeIsSentToWhomHasAgreedToNothing(t *testing.T) {
	s, here, _ := atTwoSites(t)
	ask, _ := settle(t, s, hello)
	if why := refused(t, s, ask, OnlyFree); why.Cap != nil || why.Price == nil || here.spoke() != 0 {
		t.Errorf("%+v, asked %d times", why, here.spoke())
	}
	spoken(t, s, ask)
	if speech, err := s.Speak(t.Context(), ask, OnlyFree); err != nil || !speech.Cached {
		t.Errorf("a take on disk is free: %v", err)
	}
}

func TestAnotherCurrencyIsNotAdded(t *testing.T) {
	s, here, _ := atTwoSites(t)
	s.RaiseCap(tts.Money{Amount: 0, Currency: "CNY"})
	ask, _ := settle(t, s, hello)
	spoken(t, s, ask)
	ask.Request.Model, ask.Again = "speech-01-turbo", true // of no known price, but not in this currency
	spoken(t, s, ask)
	if here.spoke() != 2 {
		t.Errorf("asked %d times", here.spoke())
	}
}
