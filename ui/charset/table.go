package charset

// signs are all that we draw with, beside braille. A sign that is not in here
// cannot be in the program: the test reads the sources.
var signs = map[rune]byte{
	// What words have. … says that something is cut off, and a full stop would not.
	'·': '-', '–': '-', '—': '-', '−': '-', '…': '~', '≈': '~', '×': 'x', '±': '~', '°': 'o', '•': '*',
	'“': '"', '”': '"', '‘': '\'', '’': '\'', '‹': '<', '›': '>', '⟨': '<', '⟩': '>', '≠': '!', '≥': '>', '≤': '<',
	'¥': 'Y', '€': 'E', '£': 'L', 'µ': 'u', '\u00a0': ' ',
	'←': '<', '↑': '^', '→': '>', '↓': 'v', '↻': '@', '⇄': '%',

	// Borders: a panel's, and that of the panel with the keys.
	'─': '-', '│': '|', '╭': '+', '╮': '+', '╰': '+', '╯': '+', '┌': '+', '┐': '+', '└': '+', '┘': '+',
	'├': '+', '┤': '+', '┿': '+', '╴': '-', '╶': '-', '┄': '.',
	'━': '=', '┃': '#', '┏': '#', '┓': '#', '┗': '#', '┛': '#',

	// Levels, scroll bars, carets.
	'▀': '\'', '▄': '.', '█': '#', '▏': '|', '▐': '#', '▕': ':', '▖': '.', '▗': '.', '▘': '\'', '▝': '\'',
	'▮': '#', '▯': '.',

	// States. Those that can stand in the same column differ.
	'■': '#', '▶': '>', '‖': '=', '▸': '>', '●': 'O', '○': 'o', '◌': '.', '◉': '@',
	'★': '*', '♥': '+', '♪': '&', '✓': '*', '✗': 'X', '✎': '"', '✛': '+',
}

// consoleSigns are what the Linux console has in place of some of them: lines of
// the code page that its own font comes from, which others map to plain ones.
var consoleSigns = map[rune]rune{
	'╭': '┌', '╮': '┐', '╰': '└', '╯': '┘', '┿': '┼', '╴': '─', '╶': '─',
	'━': '═', '┃': '║', '┏': '╔', '┓': '╗', '┗': '╚', '┛': '╝',
	'▮': '█', '▯': '─', '▐': '█', '▕': '│', '■': '█', '▖': '▄', '▗': '▄', '▘': '▀', '▝': '▀',
}

// punctuation are signs of others' that have a near one in ASCII which Unicode does
// not name.
var punctuation = map[rune]byte{
	'。': '.', '、': ',', '《': '<', '》': '>', '「': '"', '」': '"', '『': '"', '』': '"', '【': '[', '】': ']', '〈': '<', '〉': '>',
	'«': '"', '»': '"', '÷': '/', '‐': '-', '‑': '-', '‒': '-', '―': '-', '′': '\'', '″': '"', '‚': ',', '„': '"', 'ß': 's', 'ø': 'o', 'Ø': 'O', 'æ': 'a', 'ł': 'l', '¿': '?', '¡': '!',
}

// Kept letters travel through the drawing as others of the same width, which
// nobody writes.
const keptFrom rune = 0x10f000

var (
	kept   []rune
	keptAt = map[rune]rune{}
	keptTo rune
)

func init() {
	for r := range signs {
		keptAt[r] = rune(len(kept))
		kept = append(kept, r)
	}
	keptTo = keptFrom + rune(len(kept)) - 1
}

// ramp has a letter for every number of dots in a cell.
const ramp = " .:-=+*%#"

// Dots is the letter for a cell of a drawing of two by four dots, given as in
// braille's own order of bits: a sign for the dots at an edge, else one that is as
// dense as they are many.
func Dots(bits uint8) byte {
	const upper = 0x01 | 0x08 | 0x02 | 0x10
	n := 0
	for b := bits; b != 0; b &= b - 1 {
		n++
	}
	if n > 0 && n <= 2 && bits&^upper == 0 {
		return "'\""[n-1]
	}
	return ramp[n]
}
