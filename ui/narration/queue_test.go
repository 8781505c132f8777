package narration

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"voicestudio/presets/script"
	"voicestudio/tts"
	"voicestudio/tts/sandbox"
	"voicestudio/ui/config"
	"voicestudio/ui/session"
)

// serving is a session at a sandbox that stands for MiniMax, so that things cost.
func serving(t *testing.T, dir string, o sandbox.Config, money *tts.Money) *session.Session {
	t.Helper()
	t.Setenv("MINIMAX_API_KEY", "k")
	server, err := sandbox.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	return paying(t, dir, server, money)
}

// paying is one that asks a server.
func paying(t *testing.T, dir string, server *sandbox.Server, money *tts.Money) *session.Session {
	s := session.New(session.Config{Host: tts.MiniMax, Takes: filepath.Join(dir, "takes"), Cap: money,
		Hosts: map[tts.HostName]config.HostSettings{tts.MiniMax: {BaseURL: server.BaseURL(tts.MiniMax)}}})
	t.Cleanup(func() { s.Close() })
	return s
}

func work(rows ...string) Work {
	w := Work{Script: script.New().Follow(strings.Join(rows, "\n")), Kept: script.Kept{}}
	w.Request.Model = tts.DefaultModel
	w.Request.SetVoices([]tts.TimbreWeight{{VoiceID: "Wise_Woman"}})
	return w
}

func look(t *testing.T, s *session.Session, w *Work) []Row {
	t.Helper()
	rows, err := Look(t.Context(), s, *w)
	if err != nil {
		t.Fatal(err)
	}
	w.Kept, _ = Adopt(rows, w.Kept)
	return rows
}

// states are the lines' in one word.
func states(rows []Row) string {
	var all []string
	for _, r := range rows {
		all = append(all, fmt.Sprint([]string{"missing", "current", "words", "settings", "elsewhere", "refused"}[r.State]))
	}
	return strings.Join(all, " ")
}

// made makes lines, until nothing more is made or enough says so.
func made(t *testing.T, s *session.Session, w *Work, agreed session.Consent, enough func(*Queue, Event) bool, jobs ...Job) (all []Event) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	q := NewQueue(ctx, s)
	q.Add(agreed, false, jobs...)
	for {
		e, more := q.Next()
		if !more {
			return all
		}
		if all = append(all, e); e.Take != nil {
			w.Kept[e.Line] = w.Kept[e.Line].Made(e.Take.ID)
		}
		if enough != nil && enough(q, e) || e.Idle && len(q.Waiting()) == 0 && len(q.Spoken()) == 0 {
			return all
		}
	}
}

func takesOf(events []Event) (n int) {
	for _, e := range events {
		if e.Take != nil {
			n++
		}
	}
	return n
}

func TestAScriptIsMadeLineByLineAndWhatIsStaleIsMadeAgain(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	dir := t.TempDir()
	s := session.New(session.Config{Takes: filepath.Join(dir, "takes")})
	defer s.Close()
	w := work("Good morning.", "Yes.", "Fine (laughs) then.", "Yes.", "晚安，谢谢大家。")
	rows := look(t, s, &w)
	if b := BillOf(rows, false); states(rows) != "missing missing missing missing missing" || b.Lines != 4 || b.Free != 1 {
		t.Fatalf("%s, %+v", states(rows), b)
	}
	if n := takesOf(made(t, s, &w, session.OnlyFree, nil, Jobs(rows, false)...)); n != 5 {
		t.Fatalf("%d lines were made", n)
	}
	if rows = look(t, s, &w); states(rows) != "current current current current current" {
		t.Fatal(states(rows))
	}
	w.Script, _ = w.Rewrite(0, "Good evening.")
	w.Script = w.SetOwn(4, script.Own{Set: tts.Request{VoiceSetting: tts.VoiceSetting{Speed: new(0.9)}}})
	rows = look(t, s, &w)
	if states(rows) != "words current current current settings" || len(rows[4].Changes) != 1 || rows[4].Changes[0].Field != "voice_setting.speed" {
		t.Errorf("%s %+v", states(rows), rows[4].Changes)
	}
	rows = look(t, s, &w)
	kept := w.Kept[rows[4].ID].Choose(rows[4].Take.ID, rows[4].Wanted) // it sounds right as it is
	w.Kept[rows[4].ID] = kept
	if rows = look(t, s, &w); states(rows) != "words current current current current" {
		t.Errorf("chosen by ear: %s", states(rows))
	}
	if again := Jobs(rows, true); len(again) != 5 || again[0].Again || !again[1].Again {
		t.Errorf("all again: %+v", again)
	}
	w.Script, _ = w.Rewrite(0, "Good morning.")
	if rows = look(t, s, &w); rows[0].State != Current || BillOf(rows, false).Lines != 0 {
		t.Errorf("words that were spoken before: %s", states(rows))
	}
}

func TestAQueueThatIsKilledInTheMiddleGoesOnAndPaysNothingTwice(t *testing.T) {
	dir := t.TempDir()
	s := serving(t, dir, sandbox.Config{}, nil)
	w := work("One is here.", "Two is here.", "Three is here.", "Four is here.", "Five is here.")
	enough := 0
	made(t, s, &w, session.WithinCap, func(_ *Queue, e Event) bool {
		if e.Take != nil {
			enough++
		}
		return enough == 2
	}, Jobs(look(t, s, &w), false)...)
	w.Kept = script.Kept{} // the script's file had not been written
	rows := look(t, s, &w)
	left := BillOf(rows, false)
	if left.Lines > 3 || left.Lines < 1 {
		t.Fatalf("%s, %+v", states(rows), left)
	}
	made(t, s, &w, session.WithinCap, nil, Jobs(rows, false)...)
	all, _, _ := s.Takes().List()
	whole := 0
	for _, t := range all {
		if t.Whole() {
			whole++
		}
	}
	if rows = look(t, s, &w); BillOf(rows, false).Lines != 0 || whole != 5 {
		t.Errorf("%s, %d takes for 5 lines", states(rows), whole)
	}
}

func TestTwoProgramsThatMakeTheSameLinesPayOnce(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache")) // of the locks
	t.Setenv("MINIMAX_API_KEY", "k")
	server, err := sandbox.Start(sandbox.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	a, b := paying(t, dir, server, nil), paying(t, dir, server, nil)
	texts := []string{"One is here.", "Two is here.", "Three is here.", "Four is here.", "Five is here."}
	first, second := work(texts...), work(texts...)
	jobs, same := Jobs(look(t, a, &first), false), Jobs(look(t, b, &second), false)
	done := make(chan int)
	go func() { done <- takesOf(made(t, a, &first, session.WithinCap, nil, jobs...)) }()
	n := takesOf(made(t, b, &second, session.WithinCap, nil, same...))
	if m := <-done; n != 5 || m != 5 {
		t.Fatalf("%d and %d lines were made", m, n)
	}
	if all, _, _ := a.Takes().List(); len(all) != 5 {
		t.Errorf("%d takes for 5 lines", len(all))
	}
}

func TestWhereNoTakeCanBeKeptTheRestIsNotPaid(t *testing.T) {
	dir := t.TempDir()
	s := serving(t, dir, sandbox.Config{}, nil)
	w := work("One is here.", "Two is here.", "Three is here.", "Four is here.", "Five is here.")
	rows := look(t, s, &w)
	if err := os.WriteFile(filepath.Join(dir, "takes"), nil, 0o600); err != nil { // no folder any more
		t.Fatal(err)
	}
	halted := 0
	for _, e := range made(t, s, &w, session.WithinCap, nil, Jobs(rows, false)...) {
		halted = max(halted, len(e.Halted))
	}
	if halted < 4 {
		t.Errorf("%d of 5 lines were halted", halted)
	}
}

func TestTheCapHaltsTheRestAndALineThatIsRefusedDoesNot(t *testing.T) {
	dir := t.TempDir()
	s := serving(t, dir, sandbox.Config{}, &tts.Money{Amount: 0.0025, Currency: "USD"})
	w := work("One line that costs something.", "Another <#x#> of no form, <#1#><#2#> that is refused.", "A third that costs something as well.", "A fourth that costs something, too.")
	rows := look(t, s, &w)
	if rows[1].State != Refused || rows[1].Err == nil || len(Jobs(rows, false)) != 3 {
		t.Fatalf("%s: %v", states(rows), rows[1].Err)
	}
	events := made(t, s, &w, session.WithinCap, nil, Jobs(rows, false)...)
	var halted []Job
	for _, e := range events {
		halted = append(halted, e.Halted...)
	}
	if len(halted) == 0 || takesOf(events)+len(halted) != 3 {
		t.Errorf("%d made, %d halted: %+v", takesOf(events), len(halted), events)
	}
}
