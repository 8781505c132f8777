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

// Fill lets a struct of words, to which words points, say the same text in
// place of every sentence, so that a test sees what does not come from there.
// Maps and lists stay as they are.
func Fill(words any, text string) { fill(reflect.ValueOf(words).Elem(), text) }

func fill(v reflect.Value, text string) {
	settable := reflect.NewAt(v.Type(), v.Addr().UnsafePointer()).Elem() // though its field may not be exported
	switch v.Kind() {
	case reflect.String:
		settable.SetString(text)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), text)
		}
	case reflect.Func:
		settable.Set(reflect.MakeFunc(v.Type(), func([]reflect.Value) []reflect.Value {
			out := reflect.New(v.Type().Out(0)).Elem()
			fill(out, text)
			return []reflect.Value{out}
		}))
	}
}
