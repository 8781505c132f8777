package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/takes"
	"voicestudio/ui/session"
)

func newTakesShow(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "show " + say.help.takesShow.takes,
		Short:             say.help.takesShow.short,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(cmd *cobra.Command, args []string) error {
			t, err := loadTake(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(o.out, shownTake{t, t.File, t.Fault, t.Live})
			}
			showTake(o.out, t)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, say.flags.jsonObject)
	return cmd
}

func loadTake(ref string) (takes.Take, error) {
	folder, err := takesFolder()
	if err != nil {
		return takes.Take{}, err
	}
	t, err := folder.Load(ref)
	fault := takesError(err)
	if ours, is := errors.AsType[*tts.Error](fault); is && errors.Is(err, fs.ErrNotExist) {
		ours.Cure = likeTake(folder, ref, ours.Cure)
	}
	return t, fault
}

// shownTake is a take's own JSON and where its audio is.
type shownTake struct {
	takes.Take
	File  string `json:"file"`
	Fault string `json:"fault,omitempty"`
	Live  bool   `json:"live,omitempty"`
}

func showTake(w io.Writer, t takes.Take) {
	var rows [][]string
	row := func(name, value string) {
		unit := say.takes.units[name]
		if value == say.takes.unknownPrice {
			unit = "" // as nothing is
		}
		if value != "" {
			rows = append(rows, []string{name, "= " + strings.TrimSpace(value+" "+unit)})
		}
	}
	when := func(at time.Time) string {
		if at.IsZero() {
			return ""
		}
		return at.Local().Format("2006-01-02 15:04:05 MST")
	}
	whole := func(name string, n *int64) {
		if n != nil {
			row(name, fmt.Sprint(*n))
		}
	}
	row("id", t.ID)
	row("time", when(t.Time))
	row("host", string(t.Host))
	row("base_url", t.BaseURL)
	for _, c := range presets.DiffRequests(tts.Request{}, t.Request) {
		value, n := string(c.B), 0.0
		switch {
		case c.Field == "timbre_weights": // which can be asked for again as it stands
			value = presets.Formula(t.Request.TimbreWeights)
		case json.Unmarshal(c.B, &n) == nil:
			value = presets.Number(c.Field, n)
		case json.Unmarshal(c.B, &value) != nil: // no text
			value = string(c.B)
		}
		row(c.Field, value)
	}
	row("text", t.Request.Text)
	whole("audio_ms", t.AudioMS)
	row("file", t.File)
	whole("bytes", &t.Bytes)
	if t.UsageCharacters != nil {
		row("usage_characters", number(t.UsageCharacters))
	}
	switch {
	case t.Live: // which has none yet
	case t.Price == nil && t.Host != tts.Sandbox:
		if t.UsageCharacters == nil {
			row("usage_characters", say.takes.unknownPrice)
		}
		row("price", say.takes.unknownPrice)
	default:
		row("price", session.Cost(t.Host, t.Price))
	}
	if way := t.Timing; way != nil {
		whole("lookup_ms", way.LookupMS)
		whole("connect_ms", way.ConnectMS)
		whole("tls_ms", way.TLSMS)
		whole("first_byte_ms", way.FirstByteMS)
		row("http", way.HTTP)
		row("reused", fmt.Sprint(way.Reused))
	}
	whole("first_chunk_ms", t.FirstChunkMS)
	whole("audible_ms", t.AudibleMS)
	row("trace_id", t.TraceID)
	row("request_id", t.RequestID)
	row("heard", when(t.Heard))
	if n := len(t.Subtitles); n > 0 {
		row("subtitles", fmt.Sprint(n))
	}
	if t.Starred {
		row("starred", "true")
	}
	row("note", t.Note)
	row("tags", strings.Join(t.Tags, ", "))
	switch {
	case t.Live:
		row("partial", say.takes.stillArriving)
	case t.Partial:
		row("partial", say.takes.notWhole)
	}
	row("fault", t.Fault)
	printColumns(w, rows)
}

func newTakesPlay(o *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "play " + say.help.takesPlay.takes,
		Short:             say.help.takesPlay.short,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: o.completeTake,
		RunE: func(cmd *cobra.Command, args []string) error {
			t, err := o.playTake(cmd.Context(), args[0])
			if err == nil && asJSON {
				return printJSON(o.out, listedTakes([]takes.Take{t}))
			}
			return err
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

func (o *options) playTake(ctx context.Context, ref string) (t takes.Take, err error) {
	if t, err = loadTake(ref); err != nil {
		return t, err
	}
	audio, format, err := session.OpenTake(t)
	if err != nil {
		return t, err
	}
	if !session.Playable(t.Request) {
		audio.Close()
		return t, tts.Machine(say.takes.notPlayed(t.Request.AudioFormat(), t.File), nil)
	}
	play, quiet := o.openPlayer()
	defer quiet()
	defer play.Close()
	if d := play.Device(); d.Silent {
		o.note(say.sound.silent(d.Reason))
	}
	if folder, err := takesFolder(); err == nil && !t.Live {
		folder.Heard(t.ID) // only the order of removal depends on it
	}
	play.Play(ctx, audio, format)
	return t, heard(ctx, play.Wait(ctx), say.takes.fileIs(t.File))
}
