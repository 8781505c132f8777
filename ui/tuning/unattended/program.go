package unattended

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

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
	readers  sync.WaitGroup
}

const (
	// longest is what a line may hold, in bytes: an answer is a digit or a word.
	longest = 4 << 10
	// unasked is how many lines may wait that nobody asked for.
	unasked = 64
	// leaving is how long a program has to end by itself once nothing more is asked,
	// and what is left in its pipes to arrive once it is killed.
	leaving = time.Second
)

// Start starts a command of the system's shell, which has patience for each answer;
// tell is told what it says on standard error, and what is wrong with an answer,
// line by line, clean, by one goroutine at a time. The error is an *tts.Error. Close
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
	apart(p.cmd)
	theirs, err := p.pipes()
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
	p.readers.Go(func() {
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
	p.readers.Go(func() {
		eachLine(p.err, func(line string) bool {
			p.tell(say.says(tts.Clean(line)))
			return true
		})
	})
	return p, nil
}

// pipes opens the program's three files, of which it gets its own ends.
func (p *Program) pipes() (theirs []*os.File, err error) {
	open := func(ours **os.File, writes bool) *os.File {
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
	in, out, errs := open(&p.in, true), open(&p.out, false), open(&p.err, false)
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
		return "", tts.Machine(tts.Said{What: err.Error()}, err)
	}
	if err := p.hush(); err != nil {
		return "", err
	}
	for range 2 {
		line, err := p.ask(ctx, question)
		if err != nil {
			return "", err
		}
		if answer, known := answerOf(line, a.Clips); known {
			return answer, nil
		}
		p.tell(say.nonsense(strconv.Quote(shortened(line)), len(a.Clips)))
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
	for n := 0; ; n++ {
		select {
		case _, open := <-p.lines:
			if !open {
				return nil // and there will be no answer
			}
			if n == 0 {
				p.tell(say.early)
			}
			if n > unasked {
				return fault(say.floods)
			}
		default:
			return nil
		}
	}
}

// ask puts a question and waits for a line.
func (p *Program) ask(ctx context.Context, question string) (string, error) {
	wrote := make(chan error, 1)
	go func() { // ends when the program reads or is killed
		_, err := p.in.WriteString(question)
		wrote <- err
	}()
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

// Close has the program end, at once where ctx has ended, with all that it started.
func (p *Program) Close(ctx context.Context) {
	p.in.Close()
	patience := time.NewTimer(leaving)
	defer patience.Stop()
	select {
	case <-p.exited:
	case <-ctx.Done():
	case <-patience.C:
	}
	killAll(p.cmd)
	<-p.exited
	close(p.closing)
	for _, f := range []*os.File{p.out, p.err} {
		f.SetReadDeadline(time.Now().Add(leaving)) // where one that got away holds it open
	}
	p.readers.Wait()
	p.out.Close()
	p.err.Close()
}

func fault(s tts.Said) *tts.Error { return tts.Machine(s, nil).At("judge") }
