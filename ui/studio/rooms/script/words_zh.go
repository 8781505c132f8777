package script

// chineseTabs is what the script and the request say in Chinese.
var chineseTabs = words{Editor: chineseScript, request: chineseRequest}
