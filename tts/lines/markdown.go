package lines

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// frontMatter is what other programs keep at the head of a Markdown file, as YAML or
// TOML. Where no key stands below the first line, that is a rule.
var frontMatter = regexp.MustCompile(`\A(?:---\n[^\s:][^\n:]*:(?s:.*?)\n(?:---|\.\.\.)|\+\+\+\n(?s:.*?)\n\+\+\+)(?:\n|\z)`)

// lineBreak is the HTML of one.
var lineBreak = regexp.MustCompile(`(?i)^<br\b`)

// ofMarkdown reads what a reader of the page would read out: headings, paragraphs,
// items and rows of tables, and footnotes at the end, without their numbers, code,
// pictures and HTML.
func ofMarkdown(source string) []Line {
	m := markdown{source: []byte(frontMatter.ReplaceAllString(source, ""))}
	page := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote)).Parser().Parse(text.NewReader(m.source))
	m.block(page)
	return m.lines
}

// markdown is a page on the way to lines.
type markdown struct {
	source []byte
	lines  []Line
	opens  bool
}

// block reads what stands in a block, from top to bottom.
func (m *markdown) block(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, ast.KindThematicBreak:
			m.opens = true
		case ast.KindHeading, ast.KindParagraph:
			m.opens = m.opens || !firstOfItem(child)
			m.say(m.inline(child))
		case ast.KindTextBlock:
			m.say(m.inline(child))
		case ast.KindList:
			m.opens = true
			m.block(child)
			m.opens = true
		case extast.KindTable:
			m.opens = true
			m.table(child)
			m.opens = true
		default:
			m.block(child)
		}
	}
}

// firstOfItem reports the paragraph that an item of a loose list begins with.
func firstOfItem(n ast.Node) bool {
	return n.PreviousSibling() == nil && n.Parent() != nil && n.Parent().Kind() == ast.KindListItem
}

// table makes a line of each row, its cells parted by commas.
func (m *markdown) table(n ast.Node) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if said := strings.Join(strings.Fields(m.inline(cell)), " "); said != "" {
				cells = append(cells, said)
			}
		}
		m.say(strings.Join(cells, ", "))
	}
}

// say adds the lines of a text.
func (m *markdown) say(said string) {
	for row := range strings.SplitSeq(said, "\n") {
		if row = strings.Join(strings.Fields(row), " "); row != "" {
			add(&m.lines, Line{Text: row, Opens: m.opens || len(m.lines) == 0})
			m.opens = false
		}
	}
}

// inline is what a run of text says, with a line break where one was asked for.
func (m *markdown) inline(n ast.Node) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			said := string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(child.Segment.Value(m.source)))))
			b.WriteString(said)
			switch {
			case child.HardLineBreak():
				b.WriteString("\n")
			case child.SoftLineBreak():
				b.WriteString(m.across(said, child.NextSibling()))
			}
		case *ast.String:
			b.Write(child.Value)
		case *ast.AutoLink:
			b.Write(child.Label(m.source))
		case *ast.RawHTML:
			if lineBreak.Match(child.Segments.Value(m.source)) {
				b.WriteString("\n")
			}
		case *ast.Image:
		default:
			b.WriteString(m.inline(child))
		}
	}
	return b.String()
}

// across is what stands for a line break in the source: nothing between scripts
// without blanks.
func (m *markdown) across(before string, next ast.Node) string {
	if after, is := next.(*ast.Text); is {
		return glueOf(before, string(after.Segment.Value(m.source)))
	}
	return " "
}
