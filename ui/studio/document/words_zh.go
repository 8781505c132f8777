package document

var chinese = words{
	opening: func(preset string) string { return "打开 " + preset },
}
