package cli

import (
	"os"
	"regexp"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/ui/studio/paint"
)

// helpWidth is how many cells a line of help has: those of the terminal, but
// never more than are read with ease, and 80 where nobody knows.
func helpWidth() int {
	const least, most = 40, 100
	width, _, err := term.GetSize(os.Stdout.Fd())
	if err != nil || width <= 0 {
		return 80
	}
	return min(max(width, least), most)
}

// folded breaks a paragraph into lines of w cells.
func folded(text string, w int) (lines []string) {
	for from, to := range paint.Fold(text, w) {
		lines = append(lines, strings.TrimRight(text[from:to], " "))
	}
	return lines
}

// han reports a letter between which and another no blank stands.
var han = regexp.MustCompile(`[\p{Han}，。：；？、）」”]$`)

// column finds where the second column of a list begins.
var column = regexp.MustCompile(`^( +\S.*?  +)\S`)

// paragraphs fits a text into lines of w cells. What begins with blanks is a row
// of a list and keeps its place; other lines are joined to the one before.
func paragraphs(text string, w int) string {
	var out, prose []string
	end := func() {
		if len(prose) > 0 {
			joined := prose[0]
			for _, next := range prose[1:] {
				if !han.MatchString(joined) {
					joined += " "
				}
				joined += next
			}
			out = append(out, folded(joined, w)...)
			prose = nil
		}
	}
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		switch {
		case line == "":
			end()
			out = append(out, "")
		case strings.HasPrefix(line, " "):
			end()
			if at := column.FindStringSubmatch(line); at != nil && paint.Width(at[1]) < w/2 {
				hang := paint.Width(at[1])
				line = line[len(at[1]):]
				rows := folded(line, w-hang)
				out = append(out, at[1]+rows[0])
				for _, row := range rows[1:] {
					out = append(out, paint.Blanks(hang)+row)
				}
				continue
			}
			out = append(out, folded(line, w)...)
		default:
			prose = append(prose, line)
		}
	}
	end()
	return strings.Join(out, "\n")
}

// example fits command lines into w cells: a longer one goes on, as a shell
// takes it, on a line of its own.
func example(text string, w int) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		for paint.Width(line) > w {
			at := lastBreak(line, w-2)
			if at < 0 {
				break
			}
			out = append(out, line[:at]+` \`)
			line = "    " + line[at+1:]
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// lastBreak is the place of the last blank of a command within w cells at which
// a shell lets it go on, before a flag if there is one: not in quotes, and not
// where it begins. -1: there is none.
func lastBreak(line string, w int) int {
	found, flag, quote := -1, -1, rune(0)
	begun := false
	for at, r := range line {
		switch {
		case paint.Width(line[:at]) > w:
			if flag >= 0 {
				return flag
			}
			return found
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '\'' || r == '"':
			quote, begun = r, true
		case r == ' ' && begun:
			if found = at; strings.HasPrefix(line[at:], " --") {
				flag = at
			}
		case r != ' ':
			begun = true
		}
	}
	return found
}

// flagLines lists flags of a command: what each takes by its name, and what it
// is for in a column of its own.
func flagLines(command string, flags *pflag.FlagSet, w int) string {
	for name, usage := range map[string]func(string) string{"help": say.flags.help, "version": say.flags.version} {
		if added := flags.Lookup(name); added != nil {
			added.Usage = usage(command)
		}
	}
	const widest = 30 // of the first column; a longer one has a line of its own
	type row struct{ name, about string }
	var rows []row
	left := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		takes, about := pflag.UnquoteUsage(f)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + takes
		}
		rows = append(rows, row{name, about})
		if n := paint.Width(name); n <= widest {
			left = max(left, n)
		}
	})
	left += 2
	var out []string
	for _, r := range rows {
		about := folded(r.about, w-left)
		if n := paint.Width(r.name); n <= left-2 {
			out = append(out, r.name+paint.Blanks(left-n)+about[0])
			about = about[1:]
		} else {
			out = append(out, r.name)
		}
		for _, line := range about {
			out = append(out, paint.Blanks(left)+line)
		}
	}
	return strings.Join(out, "\n")
}

// commandLines lists the commands of a command.
func commandLines(cmd *cobra.Command, w int) string {
	left := 0
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			left = max(left, len(sub.Name()))
		}
	}
	var out []string
	for _, sub := range cmd.Commands() {
		if !sub.IsAvailableCommand() {
			continue
		}
		for i, line := range folded(sub.Short, w-left-4) {
			name := ""
			if i == 0 {
				name = sub.Name()
			}
			out = append(out, "  "+paint.Fit(name, left)+"  "+line)
		}
	}
	return strings.Join(out, "\n")
}
