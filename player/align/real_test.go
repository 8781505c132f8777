package align

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"voicestudio/player/measure"
)

func wpm(n string) float64 {
	b, _ := os.ReadFile("/tmp/al/v/" + n + ".wpm")
	x := 0.0
	fmt.Sscan(string(b), &x)
	return x / 175
}
func run(t *testing.T, name string, pairs [][2]take) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var y, f tally
	var us []float64
	for k, p := range pairs {
		if len(p[0].words) != len(p[1].words) {
			t.Log("words differ", len(p[0].words), len(p[1].words))
			continue
		}
		m, u := tryBetween(Of(p[0].Sound), Of(p[1].Sound))
		us = append(us, u)
		if false {
			t.Logf("   unlike %.2f pair %d", u, k)
		}
		if m == nil {
			t.Log("nil")
			continue
		}
		y.add(judge(p[0], p[1], m.At, rnd, 100))
		f.add(judge(p[0], p[1], fraction(p[0], p[1]), rnd, 100))
	}
	slices.Sort(us)
	t.Logf("%-22s %v unlike %.2f %.2f %.2f", name, y, us[0], us[len(us)/2], us[len(us)-1])
}
func fx(tk take, name string) take {
	b, err := os.ReadFile("/tmp/al/out/" + name)
	if err != nil {
		panic(err)
	}
	x := make([]float32, len(b)/4)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	tk.Samples = x
	return tk
}
func mp3(t *testing.T, tk take, kbit, rate string) take {
	b := make([]byte, 2*len(tk.Samples))
	for i, v := range tk.Samples {
		binary.LittleEndian.PutUint16(b[2*i:], uint16(int16(v*32767)))
	}
	c := exec.Command("sh", "-c", "lame --flush -r -s 22.05 --resample "+rate+" --bitwidth 16 --signed --little-endian -m m --cbr -b "+kbit+" -t --quiet - - | mpg123 -q -s -e f32 -")
	c.Stdin = strings.NewReader(string(b))
	o, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	x := make([]float32, len(o)/4)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(o[4*i:]))
	}
	r := 0.0
	fmt.Sscan(rate, &r)
	tk.Sound = measure.Sound{Samples: x, Channels: 1, Rate: int(r * 1000)}
	tk.words = slices.Clone(tk.words)
	for i := range tk.words {
		tk.words[i].from += 1105 / r / 1000
		tk.words[i].to += 1105 / r / 1000
	}
	return tk
}
func TestReal(t *testing.T) { real(t) }
func real(t *testing.T) {
	os.MkdirAll("/tmp/al/in", 0o755)
	os.MkdirAll("/tmp/al/out", 0o755)
	for _, l := range []struct {
		lang  string
		texts []string
	}{{"en", textEN}, {"cmn-latn-pinyin", textZH}} {
		var ids, bl, em, pi, eff, m3 [][2]take
		say := func(v, text string) take { return speak(t, l.lang+"+"+v, wpm(v), 50, text) }
		for ti, text := range l.texts {
			for i := range 8 {
				for j := range i {
					ids = append(ids, [2]take{say(fmt.Sprint("id", i), text), say(fmt.Sprint("id", j), text)})
				}
			}
			for i := range 8 {
				bl = append(bl, [2]take{say(fmt.Sprint("bl", i), text), say(fmt.Sprint("id", (i+3)%8), text)})
			}
			for _, e := range []string{"happy", "sad", "angry", "fearful", "disgusted", "surprised", "calm", "whisper"} {
				em = append(em, [2]take{say("id0", text), say("em"+e, text)})
			}
			for _, e := range []string{"pi0", "pi6", "pi18", "pi24"} {
				pi = append(pi, [2]take{say("id0", text), say(e, text)})
			}
			base := say("id0", text)
			for _, v := range []string{"id0", "id3"} {
				tk := say(v, text)
				name := fmt.Sprintf("%s%d%s", l.lang[:2], ti, v)
				o := make([]byte, 4*len(tk.Samples))
				for i, x := range tk.Samples {
					binary.LittleEndian.PutUint32(o[4*i:], math.Float32bits(x*0.5))
				}
				os.WriteFile("/tmp/al/in/"+name+".raw", o, 0o644)
				for _, e := range []string{"spacious_echo", "auditorium_echo", "lofi_telephone", "robotic"} {
					if _, err := os.Stat("/tmp/al/out/" + name + "." + e); err == nil {
						eff = append(eff, [2]take{base, fx(tk, name+"."+e)})
					}
				}
				m3 = append(m3, [2]take{base, mp3(t, tk, "128", "32")}, [2]take{base, mp3(t, tk, "32", "8")}, [2]take{mp3(t, base, "64", "44.1"), mp3(t, tk, "32", "24")})
			}
		}
		run(t, l.lang+" ids", ids)
		run(t, l.lang+" blends", bl)
		run(t, l.lang+" emotions", em)
		for i, e := range []string{} {
			_ = e
			var x [][2]take
			for k := i; k < len(em); k += 8 {
				x = append(x, em[k])
			}
			run(t, "   "+e, x)
		}
		run(t, l.lang+" pitch", pi)
		for i, e := range []string{"32k", "8k", "44/24"} {
			var x [][2]take
			for k := i; k < len(m3); k += 3 {
				x = append(x, m3[k])
			}
			run(t, "   mp3 "+e, x)
		}
		if len(eff) > 0 {
			for i, e := range []string{"spacious", "auditorium", "phone", "robot"} {
				var x [][2]take
				for k := i; k < len(eff); k += 4 {
					x = append(x, eff[k])
				}
				run(t, "   fx "+e, x)
			}
		}
	}
}
