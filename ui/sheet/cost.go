package sheet

import "voicestudio/tts"

// Cost is what a run will send, as far as anybody knows before it.
type Cost struct {
	Rows       int
	Done       int // their files are there
	Free       int // they come from disk
	Send       int // the host is asked for them
	Characters int
	Price      *tts.Money // of those whose price is known
	Unpriced   int        // rows whose price is not
}

// Divide groups the rows that are not done yet by what they ask for: the rows
// of a group are spoken one after the other, so that the second plays from
// disk what the first has paid.
func (r *Run) Divide(jobs []*Job) (groups [][]*Job) {
	at := map[string]int{}
	for _, j := range jobs {
		if j.Done != nil && !r.Again {
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

// Sends reports whether a row of a group is asked of the host.
func (r *Run) Sends(group []*Job, i int) bool {
	return i == 0 && (r.Again || len(group[0].Takes) == 0)
}

// Estimate adds up what the groups of Divide will cost.
func (r *Run) Estimate(host tts.HostProfile, jobs []*Job, groups [][]*Job) (c Cost) {
	c.Rows, c.Done = len(jobs), len(jobs)
	for _, group := range groups {
		c.Done -= len(group)
		c.Free += len(group)
		if !r.Sends(group, 0) {
			continue
		}
		c.Free--
		c.Send++
		characters := tts.EstimateCharacters(group[0].Ask.Request.Text)
		c.Characters += characters
		price, known := tts.PriceOf(host.Name, group[0].Ask.Request.Model)
		if !known {
			c.Unpriced++
			continue
		}
		c.Price = Plus(c.Price, price.Of(characters))
	}
	return c
}

// Plus adds money of one host, which has one currency.
func Plus(sum *tts.Money, m tts.Money) *tts.Money {
	if sum != nil {
		m.Amount += sum.Amount
	}
	return &m
}
