package wording

import "reflect"

var rehearsed []func(change func(string) string)

// Rehearse has all packages say what change makes of their English, until
// Speak or Rehearse is called again; nil gives English back. It is for tests:
// of a language that is longer than ours, or has one word.
func Rehearse(change func(string) string) {
	mu.Lock()
	defer mu.Unlock()
	spoken = English
	for _, say := range rehearsed {
		say(change)
	}
	for _, do := range anew {
		do()
	}
}

// changed is v with every text in it changed, also those that functions in it
// return.
func changed(v reflect.Value, change func(string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		if v.Len() > 0 {
			out.SetString(change(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			from, to := out.Field(i), out.Field(i)
			if !to.CanSet() {
				to = reflect.NewAt(to.Type(), to.Addr().UnsafePointer()).Elem()
				from = to
			}
			to.Set(changed(from, change))
		}
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(changed(v.Index(i), change))
		}
	case reflect.Slice:
		if v.IsNil() {
			break
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(changed(v.Index(i), change))
		}
	case reflect.Map:
		if v.IsNil() {
			break
		}
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, changed(v.MapIndex(key), change))
		}
	case reflect.Func:
		if v.IsNil() {
			break
		}
		was := reflect.ValueOf(v.Interface()) // v may be the place where the new one goes
		out.Set(reflect.MakeFunc(v.Type(), func(in []reflect.Value) []reflect.Value {
			var said []reflect.Value
			if was.Type().IsVariadic() {
				said = was.CallSlice(in)
			} else {
				said = was.Call(in)
			}
			for i := range said {
				said[i] = changed(said[i], change)
			}
			return said
		}))
	}
	return out
}
