package presets

import (
	"maps"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"voicestudio/tts"
)

// field is one key of an object in the file. The Go structs are the only
// table of keys: a field added to tts.Request is stored from then on, and the
// order of the struct is the order in the file.
type field struct {
	name   string
	index  int
	always bool // written even when empty
	never  bool // known, but neither read nor written
}

var fieldsOf sync.Map // reflect.Type -> []field

func fields(t reflect.Type) []field {
	if known, found := fieldsOf.Load(t); found {
		return known.([]field)
	}
	var list []field
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		list = append(list, field{
			name:   name,
			index:  i,
			always: options == "",
			never:  t == reflect.TypeFor[tts.Request]() && name == "text",
		})
	}
	fieldsOf.Store(t, list)
	return list
}

// pathTo names a field as `--set` and the rules do: inside request, without
// "request.".
func pathTo(parent, name string) string {
	if parent == "" || parent == "request" {
		return name
	}
	return parent + "." + name
}

// kept is what one object or list of the file held beyond the known keys.
type kept struct {
	extras []extra
	below  map[string]*kept // by key, or by identity for the objects of a list
}

// extra is one unknown key. It is written after the known key that it was read
// after, so an unchanged file keeps its order.
type extra struct {
	after            string // "" is the start of the object
	rawName, rawText string
}

func (k *kept) at(key string) *kept {
	if k == nil {
		return nil
	}
	return k.below[key]
}

func (k *kept) extrasAfter(name string) (list []extra) {
	if k == nil {
		return nil
	}
	for _, e := range k.extras {
		if e.after == name {
			list = append(list, e)
		}
	}
	return list
}

// add stores what was kept below a key; nothing kept takes no room.
func (k *kept) add(key string, sub *kept) {
	if sub == nil {
		return
	}
	if k.below == nil {
		k.below = map[string]*kept{}
	}
	k.below[key] = sub
}

// with is a copy of k that has other things below a key.
func (k *kept) with(key string, sub *kept) *kept {
	copied := &kept{below: map[string]*kept{}}
	if k != nil {
		copied.extras = k.extras
		maps.Copy(copied.below, k.below)
	}
	delete(copied.below, key)
	copied.add(key, sub)
	return copied.orNil()
}

func (k *kept) orNil() *kept {
	if len(k.extras) == 0 && len(k.below) == 0 {
		return nil
	}
	return k
}

// identities name the objects of a list by their texts (a voice by its id, a
// heard_on by host and model), so that an unknown key follows its voice when
// the blend is reordered.
type identities map[string]int

func (ids identities) of(v reflect.Value) string {
	var s strings.Builder
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.String {
			s.WriteString(f.String() + "\x00")
		}
	}
	ids[s.String()]++
	return s.String() + strconv.Itoa(ids[s.String()])
}
