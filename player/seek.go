package player

import "time"

// seekEvery is how often a device is looked for that has gone, or that was never
// there. Only then does a timer run while nothing plays; a look costs a connection
// that is refused.
const seekEvery = time.Second

// seekCard looks in the background whether there is a device again, opens it if
// so, and calls done. The sound of one that opens without end is not sought
// elsewhere.
func seekCard(done func()) {
	cards.mu.Lock()
	defer cards.mu.Unlock()
	if cards.seeking || cards.now == nil || !cards.now.isReady() {
		return
	}
	cards.seeking = true
	tried := cards.tried
	go func() {
		there := mayPlay(tried)
		cards.mu.Lock()
		var c *card
		if there {
			c = openCard()
		}
		cards.mu.Unlock()
		if c != nil {
			<-c.ready
		}
		cards.mu.Lock()
		cards.seeking = false
		cards.mu.Unlock()
		done()
	}()
}
