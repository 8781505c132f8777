package wording

import "golang.org/x/sys/windows"

// systemLocale is the first language in which the person wants Windows itself.
func systemLocale() string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(names) == 0 {
		return ""
	}
	return names[0]
}
