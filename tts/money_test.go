package tts

import (
	"encoding/json"
	"testing"
)

func TestNoPriceHasDustBehindIt(t *testing.T) {
	t.Parallel()
	sum := Money{Currency: "USD"}
	for range 3 {
		sum.Amount += 0.1
	}
	for m, want := range map[Money]string{
		sum:                         `{"amount":0.3,"currency":"USD"}`,
		{0.0000116, "CNY"}:          `{"amount":0.000012,"currency":"CNY"}`,
		{12, "CNY"}:                 `{"amount":12,"currency":"CNY"}`,
		{0.1 * 3 * 58 / 1e3, "CNY"}: `{"amount":0.0174,"currency":"CNY"}`,
	} {
		if got, err := json.Marshal(map[string]*Money{"price": &m}); err != nil || string(got) != `{"price":`+want+`}` {
			t.Errorf("%s, %v", got, err)
		}
	}
}
