// Package wording is for the tests of every package's words: what one language
// says, all of them must.
package wording

import "reflect"

// Missing lists the fields of a struct of words that have nothing to say:
// those of structs in it by their paths, entries of maps not among them.
func Missing(words any) []string { return missing(reflect.ValueOf(words), "") }

func missing(v reflect.Value, at string) (list []string) {
	if v.Kind() == reflect.Struct && v.NumField() > 0 && !said(v) {
		for i := range v.NumField() {
			list = append(list, missing(v.Field(i), at+"."+v.Type().Field(i).Name)...)
		}
		return list
	}
	if v.IsZero() {
		return []string{at}
	}
	return nil
}

// said reports a sentence and its cure, of which the cure may be empty.
func said(v reflect.Value) bool { return v.Type().Name() == "Said" && !v.IsZero() }
