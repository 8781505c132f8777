package listen

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"voicestudio/tts/takes"
	"voicestudio/ui/studio/rooms"
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
	for _, row := range r.Rows {
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
	r.Rev++
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

// FolderMsg tells how many takes are in the folder.
type FolderMsg struct{ takes int }

// Look counts the takes in the folder, in which something has changed.
func (r *Takes) Look() tea.Cmd {
	folder := r.Session.Takes()
	return func() tea.Msg {
		described, _ := filepath.Glob(filepath.Join(folder.Dir, "*.json"))
		return FolderMsg{len(described)}
	}
}

// Followed reads the folder anew where another number of takes is in it than
// are known; what is done here changes the folder, too.
func (r *Takes) Followed(msg FolderMsg) tea.Cmd {
	known := 0
	if len(r.Rows) > 0 {
		known = r.Rows[0].Number
	}
	if msg.takes == known || !r.begun {
		return nil
	}
	return r.Read()
}

// came tells of takes that others have made.
func (r *Takes) came(ids []string) tea.Cmd {
	ids = slices.DeleteFunc(ids, func(id string) bool {
		made := r.find(id).Request
		return slices.ContainsFunc(r.Sound.asked, made.Equal) // and given up before it came
	})
	if len(ids) == 0 || r.Focus == rooms.TakesPanel {
		return nil
	}
	r.outside = append(ids, r.outside...)
	return r.Say(rooms.Note, Say.Takes.came(len(ids)))
}

// News names the takes that others have made and nobody has looked at; empty
// where there are none.
func (r *Takes) News() string {
	if len(r.outside) == 0 {
		return ""
	}
	return Say.Takes.news(len(r.outside))
}

// Seen forgets them once somebody looks at the takes.
func (r *Takes) Seen() { r.outside = nil }

// NoNews says why there is nothing to show.
func (r *Takes) NoNews() string {
	if len(r.outside) == 0 {
		return Say.Takes.noNews
	}
	return ""
}

// ShowNews goes to the newest take that others have made.
func (r *Takes) ShowNews() tea.Cmd {
	row := r.find(r.outside[0])
	r.Seen()
	r.FocusOn(rooms.TakesPanel)
	if row == nil {
		return r.Say(rooms.Caution, Say.Takes.gone)
	}
	if r.sift(); !slices.Contains(r.shown, row) {
		r.filterBy(filter{})
	}
	r.To(slices.Index(r.shown, row))
	return nil
}

// stampOf is when the folder last changed; zero where there is none.
func stampOf(folder takes.Folder) time.Time {
	info, err := os.Stat(folder.Dir)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
