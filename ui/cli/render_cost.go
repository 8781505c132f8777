package cli

import (
	"strings"

	"voicestudio/tts"
)

// cost is what a run will send, as far as anybody knows before it.
type cost struct {
	rows, done, free, send int
	characters             int
	price                  *tts.Money // of those whose price is known
	unpriced               int        // rows whose price is not
}

// divide groups the rows that are not done yet by what they ask for: the rows
// of a group are spoken one after the other, so that the second plays from
// disk what the first has paid.
func (r *render) divide(jobs []*job) (groups [][]*job) {
	at := map[string]int{}
	for _, j := range jobs {
		if j.done != nil && !r.again {
			continue
		}
		i, known := at[j.hash]
		if !known {
			i = len(groups)
			at[j.hash], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], j)
	}
	return groups
}

// sends reports whether a row of a group is asked of the host.
func (r *render) sends(group []*job, i int) bool {
	return i == 0 && (r.again || len(group[0].takes) == 0)
}

func (r *render) estimate(host tts.HostProfile, jobs []*job, groups [][]*job) (c cost) {
	c.rows, c.done = len(jobs), len(jobs)
	for _, group := range groups {
		c.done -= len(group)
		c.free += len(group)
		if !r.sends(group, 0) {
			continue
		}
		c.free--
		c.send++
		characters := tts.EstimateCharacters(group[0].ask.Request.Text)
		c.characters += characters
		price, known := tts.PriceOf(host.Name, group[0].ask.Request.Model)
		if !known {
			c.unpriced++
			continue
		}
		c.price = plus(c.price, price.Of(characters))
	}
	return c
}

// plus adds money of one host, which has one currency.
func plus(sum *tts.Money, m tts.Money) *tts.Money {
	if sum != nil {
		m.Amount += sum.Amount
	}
	return &m
}

func (c cost) sentence(host tts.HostProfile) string {
	said := []string{say.render.rows(c.rows)}
	if c.done > 0 {
		said = append(said, say.render.done(c.done))
	}
	if c.free > 0 {
		said = append(said, say.render.free(c.free))
	}
	if c.send > 0 {
		said = append(said, say.render.send(c.send, host.Title, c.characters))
	}
	switch {
	case c.send == 0:
	case host.Name == tts.Sandbox:
		said = append(said, say.render.atNoCost)
	case c.price == nil:
		said = append(said, say.render.unknownPrice)
	default:
		said = append(said, say.render.price(*c.price, c.unpriced))
	}
	return strings.Join(said, ", ")
}
