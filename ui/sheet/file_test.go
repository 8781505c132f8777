package sheet

import (
	"bytes"
	"testing"
)

const fiveRows = "text,preset,out,x_scene\n" +
	"Welcome back.,Warm narrator,a/1.mp3,intro\n" +
	"\"Let us begin, shall we?\",,a/2.mp3,intro\n" +
	"今天是不是很开心呀,,3.mp3,\n" +
	"Welcome back.,Warm narrator,4.mp3,the same again\n" +
	"\"Two\nlines\",,5.mp3,\n"

func FuzzSheet(f *testing.F) {
	for _, seed := range []string{"", fiveRows, "\ufeff" + fiveRows, "text,out\n\"a\"\"b\",c", "text,out\n\xff", "text;out\n", "out,text,x_1,preset\r\n,,,\r\n1,2,3,4"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		lines, err := parse(b)
		if err == nil && len(lines) == 0 {
			t.Error("neither rows nor an error")
		}
		last := Line{}
		for _, l := range lines {
			if l.Row <= last.Row || l.At <= last.At || l.At > 1+bytes.Count(b, []byte("\n"))+bytes.Count(b, []byte("\r")) {
				t.Errorf("row %d at line %d after %+v", l.Row, l.At, last)
			}
			last = l
		}
	})
}
