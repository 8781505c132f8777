package studio

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
)

// watchPace is how often takes are looked at that another program is writing.
const watchPace = time.Second

// writtenMsg brings takes of other programs as they are now.
type writtenMsg struct {
	takes []takes.Take
	gone  bool // one of which nothing came, or that cannot be read any more
}

// watch looks again soon at the takes that another program was writing; where
// there is none, nothing is looked at.
func (r *takesRoom) watch() tea.Cmd {
	var live []string
	for _, row := range r.rows {
		if row.Live && row.making == nil {
			live = append(live, row.ID)
		}
	}
	if r.watching || len(live) == 0 {
		return nil
	}
	r.watching = true
	folder := r.session.Takes()
	return tea.Tick(watchPace, func(time.Time) tea.Msg {
		var msg writtenMsg
		for _, id := range live {
			if take, err := folder.Load(id); err == nil {
				msg.takes = append(msg.takes, take)
			} else {
				msg.gone = true
			}
		}
		return msg
	})
}

func (r *takesRoom) written(msg writtenMsg) tea.Cmd {
	r.watching = false
	for _, take := range msg.takes {
		if row := r.find(take.ID); row != nil {
			row.Take = take
		}
	}
	r.rev++
	if msg.gone {
		return r.read()
	}
	return r.watch()
}

// lookAgain reads the folder of takes anew where something in it has changed
// since; it is asked when a person comes back to this window.
func (r *takesRoom) lookAgain() tea.Cmd {
	folder, stamp, read := r.session.Takes(), r.stamp, r.read()
	return func() tea.Msg {
		if stampOf(folder).Equal(stamp) {
			return nil
		}
		return read()
	}
}

// stampOf is when the folder last changed; zero where there is none.
func stampOf(folder takes.Folder) time.Time {
	info, err := os.Stat(folder.Dir)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
