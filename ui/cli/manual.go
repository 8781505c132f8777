package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voicestudio/tts"
)

// manualWords are the parts of the manual page that are in no help.
type manualWords struct {
	name, synopsis, description, options, commands, examples string
	files, environment, exit, seeAlso                        string

	kept     [][2]string // files, and what is in them
	reads    [][2]string // variables, and what they are for
	keyOf    func(host string) string
	codes    [][2]string
	stop     string // ends a sentence
	seeHelp  string
	ofOthers func(page string) string // a command's page tells where the rest is
}

func newManual(o *options) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:     "man",
		Short:   say.help.manual.short,
		Long:    say.help.manual.long,
		Example: say.help.manual.example,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			root := cmd.Root()
			if dir == "" {
				_, err := io.WriteString(exact(o.out), manualOf(root))
				return err
			}
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return tts.Machine(tts.Said{What: say.files.cannotWrite(dir, tts.Reason(err))}, err).At("dir")
			}
			var fault error
			pages := 0
			eachCommand(root, func(cmd *cobra.Command) {
				if !cmd.IsAvailableCommand() && cmd != root || fault != nil {
					return
				}
				file := filepath.Join(dir, pageName(cmd)+".1")
				if err := os.WriteFile(file, []byte(manualOf(cmd)), 0o644); err != nil {
					fault = tts.Machine(tts.Said{What: say.files.cannotWrite(file, tts.Reason(err))}, err).At("dir")
				}
				pages++
			})
			if fault == nil {
				o.made(dir, say.made.pages(pages), say.made.free)
			}
			return fault
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", say.flags.manualDir)
	return cmd
}

// pageName is that of a command's own page: voicestudio-preset-list.
func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manualOf is the manual page of a command in man(7); that of the whole program has
// every command.
func manualOf(cmd *cobra.Command) string {
	w, whole := say.manual, !cmd.HasParent()
	var p roffPage
	p.line(`.TH %s 1 "" "voicestudio" ""`, strings.ToUpper(pageName(cmd)))
	// Left as it is: what is aligned and divided is hard to search for.
	p.line(".ad l")
	p.line(".nh")
	p.line(".nr HY 0")
	p.section(w.name)
	p.line(`%s \- %s`, roffText(pageName(cmd)), roffText(cmd.Short))
	p.section(w.synopsis)
	p.synopsis(cmd)
	p.section(w.description)
	p.prose(aboutOf(cmd))
	flags := cmd.NonInheritedFlags()
	if flags.HasAvailableFlags() || whole {
		p.section(w.options)
		p.flags(flags)
	}
	if !whole {
		p.flags(meant(cmd))
		if cmd.HasExample() {
			p.section(w.examples)
			p.example(cmd.Example)
		}
		p.section(w.seeAlso)
		p.line("%s", roffText(w.ofOthers("voicestudio(1)")))
		return p.String()
	}
	p.section(w.commands)
	eachCommand(cmd, func(sub *cobra.Command) {
		if sub == cmd || !sub.IsAvailableCommand() {
			return
		}
		p.line(`.SS "%s"`, roffQuoted(strings.TrimPrefix(useLine(sub), "voicestudio ")))
		p.prose(aboutOf(sub))
		p.flags(sub.NonInheritedFlags())
		if sub.HasExample() {
			p.line(".PP")
			p.example(sub.Example)
		}
	})
	if cmd.HasExample() {
		p.section(w.examples)
		p.example(cmd.Example)
	}
	p.section(w.files)
	p.list(w.kept)
	p.section(w.environment)
	p.list(append(keysOfHosts(), w.reads...))
	p.section(w.exit)
	p.list(w.codes)
	p.section(w.seeAlso)
	p.line("%s", roffText(w.seeHelp))
	return p.String()
}

func aboutOf(cmd *cobra.Command) string {
	if cmd.Long != "" {
		return cmd.Long
	}
	return cmd.Short + say.manual.stop
}

// keysOfHosts are the variables of API keys, and whose they are.
func keysOfHosts() (all [][2]string) {
	hosts := map[string][]string{}
	for _, h := range tts.Hosts {
		if h.KeyVariable == "" {
			continue
		}
		if hosts[h.KeyVariable] == nil {
			all = append(all, [2]string{h.KeyVariable})
		}
		hosts[h.KeyVariable] = append(hosts[h.KeyVariable], h.Title)
	}
	for i := range all {
		all[i][1] = say.manual.keyOf(tts.Listed(hosts[all[i][0]]...))
	}
	return all
}

// roffPage is a page of man(7).
type roffPage struct{ strings.Builder }

func (p *roffPage) line(format string, a ...any) { fmt.Fprintf(p, format+"\n", a...) }

func (p *roffPage) section(title string) { p.line(`.SH "%s"`, roffQuoted(title)) }

func (p *roffPage) synopsis(cmd *cobra.Command) {
	if cmd.Runnable() {
		name, takes, _ := strings.Cut(useLine(cmd), " ")
		p.line(`.B %s`, roffText(name))
		p.line("%s", roffText(takes))
	}
	if cmd.HasAvailableSubCommands() {
		p.line(".br")
		p.line(`.B %s`, roffText(cmd.CommandPath()))
		p.line("%s", roffText(say.usage.Command+" "+say.usage.anyFlags))
	}
}

// prose sets paragraphs; what begins with blanks is a row of a list and stays as it is.
func (p *roffPage) prose(text string) {
	rows := false
	end := func() {
		if rows {
			p.line(".EE")
			rows = false
		}
	}
	const anyWidth = 1 << 20 // roff breaks the lines, and knows no language without blanks
	for line := range strings.SplitSeq(paragraphs(strings.TrimSpace(text), anyWidth), "\n") {
		switch {
		case strings.TrimSpace(line) == "":
			end()
			p.line(".PP")
		case strings.HasPrefix(line, " "):
			if !rows {
				p.line(".PP")
				p.line(".EX")
				rows = true
			}
			for row := range strings.SplitSeq(paragraphs(line, manualWidth), "\n") {
				p.line("%s", roffLiteral(row))
			}
		default:
			end()
			p.line("%s", roffText(line))
		}
	}
	end()
}

// manualWidth is what man leaves of 80 cells for what is indented.
const manualWidth = 70

func (p *roffPage) example(text string) {
	p.line(".EX")
	for line := range strings.SplitSeq(example(text, manualWidth), "\n") {
		p.line("%s", roffLiteral(line))
	}
	p.line(".EE")
}

func (p *roffPage) flags(flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" || f.Name == "version" {
			return
		}
		takes, about := pflag.UnquoteUsage(f)
		p.line(".TP")
		name := `\fB` + roffText("--"+f.Name) + `\fR`
		if f.Value.Type() != "bool" {
			name += ` \fI` + roffText(takes) + `\fR`
		}
		p.line("%s", name)
		p.line("%s", roffText(about))
	})
}

func (p *roffPage) list(rows [][2]string) {
	for _, row := range rows {
		p.line(".TP")
		p.line(`\fB%s\fR`, roffText(row[0]))
		p.line("%s", roffText(row[1]))
	}
}

// roffText has no letter that roff obeys. A line may break after a letter of Chinese,
// which roff does not know, but not before a mark.
func roffText(s string) string {
	var b strings.Builder
	letters := []rune(roffLiteral(s))
	for i, r := range letters {
		b.WriteRune(r)
		if i+1 < len(letters) && (unicode.Is(unicode.Han, r) || strings.ContainsRune("，。：；？、）”", r)) && !strings.ContainsRune(" ，。：；？、）”", letters[i+1]) {
			b.WriteString(`\:`)
		}
	}
	return longWord.ReplaceAllStringFunc(b.String(), func(word string) string { return slashes.ReplaceAllString(word, `$0\:`) })
}

// A path or a list of choices that is long may break behind its marks.
var longWord, slashes = regexp.MustCompile(`[!-~]{30,}`), regexp.MustCompile(`[/|,]`)

// roffLiteral has no letter that roff obeys.
func roffLiteral(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(tts.Clean(s))
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}

// roffQuoted is a text within double quotes.
func roffQuoted(s string) string { return strings.ReplaceAll(roffLiteral(s), `"`, `\(dq`) }
