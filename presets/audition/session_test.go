package audition

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"voicestudio/tts"
)

const vote = `{"a": "11aa22bb", "b": "33cc44dd", "first": "33cc44dd", "answer": -2, "plays": 3, "switches": 2, "ms": 5200}`

// votesFile is a file of votes in which one text was replaced.
func votesFile(old, new string) string {
	file := `{"version": 1, "test": "0123456789abcdef", "session": "8Kq_x-31", "name": "Anna",` + "\n" + `"answers": [` + vote + `]}`
	return strings.Replace(file, old, new, 1)
}

func TestAFileOfVotesIsRead(t *testing.T) {
	want := Session{1, "0123456789abcdef", "8Kq_x-31", "Anna", []Vote{{"11aa22bb", "33cc44dd", "33cc44dd", -2, 3, 2, 5200}}}
	for _, file := range []string{votesFile("", ""), "\ufeff\r\n  " + votesFile("", "") + " \n\n", votesFile(`"version"`, `"x_later": {"a": [1, {}]}, "version"`), votesFile(`"plays"`, `"x": null, "plays"`), votesFile(`"Anna"`, `" Anna "`)} {
		if got, err := ParseSession([]byte(file)); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\n%+v %v", file, got, err)
		}
	}
	if got, err := ParseSession([]byte(votesFile(`, "plays": 3, "switches": 2, "ms": 5200`, ""))); err != nil || got.Answers[0].Answer != -2 {
		t.Error(got, err)
	}
}

func TestWhatIsNoFileOfVotesIsRefusedInASentence(t *testing.T) {
	for _, one := range []struct{ old, new, says string }{
		{votesFile("", ""), " \n", "nothing in it"},
		{votesFile("", ""), "\n<!doctype html><html>", "the page itself; at its end"},
		{votesFile("", ""), "<!doctype html>" + strings.Repeat("sound", MaxSession), "the page itself; at its end"},
		{votesFile("", ""), "Here are my votes: {}", "line 1: not valid JSON"},
		{"}]}", "}]} Regards, Anna", "line 2: not valid JSON"},
		{"}]}", "}]", "line 2: not valid JSON"},
		{"}]}", "}]}" + strings.Repeat(" ", MaxSession), "larger than 1 MB"},
		{"Anna", "\xff", "not UTF-8"},
		{votesFile("", ""), "[" + vote + "]", "not a JSON object"},
		{`"Anna"`, `7`, "line 1: name is of the wrong kind: number"},
		{`[` + vote + `]`, `{}`, "line 2: answers is of the wrong kind: object"},
		{`"version": 1`, `"version": 2, "answers": 7`, "newer voicestudio (version 2, this program knows 1)"},
		{`"version": 1`, `"version": "1"`, "version is of the wrong kind: string"},
		{`"version": 1`, `"version": -3`, "version has to be 1"},
		{`"version": 1,`, ``, "version has to be 1"},
		{`"0123456789abcdef"`, `""`, "test is missing"},
		{`"0123456789abcdef"`, `"a\u202eb"`, "test has to be 1 to 64 of 0-9"},
		{`"8Kq_x-31"`, `null`, "session is missing"},
		{`8Kq_x-31`, `8Kq_x-3`, "session has to be 8 to 64 of 0-9"},
		{`8Kq_x-31`, strings.Repeat("x", 65), "session has to be"},
		{`8Kq_x-31`, `8Kq_x.31`, "session has to be"},
		{`Anna`, `An\u001b[2Jna`, "characters in it that cannot be shown"},
		{`Anna`, `An\u202ena`, "cannot be shown"},
		{`Anna`, `An\nna`, "cannot be shown"},
		{`Anna`, strings.Repeat("a", 61), "longer than 60 characters"},
		{vote, ``, "nobody has answered anything"},
		{vote, vote + `, 7`, "answer 2: not a JSON object"},
		{`"a": "11aa22bb",`, ``, "answer 1: a is missing"},
		{`"a": "11aa22bb"`, `"a": "11 aa"`, "answer 1: a has to be"},
		{`"a": "11aa22bb"`, `"a": 11`, "answer 1: a is of the wrong kind: number"},
		{`"b": "33cc44dd"`, `"b": "11aa22bb"`, "answer 1: a and b are the same clip"},
		{`"first": "33cc44dd"`, `"first": "55ee66ff"`, "answer 1: first has to be a or b"},
		{`"answer": -2`, `"answer": 3`, "answer 1: answer has to be a whole number from -2 to 2"},
		{`"answer": -2`, `"answer": 1.5`, "a whole number"},
		{`"answer": -2`, `"answer": "2"`, "a whole number"},
		{`"answer": -2, `, ``, "answer 1: answer is missing"},
		{`"plays": 3`, `"plays": -1`, "plays has to be 0 to 100000"},
		{`"switches": 2`, `"switches": 100001`, "switches has to be"},
		{`"ms": 5200`, `"ms": 1e99`, "ms is of the wrong kind: number 1e99"},
		{`"ms": 5200`, `"ms": 99999999999999`, "ms has to be"},
		{vote, vote + "," + strings.NewReplacer(`"a"`, `"b"`, `"b"`, `"a"`).Replace(vote), "answer 2: the same two clips were answered before"},
		{`"test"`, `"session": "another-one", "test"`, `line 1: "session" is there twice`},
		{`"plays": 3`, `"plays": 3, "Answer": 2`, `line 2: "answer" is there twice`},
	} {
		_, err := ParseSession([]byte(votesFile(one.old, one.new)))
		if err == nil || !strings.Contains(err.Error(), one.says) || strings.ContainsFunc(err.Error(), tts.Steers) {
			t.Errorf("%.80q: %v", one.new, err)
		}
	}
}

func FuzzParseSession(f *testing.F) {
	f.Add([]byte(votesFile("", "")))
	f.Add([]byte(votesFile("Anna", `\ud800`)))
	f.Add([]byte(votesFile(`"Anna"`, `{"x": [[{"a": 1, "A": 2}]]}`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := ParseSession(data)
		if err != nil {
			if broken := (*Broken)(nil); !errors.As(err, &broken) || strings.ContainsFunc(err.Error(), tts.Steers) || len(err.Error()) > 500 {
				t.Fatalf("%q", err)
			}
			return
		}
		kept, _ := json.Marshal(s)
		if again, err := ParseSession(kept); err != nil || fmt.Sprint(again) != fmt.Sprint(s) {
			t.Fatalf("%+v\n%+v\n%v", s, again, err)
		}
	})
}
