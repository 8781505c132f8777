package lines

import (
	"strings"
	"unicode"
)

// longestCardinal is how many figures without commas are one number; more are
// read one by one.
const longestCardinal = 8

// readOut is how long a number takes as it is read out in English, or as in
// Chinese: 1,248,300 and 14.5, a year, a row of figures.
func readOut(number string, han bool) (sum float64) {
	number = strings.TrimRight(strings.Map(plainDigit, number), ".,:'")
	parts := strings.FieldsFunc(number, func(r rune) bool { return (r < '0' || r > '9') && r != ',' })
	for i, part := range parts {
		digits := strings.ReplaceAll(part, ",", "")
		grouped := digits != part
		switch {
		case i > 0: // behind the point, which is read as well, and minutes
			sum += 1 + singly(digits, han)
		case digits == "":
		case digits[0] == '0' && len(digits) > 1, len(digits) > longestCardinal && !grouped, han && len(digits) == 4 && !grouped:
			sum += singly(digits, han)
		case han:
			sum += ideographic(digits)
		case len(digits) == 4 && !grouped && digits[1] != '0': // nineteen eighty-four
			sum += below1000(digits[:2]) + below1000(digits[2:])
		default:
			sum += cardinal(digits)
		}
	}
	return sum
}

func plainDigit(r rune) rune {
	if r >= '０' && r <= '９' {
		return r - '０' + '0'
	}
	if unicode.IsDigit(r) && r > '9' {
		return '4' // of another script: as long as most
	}
	return r
}

func singly(digits string, han bool) (sum float64) {
	for _, d := range digits {
		if han {
			sum += perSign
		} else {
			sum += ones[d-'0']
		}
	}
	return sum
}

// ideographic is 一百二十四万八千: a sign for a figure, one for its place.
func ideographic(digits string) (sum float64) {
	zero := false
	for i, d := range digits {
		place := len(digits) - 1 - i
		if d != '0' {
			sum += perSign
			if zero || place%4 > 0 {
				sum += perSign
			}
		}
		if zero = d == '0'; place > 0 && place%4 == 0 {
			sum += perSign
		}
	}
	return max(sum, perSign)
}

// The weights of English numbers, as of the words: seven, seventeen, seventy.
var (
	ones  = [10]float64{1.8, 1, 0.9, 1.2, 1.2, 1.1, 1.1, 1.8, 1.2, 1.2}
	teens = [10]float64{1, 2, 1.4, 2.2, 2.2, 1.9, 2.1, 2.8, 2, 2.2}
	tens  = [10]float64{0, 0, 1.8, 1.8, 1.7, 1.7, 1.7, 2.5, 1.6, 1.9}
)

const (
	hundred  = 2.1
	thousand = 2.3 // and million, billion
)

func cardinal(digits string) (sum float64) {
	for len(digits) > 3 {
		head := (len(digits)-1)%3 + 1
		if n := below1000(digits[:head]); n > 0 {
			sum += n + thousand
		}
		digits = digits[head:]
	}
	if n := below1000(digits); n > 0 || sum > 0 {
		return sum + n
	}
	return ones[0]
}

// below1000 is of one to three figures; 0 for nothing but zeros.
func below1000(digits string) (sum float64) {
	for len(digits) < 3 {
		digits = "0" + digits
	}
	if h := digits[0] - '0'; h > 0 {
		sum += ones[h] + hundred
	}
	switch t, o := digits[1]-'0', digits[2]-'0'; {
	case t == 1:
		sum += teens[o]
	case o > 0:
		sum += tens[t] + ones[o]
	default:
		sum += tens[t]
	}
	return sum
}
