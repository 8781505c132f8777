package speech

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// figure is a number in Chinese text: a time of day, or a number with
// thousands commas, a fraction and a percent sign.
var figure = regexp.MustCompile(`(\d{1,2}):(\d{2})\b|([-−])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([%％‰])?`)

// counted are measure words before which 2 is read 两.
const counted = "个個位条條次年天岁歲点點只隻件本张張块塊杯种種家人台层層周倍分"

var chineseSigns = strings.NewReplacer(
	"℃", "摄氏度", "°C", "摄氏度", "°", "度", "＋", "加", "+", "加", "=", "等于", "＝", "等于", "&", "和", "＆", "和",
	"￥", "元", "¥", "元", "$", "美元", "€", "欧元", "×", "乘", "÷", "除以",
)

// numerals writes the figures of Chinese text as they are read, enough for
// ordinary text: years and long rows of digits singly, all else as numbers.
func numerals(text string) string {
	text = narrowDigits(text)
	var b strings.Builder
	end := 0
	for _, m := range figure.FindAllStringSubmatchIndex(text, -1) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		if insideInline(text, m[0]) {
			continue
		}
		b.WriteString(text[end:m[0]])
		end = m[1]
		if hours := group(1); hours != "" {
			b.WriteString(cardinal(hours) + "点")
			if minutes := group(2); minutes != "00" {
				b.WriteString(cardinal(minutes) + "分")
			}
			continue
		}
		if group(3) != "" {
			if before, _ := utf8.DecodeLastRuneInString(text[:m[0]]); before >= '0' && before <= '9' || m[0] > 0 && scriptOf(before) == latin {
				b.WriteString("到") // 3-5
			} else {
				b.WriteString("负")
			}
		}
		switch group(6) {
		case "%", "％":
			b.WriteString("百分之")
		case "‰":
			b.WriteString("千分之")
		}
		next, _ := utf8.DecodeRuneInString(text[m[1]:])
		b.WriteString(number(group(4), next))
		if fraction := group(5); fraction != "" {
			b.WriteString("点" + singly(fraction[1:]))
		}
	}
	b.WriteString(text[end:])
	return chineseSigns.Replace(b.String())
}

// insideInline keeps the tone number of "(chu3)" a tone number.
func insideInline(text string, at int) bool {
	near := max(0, at-2*maxInline)
	open := near + strings.LastIndexByte(text[near:at], '(')
	return open >= near && inlineSyllable.MatchString(text[open:]) && !strings.Contains(text[open:at], ")")
}

func narrowDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}

func number(digits string, next rune) string {
	grouped := strings.Contains(digits, ",")
	digits = strings.ReplaceAll(digits, ",", "")
	switch {
	case digits == "2" && strings.ContainsRune(counted, next):
		return "两"
	case len(digits) == 4 && next == '年',
		len(digits) > 1 && digits[0] == '0',
		len(digits) >= 9 && !grouped, // a telephone number, not an amount
		len(digits) > 16:
		return singly(digits)
	}
	return cardinal(digits)
}

const hanziDigits = "零一二三四五六七八九"

func hanziDigit(d byte) string { return hanziDigits[3*(d-'0'):][:3] }

func singly(digits string) string {
	var b strings.Builder
	for i := range len(digits) {
		b.WriteString(hanziDigit(digits[i]))
	}
	return b.String()
}

var (
	smallUnits = [4]string{"", "十", "百", "千"}
	bigUnits   = [4]string{"", "万", "亿", "万亿"}
)

// cardinal reads up to 16 digits, in groups of four.
func cardinal(digits string) string {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return "零"
	}
	var b strings.Builder
	zero, group := false, false // a zero is owed; the group of four said something
	for i := range len(digits) {
		place := len(digits) - 1 - i
		if d := digits[i]; d == '0' {
			zero = true
		} else {
			if zero && b.Len() > 0 {
				b.WriteString("零")
			}
			zero, group = false, true
			if !(d == '1' && place%4 == 1 && b.Len() == 0) { // 十五, not 一十五
				b.WriteString(hanziDigit(d))
			}
			b.WriteString(smallUnits[place%4])
		}
		if place%4 == 0 {
			if group {
				b.WriteString(bigUnits[place/4])
			}
			group = false
		}
	}
	return b.String()
}
