package script

// englishTabs is what the script and the request say in English.
var englishTabs = words{Editor: englishScript, request: englishRequest}
