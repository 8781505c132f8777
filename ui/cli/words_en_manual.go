package cli

var englishManual = manualWords{
	name: "NAME", synopsis: "SYNOPSIS", description: "DESCRIPTION", options: "OPTIONS", commands: "COMMANDS", examples: "EXAMPLES",
	files: "FILES", environment: "ENVIRONMENT", exit: "EXIT STATUS", seeAlso: "SEE ALSO",
	kept: [][2]string{
		{"~/.config/voicestudio/config.json", "Settings: the host, the teams, keys of commands. API keys are never in it. voicestudio config explains every one."},
		{"~/.config/voicestudio/presets", "Your presets, one JSON file each."},
		{".voicestudio/presets", "The presets of a project, found from the working folder upwards."},
		{"~/.local/share/voicestudio/takes", "Every take: its audio as it came, and how it was made."},
		{"~/.local/share/voicestudio/auditions", "Auditions and their votes."},
		{"~/.local/state/voicestudio", "The draft, scripts and the log."},
	},
	reads: [][2]string{
		{"VOICESTUDIO_PRESETS", "The folder of presets, in place of your own."},
		{"XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where the folders above are, if not in ~/.config, ~/.local/share and ~/.local/state."},
		{"VISUAL, EDITOR", "The editor for presets, scripts and settings."},
		{"HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE", "The proxy to ask hosts through, who is asked without it, and the certificates to trust."},
		{"LC_ALL, LC_MESSAGES, LANG", "The language, where neither --lang nor the config file says one."},
		{"NO_COLOR", "No colours, if set."},
		{"PULSE_SERVER", "The sound server."},
	},
	keyOf: func(hosts string) string { return "The API key of " + hosts + ". It is sent to that host only." },
	codes: [][2]string{
		{"0", "Done."},
		{"1", "This machine: a program is missing, a file cannot be written, a port is in use."},
		{"2", "The command line or the request is wrong, a key or a terminal is missing. Nothing was sent."},
		{"3", "The host refused."},
		{"4", "Too many requests, to the end of all tries."},
		{"5", "The network, or an answer that was cut, empty or not to be decoded."},
		{"130", "Interrupted."},
	},
	stop:     ".",
	seeHelp:  "voicestudio COMMAND --help has the same of one command. voicestudio doctor finds what is in the way. voicestudio completion completes commands in a shell.",
	ofOthers: func(page string) string { return page + ": files, environment and exit status." },
}
