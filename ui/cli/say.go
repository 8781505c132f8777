package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/speak"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// saying is one run of `voicestudio say`.
type saying struct {
	*options
	asked
	preset   string
	outFile  string
	noPlay   bool
	noStream bool
	again    bool
	titles   string // the file of subtitles
	asJSON   bool
	result   *sayResult
}

func newSay(o *options, result *sayResult) *cobra.Command {
	s := &saying{options: o, result: result}
	cmd := &cobra.Command{
		Use:     "say " + say.help.say.takes,
		Short:   say.help.say.short,
		Long:    say.help.say.long,
		Example: say.help.say.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return tts.Wrong("", say.usage.oneText(len(args)))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return s.run(cmd.Context(), args[0]) },
	}
	f := cmd.Flags()
	s.addFlags(cmd)
	f.StringVar(&s.preset, "preset", "", say.flags.startPreset)
	f.StringVar(&s.outFile, "out", "", say.flags.hostFile)
	f.BoolVar(&s.noPlay, "no-play", false, say.flags.noPlay)
	f.BoolVar(&s.noStream, "no-stream", false, say.flags.whole)
	f.BoolVar(&s.again, "again", false, say.flags.again)
	f.StringVar(&s.titles, "subtitles", "", say.flags.subtitles)
	f.BoolVar(&s.asJSON, "json", false, say.flags.jsonLast)
	return cmd
}

// run speaks; the error carries the exit code.
func (s *saying) run(ctx context.Context, text string) error {
	s.result.wanted = s.asJSON
	if err := s.speak(ctx, text); err != nil {
		return tts.AsError(err, tts.KindMachine)
	}
	return nil
}

func (s *saying) speak(ctx context.Context, text string) error {
	if s.asJSON && s.outFile == "-" {
		return tts.Wrong("out", say.files.bothOnOutput)
	}
	if err := s.resolve(); err != nil {
		return err
	}
	s.result.Host = s.host
	r, err := s.request(ctx, text)
	s.result.Model = cmp.Or(tts.ModelName(r.Model), tts.DefaultModel)
	if err != nil {
		return err
	}
	format, known := subtitles.FormatOf(s.titles)
	if s.titles != "" && !known {
		return tts.Wrong("subtitles", say.files.notSubtitles(s.titles))
	}
	if s.titles != "" && samePlace(s.titles, s.outFile) {
		return tts.Wrong("subtitles", say.files.sameFile)
	}
	out, err := openOutput("out", s.outFile, s.out)
	if err != nil {
		return err
	}
	defer out.discard()
	titles, err := openOutput("subtitles", s.titles, s.out)
	if err != nil {
		return err
	}
	defer titles.discard()

	if asked := r.AudioFormat(); tts.NamesAnother(s.outFile, asked) {
		s.note(say.sound.otherFormat(s.outFile, asked))
	}

	c := s.config()
	c.Waiting = s.waiting
	studio := session.New(c)
	defer studio.Close()
	play, quiet := s.player(out)
	defer quiet()
	if play != nil {
		defer play.Close()
	}
	ask, problems, err := studio.Settle(r, !s.noStream)
	s.warn(problems)
	if err != nil {
		return flagged(err)
	}
	ask.Again = s.again
	speech, err := studio.Speak(ctx, ask, session.WithinCap)
	if err != nil {
		if tts.AsError(err, tts.KindMachine).Sent && s.host != string(tts.Sandbox) {
			s.note(say.sound.maybeBilled)
		}
		return err
	}
	if speech.Cached {
		s.note(say.sound.fromDisk)
	}
	written := make(chan error, 1)
	go func() { written <- out.receive(speech) }()
	began, played := s.listen(ctx, play, speech)
	<-speech.Done() // what was asked for is paid for, heard or not; ctx ends it
	if take, err := speech.Take(); err == nil && !speech.Cached && !began.IsZero() {
		studio.Takes().Audible(take.ID, began.Sub(speech.Progress().Timing.Began)) // a figure is not worth an error
	}
	s.result.take(speech)
	if _, err := speech.Take(); err != nil {
		s.note(say.sound.notKept(tts.Reason(err)))
	}
	if err := speech.Err(); err != nil {
		if take, _ := speech.Take(); take.ID != "" {
			s.note(say.sound.cut(take.Short(), session.Cost(speech.Host, speech.Price())))
		}
		return err
	}
	waiting := ctx.Done() // a pipe may never be read
	if out.path != "" {
		waiting = nil // what came whole is kept, also where its sound was stopped
	}
	select {
	case err = <-written:
	case <-waiting:
		err = tts.Stopped(nil)
	}
	if err == nil {
		err = out.keep()
	}
	if fault, found := errors.AsType[*tts.Error](err); found && fault.Kind == tts.KindMachine && s.result.Take != nil {
		fault.Cure = say.sound.has(takes.Take{ID: *s.result.Take}.Short())
	}
	if err == nil && s.titles != "" {
		err = s.writeTitles(titles, format, speech)
	}
	if err == nil {
		s.tellMade(out, speech)
	}
	return cmp.Or(err, played)
}

// tellMade says what there is now that was not there before.
func (s *saying) tellMade(out *output, speech *speak.Speech) {
	take, err := speech.Take()
	if s.asJSON || out.path == "" && (speech.Cached || err != nil || take.ID == "") {
		return
	}
	what, length, characters, cost := s.outFile, "", "", ""
	if out.path == "" {
		what = say.made.take(take.Short())
	}
	p := speech.Progress()
	if p.AudioMS != nil {
		length = say.made.length(time.Duration(*p.AudioMS) * time.Millisecond)
	}
	if p.UsageCharacters != nil {
		characters = say.made.characters(*p.UsageCharacters)
	}
	switch price := speech.Price(); {
	case speech.Cached:
		characters, cost = "", say.made.free
	case speech.Host == tts.Sandbox:
		cost = say.made.free
	case price == nil:
		cost = say.made.unpriced(1)
	default:
		cost = price.String()
	}
	s.made(what, length, characters, cost)
}

// listen plays what is spoken to its end. began is when that was first heard,
// if it was. The error is an *tts.Error.
func (s *saying) listen(ctx context.Context, play *player.Player, speech *speak.Speech) (began time.Time, _ error) {
	if play == nil {
		return began, nil
	}
	sound := play.Play(ctx, speech.Reader(), session.FormatOf(speech.Request))
	err := play.Wait(ctx)
	s.result.played(play.Status())
	return sound.Heard(), heard(ctx, err, say.sound.listShows)
}

func (s *saying) writeTitles(to *output, format subtitles.Format, speech *speak.Speech) error {
	cues, err := speech.Subtitles()
	if err == nil {
		err = to.fault(subtitles.Write(to.w, format, cues))
	}
	if err != nil {
		return err
	}
	return to.keep()
}

// request puts the settings together in the order that the contract fixes.
func (s *saying) request(ctx context.Context, text string) (r tts.Request, err error) {
	if s.preset != "" {
		entry, err := s.findPreset(s.preset)
		if err != nil {
			return r, err
		}
		r = entry.Request
	}
	if text == "-" {
		b, err := readAll(ctx, s.in, 8*tts.MaxText)
		if err != nil {
			return r, err
		}
		text = string(b)
		if decoded, err := tts.Decode(b); err == nil {
			text = decoded // else Check says what is wrong
		}
		text = strings.TrimRight(text, "\r\n")
	}
	r.Text = tts.Plain(text)
	if s.titles != "" {
		r.SubtitleEnable = new(true)
	}
	if err := s.apply(&r); err != nil {
		return r, err
	}
	return session.Voiced(r), nil
}

// asked are the settings that a command line asks for.
type asked struct {
	model string
	voice string
	set   []string
}

func (a *asked) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&a.model, "model", "", say.flags.model(tts.DefaultModel))
	f.StringVar(&a.voice, "voice", "", say.flags.voice)
	f.StringArrayVar(&a.set, "set", nil, say.flags.set)
}

// apply changes r in the order that the contract fixes.
func (a *asked) apply(r *tts.Request) error {
	if a.model != "" {
		r.Model = tts.ModelName(a.model)
	}
	if a.voice != "" {
		r.SetVoices([]tts.TimbreWeight{{VoiceID: a.voice}})
	}
	for _, assignment := range a.set {
		field, value, found := strings.Cut(assignment, "=")
		if !found {
			return tts.Wrong("set", say.usage.assignment(strconv.Quote(assignment)))
		}
		if err := r.Parse(field, value); err != nil {
			return err
		}
	}
	return nil
}

// findPreset finds a preset as the command line names it.
func (o *options) findPreset(name string) (presets.Entry, error) {
	library, err := config.Library(o.presets, o.settings)
	if err != nil {
		return presets.Entry{}, tts.Wrong("preset", tts.Said{What: tts.InWords(err)})
	}
	entry, err := library.Load(name)
	if err != nil {
		return entry, tts.Wrong("preset", tts.Said{What: tts.InWords(err), Cure: likePreset(library, err, name)}).From(err)
	}
	return entry, nil
}

// player is nil where nothing is to be heard, or can be.
func (s *saying) player(out *output) (play *player.Player, quiet func()) {
	if s.noPlay || out.toStdout {
		return nil, func() {}
	}
	play, quiet = s.openPlayer()
	if d := play.Device(); d.Silent {
		fmt.Fprintln(s.err, "voicestudio: "+say.sound.silent(d.Reason))
	}
	return play, quiet
}

func (s *saying) warn(problems []tts.Problem) {
	for _, p := range problems {
		if p.Effect != tts.Refused {
			fmt.Fprintln(s.err, "voicestudio: "+judged(p))
		}
	}
}

func (s *saying) waiting(pause time.Duration, why *tts.Error) {
	fmt.Fprintln(s.err, "voicestudio: "+say.sound.waits(why.Message, pause))
}

func judged(p tts.Problem) string { return say.judged(flagged(p.Error()).Error(), string(p.Effect)) }

// flagged adds the flag to a cure that has an answer come whole.
func flagged(err error) error {
	e, is := errors.AsType[*tts.Error](err)
	if !is {
		return err
	}
	named := *e
	named.Cure = strings.ReplaceAll(e.Cure, tts.WholeAnswer(), tts.WholeAnswer()+" (--no-stream)")
	return &named
}
