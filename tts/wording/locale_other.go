//go:build !windows

package wording

// systemLocale is empty: where the environment says nothing, nothing is known.
func systemLocale() string { return "" }
