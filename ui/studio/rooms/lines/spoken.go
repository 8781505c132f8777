package lines

// wordAt is the byte of the line's text at which the word begins that keys are about;
// false where words are not walked through.
func (r *Lines) wordAt() (at int, walking bool) { return 0, false }
