package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"
	"time"
	"unicode"

	"voicestudio/presets"
)

//go:embed page.html page.css *.js
var embedded embed.FS

// file is what page.html is filled with.
type file struct {
	Lang, Name, Policy string
	Style              template.CSS
	Data               template.JS
	Scripts            []template.JS
	NoScript           map[string]string
}

var (
	document = template.Must(template.New("").Parse(text("page.html")))
	style    = template.CSS(text("page.css"))
	scripts  = []template.JS{js("sound"), js("session"), js("view"), js("question"), js("keys")} // in this order: each uses what is before it
	policy   = policyOf(style, scripts)
)

// text is an embedded file as a browser reads it: a carriage return of a checkout
// would give it another hash.
func text(name string) string {
	data, err := embedded.ReadFile(name)
	if err != nil {
		panic(err) // it is compiled in
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

func js(name string) template.JS { return template.JS(text(name + ".js")) }

// policyOf is the Content-Security-Policy: nothing is fetched, and nothing but
// these texts is done.
func policyOf(style template.CSS, scripts []template.JS) string {
	p := "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hashOf(string(style)) + "; script-src"
	for _, s := range scripts {
		p += " " + hashOf(string(s))
	}
	return p
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func langOf(lang string) string {
	if lang == "zh" {
		return "zh-CN"
	}
	return "en"
}

// The data of the page, as the scripts know it. Moments are
// in seconds.
type (
	data struct {
		Name  string           `json:"name"`
		File  string           `json:"file"` // of the votes
		Test  string           `json:"test"`
		Kind  string           `json:"kind"`
		Text  string           `json:"text"`
		Lang  string           `json:"lang"`
		Clips []clipData       `json:"clips"`
		Maps  [][][][2]moment  `json:"maps"`
		Words map[string]words `json:"words"`
	}
	clipData struct {
		ID     string   `json:"id"`
		Audio  []byte   `json:"audio"`
		Gain   float64  `json:"gain"`
		From   moment   `json:"from"`
		Length moment   `json:"length"`
		Mark   markData `json:"mark"`
	}
	markData struct {
		At    moment `json:"at"`
		Shape []byte `json:"shape"`
	}
)

// moment is written in seconds, to the tenth of a millisecond.
type moment time.Duration

func (m moment) MarshalJSON() ([]byte, error) {
	s := fmt.Sprintf("%.4f", time.Duration(m).Seconds())
	return []byte(strings.TrimSuffix(strings.TrimRight(s, "0"), ".")), nil
}

func dataOf(p Page) (template.JS, error) {
	d := data{
		Name: p.Name, File: fileOf(p.Name), Test: p.Test, Kind: p.Kind, Text: p.Text, Lang: p.Lang,
		Words: map[string]words{"en": english, "zh": chinese},
	}
	for i, c := range p.Clips {
		mark := markData{moment(c.Mark.At), append([]byte{}, c.Mark.Shape...)}
		d.Clips = append(d.Clips, clipData{c.ID, append([]byte{}, c.Audio...), c.Gain, moment(c.From), moment(c.Length), mark})
		row := make([][][2]moment, len(p.Clips))
		for j := i + 1; j < len(p.Clips) && i < len(p.Maps) && j < len(p.Maps[i]); j++ {
			for _, k := range p.Maps[i][j] {
				row[j] = append(row[j], [2]moment{moment(k.A), moment(k.B)})
			}
		}
		d.Maps = append(d.Maps, row)
	}
	encoded, err := json.Marshal(d) // which escapes <, so that no text ends the block
	return template.JS(encoded), err
}

// fileOf names the file of votes.
func fileOf(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "votes.json"
	}
	return presets.Slug(name) + "-votes.json"
}
