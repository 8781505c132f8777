package presets

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"

	"voicestudio/tts"
)

// Call is an HTTP request with a JSON body, to be shown as code.
type Call struct {
	Method, URL string
	// Header holds names and values in their order. The key is not among them.
	Header [][2]string
	// KeyVariable is the environment variable whose value is sent as
	// "Authorization: Bearer ..."; empty sends none. Code names the variable
	// and never holds the key.
	KeyVariable string
	Body        []byte
}

// SnippetLanguages are what Snippet writes.
var SnippetLanguages = []string{"curl", "go", "python", "json"}

// Snippet writes the call as code that runs as it stands: a command for a
// POSIX shell, a Go program, a Python 3 script, both without modules to
// install, or the body alone.
func Snippet(language string, c Call) (string, error) {
	if err := c.check(); err != nil {
		return "", err
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, bytes.TrimSpace(c.Body), "", indent); err != nil {
		return "", Refuse(fs.ErrInvalid, say.snippet.noBody(tts.Clean(tts.Reason(err))))
	}
	body := escapeHidden(indented.String())
	switch language {
	case "curl":
		return c.curl(body), nil
	case "go":
		return c.golang(body), nil
	case "python":
		return c.python(body)
	case "json":
		return body + "\n", nil
	}
	return "", Refuse(fs.ErrInvalid, say.snippet.unknown(Quoted(language), SnippetLanguages))
}

var (
	methodPattern   = regexp.MustCompile(`^[A-Z]+$`)
	variablePattern = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	headerPattern   = regexp.MustCompile(`^[A-Za-z0-9-]+$`)
)

// check refuses what quoting cannot make harmless.
func (c Call) check() error {
	hidden := func(s string) bool { return strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) }
	if u, err := url.Parse(c.URL); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || strings.ContainsFunc(c.URL, unicode.IsSpace) || hidden(c.URL) {
		return Refuse(fs.ErrInvalid, say.snippet.noAddress(Quoted(c.URL)))
	}
	if !methodPattern.MatchString(c.Method) || c.KeyVariable != "" && !variablePattern.MatchString(c.KeyVariable) {
		return Refuse(fs.ErrInvalid, say.snippet.method(Quoted(c.Method), Quoted(c.KeyVariable)))
	}
	for _, h := range c.Header {
		if !headerPattern.MatchString(h[0]) || hidden(h[1]) {
			return Refuse(fs.ErrInvalid, say.snippet.header(Quoted(h[0])))
		}
		if strings.EqualFold(h[0], "Authorization") {
			return Refuse(fs.ErrInvalid, say.snippet.neverKey)
		}
	}
	return nil
}

// escapeHidden hides what a person cannot see behind JSON's escapes. In valid
// JSON it can only stand inside strings; line feeds between values stay.
func escapeHidden(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsPrint(r) || r == '\n':
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

func (c Call) curl(body string) string {
	lines := []string{"curl --fail-with-body --silent --show-error --no-buffer --globoff --request " + c.Method + " " + ShellWord(c.URL)}
	if c.KeyVariable != "" {
		lines = append(lines, fmt.Sprintf(`--header "Authorization: Bearer $%s"`, c.KeyVariable))
	}
	for _, h := range c.Header {
		lines = append(lines, "--header "+ShellWord(h[0]+": "+h[1]))
	}
	lines = append(lines, "--data-binary "+ShellWord(body))
	return strings.Join(lines, " \\\n  ") + "\n"
}

// ShellWord quotes for a POSIX shell: nothing is special inside single quotes but
// the single quote.
func ShellWord(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func (c Call) golang(body string) string {
	var b strings.Builder
	// A backquote would end the literal; in JSON it is in a string.
	body = strings.ReplaceAll(body, "`", `\u0060`)
	fmt.Fprintf(&b, `package main

import (
	"io"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := strings.NewReader(%s)
	request, err := http.NewRequest(%q, %q, body)
	if err != nil {
		panic(err)
	}
`, "`"+body+"`", c.Method, c.URL)
	if c.KeyVariable != "" {
		fmt.Fprintf(&b, "\trequest.Header.Set(\"Authorization\", \"Bearer \"+os.Getenv(%q))\n", c.KeyVariable)
	}
	for _, h := range c.Header {
		fmt.Fprintf(&b, "\trequest.Header.Set(%q, %q)\n", h[0], h[1])
	}
	b.WriteString(`	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	defer answer.Body.Close()
	if _, err := io.Copy(os.Stdout, answer.Body); err != nil {
		panic(err)
	}
}
`)
	return b.String()
}

func (c Call) python(body string) (string, error) {
	root, broken := parseTree(body)
	if broken != nil {
		return "", Refuse(fs.ErrInvalid, say.snippet.notPython(broken.Error()))
	}
	var b strings.Builder
	fmt.Fprintf(&b, `import json
import os
import sys
import urllib.request

body = %s

request = urllib.request.Request(
    %s,
    method=%s,
    headers={
`, pythonValue(root, "\n"), pythonText(c.URL), pythonText(c.Method))
	if c.KeyVariable != "" {
		fmt.Fprintf(&b, "        \"Authorization\": \"Bearer \" + os.environ[%s],\n", pythonText(c.KeyVariable))
	}
	for _, h := range c.Header {
		fmt.Fprintf(&b, "        %s: %s,\n", pythonText(h[0]), pythonText(h[1]))
	}
	b.WriteString(`    },
    data=json.dumps(body).encode(),
)
with urllib.request.urlopen(request) as answer:
    for line in answer:
        sys.stdout.buffer.write(line)
`)
	return b.String(), nil
}

// pythonValue writes JSON as Python; newline ends in the indent of the line.
func pythonValue(n node, newline string) string {
	var parts []string
	left, right := "[", "]"
	switch n.kind {
	case '{':
		left, right = "{", "}"
		for _, m := range n.members {
			parts = append(parts, pythonText(m.name)+": "+pythonValue(m.value, newline+"    "))
		}
	case '[':
		for _, item := range n.items {
			parts = append(parts, pythonValue(item, newline+"    "))
		}
	case '"':
		return pythonText(unquote(n.raw))
	case 't':
		return map[string]string{"true": "True", "false": "False"}[n.raw]
	case 'n':
		return "None"
	default:
		return n.raw
	}
	if len(parts) == 0 {
		return left + right
	}
	inner := newline + "    "
	return left + inner + strings.Join(parts, ","+inner) + "," + newline + right
}

func pythonText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String() + `"`
}
