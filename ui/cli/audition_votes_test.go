package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"voicestudio/presets/audition"
)

// listeners are those of an audition "x" with a page of its three candidates: the
// preset Storyteller and two that are called Wise Woman.
type listeners struct {
	*person
	t    *testing.T
	page audition.Test
}

func withListeners(t *testing.T) *listeners {
	p := author(t).with("MINIMAX_API_KEY=k")
	url, _ := trialHost(t, "")
	made := p.runs("", "audition", "new", "x", "--host", "minimax", "--base-url", url, "--yes", "--text", "Hi.", "--preset", "Storyteller", "--voice", "Wise_Woman", "--voice", "Calm_Woman")
	if made.code != 0 {
		t.Fatalf("%+v", made)
	}
	a, err := p.auditions().Edit("x", func(a *audition.Audition) { a.Candidates[2].Label = "Wise Woman" })
	if err != nil {
		t.Fatal(err)
	}
	takes := map[string]string{}
	for _, c := range a.Candidates {
		takes[c.ID] = c.Take
	}
	page, err := p.auditions().Examine("x", audition.Pairs, takes, func(audition.Test) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return &listeners{p, t, page}
}

// save writes what somebody saved on the page: answers such as "c1 c2 -1", where
// the first was heard first.
func (l *listeners) save(file, name string, answers ...string) string {
	clip := func(id string) string {
		return l.page.Clips[slices.IndexFunc(l.page.Clips, func(c audition.TestClip) bool { return c.ID == id })].Clip
	}
	s := audition.Session{Version: 1, Test: l.page.ID, Session: "session-" + file[:strings.Index(file, ".")], Name: name}
	for _, each := range answers {
		var a, b string
		v := audition.Vote{Plays: 2, Switches: 1, MS: 4000}
		fmt.Sscan(each, &a, &b, &v.Answer)
		v.A, v.B, v.First = clip(a), clip(b), clip(a)
		s.Answers = append(s.Answers, v)
	}
	data, err := json.Marshal(s)
	if err != nil {
		l.t.Fatal(err)
	}
	l.write(file, string(data))
	return file
}

func TestVotesOfListenersComeIn(t *testing.T) {
	t.Parallel()
	p := withListeners(t)
	if none := p.runs("", "audition", "result", "x"); none.code != 0 || none.out != "Nobody has voted yet.\n" {
		t.Errorf("%+v", none)
	}
	anna, ben := p.save("anna.json", "Anna", "c1 c2 -2", "c2 c3 0"), p.save("ben.json", "", "c2 c1 1", "c1 c3 -1", "c2 c3 1")
	p.write("letter.txt", "Dear all,")
	p.write("newer.json", `{"version": 7}`)
	got := p.runs(read(t, p.path(ben)), "audition", "import", "X", anna, "letter.txt", "gone.json", "newer.json", "-", ben)
	lines := strings.Split(got.out, "\n")
	if got.code != exitRequest || len(lines) != 5 || lines[0] != "anna.json: Anna, 2 answers, new" || lines[1] != "-: somebody, 3 answers, new" || lines[2] != "ben.json: somebody, 3 answers, nothing new" ||
		!strings.HasPrefix(lines[3], "2 listeners, 5 votes. ") {
		t.Errorf("%+v", got)
	}
	for _, says := range []string{"letter.txt: line 1: not valid JSON", "gone.json: no such file or directory", "newer.json: votes on the page of a newer voicestudio (version 7"} {
		if !strings.Contains(got.err, "voicestudio: "+says) {
			t.Errorf("%q is not in\n%s", says, got.err)
		}
	}
	file := read(t, p.auditions().Path("x"))
	if again := p.runs("", "audition", "import", "x", ben, anna); again.code != 0 || strings.Count(again.out, "nothing new") != 2 || again.err != "" || read(t, p.auditions().Path("x")) != file {
		t.Errorf("%+v", again)
	}
	p.save("anna.json", "Anna", "c1 c2 -2", "c2 c3 0", "c3 c1 1")
	if longer := p.runs("", "audition", "import", "x", anna); !strings.HasPrefix(longer.out, "anna.json: Anna, 3 answers, more than before\n2 listeners, 6 votes. ") {
		t.Errorf("%+v", longer)
	}
	for args, code := range map[string]int{"import nobody anna.json": exitRequest, "result nobody": exitRequest, "import x": exitRequest, "import x .": exitRequest} {
		if bad := p.runs("", append([]string{"audition"}, strings.Fields(args)...)...); bad.code != code || bad.err == "" {
			t.Errorf("%s: %+v", args, bad)
		}
	}
	for begun, want := range map[string]string{"import ": "x\tHi.", "result ": "x\tHi.", "import x ": "json"} {
		if offered := p.runs("", append([]string{"__complete", "audition"}, strings.Split(begun, " ")...)...); !strings.HasPrefix(offered.out, want+"\n") {
			t.Errorf("%s: %+v", begun, offered)
		}
	}
}

func TestTheResultIsToldInWordsAndInJSON(t *testing.T) {
	t.Parallel()
	p := withListeners(t)
	p.runs("", "audition", "import", "x", p.save("anna.json", "Anna", "c1 c2 -2", "c2 c3 0", "c1 c3 -1"), p.save("ben.json", "anna", "c2 c1 1", "c3 c1 1", "c2 c3 1"))
	text := p.runs("", "audition", "result", "x")
	rows := strings.Split(text.out, "\n")
	if text.code != 0 || !strings.HasPrefix(rows[0], "Not yet: 2 listeners preferred Storyteller 4 times in 4") || rows[1] != "2 listeners, 6 votes" || !strings.HasPrefix(rows[3], " 1  Storyteller ") ||
		strings.Index(rows[3], "won 4 of 4") != strings.Index(rows[4], "won 1 of 4") || !strings.Contains(text.out, "\n3 pairs tell no difference by their own votes alone.\n") ||
		!strings.Contains(text.out, "\nWhoever was heard second was preferred 3 times in 5") || !strings.HasSuffix(text.out, "\n“Much better” was said once; each counts as one vote.\nAnna is there twice: counted as two listeners.\n") {
		t.Errorf("%s", text.out)
	}
	out := p.runs("", "audition", "result", "x", "--json").report(t)
	if out["listeners"] != 2.0 || out["votes"] != 6.0 || out["not_yet"] != true || len(out) != 6 {
		t.Errorf("%v", out)
	}
	first, last := out["ranking"].([]any)[0].(map[string]any), out["ranking"].([]any)[2].(map[string]any)
	if first["label"] != "Storyteller" || first["won"] != 4.0 || first["of"] != 4.0 || last["label"] != "Wise Woman" || len(first) != 6 || first["score"].(float64) <= last["score"].(float64) {
		t.Errorf("%v", out["ranking"])
	}
	pair := out["pairs"].([]any)[2].(map[string]any)
	if want := `{"a":"Wise Woman (2)","b":"Wise Woman","won_a":1,"won_b":0,"ties":1,"much":0,`; len(pair) != 7 || !strings.Contains(p.runs("", "audition", "result", "x", "--json").out, want) {
		t.Errorf("%v", out["pairs"])
	}
	if bias := out["order_bias"].(map[string]any); len(bias) != 3 || bias["first"] != 2.0 || bias["second"] != 3.0 {
		t.Errorf("%v", bias)
	}
	p.auditions().Edit("x", func(a *audition.Audition) { a.Sessions, a.Tests = nil, nil })
	const zero = `{"listeners":0,"votes":0,"not_yet":true,"ranking":[],"pairs":[],"order_bias":{"first":0,"second":0,"p":null}}` + "\n"
	if none := p.runs("", "audition", "result", "x", "--json"); none.code != 0 || none.out != zero {
		t.Errorf("%+v", none)
	}
	if none := p.runs("", "audition", "result", "x"); none.code != 0 || none.out != "no page for listeners was exported yet\n" {
		t.Errorf("%+v", none)
	}
}

func TestAWinThatIsAcceptedHasItsEffectOnce(t *testing.T) {
	t.Parallel()
	p := withListeners(t)
	const favourites = ".local/state/voicestudio/favourites.json"
	all := func() string {
		text := read(t, p.auditions().Path("x")) + p.runs("", "takes", "list", "--json").out
		kept, _ := os.ReadFile(p.path(favourites))
		return text + string(kept)
	}
	p.runs("", "audition", "import", "x", p.save("anna.json", "Anna", "c1 c2 -1", "c2 c3 0", "c1 c3 -1"))
	before := all()
	if early := p.runs("", "audition", "result", "x", "--accept"); early.code != exitMachine || !strings.Contains(early.err, "nothing was accepted") || all() != before {
		t.Errorf("%+v", early)
	}
	for i := range 12 {
		answers := []string{"c1 c2 -1", "c2 c3 -1", "c3 c1 1"}
		if i%2 == 0 {
			answers = []string{"c2 c1 1", "c3 c2 1", "c1 c3 -1"}
		}
		p.runs("", "audition", "import", "x", p.save(fmt.Sprintf("other%d.json", i), "", answers...))
	}
	won := p.runs("", "audition", "result", "x", "--accept")
	take := must(p.auditions().List())[0].Candidates[0].Take
	if won.code != 0 || !strings.HasPrefix(won.out, "Storyteller is liked best: 13 listeners preferred it 26 times in 26.\n") ||
		!strings.Contains(won.err, `accepted Storyteller: a star on the bench, a star for the take `+take[:8]+`-1, the preset "Storyteller" ranks by 26 of 26`) {
		t.Errorf("%+v", won)
	}
	var kept struct {
		Presets map[string]struct{ Won []struct{ Won, Of int } }
	}
	if err := json.Unmarshal([]byte(read(t, p.path(favourites))), &kept); err != nil || len(kept.Presets["Storyteller"].Won) != 1 || kept.Presets["Storyteller"].Won[0].Of != 26 {
		t.Errorf("%+v %v", kept, err)
	}
	if a := must(p.auditions().List())[0]; a.Candidates[0].Stars != 1 || a.Candidates[1].Stars != 0 {
		t.Errorf("%+v", a.Candidates)
	}
	if list := p.runs("", "takes", "list", "--json").out; strings.Count(list, `"starred":true`) != 1 {
		t.Errorf("%s", list)
	}
	after := all()
	if again := p.runs("", "audition", "result", "x", "--json", "--accept"); again.code != 0 || !strings.Contains(again.err, "Storyteller was accepted before") || all() != after || again.report(t)["not_yet"] != false {
		t.Errorf("%+v", again)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
