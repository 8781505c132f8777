package studio

import (
	"fmt"
	"math"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voicestudio/presets"
	"voicestudio/ui/studio/dialog"
	"voicestudio/ui/studio/edit"
	"voicestudio/ui/studio/paint"
	"voicestudio/ui/studio/rooms"
	"voicestudio/ui/studio/rooms/library"
	"voicestudio/ui/studio/rooms/lines"
	"voicestudio/ui/studio/rooms/listen"
	"voicestudio/ui/studio/rooms/script"
	"voicestudio/ui/studio/rooms/settings"
)

// commands is the table of everything that keys do.
var commands []command

// The table is filled in init because commands that list commands would
// otherwise refer to it while it is made.
func init() {
	commands = []command{
		{id: "speak", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, off: (*Model).notSpoken, run: bySound((*listen.Sound).Speak)},
		{id: "speak-again", keys: []string{"alt+r", "f9"}, off: (*Model).notSpoken, run: func(m *Model) tea.Cmd { return m.sound.SpeakAgain(m.keys.repeated) }},
		{id: "pause", keys: []string{"space"}, bar: true, scope: rooms.OutsideText, off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).Pause)},
		{id: "pause-anywhere", keys: []string{"f7"}, hidden: true, off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).Pause)},
		{id: "escape", keys: []string{"esc"}, hidden: true, run: (*Model).escape},
		{id: "next-panel", keys: []string{"tab"}, bar: true, hidden: true, run: func(m *Model) tea.Cmd { return m.move(1) }},
		{id: "previous-panel", keys: []string{"shift+tab"}, hidden: true, run: func(m *Model) tea.Cmd { return m.move(-1) }},
		{id: "go", keys: []string{"g"}, bar: true, scope: rooms.OutsideText, hidden: true, run: (*Model).jump},
		{id: "save", keys: []string{"ctrl+s", "f3"}, bar: true, run: byPresets((*library.Presets).Save)},
		{id: "open", keys: []string{"ctrl+o", "f4"}, bar: true, run: byPresets((*library.Presets).OpenPresets)},
		{id: "palette", keys: []string{"ctrl+p", "f2"}, bar: true, hidden: true, run: (*Model).palette},
		{id: "help", keys: []string{"f1"}, hidden: true, run: (*Model).help},
		{id: "help-letter", keys: []string{"?"}, bar: true, scope: rooms.OutsideText, hidden: true, run: (*Model).help},
		{id: "compare", keys: []string{"f6"}, off: offTakes((*listen.Takes).NotMarked), run: byTakes((*listen.Takes).Compare)},
		{id: "compare-letter", keys: []string{"x"}, scope: rooms.OutsideText, hidden: true, off: offTakes((*listen.Takes).NotMarked), run: byTakes((*listen.Takes).Compare)},
		{id: "undo", keys: []string{"alt+z"}, run: (*Model).undo},
		{id: "redo", keys: []string{"alt+shift+z", "alt+Z"}, run: (*Model).redo},
		{id: "undo-letter", keys: []string{"u"}, scope: rooms.OutsideText, hidden: true, run: (*Model).undo},
		{id: "redo-letter", keys: []string{"U", "shift+u"}, scope: rooms.OutsideText, hidden: true, run: (*Model).redo},

		{id: "voice", run: func(m *Model) tea.Cmd { return m.forms.PickVoice(0) }},
		{id: "add-voice", keys: []string{"+", "insert"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).BlendFull), run: func(m *Model) tea.Cmd { return m.forms.PickVoice(len(m.Doc().Voices)) }},
		{id: "add-word", keys: []string{"+", "insert"}, bar: true, scope: rooms.InPronunciation, run: byForms((*settings.Forms).AddEntry)},
		{id: "preset-words", keys: []string{"f"}, bar: true, scope: rooms.InPronunciation, run: byForms((*settings.Forms).OfferWords)},
		{id: "hear-word", keys: []string{"s"}, bar: true, scope: rooms.InPronunciation, off: offForms((*settings.Forms).NoEntry), run: byForms((*settings.Forms).HearEntry)},
		{id: "mute", keys: []string{"m"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).NoVoice), run: byForms((*settings.Forms).Mute)},
		{id: "solo", keys: []string{"s"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).NoVoice), run: byForms((*settings.Forms).Solo)},
		{id: "lock", keys: []string{"o"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).NoVoice), run: byForms((*settings.Forms).Lock)},
		{id: "equalise", keys: []string{"e"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).NoBlend), run: byForms((*settings.Forms).Equalise)},
		{id: "swap", keys: []string{"w"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).NoVoice), run: byForms((*settings.Forms).SwapNext)},
		{id: "formula", keys: []string{"f"}, bar: true, scope: rooms.InBlend, off: offForms((*settings.Forms).NoVoices), run: byForms((*settings.Forms).CopyFormula)},
		{id: "host", run: func(m *Model) tea.Cmd { return m.hosts.Pick() }},
		{id: "model", run: byForms((*settings.Forms).PickModel)},
		{id: "language", run: byForms((*settings.Forms).PickLanguage)},
		{id: "insert-pause", run: func(m *Model) tea.Cmd { return m.script.Insert(script.APause) }},
		{id: "insert-sound", run: byForms((*settings.Forms).PickSound)},
		{id: "request", run: byRequest((*script.Request).Open)},
		{id: "insert-file", run: byScript((*script.Script).AskFile)},
		{id: "render-file", off: func(m *Model) string { return m.rows.Busy() }, run: func(m *Model) tea.Cmd { return m.rows.AskFile() }},
		{id: "write-in-editor", keys: []string{"alt+e"}, off: (*Model).noEditor, run: (*Model).writeInEditor},
		{id: "config", off: (*Model).noEditor, run: (*Model).openSettings},
		{id: "insert-sentence", run: byScript((*script.Script).PickSentence)},
		{id: "pause-length", off: offScript((*script.Script).NoPause), run: byScript((*script.Script).AskPause)},
		{id: "reset", run: byForms((*settings.Forms).Reset)},
		{id: "new", run: byLines((*lines.Lines).New)},
		{id: "stop", off: offSound((*listen.Sound).NoTake), run: bySound((*listen.Sound).Stop)},
		{id: "again", off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).Replay)},

		{id: "news", keys: []string{"alt+n", "f11"}, off: func(m *Model) string { return m.outside.NoNews() }, run: func(m *Model) tea.Cmd { return m.outside.Show() }},
		{id: "new-takes", off: offTakes((*listen.Takes).NoNews), run: byTakes((*listen.Takes).ShowNews)},
		{id: "copy-path", off: offTakes((*listen.Takes).NoneMeant), run: byTakes((*listen.Takes).CopyPath)},
		{id: "drafts", off: func(m *Model) string { return m.drafts.NoOther() }, run: func(m *Model) tea.Cmd { return m.drafts.Pick() }},
		{id: "messages", keys: []string{"f12", "alt+m"}, off: func(m *Model) string { return m.NothingSaid() }, run: func(m *Model) tea.Cmd { return m.Messages() }},

		{id: "up", keys: []string{"up", "k"}, scope: rooms.InForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.Row(-1) }},
		{id: "down", keys: []string{"down", "j"}, scope: rooms.InForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.Row(1) }},
		{id: "less", keys: []string{"left", "h"}, scope: rooms.InForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.Nudge(-1) }},
		{id: "more", keys: []string{"right", "l"}, bar: true, scope: rooms.InForm, hidden: true, off: offForms((*settings.Forms).NotMoved), run: func(m *Model) tea.Cmd { return m.forms.Nudge(1) }},
		{id: "much-less", keys: []string{"shift+left", "H"}, scope: rooms.InForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.Nudge(-10) }},
		{id: "much-more", keys: []string{"shift+right", "L"}, scope: rooms.InForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.Nudge(10) }},
		{id: "enter", keys: []string{"enter"}, scope: rooms.InForm, hidden: true, run: byForms((*settings.Forms).Activate)},
		{id: "type", keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-", ".", "="}, scope: rooms.InForm, hidden: true, run: func(m *Model) tea.Cmd { return m.forms.StartEntry(m.keys.pressed.String()) }},
		{id: "hear-at-once", keys: []string{"ctrl+t"}, bar: true, scope: rooms.OutsideText, run: byForms((*settings.Forms).HearAtOnce)},
		{id: "unset", keys: []string{"backspace", "delete"}, bar: true, scope: rooms.InForm, run: byForms((*settings.Forms).Unset)},

		{id: "back", keys: []string{"left", "h"}, scope: rooms.InSound, off: offSound((*listen.Sound).NotPlayable), run: func(m *Model) tea.Cmd { return m.sound.Seek(-1) }},
		{id: "forward", keys: []string{"right", "l"}, bar: true, scope: rooms.InSound, off: offSound((*listen.Sound).NotPlayable), run: func(m *Model) tea.Cmd { return m.sound.Seek(1) }},
		{id: "far-back", keys: []string{"shift+left", "H"}, scope: rooms.InSound, off: offSound((*listen.Sound).NotPlayable), run: func(m *Model) tea.Cmd { return m.sound.Seek(-10) }},
		{id: "far-forward", keys: []string{"shift+right", "L"}, scope: rooms.InSound, off: offSound((*listen.Sound).NotPlayable), run: func(m *Model) tea.Cmd { return m.sound.Seek(10) }},
		{id: "louder", keys: []string{"up", "k"}, scope: rooms.InSound, run: func(m *Model) tea.Cmd { return m.sound.Louder(1) }},
		{id: "quieter", keys: []string{"down", "j"}, scope: rooms.InSound, run: func(m *Model) tea.Cmd { return m.sound.Louder(-1) }},
		{id: "mute-sound", keys: []string{"m"}, bar: true, scope: rooms.InSound, off: offSound((*listen.Sound).NoDevice), run: bySound((*listen.Sound).MuteSound)},
		{id: "faster", keys: []string{"]"}, bar: true, scope: rooms.InSound, run: func(m *Model) tea.Cmd { return m.sound.Faster(0.1) }},
		{id: "slower", keys: []string{"["}, bar: true, scope: rooms.InSound, run: func(m *Model) tea.Cmd { return m.sound.Faster(-0.1) }},
		{id: "loop-from", keys: []string{"i"}, bar: true, scope: rooms.InSound, off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).LoopFrom)},
		{id: "loop-to", keys: []string{"o"}, bar: true, scope: rooms.InSound, off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).LoopTo)},
		{id: "from-start", keys: []string{"enter", "home"}, scope: rooms.InSound, hidden: true, off: offSound((*listen.Sound).NotPlayable), run: bySound((*listen.Sound).Replay)},

		{id: "take-up", keys: []string{"up", "k"}, scope: rooms.InTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.Move(-1) }},
		{id: "take-down", keys: []string{"down", "j"}, scope: rooms.InTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.Move(1) }},
		{id: "take-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: rooms.InTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.Move(-10) }},
		{id: "take-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: rooms.InTakes, hidden: true, run: func(m *Model) tea.Cmd { return m.takes.Move(10) }},
		{id: "play-take", keys: []string{"enter"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NotPlayable), run: byTakes((*listen.Takes).Play)},
		{id: "mark-a", keys: []string{"a"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NotPlayable), run: byTakes((*listen.Takes).MarkA)},
		{id: "mark-b", keys: []string{"b"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NotPlayable), run: byTakes((*listen.Takes).MarkB)},
		{id: "restore-take", keys: []string{"r"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoTakes), run: byTakes((*listen.Takes).RestoreTake)},
		{id: "star-take", keys: []string{"s"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoTakes), run: byTakes((*listen.Takes).StarTake)},
		{id: "vote-take", keys: []string{"v"}, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoVote), run: byTakes((*listen.Takes).Vote)},
		{id: "note-take", keys: []string{"n"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoTakes), run: byTakes((*listen.Takes).NoteTake)},
		{id: "tag-take", keys: []string{"t"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoTakes), run: byTakes((*listen.Takes).TagTake)},
		{id: "filter-takes", keys: []string{"f"}, bar: true, scope: rooms.InTakes, run: byTakes((*listen.Takes).NextFilter)},
		{id: "find-takes", keys: []string{"/"}, bar: true, scope: rooms.InTakes, run: byTakes((*listen.Takes).FindTakes)},
		{id: "export-take", keys: []string{"e"}, bar: true, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoTakes), run: byTakes((*listen.Takes).ExportTake)},
		{id: "timing", keys: []string{"i"}, scope: rooms.InTakes, off: offTakes((*listen.Takes).NotTimed), run: byTakes((*listen.Takes).ShowTiming)},
		{id: "delete-take", keys: []string{"delete", "backspace"}, scope: rooms.InTakes, off: offTakes((*listen.Takes).NoTakes), run: byTakes((*listen.Takes).DeleteTake)},

		{id: "audition", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, scope: rooms.InVoices, run: byForms((*settings.Forms).Audition)},
		{id: "favour", keys: []string{"ctrl+f"}, bar: true, scope: rooms.InVoices, run: byForms((*settings.Forms).Favour)},
		{id: "next-sample", keys: []string{"alt+s", "f8"}, scope: rooms.InVoices, run: byForms((*settings.Forms).NextSample)},
		{id: "hear-moving", keys: []string{"alt+m", "f10"}, scope: rooms.InVoices, run: byForms((*settings.Forms).HearMoving)},
		{id: "next-language", keys: []string{"ctrl+l"}, bar: true, scope: rooms.InVoices, run: inVoicesDo((*dialog.Voices).NextLanguage)},
		{id: "next-gender", keys: []string{"ctrl+g"}, bar: true, scope: rooms.InVoices, run: inVoicesDo((*dialog.Voices).NextGender)},
		{id: "next-voices", keys: []string{"tab"}, bar: true, scope: rooms.InVoices, run: inVoicesDo(func(d *dialog.Voices) { d.NextTab(1) })},
		{id: "previous-voices", keys: []string{"shift+tab"}, scope: rooms.InVoices, hidden: true, run: inVoicesDo(func(d *dialog.Voices) { d.NextTab(-1) })},
		{id: "open-preset", keys: []string{"enter"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPreset), run: byPresets((*library.Presets).OpenPreset)},
		{id: "apply-groups", keys: []string{"ctrl+g", "f10"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPreset), run: byPresets((*library.Presets).ApplyGroups)},
		{id: "hear-preset", keys: []string{"ctrl+r", "f5", "ctrl+enter"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPreset), run: byPresets((*library.Presets).HearPreset)},
		{id: "next-folder", keys: []string{"tab"}, bar: true, scope: rooms.InPresets, run: inBrowserDo(func(b *dialog.Browser) { b.NextFolder(1) })},
		{id: "previous-folder", keys: []string{"shift+tab"}, scope: rooms.InPresets, hidden: true, run: inBrowserDo(func(b *dialog.Browser) { b.NextFolder(-1) })},
		{id: "mark-preset", keys: []string{"space", "alt+m"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPreset), run: (*Model).markPreset},
		{id: "pull-presets", keys: []string{"alt+p"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoSync), run: byPresets((*library.Presets).PullTeam)},
		{id: "push-presets", keys: []string{"alt+u"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoSync), run: byPresets((*library.Presets).PushTeam)},
		{id: "tag-preset", keys: []string{"ctrl+t"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoOwnPreset), run: byPresets((*library.Presets).EditTags)},
		{id: "note-preset", keys: []string{"ctrl+e"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoOwnPreset), run: byPresets((*library.Presets).EditNotes)},
		{id: "rename-preset", keys: []string{"ctrl+n", "f8"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoOwnPreset), run: byPresets((*library.Presets).RenamePreset)},
		{id: "copy-preset", keys: []string{"ctrl+d"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPreset), run: byPresets((*library.Presets).CopyPreset)},
		{id: "delete-preset", keys: []string{"ctrl+x", "delete"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoOwnPreset), run: byPresets((*library.Presets).DeletePreset)},
		{id: "export-presets", keys: []string{"alt+e"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoneChosen), run: byPresets((*library.Presets).AskExport)},
		{id: "import-presets", keys: []string{"alt+i"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPresets), run: byPresets((*library.Presets).AskBundle)},
		{id: "lint-presets", keys: []string{"alt+l"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoPresets), run: byPresets((*library.Presets).LintFolder)},
		{id: "fingerprint-presets", keys: []string{"alt+t"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoFingerprint), run: byPresets((*library.Presets).Fingerprint)},
		{id: "check-presets", keys: []string{"alt+v"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NotListening), run: byPresets((*library.Presets).Check)},
		{id: "hear-then", keys: []string{"alt+h"}, bar: true, scope: rooms.InPresets, off: offPresets((*library.Presets).NoThen), run: (*Model).hearThen},
		{id: "sort-presets", keys: []string{"alt+s", "f12"}, scope: rooms.InPresets, run: inBrowserDo((*dialog.Browser).NextOrder)},

		{id: "value", keys: []string{"enter"}, bar: true, scope: rooms.InValue, hidden: true, run: byForms((*settings.Forms).AcceptValue)},
		{id: "value-drop", keys: []string{"esc"}, scope: rooms.InValue, hidden: true, run: byForms((*settings.Forms).DropValue)},
		{id: "value-erase", keys: []string{"backspace"}, scope: rooms.InValue, hidden: true, run: byForms((*settings.Forms).EraseValue)},
		{id: "value-leave", keys: []string{"up", "down", "left", "right", "tab", "shift+tab"}, scope: rooms.InValue, hidden: true, run: (*Model).leaveValue},

		{id: "accept", keys: []string{"enter"}, scope: rooms.InDialog, hidden: true, run: (*Model).accept},
		{id: "list-up", keys: []string{"up", "ctrl+k"}, scope: rooms.InList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-1) })},
		{id: "list-down", keys: []string{"down", "ctrl+j"}, scope: rooms.InList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(1) })},
		{id: "list-page-up", keys: []string{"pgup"}, scope: rooms.InList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-l.Page()) })},
		{id: "list-page-down", keys: []string{"pgdown"}, scope: rooms.InList, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(l.Page()) })},
		{id: "list-first", keys: []string{"ctrl+home"}, scope: rooms.InList, hidden: true, run: inListDo(func(l dialog.Lister) { l.To(0) })},
		{id: "list-last", keys: []string{"ctrl+end"}, scope: rooms.InList, hidden: true, run: inListDo(func(l dialog.Lister) { l.To(math.MaxInt) })},

		{id: "hear-both", keys: []string{"ctrl+k", "b"}, bar: true, scope: rooms.InReport, hidden: true, off: (*Model).nothingBeside, run: (*Model).hearBoth},
		{id: "mark-word", keys: []string{"space", "alt+m"}, scope: rooms.InWords, hidden: true, run: inWordsDo((*dialog.KnownWords).Mark)},
		{id: "other-way", keys: []string{"tab"}, scope: rooms.InWords, hidden: true, run: inWordsDo((*dialog.KnownWords).NextWay)},

		{id: "other-remedy", keys: []string{"tab"}, scope: rooms.InRighting, hidden: true, run: func(m *Model) tea.Cmd {
			m.Top().(*dialog.Everywhere).NextWay()
			return nil
		}},

		{id: "group-up", keys: []string{"k"}, scope: rooms.InGroups, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(-1) })},
		{id: "group-down", keys: []string{"j"}, scope: rooms.InGroups, hidden: true, run: inListDo(func(l dialog.Lister) { l.Move(1) })},
		{id: "group-toggle", keys: []string{"space", "x"}, scope: rooms.InGroups, hidden: true, run: inGroupsDo((*dialog.Groups).Toggle)},
		{id: "group-voice", keys: []string{"v"}, scope: rooms.InGroups, hidden: true, run: toggleGroup(presets.GroupVoice)},
		{id: "group-blend", keys: []string{"b"}, scope: rooms.InGroups, hidden: true, run: toggleGroup(presets.GroupBlend)},
		{id: "group-effects", keys: []string{"e"}, scope: rooms.InGroups, hidden: true, run: toggleGroup(presets.GroupEffects)},
		{id: "group-output", keys: []string{"o"}, scope: rooms.InGroups, hidden: true, run: toggleGroup(presets.GroupOutput)},

		{id: "clash-merge", keys: []string{"m"}, scope: rooms.InClash, hidden: true, run: choose(dialog.Merge)},
		{id: "clash-keep", keys: []string{"k"}, scope: rooms.InClash, hidden: true, run: choose(dialog.Keep)},
		{id: "clash-take", keys: []string{"t"}, scope: rooms.InClash, hidden: true, run: choose(dialog.Take)},
		{id: "clash-rename", keys: []string{"n"}, scope: rooms.InClash, hidden: true, run: choose(dialog.Rename)},

		{id: "request-copy", keys: []string{"y"}, bar: true, scope: rooms.InRequest, off: offRequest((*script.Request).NoCode), run: byRequest((*script.Request).Copy)},
		{id: "request-host", keys: []string{"right", "l"}, bar: true, scope: rooms.InRequest, run: func(m *Model) tea.Cmd { return m.request.OtherHost(1) }},
		{id: "request-host-back", keys: []string{"left", "h"}, scope: rooms.InRequest, hidden: true, run: func(m *Model) tea.Cmd { return m.request.OtherHost(-1) }},
		{id: "request-form", keys: []string{"f"}, bar: true, scope: rooms.InRequest, run: func(m *Model) tea.Cmd { return m.request.OtherForm(1) }},
		{id: "request-form-back", keys: []string{"F", "shift+f"}, scope: rooms.InRequest, hidden: true, run: func(m *Model) tea.Cmd { return m.request.OtherForm(-1) }},
		{id: "request-up", keys: []string{"up", "k"}, scope: rooms.InRequest, hidden: true, run: func(m *Model) tea.Cmd { return m.request.Scroll(-1) }},
		{id: "request-down", keys: []string{"down", "j"}, scope: rooms.InRequest, hidden: true, run: func(m *Model) tea.Cmd { return m.request.Scroll(1) }},
		{id: "request-page-up", keys: []string{"pgup", "shift+up", "K"}, scope: rooms.InRequest, hidden: true, run: func(m *Model) tea.Cmd { return m.request.Scroll(-m.request.Page()) }},
		{id: "request-page-down", keys: []string{"pgdown", "shift+down", "J"}, scope: rooms.InRequest, hidden: true, run: func(m *Model) tea.Cmd { return m.request.Scroll(m.request.Page()) }},
		{id: "request-trace", keys: []string{"t", "T"}, bar: true, scope: rooms.InRequest, off: offRequest((*script.Request).NoTrace), run: byRequest((*script.Request).CopyTrace)},
		{id: "request-error", keys: []string{"e", "E"}, bar: true, scope: rooms.InRequest, off: offRequest((*script.Request).NoError), run: byRequest((*script.Request).ShowError)},
		{id: "request-answer", keys: []string{"a"}, bar: true, scope: rooms.InRequest, off: offRequest((*script.Request).NoAnswer), run: byRequest((*script.Request).CopyAnswer)},
		{id: "pause-longer", keys: []string{"alt+up"}, scope: rooms.InScript, off: offScript((*script.Script).NoPlace), run: byScript((*script.Script).LengthenPause)},
		{id: "pause-shorter", keys: []string{"alt+down"}, scope: rooms.InScript, off: offScript((*script.Script).NoPause), run: func(m *Model) tea.Cmd { return m.script.StretchPause(-1) }},
		{id: "next-finding", keys: []string{"f8"}, bar: true, scope: rooms.InScript, off: offScript((*script.Script).NoFinding), run: byScript((*script.Script).NextFinding)},
		{id: "mend-finding", keys: []string{"alt+enter"}, bar: true, scope: rooms.InScript, off: offScript((*script.Script).NotMendable), run: byScript((*script.Script).Mend)},
		{id: "complete-path", keys: []string{"tab"}, scope: rooms.InFile, hidden: true, run: byScript((*script.Script).CompletePath)},
		{id: "replace-by-sentence", keys: []string{"alt+enter", "f10"}, scope: rooms.InSentences, hidden: true, run: byScript((*script.Script).ReplaceBySentence)},
		{id: "new-line", keys: []string{"enter", "shift+enter", "ctrl+j", "ctrl+m"}, scope: rooms.InScript, hidden: true, run: (*Model).newLine},
		{id: "note-line", keys: []string{"alt+enter", "shift+enter", "ctrl+j"}, scope: rooms.InNotes, hidden: true, run: (*Model).newLine},

		{id: "save-folder", keys: []string{"tab"}, scope: rooms.InSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.nextPlace(1) }},
		{id: "save-fingerprint", keys: []string{"alt+t"}, scope: rooms.InSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.perform(m.Top().(*dialog.Saver).NextTakes()) }},
		{id: "save-folder-back", keys: []string{"shift+tab"}, scope: rooms.InSaving, hidden: true, run: func(m *Model) tea.Cmd { return m.nextPlace(-1) }},

		{id: "export-next", keys: []string{"tab", "down"}, scope: rooms.InExport, hidden: true, run: inExportRow(1)},
		{id: "export-previous", keys: []string{"shift+tab", "up"}, scope: rooms.InExport, hidden: true, run: inExportRow(-1)},
		{id: "export-right", keys: []string{"right"}, scope: rooms.InExport, hidden: true, run: inExport(1)},
		{id: "export-left", keys: []string{"left"}, scope: rooms.InExport, hidden: true, run: inExport(-1)},

		{id: "copy-message", keys: []string{"c", "y"}, scope: rooms.InMessages, hidden: true, run: func(m *Model) tea.Cmd { return m.CopyMessage() }},

		{id: "suspend", keys: []string{"ctrl+z"}, run: (*Model).suspend},
		{id: "theme-auto", run: inPalette(paint.Auto)},
		{id: "theme-light", run: inPalette(paint.Light)},
		{id: "theme-dark", run: inPalette(paint.Dark)},
		{id: "theme-contrast", run: inPalette(paint.Contrast)},
		{id: "theme-terminal", run: inPalette(paint.Terminal)},
		{id: "less-motion", run: (*Model).lessMotion},
		{id: "quit", keys: []string{"ctrl+q", "ctrl+c"}, run: (*Model).quit},
	}
	commands = slices.Concat(commands, benchCommands(), duelCommands(), listenerCommands(), ladderCommands(), tuneCommands(), lineCommands())
	for _, p := range places {
		commands = append(commands, command{id: p.id, keys: []string{p.letter}, scope: rooms.InJump, run: goTo(p.panel, p.tab)})
	}
	for i, b := range edit.Keys() {
		commands = append(commands, command{id: fmt.Sprintf("text-%d", i), keys: b.Keys(), text: &b, scope: rooms.InText, hidden: true, run: (*Model).editText})
	}
	for i := range commands {
		commands[i].usual = commands[i].keys
	}
	ownKeysInWords()
}
