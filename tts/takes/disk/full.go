package disk

import (
	"errors"
	"slices"
)

// Full reports whether an error of writing will meet every other file there,
// too: no space is left, or no more of it is this person's.
func Full(err error) bool {
	return slices.ContainsFunc(fullCodes, func(code error) bool { return errors.Is(err, code) })
}
