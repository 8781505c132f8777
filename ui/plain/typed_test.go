package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/ui/studio/document"
)

func TestCtrlCStopsOnceAndLeavesTwice(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.host.gate = make(chan struct{})
	k := s.types()
	k.line("say Something that takes a while to be answered")
	k.until("the host is asked", func() bool { return len(s.host.asked()) == 1 })
	k.ctrlC <- os.Interrupt
	k.says("Stopped.")
	k.line("status") // it goes on
	k.says("Host sandbox")
	k.ctrlC <- os.Interrupt
	k.says("control C once more leaves")
	k.ctrlC <- os.Interrupt
	if err := tts.AsError(k.leaves(), tts.KindMachine); err == nil || err.Kind != tts.KindInterrupted {
		t.Errorf("%v", err)
	}
	if d, err := document.ReadDraft(filepath.Join(s.home, "draft.json")); err != nil || !strings.HasPrefix(d.Text, "Something") {
		t.Errorf("the draft: %v: %+v", err, d)
	}
}

func TestWhileItSoundsOneTypesOn(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.ear.held = true // it sounds until time passes
	k := s.types()
	k.line("say The first words")
	k.until("it sounds", func() bool { return len(s.ear.hears()) == 1 })
	lacks(t, k.said.String(), "Take 1") // nobody speaks over it
	k.line("speed 1.3")
	k.says("Speed 1.30 times.")
	k.line("pause")
	k.says("Paused at")
	k.line("p")
	k.line("where")
	k.says("Take 1 at 0.0 of")
	k.line("")
	k.says("Stopped.")
	k.line("This is no command but words")
	k.says("yes makes it the words")
	k.line("yes")
	k.says("28 characters")
	k.line("prompt off")
	k.says("no prompt any more")
	rest := len(k.said.String())
	k.line("speak")
	k.until("it sounds", func() bool { return len(s.ear.hears()) == 2 })
	k.line("quit")
	if err := k.leaves(); err != nil {
		t.Error(err)
	}
	lacks(t, k.said.String()[rest:], ">")
	if sent := s.host.asked(); len(sent) != 2 || sent[1].Text != "This is no command but words" || *sent[1].VoiceSetting.Speed != 1.3 {
		t.Errorf("%+v", sent)
	}
}

func TestWithoutADeviceTheFileIsNamed(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.ear.silent = true
	out, err := s.does("say Hello")
	if err != nil {
		t.Fatal(err)
	}
	has(t, out, "no sound: sound is off; the take is ", s.takes()[0].File)
}

func TestTheWordsAreEditedInTheEditor(t *testing.T) {
	t.Parallel()
	s := sit(t)
	from, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	o := s.options(from)
	o.Typed = true
	o.Editor = func(file string) error {
		was, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return os.WriteFile(file, []byte(strings.ToUpper(string(was))+" twice\n"), 0o600)
	}
	go func() {
		in.WriteString("text hello\nedit\nundo\nredo\nreplace TWICE with again\nreplace twice with again\nquit\n")
		in.Close()
	}()
	if err := Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	has(t, s.said.String(), "11 characters", "Undone: typing", "5 characters", "Done again: typing", "11 characters", `The words have no "TWICE"`, "Replaced once")
	if d, err := document.ReadDraft(filepath.Join(s.home, "draft.json")); err != nil || d.Text != "HELLO again" {
		t.Errorf("%v: %+v", err, d)
	}
}

func TestAPresetThatSomebodyElseChangedIsAskedAbout(t *testing.T) {
	t.Parallel()
	s := sit(t)
	own := presets.Folder{Dir: filepath.Join(s.home, "presets")}
	s.does("speed 1.2", "save Ours")
	theirs, err := own.Load("Ours")
	if err != nil {
		t.Fatal(err)
	}
	k := s.types()
	k.line("pitch 2")
	k.says("Pitch +2 semitones.")
	changed := theirs.Preset
	changed.Request.Set("voice_setting.emotion", "happy")
	if _, err := own.Update(theirs, changed); err != nil {
		t.Fatal(err)
	}
	k.line("save")
	k.says("Somebody else has changed Ours: emotion happy; mine keeps yours, theirs takes the other, both joins them, no writes nothing")
	k.line("both")
	k.says("Saved Ours")
	k.line("save Other")
	k.says("Saved Other")
	k.line("speed 0.8")
	k.line("open 99")
	k.line("undo")
	k.says("Undone: speed")
	k.line("rename Ours to Theirs")
	k.says("It is called Theirs now")
	k.line("remove Theirs")
	k.says("Theirs is deleted")
	k.line("undo")
	k.says("Undone: deleting the preset Theirs")
	k.line("undo")
	k.says("Undone: renaming Ours")
	k.line("quit")
	if err := k.leaves(); err != nil {
		t.Error(err)
	}
	now, err := own.Load("Ours")
	if err != nil || now.Request.VoiceSetting.Emotion != "happy" || *now.Request.VoiceSetting.Pitch != 2 || *now.Request.VoiceSetting.Speed != 1.2 {
		t.Errorf("%v: %+v", err, now.Request)
	}
}

// A late answer does nothing: no is the beginning of note, and y of nothing.
func TestAnAnswerToNoQuestionDoesNothing(t *testing.T) {
	t.Parallel()
	s := sit(t)
	s.does("say Hello", "note 1 the good one")
	for _, answer := range []string{"no", "n", "yes", "y", "No"} {
		if out, err := s.does(answer); err == nil || !strings.Contains(out, "Nothing is asked") {
			t.Errorf("%s: %v: %s", answer, err, out)
		}
	}
	if note := s.takes()[0].Note; note != "the good one" {
		t.Errorf("the note is %q", note)
	}
}

// What takes long is stopped by ctrl+c, which leaves only once more.
func TestCtrlCStopsWhatTakesLong(t *testing.T) {
	t.Parallel()
	for _, long := range []string{"ladder", "bench make", "lines make", "presets fingerprint", "tune"} {
		s := sit(t)
		s.does("text Hello over there. And over here.", "blend Wise_Woman 50 Abbess 50", "save Fox", "bench add", "bench add voice Deep_Voice_Man")
		s.host.gate = make(chan struct{})
		k := s.types()
		k.line(long)
		k.until("the host is asked by "+long, func() bool { return len(s.host.asked()) > 0 })
		k.ctrlC <- os.Interrupt
		k.says("Stopped.")
		k.line("status")
		k.says("Host sandbox, free, ")
		asked := len(s.host.asked())
		k.ctrlC <- os.Interrupt
		k.says("control C once more leaves")
		k.ctrlC <- os.Interrupt
		if err := tts.AsError(k.leaves(), tts.KindMachine); err == nil || err.Kind != tts.KindInterrupted {
			t.Errorf("%s: %v", long, err)
		}
		if n := len(s.host.asked()); n != asked || n > 2 {
			t.Errorf("%s: %d requests, then %d", long, asked, n)
		}
	}
}
