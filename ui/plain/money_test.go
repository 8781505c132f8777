package plain

import (
	"testing"

	"voicestudio/tts"
)

// paid is a seat at a host that asks 60 dollars for a million characters.
func paid(t *testing.T, cap *tts.Money) *seat {
	t.Setenv("MINIMAX_API_KEY", "sk-secret")
	s := sit(t)
	s.at, s.cap = tts.MiniMax, cap
	return s
}

func TestNothingIsSentBeforeItsPriceIsAgreedTo(t *testing.T) {
	s := paid(t, nil)
	out, err := s.does("text Hello over there", "speak", "no", "speak", "status", "speak", "yes", "speak", "again", "always", "say More words", "price")
	if err == nil { // the second question had no answer
		t.Error("a question without an answer is no success")
	}
	has(t, out, "16 characters, about $0.0010", "MiniMax asks about $0.0010 for 16 characters; yes sends it, no does not, always", "Nothing was sent.",
		"The question had no answer", "Host MiniMax, $0.60 for 10,000 characters", "Take 1, heard", "$0.0010", "Take 1, from disk, free", "Take 2, heard", "Take 3, heard", "Spent so far: $0.0025")
	lacks(t, out, "sk-secret")
	if n := len(s.host.asked()); n != 3 {
		t.Errorf("sent %d requests", n)
	}
}

func TestTheSpendCapAsksAsTheStudioDoes(t *testing.T) {
	s := paid(t, &tts.Money{Amount: 0.0015, Currency: "USD"})
	out, _ := s.does("say Hello over there", "always", "say Hello over here", "no", "say Hello over here", "once", "say Hello anywhere else", "raise", "cap", "cap 1 EUR", "cap")
	has(t, out, "Take 1, heard", "Not sent: the session has cost $0.0010 of the $0.0015", "once sends this one, raise makes the cap $0.003, no sends nothing", "Nothing was sent.",
		"Take 2, heard", "raise makes the cap", "Take 3, heard", "The session asks before it costs more than $0.0045", "EUR 1.00")
	if n := len(s.host.asked()); n != 3 {
		t.Errorf("sent %d requests", n)
	}
}

func TestABenchSaysItsPriceFirst(t *testing.T) {
	s := paid(t, nil)
	out, _ := s.does("text Hello over there", "bench add voice Wise_Woman", "bench add voice Graceful_Lady", "bench make", "no", "1", "bench make", "yes", "1", "bench make")
	has(t, out, "2 clips to be made, about $0.0019 at MiniMax; yes or no", "Nothing was sent.", "2 of 2 made", "1, Wise Woman", "All are made")
	if n := len(s.host.asked()); n != 2 {
		t.Errorf("sent %d requests", n)
	}
}
