package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/player/decode"
	"voicestudio/player/export"
	"voicestudio/player/loudness"
	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/subtitles"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

// exporting is one run of `voicestudio takes export`.
type exporting struct {
	*options
	outFile  string
	format   string
	from, to string
	loudness float64
	titles   string // the file of subtitles
	bare     bool
	replace  bool
	quiet    bool // standard output is for something else
}

func newTakesExport(o *options) *cobra.Command {
	x := &exporting{options: o}
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "export ID --out FILE",
		Short: "Write a take to a file for others",
		Long: "Write a take to a file for others, with tags that tell how it was made. Without --format the file's ending decides:\n" +
			"a wav or flac is made of any take, with the ending of the take itself the host's audio is written as it came.\n" +
			"--from, --to and --loudness need wav or flac. A loudness is reached by one gain and, where peaks would pass\n" +
			"-1 dBTP then, a limiter, whose work is said; what needs more than 8 dB of that is refused.\n" +
			"A file that is there already is kept, and the exit code is 1, unless --replace overwrites it.",
		Example: `  voicestudio takes export 3fa9c2d1-1 --out hello.mp3
  voicestudio takes export 3fa9c2d1-1 --out hello.wav --from 1.5 --to 3s --loudness -16`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON && x.outFile == "-" {
				return requestError("out", "--json and --out - both want standard output", "give --out a file")
			}
			x.quiet = asJSON || x.outFile == "-"
			t, err := x.run(args[0])
			if err == nil && asJSON {
				return printJSON(o.out, listedTakes([]takes.Take{t}))
			}
			return err
		},
	}
	jsonFlag(cmd, &asJSON)
	f := cmd.Flags()
	f.StringVar(&x.outFile, "out", "", "file, or - for standard output")
	f.StringVar(&x.format, "format", "", "wav, flac, or original: the host's audio as it came")
	f.StringVar(&x.from, "from", "", "start of the part to write, such as 1.5 or 1m2s")
	f.StringVar(&x.to, "to", "", "end of the part to write")
	f.Float64Var(&x.loudness, "loudness", 0, "integrated loudness in LUFS, such as -16 for podcasts or -23 for broadcast")
	f.StringVar(&x.titles, "subtitles", "", "file, .srt or .vtt, that receives the take's subtitles")
	f.BoolVar(&x.replace, "replace", false, "overwrite files that are there already")
	f.BoolVar(&x.bare, "bare", false, "write no tags; with original, the file is the host's to the byte")
	return cmd
}

func (x *exporting) run(id string) (t takes.Take, err error) {
	if x.outFile == "" && x.titles == "" {
		return t, requestError("out", "no file is named", "give --out FILE")
	}
	if samePlace(x.titles, x.outFile) {
		return t, requestError("subtitles", "--subtitles and --out name the same file", "give each a file of its own")
	}
	if t, err = loadTake(id); err != nil {
		return t, err
	}
	o, err := x.settle(t)
	if err != nil {
		return t, err
	}
	form, known := subtitles.FormatOf(x.titles)
	if x.titles != "" && !known {
		return t, requestError("subtitles", x.titles+" is neither .srt nor .vtt", "name it by its form")
	}
	if x.titles != "" && len(t.Subtitles) == 0 {
		return t, requestError("subtitles", "the take "+t.Short()+" has none", "voicestudio say --no-stream --subtitles FILE asks the host for them")
	}
	// Both or neither.
	out, err := openOutput("out", x.outFile, x.out)
	if err != nil {
		return t, err
	}
	defer out.discard()
	titles, err := openOutput("subtitles", x.titles, x.out)
	if err != nil {
		return t, err
	}
	defer titles.discard()
	var said []string
	if x.outFile != "" {
		sentence, err := x.audio(t, o, out)
		if err != nil {
			return t, err
		}
		said = append(said, sentence)
	}
	if x.titles != "" {
		if err := titles.fault(subtitles.Write(titles.w, form, cutCues(t.Subtitles, o.From, o.To))); err != nil {
			return t, err
		}
		said = append(said, "wrote "+x.titles+": subtitles")
	}
	for _, f := range []*output{out, titles} {
		if err := x.mayTake(f); err != nil {
			return t, err
		}
	}
	for _, f := range []*output{out, titles} {
		if err := f.keep(); err != nil {
			return t, err
		}
	}
	for _, sentence := range said {
		if !x.quiet {
			x.tell("%s", sentence)
		}
	}
	return t, nil
}

// mayTake refuses to overwrite another file than the one that has been made.
func (x *exporting) mayTake(f *output) error {
	if x.replace || f.path == "" {
		return nil
	}
	if _, err := os.Stat(f.path); err != nil || sameBytes(f.file.Name(), f.path) {
		return nil
	}
	return &tts.Error{Kind: tts.KindMachine, Field: f.flag, Message: f.path + " is there already and holds something else", Cure: "name another file, or overwrite it with --replace"}
}

// audio writes the audio and says what there is to know about it: how it went
// as notes, and what was written as the sentence returned.
func (x *exporting) audio(t takes.Take, o export.Options, out *output) (said string, err error) {
	source, format, err := openTake(t)
	if err != nil {
		return "", err
	}
	defer source.Close()
	to := &counting{Writer: out.w}
	result, err := export.Write(to, source, decode.Format(format), o)
	if _, missing := errors.AsType[*decode.NeedsLibraryError](err); missing {
		return "", &tts.Error{Kind: tts.KindMachine, Message: err.Error(), Cause: err}
	}
	if loud, tooLoud := errors.AsType[*loudness.TooLoudError](err); tooLoud {
		return "", requestError("loudness", fmt.Sprintf("%.1f LUFS is out of this take's reach: %v", x.loudness, loud),
			fmt.Sprintf("choose %.1f or less", math.Floor(10*loud.Most)/10))
	}
	if errors.Is(err, loudness.ErrUnmeasurable) {
		return "", requestError("loudness", loudness.ErrUnmeasurable.Error(), "export it without --loudness")
	}
	if errors.Is(err, export.ErrEmpty) {
		return "", requestError("from", err.Error(), "begin earlier")
	}
	if errors.Is(err, export.ErrTooLong) {
		return "", requestError("out", err.Error(), "give --from and --to")
	}
	if isSystem(err) {
		return "", out.fault(err)
	}
	if err != nil {
		return "", &tts.Error{Kind: tts.KindStream, Message: "the take " + t.Short() + " cannot be exported: " + err.Error(), Cause: err}
	}
	if t.Partial {
		x.note("the take " + t.Short() + " did not come whole; the file holds what came")
	}
	if result.Damage != nil {
		x.note(result.Damage.Error() + "; the rest is in the file")
	}
	return x.sentence(t, o, result, to.n), nil
}

// sentence says what was written.
func (x *exporting) sentence(t takes.Take, o export.Options, r export.Result, bytes int64) string {
	form, length := o.Codec, session.Clock(r.Duration)
	if o.Codec == export.Original {
		form, length = takeCodec(t)+" as it came", lengthOf(t)
	}
	parts := []string{form, length, sizeOf(bytes)}
	if o.Loudness != 0 {
		parts = append(parts, fmt.Sprintf("%.1f LUFS", r.Loudness), fmt.Sprintf("%.1f dBTP", r.TruePeak))
	}
	if said := fmt.Sprintf("%.1f", r.Limiting); said != "0.0" {
		parts = append(parts, fmt.Sprintf("limited by up to %s dB at %g dBTP", said, loudness.Ceiling))
	}
	return "wrote " + x.outFile + ": " + strings.Join(parts, ", ")
}

// counting counts what is written.
type counting struct {
	io.Writer
	n int64
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}

// settle decides what is written.
func (x *exporting) settle(t takes.Take) (o export.Options, err error) {
	if o.From, err = parseTime("from", x.from); err != nil {
		return o, err
	}
	if o.To, err = parseTime("to", x.to); err != nil {
		return o, err
	}
	if x.to != "" && o.To <= o.From {
		return o, requestError("to", "the part ends before it begins", "let --to be later than --from")
	}
	if t.AudioMS != nil && o.From >= time.Duration(*t.AudioMS)*time.Millisecond && o.From > 0 {
		return o, requestError("from", "the take is only "+lengthOf(t)+" long", "begin earlier")
	}
	if o.Loudness = x.loudness; math.IsNaN(o.Loudness) || o.Loudness > 0 || o.Loudness <= -70 {
		return o, requestError("loudness", fmt.Sprintf("%v LUFS is out of range", o.Loudness), "choose a value from -70 to 0, such as -16")
	}
	changed := o.From != 0 || o.To != 0 || o.Loudness != 0
	if o.Codec, err = x.codec(t, changed); err != nil {
		return o, err
	}
	if o.Codec == export.Original && changed {
		return o, requestError("format", "a part, or another loudness, is written as wav or flac only", "choose --format wav or flac")
	}
	if !x.bare {
		o.Tags = tagsOf(t)
	}
	return o, nil
}

// codec is what --format says, else what the file's ending says.
func (x *exporting) codec(t takes.Take, changed bool) (string, error) {
	own := takeCodec(t)
	made := []string{"wav", "flac"}
	switch {
	case slices.Contains(made, x.format), x.format == export.Original:
		return x.format, nil
	case x.format != "":
		return "", requestError("format", fmt.Sprintf("there is no format %q", x.format), "choose wav, flac or original")
	}
	switch ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(x.outFile), ".")); {
	case slices.Contains(made, ending) && (ending != own || changed):
		return ending, nil
	case ending == own, ending == "":
		return export.Original, nil
	default:
		return "", requestError("out", fmt.Sprintf("a take in %s becomes %s, wav or flac, not %s", own, own, ending), "choose one of these endings, or --format")
	}
}

// takeCodec is the codec of a take's audio.
func takeCodec(t takes.Take) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(t.File), "."))
}

// tagsOf tell how a take was made. There is no key in them: takes have none.
func tagsOf(t takes.Take) []export.Tag {
	artist := presets.Formula(t.Request.Voices())
	if voices := t.Request.Voices(); len(voices) == 1 {
		artist = tts.VoiceTitle(voices[0].VoiceID)
	}
	var made bytes.Buffer
	printJSON(&made, struct {
		Host    tts.HostName `json:"host"`
		Model   string       `json:"model"`
		Request tts.Request  `json:"request"`
	}{t.Host, t.Model, t.Request})
	tags := []export.Tag{{Name: "title", Value: beginning(t.Request.Text)}, {Name: "artist", Value: artist},
		{Name: "date", Value: t.Time.Format(time.DateOnly)}, {Name: "software", Value: "voicestudio"},
		{Name: "comment", Value: strings.TrimSpace(made.String())}}
	return slices.DeleteFunc(tags, func(t export.Tag) bool { return t.Value == "" })
}

// parseTime reads seconds, "1.5", or what Go calls a duration, "1m2.5s".
func parseTime(flag, said string) (time.Duration, error) {
	if said == "" {
		return 0, nil
	}
	d, err := time.ParseDuration(said)
	if seconds, wrong := strconv.ParseFloat(said, 64); wrong == nil && math.Abs(seconds) < 1e6 {
		d, err = time.Duration(seconds*float64(time.Second)), nil
	}
	if err != nil || d < 0 {
		return 0, requestError(flag, fmt.Sprintf("%q is no time", said), "write seconds, such as 1.5, or 1m2s")
	}
	return d, nil
}

// cutCues keeps the cues of a part, counted from its start.
func cutCues(cues []subtitles.Cue, from, to time.Duration) (kept []subtitles.Cue) {
	first, last := from.Milliseconds(), to.Milliseconds()
	if last == 0 {
		last = math.MaxInt64
	}
	move := func(begin, end int64) (int64, int64) {
		begin, end = max(begin, first), min(end, last)
		return begin - first, end - first
	}
	for _, c := range cues {
		if c.End <= first || c.Begin >= last {
			continue
		}
		c.Begin, c.End = move(c.Begin, c.End)
		c.Words = slices.Clone(c.Words)
		c.Words = slices.DeleteFunc(c.Words, func(w subtitles.Word) bool { return w.End <= first || w.Begin >= last })
		for i, w := range c.Words {
			c.Words[i].Begin, c.Words[i].End = move(w.Begin, w.End)
		}
		kept = append(kept, c)
	}
	return kept
}
