package wording

import (
	"fmt"
	"reflect"
)

var compared []func() []string

// Gaps lists where one language says something and another nothing, for tests.
func Gaps() (list []string) {
	for _, gaps := range compared {
		list = append(list, gaps()...)
	}
	return list
}

func gaps(a, b reflect.Value, at string) (list []string) {
	switch {
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			list = append(list, gaps(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name)...)
		}
	case a.IsZero() != b.IsZero():
		list = append(list, at)
	case a.Kind() == reflect.Map:
		for _, pair := range [][2]reflect.Value{{a, b}, {b, a}} {
			for _, key := range pair[0].MapKeys() {
				if other := pair[1].MapIndex(key); !other.IsValid() {
					list = append(list, fmt.Sprintf("%s[%v]", at, key))
				} else {
					list = append(list, gaps(pair[0].MapIndex(key), other, fmt.Sprintf("%s[%v]", at, key))...)
				}
			}
		}
	case a.Kind() == reflect.Slice && a.Len() != b.Len():
		list = append(list, at)
	case a.Kind() == reflect.Slice || a.Kind() == reflect.Array:
		for i := range a.Len() {
			list = append(list, gaps(a.Index(i), b.Index(i), fmt.Sprintf("%s[%d]", at, i))...)
		}
	}
	return list
}
