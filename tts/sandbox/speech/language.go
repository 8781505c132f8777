package speech

import (
	"strings"
	"unicode"

	"voicestudio/tts"
)

// script is a writing system that decides which language a run of text is in.
type script string

const (
	latin      script = "latin"
	han        script = "han"
	kana       script = "kana"
	cyrillic   script = "cyrillic"
	arabic     script = "arabic"
	devanagari script = "devanagari"
)

// language is one of language_boost's forty, as espeak-ng 1.51 names it.
type language struct {
	code   string
	script script
}

// pinyinCode is espeak-ng's Mandarin that reads tone-numbered pinyin: its
// reading of Han characters falls into English (espeak-ng#1236, #1370).
const (
	pinyinCode    = "cmn-latn-pinyin"
	cantoneseCode = "yue"
	japaneseCode  = "ja"
	englishCode   = "en-us"
)

// languages maps the API's names. Filipino and Nynorsk do not exist in
// espeak-ng: their nearest neighbours by spelling stand in.
var languages = map[string]language{
	"Chinese": {pinyinCode, han}, "Chinese,Yue": {cantoneseCode, han}, "Japanese": {japaneseCode, kana}, "Korean": {"ko", "hangul"},
	"English": {englishCode, latin}, "Spanish": {"es-419", latin}, "French": {"fr-fr", latin}, "Portuguese": {"pt-br", latin},
	"German": {"de", latin}, "Turkish": {"tr", latin}, "Dutch": {"nl", latin}, "Vietnamese": {"vi", latin},
	"Indonesian": {"id", latin}, "Italian": {"it", latin}, "Polish": {"pl", latin}, "Romanian": {"ro", latin},
	"Czech": {"cs", latin}, "Finnish": {"fi", latin}, "Danish": {"da", latin}, "Malay": {"ms", latin},
	"Slovak": {"sk", latin}, "Swedish": {"sv", latin}, "Croatian": {"hr", latin}, "Filipino": {"id", latin},
	"Hungarian": {"hu", latin}, "Norwegian": {"nb", latin}, "Slovenian": {"sl", latin}, "Catalan": {"ca", latin},
	"Nynorsk": {"nb", latin}, "Afrikaans": {"af", latin},
	"Russian": {"ru", cyrillic}, "Ukrainian": {"uk", cyrillic}, "Bulgarian": {"bg", cyrillic},
	"Arabic": {"ar", arabic}, "Persian": {"fa", arabic}, "Hindi": {"hi", devanagari},
	"Greek": {"el", "greek"}, "Hebrew": {"he", "hebrew"}, "Thai": {"th", "thai"}, "Tamil": {"ta", "tamil"},
}

// scripts says how each writing system is recognised, and which language reads
// it where neither language_boost nor the voice claims it.
var scripts = []struct {
	script script
	table  *unicode.RangeTable
	code   string
}{
	{latin, unicode.Latin, englishCode},
	{han, unicode.Han, pinyinCode},
	{kana, unicode.Hiragana, japaneseCode},
	{kana, unicode.Katakana, japaneseCode},
	{"hangul", unicode.Hangul, "ko"},
	{cyrillic, unicode.Cyrillic, "ru"},
	{arabic, unicode.Arabic, "ar"},
	{devanagari, unicode.Devanagari, "hi"},
	{"greek", unicode.Greek, "el"},
	{"hebrew", unicode.Hebrew, "he"},
	{"thai", unicode.Thai, "th"},
	{"tamil", unicode.Tamil, "ta"},
	{"bengali", unicode.Bengali, "bn"},
	{"telugu", unicode.Telugu, "te"},
	{"kannada", unicode.Kannada, "kn"},
	{"malayalam", unicode.Malayalam, "ml"},
	{"gujarati", unicode.Gujarati, "gu"},
	{"gurmukhi", unicode.Gurmukhi, "pa"},
	{"georgian", unicode.Georgian, "ka"},
	{"armenian", unicode.Armenian, "hy"},
	{"ethiopic", unicode.Ethiopic, "am"},
}

// scriptOf is empty for what belongs to no writing system of its own: digits,
// punctuation, blanks, accents.
func scriptOf(r rune) script {
	if r < 0x80 {
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return latin
		}
		return ""
	}
	if r == 'ー' || r == 'ｰ' { // shared by both kana, so in neither table
		return kana
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.script
		}
	}
	return ""
}

// tongues are the languages a request may be meant in, the surest first.
type tongues []language

// newTongues takes language_boost, then the language of the heaviest voice.
func newTongues(r tts.Request) tongues {
	var t tongues
	if l, found := languages[r.LanguageBoost]; found {
		t = append(t, l)
	}
	var heaviest tts.TimbreWeight
	for i, v := range r.Voices() {
		if i == 0 || v.Weight > heaviest.Weight {
			heaviest = v
		}
	}
	v, _ := tts.FindVoice(heaviest.VoiceID)
	if l, found := languages[v.Language]; found {
		t = append(t, l)
	} else if strings.HasPrefix(heaviest.VoiceID, "Cantonese_") {
		t = append(t, languages["Chinese,Yue"])
	}
	return t
}

// main is the script in which text without letters is read.
func (t tongues) main() script {
	if len(t) == 0 {
		return latin
	}
	return t[0].script
}

// code is the espeak-ng language for a run of text.
func (t tongues) code(s script, text string) string {
	for _, l := range t {
		if l.script == s {
			return l.code
		}
	}
	if s == jyutping {
		return jyutpingCode
	}
	if s == cyrillic && strings.ContainsAny(text, "іїєґІЇЄҐ") {
		return "uk"
	}
	if s == arabic && strings.ContainsAny(text, "پچژگ") {
		return "fa"
	}
	for _, known := range scripts {
		if known.script == s {
			return known.code
		}
	}
	return englishCode
}
