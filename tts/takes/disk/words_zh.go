package disk

var chinese = words{busy: "另一个程序正在使用它；请稍后再试"}
