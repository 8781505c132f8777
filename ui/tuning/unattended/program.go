package unattended

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"voicestudio/presets/keep"
	"voicestudio/tts"
	"voicestudio/tts/tune"
	"voicestudio/ui/session"
	"voicestudio/ui/tuning"
)

// Program is a judge that is another program. It is started once: for each question
// it gets a line on its standard input and answers with a line, the number of a
// candidate, or "same". It has no terminal; what it says on standard error is passed
// on. It is for one goroutine at a time.
type Program struct {
	patience time.Duration
	tell     func(line string)

	cmd      *exec.Cmd
	in       *os.File
	out, err *os.File
	lines    chan string   // what it says on standard output; closed at its end
	exited   chan struct{} // closed once it was waited for
	closing  chan struct{}
	failed   bool           // nothing more is expected of it
	pipes    sync.WaitGroup // who reads and writes them
}

const (
	// longest is what a line may hold, in bytes: an answer is a digit or a word.
	longest = 4 << 10
	// unasked is how many lines that nobody asked for are too many.
	unasked = 16
	// leaving is how long a program has to end by itself once nothing more is asked,
	// and what is left in its pipes to arrive once it is killed.
	leaving = time.Second
)

// Start starts a command of the system's shell, which has patience for each answer;
// tell is told what it says on standard error, as it comes, and what is wrong with an
// answer, line by line, by one goroutine at a time. The error is an *tts.Error. Close
// ends the program.
func Start(command string, patience time.Duration, tell func(line string)) (*Program, error) {
	p := &Program{patience: patience, lines: make(chan string, unasked), exited: make(chan struct{}), closing: make(chan struct{})}
	var telling sync.Mutex
	p.tell = func(line string) {
		telling.Lock()
		defer telling.Unlock()
		tell(line)
	}
	p.cmd = exec.Command("sh", "-c", command)
	if runtime.GOOS == "windows" {
		p.cmd = exec.Command("cmd", "/C", command)
	}
	p.cmd.Env = keyless(os.Environ())
	apart(p.cmd)
	theirs, err := p.open()
	if err == nil {
		err = p.cmd.Start()
	}
	for _, f := range theirs {
		f.Close()
	}
	if err != nil {
		for _, f := range []*os.File{p.in, p.out, p.err} {
			f.Close()
		}
		return nil, tts.Machine(say.notStarted(session.Reason(err)), err).At("judge")
	}
	go func() { // ends with the program, which Close kills
		p.cmd.Wait()
		close(p.exited)
	}()
	p.pipes.Go(func() {
		defer close(p.lines)
		eachLine(p.out, func(line string) bool {
			select {
			case p.lines <- line:
				return true
			case <-p.closing:
				return false
			}
		})
	})
	p.pipes.Go(func() {
		eachLine(p.err, func(line string) bool {
			p.tell(say.says(line))
			return true
		})
	})
	return p, nil
}

// keyless is an environment without the hosts' keys, which are nobody else's.
func keyless(environment []string) []string {
	return slices.DeleteFunc(environment, func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return slices.ContainsFunc(tts.Hosts, func(h tts.HostProfile) bool { return h.KeyVariable != "" && h.KeyVariable == name })
	})
}

// open opens the program's three files, of which it gets its own ends.
func (p *Program) open() (theirs []*os.File, err error) {
	pipe := func(ours **os.File, writes bool) *os.File {
		if err != nil {
			return nil
		}
		var r, w *os.File
		if r, w, err = os.Pipe(); err != nil {
			return nil
		}
		if *ours = r; writes {
			*ours = w
			theirs = append(theirs, r)
			return r
		}
		theirs = append(theirs, w)
		return w
	}
	in, out, errs := pipe(&p.in, true), pipe(&p.out, false), pipe(&p.err, false)
	if err == nil {
		p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = in, out, errs
	}
	return theirs, err
}

// asked is a question as the program gets it.
type asked struct {
	Axis       string      `json:"axis"` // empty: the candidates are starts
	Text       string      `json:"text"`
	Candidates []candidate `json:"candidates"`
}

type candidate struct {
	N       int         `json:"n"` // from 1
	Label   string      `json:"label"`
	File    string      `json:"file"` // of the audio, a whole path
	Request tts.Request `json:"request"`
}

func questionOf(a tuning.Asked) (string, error) {
	q := asked{Axis: string(a.Axis)}
	for i, clip := range a.Clips {
		file, err := filepath.Abs(clip.Take.File)
		if err != nil {
			return "", err
		}
		c := candidate{i + 1, clip.Label, file, clip.Request}
		q.Text, c.Request.Text = clip.Request.Text, ""
		q.Candidates = append(q.Candidates, c)
	}
	return session.JSON(q)
}

// Choose asks the program. What is no answer is told, and it is asked once more. The
// error is of kind machine: it was none again, or none came in time, or the program
// ended, closed its files or spoke without being asked; or it is ctx's.
func (p *Program) Choose(ctx context.Context, a tuning.Asked) (tune.Answer, error) {
	question, err := questionOf(a)
	if err != nil {
		return "", tts.Machine(tts.Said{What: tts.SystemSays(err)}, err)
	}
	answer, err := p.choose(ctx, question, a.Clips)
	p.failed = err != nil
	return answer, err
}

func (p *Program) choose(ctx context.Context, question string, clips []tuning.Clip) (tune.Answer, error) {
	if err := p.hush(); err != nil {
		return "", err
	}
	for range 2 {
		line, err := p.ask(ctx, question)
		if err != nil {
			return "", err
		}
		if answer, known := answerOf(line, clips); known {
			return answer, nil
		}
		p.tell(say.nonsense(strconv.Quote(keep.Shortened(line)), len(clips)))
	}
	return "", fault(say.nonsenseAgain)
}

func answerOf(line string, clips []tuning.Clip) (tune.Answer, bool) {
	line = strings.ToLower(strings.TrimSpace(line))
	if line == string(tune.Same) {
		return tune.Same, true
	}
	n, err := strconv.Atoi(line)
	if err != nil || n < 1 || n > len(clips) {
		return "", false
	}
	return clips[n-1].Answer, true
}

// hush drops what was said before it was asked for: it is about no question, or about
// the one before.
func (p *Program) hush() error {
	waiting := len(p.lines)
	switch waiting {
	case 0:
		return nil
	case unasked:
		return fault(say.floods)
	}
	p.tell(say.early)
	for range waiting {
		<-p.lines
	}
	return nil
}

// ask puts a question and waits for a line.
func (p *Program) ask(ctx context.Context, question string) (string, error) {
	wrote := make(chan error, 1)
	p.pipes.Go(func() { // ends when the program reads, or is killed
		_, err := p.in.WriteString(question)
		wrote <- err
	})
	late := time.NewTimer(p.patience)
	defer late.Stop()
	exited := p.exited
	for {
		select {
		case line, open := <-p.lines:
			if !open {
				return "", p.gone()
			}
			return line, nil
		case err := <-wrote:
			if err != nil {
				return "", p.gone()
			}
		case <-exited:
			// What it left running is not the judge; its last line may yet come.
			exited = nil
			killAll(p.cmd)
		case <-late.C:
			return "", fault(say.late(p.patience))
		case <-ctx.Done():
			return "", tts.Stopped(ctx.Err())
		}
	}
}

// gone says what became of a program that nobody hears of any more.
func (p *Program) gone() error {
	select {
	case <-p.exited:
	default:
		killAll(p.cmd)
		<-p.exited
	}
	if status := p.cmd.ProcessState; status.Exited() {
		return fault(say.ended(status.ExitCode()))
	}
	return fault(say.closed)
}

// Close has the program end, with all that it started: at once where it has failed or
// ctx has ended.
func (p *Program) Close(ctx context.Context) {
	p.in.Close()
	patience := time.NewTimer(leaving)
	defer patience.Stop()
	if !p.failed {
		select {
		case <-p.exited:
		case <-ctx.Done():
		case <-patience.C:
		}
	}
	killAll(p.cmd)
	<-p.exited
	close(p.closing)
	for _, f := range []*os.File{p.out, p.err} {
		f.SetReadDeadline(time.Now().Add(leaving)) // where one that got away holds it open
	}
	p.pipes.Wait()
	p.out.Close()
	p.err.Close()
}

func fault(s tts.Said) *tts.Error { return tts.Machine(s, nil).At("judge") }
