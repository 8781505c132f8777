package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
)

// five is a page of five clips in ten pairs: six seconds each of 128 kbit/s, and
// maps as the bench makes them.
func five() Page {
	noise := rand.NewChaCha8([32]byte{5})
	p := Page{Name: "Warm narrator", Test: "7d0c", Kind: "pairs", Text: "Welcome back.", Maps: make([][][]Knot, 5)}
	for i := range 5 {
		audio, shape := make([]byte, 96_000), make([]byte, 600)
		noise.Read(audio)
		noise.Read(shape)
		p.Clips = append(p.Clips, Clip{
			ID: fmt.Sprintf("k%d", i), Audio: audio, Gain: -1.5, From: 120 * time.Millisecond,
			Length: 6 * time.Second, Mark: Mark{At: 60 * time.Millisecond, Shape: shape},
		})
		p.Maps[i] = make([][]Knot, 5)
		for j := i + 1; j < 5; j++ {
			for k := range 60 {
				at := time.Duration(k) * 101_234_567
				p.Maps[i][j] = append(p.Maps[i][j], Knot{at, at + time.Duration(j)*7_654_321})
			}
		}
	}
	return p
}

func written(t *testing.T, p Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	block  = regexp.MustCompile(`(?s)<script type="application/json" id="page">(.*?)</script>`)
	script = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	styled = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
)

func TestNothingIsDoneButWhatThePolicyNames(t *testing.T) {
	file := written(t, five())
	policy := html.UnescapeString(regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(file)[1])
	directives := map[string]string{}
	for d := range strings.SplitSeq(policy, "; ") {
		name, allowed, _ := strings.Cut(d, " ")
		directives[name] = allowed
	}
	hashes := func(inline [][]string) string {
		var list []string
		for _, m := range inline {
			sum := sha256.Sum256([]byte(m[1]))
			list = append(list, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
		return strings.Join(list, " ")
	}
	want := map[string]string{
		"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
		"script-src": hashes(script.FindAllStringSubmatch(file, -1)),
		"style-src":  hashes(styled.FindAllStringSubmatch(file, -1)),
	}
	for name, allowed := range want {
		if directives[name] != allowed || allowed == "" {
			t.Errorf("%s allows %s, the file has %s", name, directives[name], allowed)
		}
	}
	if len(directives) != len(want) {
		t.Errorf("the policy is %s", policy)
	}
	if strings.Index(file, "Content-Security-Policy") > strings.Index(file, "<style") {
		t.Error("the policy comes after what it is about")
	}
	bare := block.ReplaceAllString(file, "")
	for _, fetched := range []string{" src=", " href=", "url(", "@import", "http:", "https:", "fetch(", "XMLHttpRequest", " style=", " onclick="} {
		if strings.Contains(bare, fetched) {
			t.Errorf("the file has %q in it", fetched)
		}
	}
}

func TestThePageHasWhatItWasGiven(t *testing.T) {
	p := five()
	var d struct {
		Name, File, Test, Kind, Text string
		Clips                        []struct {
			ID                 string
			Audio              []byte
			Gain, From, Length float64
			Mark               struct {
				At    float64
				Shape []byte
			}
		}
		Maps [][][][2]float64
	}
	if err := json.Unmarshal([]byte(block.FindStringSubmatch(written(t, p))[1]), &d); err != nil {
		t.Fatal(err)
	}
	c, q := p.Clips[3], d.Clips[3]
	if d.Name != p.Name || d.Test != p.Test || d.Kind != p.Kind || d.Text != p.Text || d.File != "warm-narrator-votes.json" {
		t.Errorf("the page is %s %s %s %s %s", d.Name, d.File, d.Test, d.Kind, d.Text)
	}
	if q.ID != c.ID || !bytes.Equal(q.Audio, c.Audio) || q.Gain != c.Gain || q.From != 0.12 || q.Length != 6 || q.Mark.At != 0.06 || !bytes.Equal(q.Mark.Shape, c.Mark.Shape) {
		t.Errorf("a clip is %+v", q)
	}
	if len(d.Maps[1][4]) != 60 || d.Maps[1][4][2] != [2]float64{0.2025, 0.2331} || d.Maps[4][1] != nil {
		t.Errorf("a map is %v and %v", d.Maps[1][4], d.Maps[4][1])
	}
}

func TestTextOfOthersStaysText(t *testing.T) {
	hostile := "</script><script>alert('1')</script><!--\"&\u2028</title></style>{{.Data}}"
	p := five()
	p.Name, p.Text, p.Test, p.Clips[0].ID = hostile, hostile, hostile, hostile
	file := written(t, p)
	if n := strings.Count(file, "<script"); n != 1+len(scripts) {
		t.Errorf("the file has %d scripts", n)
	}
	inside := block.FindStringSubmatch(file)[1]
	if strings.ContainsAny(inside, "<\u2028") {
		t.Error("< or a line separator is in the data as it came")
	}
	var d struct {
		Name, Text string
		Clips      []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(inside), &d); err != nil || d.Name != hostile || d.Text != hostile || d.Clips[0].ID != hostile {
		t.Errorf("the text is %q, %q, %v", d.Name, d.Text, err)
	}
	title := regexp.MustCompile(`<title>(.*)</title>`).FindStringSubmatch(file)[1]
	if strings.Contains(title, "<") || html.UnescapeString(title) != hostile {
		t.Errorf("the title is %q", title)
	}
}

func TestFiveClipsOfSixSecondsAreAtMostTwoMegabytes(t *testing.T) {
	if n := len(written(t, five())); n > 2_000_000 {
		t.Errorf("%d bytes", n)
	}
}

func TestWhoReadsTheFileFindsNoNames(t *testing.T) {
	inside := block.FindStringSubmatch(written(t, five()))[1]
	var d map[string]any
	if err := json.Unmarshal([]byte(inside), &d); err != nil {
		t.Fatal(err)
	}
	for _, c := range d["clips"].([]any) {
		for key := range c.(map[string]any) {
			if !strings.Contains(" id audio gain from length mark ", " "+key+" ") {
				t.Errorf("a clip tells its %s", key)
			}
		}
	}
}

func TestWithoutScriptsItSaysWhatToDoInBothLanguages(t *testing.T) {
	file := written(t, five())
	said := regexp.MustCompile(`(?s)<noscript>(.*?)</noscript>`).FindStringSubmatch(file)[1]
	for _, sentence := range []string{`<p lang="en">` + english.NoScript, `<p lang="zh-CN">` + chinese.NoScript} {
		if !strings.Contains(said, sentence) {
			t.Errorf("%s is not in %s", sentence, said)
		}
	}
}

type full struct{ left int }

var errFull = errors.New("no space left on device")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestADiskThatIsFullIsTold(t *testing.T) {
	for _, left := range []int{0, 1000, 300_000} {
		if err := Write(&full{left}, five()); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}

func TestVotesAreNamedForTheAudition(t *testing.T) {
	for name, want := range map[string]string{
		"Warm narrator": "warm-narrator-votes.json", "温柔的声音": "温柔的声音-votes.json",
		"a/b:c": "a-b-c-votes.json", "?!": "votes.json", "": "votes.json",
	} {
		if is := fileOf(name); is != want {
			t.Errorf("%q: %s", name, is)
		}
	}
}
