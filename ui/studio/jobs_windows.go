package studio

import (
	"context"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// jobs is how a shell stops a program; on Windows none does.
type jobs struct {
	alone bool
	lent  atomic.Bool // another program has the terminal
}

func (j *jobs) begin(context.Context, func(tea.Msg)) { j.alone = true }
func (j *jobs) stop() tea.Cmd                        { return nil }
