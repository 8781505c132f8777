package studio

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
)

func (m *Model) deleteTake() tea.Cmd {
	row, folder := m.takes.current(), m.session.Takes()
	switch {
	case row == m.sounding.row && m.sounding.cancel != nil, row == m.sounding.take && m.sounding.cancel == nil:
		m.endSound()
	case row == m.sounding.take:
		m.player.Pause() // what another take arrives into goes on
	}
	d := &deletedTake{at: m.now(), name: fmt.Sprintf("take %d", row.number), id: row.ID, a: row == m.takes.a, b: row == m.takes.b}
	m.takes.deleted = append(m.takes.deleted, d)
	return m.readTakes(func() (err error) {
		d.back, err = folder.Delete(row.ID)
		return err
	}, "deleted "+d.name+"; u brings it back", nil)
}

// deletedTake is a take in the trash, its mark and the way back.
type deletedTake struct {
	at   time.Time
	name string
	id   string
	a, b bool
	back func() error
}

type deletedTakes []*deletedTake

// last is when the latest was deleted; zero where there is none.
func (d deletedTakes) last() time.Time {
	if len(d) == 0 {
		return time.Time{}
	}
	return d[len(d)-1].at
}

// undeleteTake brings the take that was deleted last back.
func (m *Model) undeleteTake() tea.Cmd {
	l := &m.takes
	d := l.deleted[len(l.deleted)-1]
	l.deleted = l.deleted[:len(l.deleted)-1]
	return m.readTakes(d.back, d.name+" is back", func(m *Model) {
		row := l.find(d.id)
		if d.a && l.a == nil {
			l.a = row
		}
		if d.b && l.b == nil {
			l.b = row
		}
	})
}
