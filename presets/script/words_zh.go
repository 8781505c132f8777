package script

import (
	"fmt"
)

var chinese = words{
	elsewhere: "另一个程序在此期间改了这份稿子",
	empty:     "没有保存的稿子",
	noLines:   "它没有任何行，不是稿子",
	none:      func(id string) string { return fmt.Sprintf("没有稿子 %q", id) },
	noHost:    func(name string) string { return fmt.Sprintf("没有名为 %q 的服务商", name) },
	isThere:   func(path string) string { return path + " 已经存在" },
}
