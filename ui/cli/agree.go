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
)

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
