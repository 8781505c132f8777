package plain

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voicestudio/presets/audition"
)

// votes writes what a listener sends back who likes one clip best.
func (s *seat) votes(file string, who int, liked string) {
	s.t.Helper()
	all, _, err := audition.Folder{Dir: filepath.Join(s.home, "auditions")}.List()
	if err != nil || len(all) != 1 || len(all[0].Tests) != 1 {
		s.t.Fatalf("%v: %+v", err, all)
	}
	test := all[0].Tests[0]
	vote := audition.Session{Version: 1, Test: test.ID, Session: fmt.Sprintf("%032x", who), Name: fmt.Sprint("Listener ", who)}
	for i, a := range test.Clips {
		for _, b := range test.Clips[i+1:] {
			answer := 0
			switch liked {
			case a.Label:
				answer = -1
			case b.Label:
				answer = 1
			}
			vote.Answers = append(vote.Answers, audition.Vote{A: a.Clip, B: b.Clip, First: a.Clip, Answer: answer, Plays: 2, Switches: 1, MS: 4000})
		}
	}
	b, err := json.Marshal(vote)
	if err == nil {
		err = os.WriteFile(filepath.Join(s.home, file), b, 0o600)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

func TestOthersListenAndVote(t *testing.T) {
	t.Parallel()
	s := sit(t)
	page := filepath.Join(s.home, "hello.html")
	out, err := s.does("text Hello over there", "bench add voice Wise_Woman", "bench add voice Deep_Voice_Man", "bench add voice Abbess", "bench make", "listeners page "+page)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	has(t, out, "3 of 3 made", "Wrote ", "hello.html", "3 clips, 3 questions, levels matched.", "listeners votes takes in.")
	html, err := os.ReadFile(page)
	if err != nil || !strings.Contains(string(html), "<html") || strings.Contains(string(html), "Deep") {
		t.Errorf("%v: %d bytes", err, len(html))
	}
	for who := range 8 {
		s.votes(fmt.Sprintf("hello-votes (%d).json", who), who, "Deep Voice Man")
	}
	if err := os.WriteFile(filepath.Join(s.home, "other-votes.json"), []byte(`{"version":1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err = s.does("listeners", "listeners votes "+s.home+"/*-votes*.json", "listeners", "listeners votes '"+s.home+"/hello-votes (1).json'", "undo", "listeners", "redo", "listeners use", "status")
	if err == nil {
		t.Error("what is refused is an error")
	}
	has(t, out, "Nobody has voted yet", "other-votes.json is refused", "Votes of Listener 0, 3 answers.", "8 listeners, 24 votes.", "1, Deep Voice Man: ", "won 16 of 16", "Listener 7: 3 of 3 answers.",
		"nothing new", "Undone: taking in votes", "Nobody has voted yet", "Done again: taking in votes", "As Deep Voice Man", "Deep Voice Man speaks")
	// The page's file is there, and the names may not be told.
	out, _ = s.does("listeners page "+page, "no", "bench blind", "listeners", "listeners page "+page+" rank", "yes", "listeners page x.pdf", "listeners page", "listeners votes", "listeners what")
	has(t, out, "is there already; yes replaces it", "Nothing was done", "Not while the names of the bench are hidden", "Wrote ", "3 clips, to be put in order", "A page ends in .html", "A page needs a file", "The files of the votes are not said", "Listeners knows page, votes and use")
}
