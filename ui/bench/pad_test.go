package bench

import (
	"slices"
	"testing"

	"voicestudio/presets/audition"
	"voicestudio/tts"
)

// pads are those there are: of three and of four voices, coarse and fine.
func pads(do func(p *Pad)) {
	for _, voices := range [][]string{{"a", "b", "c"}, {"a", "b", "c", "d"}} {
		do(NewPad(voices))
		p := NewPad(voices)
		p.Finer()
		do(p)
	}
}

func TestEachDotOfAPadIsALegalMixOfItsOwn(t *testing.T) {
	pads(func(p *Pad) {
		legal(t, p.Candidates(calm, tts.DashScope))
		for i := range p.Voices {
			alone := make([]int, len(p.Voices))
			alone[i] = 100
			dot := p.Nearest(alone)
			if !slices.Equal(p.Dots[dot].Shares, alone) || p.Candidate(dot, calm, tts.DashScope).Request.VoiceSetting.VoiceID != p.Voices[i] {
				t.Errorf("no corner is %s alone", p.Voices[i])
			}
		}
		edges := map[string]bool{} // which pairs meet
		for _, d := range p.Dots {
			if blend := Blended(p.Voices, d.Shares); len(blend) == 2 {
				edges[blend[0].VoiceID+blend[1].VoiceID] = true
			}
		}
		if want := map[bool]int{true: 3, false: 4}[p.Triangle()]; len(edges) != want {
			t.Errorf("%d edges of %d", len(edges), want)
		}
	})
	if NewPad([]string{"a", "b"}) != nil || NewPad(make([]string, 5)) != nil {
		t.Error("a pad of two or of five")
	}
}

func TestArrowsReachEachDot(t *testing.T) {
	arrows := [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}
	pads(func(p *Pad) {
		for from := range p.Dots {
			reached := map[int]bool{from: true}
			for next := []int{from}; len(next) > 0; {
				at := next[0]
				next = next[1:]
				for _, a := range arrows {
					to := p.Walk(at, a[0], a[1])
					if moved := p.Dots[to].X - p.Dots[at].X; to != at && (a[0] != 0 && moved*float64(a[0]) <= 0 || a[1] != 0 && (p.Dots[to].Y-p.Dots[at].Y)*float64(a[1]) <= 0) {
						t.Fatalf("%v leads from %+v to %+v", a, p.Dots[at], p.Dots[to])
					}
					if !reached[to] {
						reached[to] = true
						next = append(next, to)
					}
				}
			}
			if len(reached) != len(p.Dots) {
				t.Fatalf("%d of %d dots can be reached from %+v", len(reached), len(p.Dots), p.Dots[from])
			}
		}
	})
}

func TestDownGoesBackWhereUpHasComeFrom(t *testing.T) {
	p := NewPad([]string{"a", "b", "c"})
	from := p.Nearest([]int{40, 40, 20})
	up := p.Walk(from, 0, -1)
	if got := p.Dots[up].Shares; !slices.Equal(got, []int{40, 20, 40}) || p.Walk(up, 0, 1) != from {
		t.Errorf("up to %v, and down to %v", got, p.Dots[p.Walk(up, 0, 1)].Shares)
	}
	if corner := p.Nearest([]int{0, 100, 0}); p.Walk(corner, 1, 0) != corner || p.Walk(corner, 0, 1) != corner {
		t.Error("it leaves the pad")
	}
}

// A mix that is on both grids is one request, so that its clip is found again.
func TestAFinerPadHasTheDotsOfTheCoarseOne(t *testing.T) {
	for _, voices := range [][]string{{"a", "b", "c"}, {"a", "b", "c", "d"}} {
		p := NewPad(voices)
		was := p.Candidates(calm, tts.DashScope)
		if !p.Finer() || p.Finer() {
			t.Error("finer twice")
		}
		for _, c := range was {
			now := p.Candidates(calm, tts.DashScope)
			if i := slices.IndexFunc(now, func(o audition.Candidate) bool { return o.ID == c.ID }); i < 0 || !now[i].Request.Equal(c.Request) {
				t.Errorf("%s is not there any more", c.Label)
			}
		}
		if !p.Coarser() || len(p.Dots) != len(was) {
			t.Error("it does not go back")
		}
	}
	l, p := Between("a", "b", 6), NewPad([]string{"a", "b", "c"})
	if edge := p.Candidate(p.Nearest([]int{60, 40, 0}), calm, tts.DashScope); !edge.Request.Equal(l.Candidates(calm, tts.DashScope)[2].Request) {
		t.Error("60 / 40 on the ladder and on the pad's edge are two requests")
	}
}
