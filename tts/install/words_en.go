package install

var english = words{
	page:    func(need, address string) string { return "get " + need + " from " + address + " and put it into PATH" },
	unknown: func(need string) string { return "install " + need },
}
