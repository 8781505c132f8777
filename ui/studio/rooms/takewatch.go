package rooms

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
)

// watchPace is how often takes are looked at that another program is writing.
const watchPace = time.Second

// WrittenMsg brings takes of other programs as they are now.
type WrittenMsg struct {
	takes []takes.Take
	gone  bool // one of which nothing came, or that cannot be read any more
}

// watch looks again soon at the takes that another program was writing; where
// there is none, nothing is looked at.
func (r *Takes) watch() tea.Cmd {
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
	folder := r.Session.Takes()
	return tea.Tick(watchPace, func(time.Time) tea.Msg {
		var msg WrittenMsg
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

// Written shows takes of other programs as they are now.
func (r *Takes) Written(msg WrittenMsg) tea.Cmd {
	r.watching = false
	for _, take := range msg.takes {
		if row := r.find(take.ID); row != nil {
			row.become(take)
		}
	}
	r.rev++
	if msg.gone {
		return r.Read()
	}
	return r.watch()
}

// LookAgain reads the folder of takes anew where something in it has changed
// since; it is asked when a person comes back to this window.
func (r *Takes) LookAgain() tea.Cmd {
	folder, stamp, read := r.Session.Takes(), r.stamp, r.Read()
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
