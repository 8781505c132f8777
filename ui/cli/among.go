package cli

import (
	"errors"
	"slices"
	"strings"
)

// amongFlag is a flag whose value is one of a few.
type amongFlag struct {
	value  *string
	values []string
}

func among(value *string, values []string) amongFlag { return amongFlag{value, values} }

var errNotAmong = errors.New("not among the values") // for pflag; flagError says it in words

func (f amongFlag) Set(value string) error {
	if !slices.Contains(f.values, value) {
		return errNotAmong
	}
	*f.value = value
	return nil
}

func (f amongFlag) String() string {
	if f.value == nil {
		return ""
	}
	return *f.value
}

func (f amongFlag) Type() string { return strings.Join(f.values, "|") }
