package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"

	"voicestudio/tts"
	"voicestudio/ui/bench"
	"voicestudio/ui/session"
)

// payFor says what is to be made and what that will cost, behind what else there
// is to say of it, and asks where it is not free and nobody has said yes. The
// error is an *tts.Error: nothing is to be sent.
func (o *options) payFor(ctx context.Context, s *session.Session, said []string, bills []bench.Bill, yes bool) error {
	o.note(tts.Listed(append(said, billed(bills)...)...))
	return o.consent(ctx, s, bills, yes)
}

// billed is what is to be made and what that will cost.
func billed(bills []bench.Bill) (said []string) {
	for _, b := range bills {
		host, _ := tts.HostAt(b.Host)
		said = append(said, say.render.send(b.Rows, host.Title, b.Characters), priceOf(b))
	}
	return said
}

// consent asks whether to pay for what was said, where it is not free and nobody has
// said yes. The error is an *tts.Error: nothing is to be sent.
func (o *options) consent(ctx context.Context, s *session.Session, bills []bench.Bill, yes bool) error {
	costs := false
	for _, b := range bills {
		if err := s.AffordsAt(b.Host, b.Price, b.Unpriced); err != nil {
			return err
		}
		costs = costs || b.Host != tts.Sandbox && !(b.Price != nil && b.Price.Amount == 0 && b.Unpriced == 0)
	}
	if costs && !yes {
		return o.agree(ctx, say.audition.mustAsk)
	}
	return nil
}

func priceOf(b bench.Bill) string {
	switch {
	case b.Host == tts.Sandbox:
		return say.render.atNoCost
	case b.Price == nil:
		return say.render.unknownPrice
	}
	return say.audition.price(*b.Price, b.Unpriced)
}

// agree asks whether to go on with what costs money, once its price was said;
// mustAsk says that there is no terminal to ask on. The error is an *tts.Error:
// nobody has agreed.
func (o *options) agree(ctx context.Context, mustAsk tts.Said) error {
	in, readable := o.in.(*os.File)
	seen, visible := o.err.(*os.File)
	if !readable || !visible || !term.IsTerminal(in.Fd()) || !term.IsTerminal(seen.Fd()) {
		return tts.Wrong("yes", mustAsk)
	}
	answer, done := interruptible(ctx, in)
	defer done()
	fmt.Fprint(o.err, say.render.ask)
	said, _ := bufio.NewReader(answer).ReadString('\n')
	if slices.Contains(say.render.yes, strings.ToLower(strings.TrimSpace(said))) {
		return nil
	}
	if !strings.HasSuffix(said, "\n") {
		fmt.Fprintln(o.err)
	}
	return tts.Fault(tts.KindInterrupted, tts.Said{What: say.render.nothingSent})
}
