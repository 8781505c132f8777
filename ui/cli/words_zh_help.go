package cli

import (
	"fmt"
	"strings"

	"voicestudio/tts/sandbox"
)

var chineseHelp = helpWords{
	help: help{
		takes: "[命令]",
		short: "说明一个命令做什么、需要什么",
		long:  "说明一个命令做什么、需要什么：voicestudio help preset new 就是 voicestudio preset new --help。",
	},
	completion: help{
		short: "输出命令补全脚本",
		long:  "输出命令补全脚本，可补全命令、服务商、音色、模型、字段、预设、录音和试听。放在哪里，见各 shell 的说明。",
	},
	completionOf: func(shell string) string { return "输出 " + shell + " 的命令补全脚本" },
	root: help{
		short: "合成音色的终端工作室",
		long:  "凭听觉调音色，试听混合音色，把预设存给队友。不带命令时打开工作室。",
	},
	say: help{
		takes: "TEXT|-",
		short: "不用界面，合成一段文本",
		long:  "合成一段文本：作为参数给出，或用 - 从标准输入读取。设置依次来自预设、--model 和 --voice（会取消混合音色）、各个 --set。",
		example: `  voicestudio say "今天开心吗？"
  voicestudio say --voice Wise_Woman --set voice_setting.speed=1.1 --out hello.mp3 "Hello."
  voicestudio say --preset "Warm narrator" - < script.txt`,
	},
	config: chineseConfigHelp.config, configPath: chineseConfigHelp.path, configShow: chineseConfigHelp.show, configCheck: chineseConfigHelp.check,
	preset: help{
		short: "管理预设：列出、检查、修改、共享",
		long: "管理预设，每个预设一个 JSON 文件，便于审阅、合并和共享。\n\n" +
			"NAME 含 / 或以 .json 结尾时是文件。否则是预设的全名，在这些文件夹里找：own（自己的，可用 --presets 或 VOICESTUDIO_PRESETS 换掉）、project（当前或上级目录的 .voicestudio/presets）、配置文件 teams 里写的，以及程序自带的。两个文件夹里同名而内容不同时，用 FOLDER:NAME 选择。",
		example: `  voicestudio preset list narration
  voicestudio preset new "Warm narrator" --voice Wise_Woman --set voice_setting.speed=1.1 --tag narration
  voicestudio preset diff "Warm narrator" "team:Warm narrator"
  voicestudio preset push ~/src/our-voices`,
	},
	presetList: help{
		takes:   "[WORD...]",
		short:   "列出所有文件夹的预设",
		long:    "列出所有文件夹的预设：名字、文件夹、标签、最近由谁改动，以及与提交的内容是否不同（git 知道时）。每个 WORD 都要出现在名字、标签、音色、备注或示例文本里。不是预设的文件会在标准错误中列出，并注明行号和原因。",
		example: "  voicestudio preset list\n  voicestudio preset list calm --tag narration --json",
	},
	presetShow: help{
		takes:   "NAME",
		short:   "说明一个预设",
		long:    "说明一个预设：音色或混合音色的配方，设了哪些值，备注和标签，在哪里，在哪些服务商有人听过，最近由谁改动。用 --json 时按文件原样输出。",
		example: "  voicestudio preset show \"Warm narrator\"\n  voicestudio preset show --json ./voices/warm.json",
	},
	presetLint: help{
		takes: "[PATH...]",
		short: "按格式和服务商的规则检查预设文件",
		long: "检查预设文件，以及文件夹中的所有预设文件，看格式以及服务商和模型的规则。PATH 可以是团队名；不写时检查 preset list 列出的所有文件夹。用 --host 时，该服务商会拒绝的算错误；不用时，任何服务商都合成不了的才算。未知的键是警告，以 x_ 开头的除外。\n\n" +
			"退出码 0：没有问题，或只有警告；1：有错误；2：PATH、服务商或其他参数有误。",
		example: `  voicestudio preset lint .voicestudio/presets
  voicestudio preset lint brand
  voicestudio preset lint --host dashscope --host minimax --model speech-2.8-hd voices/*.json
  voicestudio preset lint --host minimax --account --json voices`,
	},
	presetDiff: help{
		takes:   "A B",
		short:   "说明两个预设有哪些不同",
		long:    "逐个字段用文字和单位说明预设 B 与 A 有哪些不同。文件的时间不算不同。\n\n退出码 0：相同；1：不同；2：有一个读不了。",
		example: "  voicestudio preset diff \"Warm narrator\" \"team:Warm narrator\"\n  voicestudio preset diff --json old.json new.json",
	},
	presetNew: help{
		takes: "NAME",
		short: "保存一个新预设",
		long:  "用 --model、--voice 和各个 --set 的设置保存一个新预设，与 say 相同。任何服务商都合成不了的会被拒绝；用 --host 时，该服务商会拒绝的也被拒绝。文件夹里已有同名预设时会被拒绝。",
		example: `  voicestudio preset new "Warm narrator" --voice Wise_Woman --set voice_setting.speed=1.1 --notes "For the onboarding videos."
  voicestudio preset new Blend --folder project \
    --set 'timbre_weights=[{"voice_id":"Wise_Woman","weight":60},
                           {"voice_id":"Deep_Voice_Man","weight":40}]'`,
	},
	presetEdit: help{
		takes: "NAME",
		short: "在编辑器里或用选项修改预设",
		long:  "修改预设。写了 --from、--model、--voice、--set、--notes、--tag、--sample-text 中任何一个，就改这些：FIELD= 取消设置，--tag 替换所有标签，空文本则去掉。都没写时，用 $VISUAL 或 $EDITOR 打开一份副本，编辑器结束后检查并保存。期间文件被别人改过时不会覆盖；你写的内容会保留，用 --from 保存。在文本里改名字就是给预设改名。",
		example: `  voicestudio preset edit "Warm narrator"
  voicestudio preset edit "Warm narrator" --set voice_setting.speed=1.15 --set voice_setting.emotion= --tag narration --tag en`,
	},
	presetCopy: help{
		takes:   "A B",
		short:   "把预设复制成另一个名字，或复制到另一个文件夹",
		long:    "把任意文件夹的预设 A 连同旁边的音频复制为 B。不写 --folder 时复制给自己；写了就可以不写 B，名字不变。文件夹里已有同名预设时会被拒绝。",
		example: "  voicestudio preset copy \"Warm narrator\" \"Warmer narrator\"\n  voicestudio preset copy own:Hero --folder team",
	},
	presetRename: help{
		takes:   "A B",
		short:   "给预设改名",
		long:    "把预设 A 改名为 B；它的文件和旁边的音频随之改名。文件夹里已有同名预设时会被拒绝。",
		example: "  voicestudio preset rename \"Warm 2\" \"Warm narrator\"",
	},
	presetRm: help{
		takes:   "NAME...",
		short:   "删除预设，并说明怎样找回",
		long:    "删除预设和旁边的音频。删除前先在 $XDG_STATE_HOME/voicestudio/removed 下为每个文件夹写一个打包文件，并给出找回的命令。有一个 NAME 不对时，什么也不删。",
		example: "  voicestudio preset rm \"Warm 2\" \"Warm 3\"\n  voicestudio preset rm team:Hero",
	},
	presetExport: help{
		takes:   "NAME... --out FILE",
		short:   "把预设和音频写成一个文件",
		long:    "把预设连同旁边的音频写成一个完整的文件，供 preset import 读取。它是 JSON，预设在其中与各自的文件一样。",
		example: "  voicestudio preset export \"Warm narrator\" Storyteller --out voices.json",
	},
	presetImport: help{
		takes: "FILE|-",
		short: "把导出文件里的预设放进文件夹",
		long: "把导出文件里的预设放进 DIR（没有会新建），或自己的文件夹。DIR 可以是团队名。逐个说明结果：new（新的）、same（已有，不动）、clip（预设已有，补上音频）、collides（冲突，并说明与同名预设的不同）。有冲突时什么也不导入，除非用 --replace 采用文件中的。中断的导入可以再来一次，只补缺的。\n\n" +
			"退出码 0：已导入，或没有障碍；1：有冲突，或 DIR 无法写入；2：FILE 不是这样的文件。",
		example: `  voicestudio preset import voices.json --dry-run
  voicestudio preset import voices.json --into .voicestudio/presets --replace`,
	},
	presetSchema: help{
		short:   "输出预设文件的 JSON Schema",
		long:    "输出预设文件的 JSON Schema（draft 2020-12），供编辑器和其他程序使用。",
		example: "  voicestudio preset schema > preset.schema.json",
	},
	presetPull: help{
		takes:   "DIR",
		short:   "用 git 拉取团队的预设",
		long:    "用 git 拉取团队的预设，并把自己的提交放在其上。未提交的保持不动。说明谁对哪个预设做了什么，来了哪些声音指纹，声音有何不同；--json 里是 news。双方都记了的指纹直接合并，不询问。\n\n" + syncCodesChinese,
		example: "  voicestudio preset pull ~/src/our-voices",
	},
	presetPush: help{
		takes:   "DIR",
		short:   "用 git 提交自己的预设并交给团队",
		long:    "把 DIR 里的预设（只有预设）以“presets: NAME, NAME”提交，变基拉取，再推送。从不强推，也不运行钩子。git 被要求忽略的预设会指出。\n\n" + syncCodesChinese,
		example: "  voicestudio preset push ~/src/our-voices\n  voicestudio preset push team --prefer mine",
	},
	presetFingerprint: chineseTrustHelp.fingerprint,
	presetVerify:      chineseTrustHelp.verify,
	presetSnippet: help{
		takes: "NAME --language curl|go|python|json",
		short: "输出不用本程序也能合成预设的代码",
		long:  "把 say 会发送的请求输出成可以直接运行的代码：shell 命令、Go 程序、不需要安装模块的 Python 3 脚本，或只输出 JSON 正文。运行后输出服务商的回答。文本是预设的示例文本。密钥从环境变量读取，不会写进代码。",
		example: `  voicestudio preset snippet "Warm narrator" --language curl --host dashscope
  voicestudio preset snippet "Warm narrator" --language python --host minimax --no-stream --text "Hello." > hello.py`,
	},
	render: help{
		takes: "SCRIPT.json|FILE.csv",
		short: "把逐行稿子合成一个声音，或合成 CSV 文件的各行",
		long:  renderLongChinese,
		example: `  voicestudio render chapter.json --out chapter.wav --subtitles chapter.srt
  voicestudio render chapter.json --lines 3,7-9 --again
  voicestudio render script.csv --preset "Warm narrator" --dry-run
  voicestudio render script.csv --out-dir audio --host dashscope --yes --json`,
	},
	script:       chineseScriptHelp.script,
	scriptImport: chineseScriptHelp.into,
	scriptList:   chineseScriptHelp.list,
	scriptShow:   chineseScriptHelp.show,
	takes: help{
		short: "列出、播放、导出、删除听过的录音",
		long:  "每次合成都保存为一条录音：服务商发来的音频，以及它是怎样来的。ID 是录音的 id、列表里的短 id，或任何别的录音没有的开头。",
	},
	takesList: help{
		takes:   "[WORD...]",
		short:   "列出录音，最新的在前",
		long:    "列出录音，最新的在前。每个 WORD 都要出现在录音的文本、备注、标签、id、服务商、模型或音色里。星号表示永不清理；“不完整”的没有收全，“接收中”的还有程序在写，“有误”的音频与写入的不同。",
		example: "  voicestudio takes list\n  voicestudio takes list --json narrator\n  voicestudio takes list --trash",
	},
	takesShow: help{
		takes: "ID",
		short: "说明一条录音是怎样来的",
	},
	takesPlay: help{
		takes: "ID",
		short: "从本机播放录音，免费",
	},
	takesExport: help{
		takes: "ID --out FILE",
		short: "把录音写成给别人的文件",
		long: "把录音写成给别人的文件，标签里写明它是怎样来的。不写 --format 时看扩展名：任何录音都能写成 wav 或 flac；用录音本身的扩展名时，按服务商发来的原样写出，这时 pcm、pcmu_raw 和 opus 没有新标签。pcmu_wav 的录音用 --format wav 变成 16 位 wav。\n" +
			"--from、--to 和 --loudness 需要 wav 或 flac。响度用一次增益达到；峰值会超过 -1 dBTP 时加限幅器，并说明限了多少；需要超过 8 dB 的会被拒绝，并说明能达到多少。--json 里有要求的和达到的响度，以及最大的限幅量。\n" +
			"已存在的文件会保留，退出码为 1；--replace 才会覆盖。",
		example: `  voicestudio takes export 3fa9c2d1-1 --out hello.mp3
  voicestudio takes export 3fa9c2d1-1 --out hello.wav --from 1.5 --to 3s --loudness -16`,
	},
	takesRemove: help{
		takes: "ID...",
		short: "把录音或损坏录音的残余移到回收站",
	},
	takesRestore: help{
		takes: "ID...",
		short: "从回收站找回录音",
	},
	takesPrune: help{
		short:   "清空回收站，并永久删除录音，直到不超过限额",
		long:    "清空回收站，并永久删除录音，直到不超过限额，最久没听的先删。带星标、备注或标签的，以及属于试听的，无论限额多少都保留。",
		example: "  voicestudio takes prune --dry-run\n  voicestudio takes prune --budget 500MB",
	},
	takesStar: help{
		takes: "ID...",
		short: "给录音加星标，不会被清理",
	},
	takesNote: help{
		takes:   "ID TEXT",
		short:   "给录音写备注；空文本则去掉",
		example: `  voicestudio takes note 3fa9c2d1-1 "Anna's favourite"`,
	},
	takesTag: help{
		takes: "ID [TAG...]",
		short: "替换录音的标签；不写则没有标签",
	},
	takesMeasure: help{
		takes:   "ID|FILE...",
		short:   "用数值说明录音或文件的声音",
		long:    "用数值说明录音或文件的声音：多长，多高（音高的中位数，以及上下起伏多少半音），每秒多少音节（不含停顿），停顿占多少，多响，最高峰值，多明亮（能量的重心，以及随频率怎样下降），结尾比开头响多少。太短或没人说话而测不出的空着。FILE 带 / 或扩展名 mp3、flac、wav、opus、ogg。录音的数值会保存在它旁边。",
		example: "  voicestudio takes measure 3fa9c2d1-1\n  voicestudio takes measure --json 3fa9c2d1-1 reference.wav",
	},
	takesCompare: help{
		takes:   "A B",
		short:   "用文字说明 B 与 A 的声音相比如何",
		long:    "用文字说明 B 与 A 的声音相比如何，哪些设置不同，同一个词最多相差多少时间。A 和 B 是录音的 id 或文件。只说人听得出来的。",
		example: "  voicestudio takes compare 3fa9c2d1-1 3fa9c2d1-2",
	},
	audition:       chineseAuditionHelp.audition,
	auditionNew:    chineseAuditionHelp.create,
	auditionList:   chineseAuditionHelp.list,
	auditionShow:   chineseAuditionHelp.show,
	auditionRm:     chineseAuditionHelp.rm,
	auditionExport: chinesePageHelp,
	auditionImport: chineseAuditionHelp.votes,
	auditionResult: chineseAuditionHelp.result,
	tune:           chineseTuneHelp,
	voices: help{
		takes:   "[FILTER...]",
		short:   "列出音色目录",
		long:    "列出音色目录。每个词都要出现在音色的 id、名字或语言里，或是性别的开头；female 和 male 只指性别。id 逐字节准确：以空格结尾的加引号显示。最后一列说明哪些 id 不是 MiniMax 自己列出的：来自第三方的清单，或见于使用。",
		example: "  voicestudio voices chinese female\n  voicestudio voices --json news",
	},
	sandbox: help{
		short: "把沙盒提供给其他程序使用",
		long: "通过 HTTP 提供沙盒：在 DashScope、PPIO、Novita、Jiekou 和 MiniMax 的路径上，用它们的格式回答，像它们一样拒绝，并真的发声；也支持 MiniMax 的 WebSocket /ws/v1/t2a_v2。任何 API 密钥都对，以“wrong”开头的除外。\n" +
			"get_voice 列出 MiniMax 自己列出的音色；别处见过的也能合成，voices 列出全部。浏览器里的页面可以像使用服务商一样使用它。\n" +
			"在本机地址上只回应 localhost 一类的名字，这样浏览器里的页面不能借别的名字使用它；例如 --addr 0.0.0.0:8787 让所有人用任何名字访问。\n\n" +
			"请求头 " + sandbox.FaultHeader + " 或对所有请求的 --fault 让它出错：\n\n",
		example: "  voicestudio sandbox --addr 127.0.0.1:8787\n  voicestudio sandbox --fault latency=300ms,pace=1x",
	},
	doctor: help{
		short: "找出妨碍合成和收听的问题，并给出办法",
		long: "检查一台新机器可能缺少的一切：程序和库、声音设备、密钥、代理、终端、配置文件、文件夹及其剩余空间、团队。\n" +
			"有问题的项目下面写着适合本系统的办法。\n" +
			"密钥从不显示，也不发送任何内容，除非用 --ask 询问每个有密钥的服务商，或 --host 指定的那个。\n" +
			"MiniMax 会收到密钥并列出音色，所以能发现另一个区域的密钥；询问其他服务商时不发送密钥。\n" +
			"这不计费，发送什么、发到哪里，事先都会说明。同时与服务商比较时钟。\n" +
			"--json 打印 {ok, checks: [{group, name, state, found, cure}]}；state 为 ok、warning 或 fault。\n" +
			"退出码 0：没有妨碍；1：本机缺少合成或收听所需的东西。提醒不计。",
		example: "  voicestudio doctor\n  voicestudio doctor --no-play --json\n  voicestudio doctor --ask --host minimax",
	},
	version: help{
		short: "输出版本",
	},
	manual: help{
		short:   "输出手册页",
		long:    "打印手册页，其中有全部命令，供 man 使用。用 --dir 时，把它和每个命令的一页写成 DIR 中的文件。",
		example: "  voicestudio man > voicestudio.1 && man ./voicestudio.1\n  voicestudio man --dir ~/.local/share/man/man1",
	},
}

// syncCodesChinese ends the help of pull and push.
const syncCodesChinese = "DIR 是 git 检出中的文件夹，或配置文件里的团队名。两人改了同一预设的同一字段时，列出两个值，两边都不改；--prefer 说明以谁为准。只有一方改的字段会合并。\n\n" +
	"git 一如既往遵守检出的配置：core.sshCommand、凭据助手和过滤器都是它指定的程序。所以请只用于自己克隆的仓库，不要用于自带 .git 的文件夹。裸仓库不算检出；.git 指向的仓库没有写明这个文件夹时会被拒绝。在终端里 git 和 ssh 可以询问口令，否则什么也不问。远端两分钟没有动静就放弃。\n\n" +
	"退出码 0：完成；1：有冲突，或本机的问题（没有 git、提交失败）；2：DIR 不是检出，或没有上游；3：远端拒绝；5：连不上远端。"

var chineseFlags = flagWords{
	help:    func(command string) string { return command + " 的帮助" },
	version: func(command string) string { return command + " 的版本" },
	host: func(hosts []string) string {
		return "用哪个服务商 `HOST`：" + strings.Join(hosts, "、") + "（默认 sandbox，或按配置文件）"
	},
	baseURL: "服务商的地址 `URL`，代替默认地址",
	lang: func(all []string) string {
		return "语言 `LANGUAGE`：" + strings.Join(all, " 或 ") + "（默认按配置文件，再按系统）"
	},
	presets:        "预设的文件夹 `DIR`，代替自己的文件夹",
	noMouse:        "把鼠标留给终端",
	plain:          "逐行的工作室：适合屏幕阅读器、慢速连接和管道",
	ascii:          "界面只用 ASCII 符号；您和服务商写的文字不变",
	theme:          func(all []string) string { return "配色 `COLOURS`：" + strings.Join(all, "、") },
	motion:         func(all []string) string { return "动态效果 `MOVES`：" + strings.Join(all, "、") },
	model:          func(example string) string { return "模型 `MODEL`，例如 " + example },
	voice:          "音色 id `VOICE`；会取消混合音色",
	set:            "`FIELD=VALUE`，用 API 的字段名，例如 voice_setting.speed=1.1；FIELD= 取消设置",
	startPreset:    "从哪个预设开始：`NAME`，或带 / 或 .json 的文件",
	hostFile:       "`FILE`，或 - 表示标准输出，写入服务商发来的原样字节",
	noPlay:         "不出声",
	whole:          "要求一次返回整个回答",
	again:          "本机已有同样的录音时也请求服务商",
	subtitles:      "写入字幕的 `FILE`，.srt 或 .vtt；需要 --no-stream",
	file:           "`FILE`，或 - 表示标准输出",
	jsonLast:       "最后一行输出一个 JSON 对象",
	jsonObject:     "输出一个 JSON 对象",
	jsonList:       "输出一个 JSON 列表",
	jsonOutcomes:   "输出 JSON 列表 {name, outcome, changes}",
	jsonFindings:   "以 JSON 列表输出检查结果",
	configCommands: "列出可以指定按键的每个命令",
	jsonChanges:    "输出 JSON 列表 {field, a, b}",
	jsonPreset:     "输出预设的 JSON",
	jsonTakes:      "像 list 一样以 JSON 输出录音",
	jsonMeasures:   "每行输出一个 JSON 对象，测不出的为 null",
	jsonVerdicts:   "以 JSON 列表输出结论",
	repeat: func(most int) string {
		return fmt.Sprintf("合成 `N` 次（2 到 %d），了解服务商每次相差多少", most)
	},
	jsonCompared:   "以 JSON 对象输出不同之处",
	jsonRows:       "每行完成时输出一个 JSON 对象，最后是合计",
	into:           "放进哪个文件夹 `DIR` 或团队名（默认自己的）",
	replacePresets: "同名时采用文件中的预设",
	onlyPrint:      "只输出会做什么",
	from:           "预设 `FILE`，或 - 表示标准输入；先采用它的全部内容，再由其他选项修改",
	notes:          "给队友的备注 `NOTES`",
	sampleText:     "试听音色用的文本 `TEXT`",
	tags:           "标签 `TAGS`，用空格或逗号分开；可以写几次",
	saveFolder:     "保存到哪个文件夹 `FOLDER`：own、project、团队名，或带 / 的路径（默认 own）",
	copyFolder:     "复制到哪个文件夹 `FOLDER`：own、project、团队名，或带 / 的路径（默认 own）",
	lintHosts:      "每个预设都要能在这个服务商 `HOST` 合成；可以写几次",
	lintModels:     "用模型 `MODEL` 检查，代替预设自己的；可以写几次",
	lintAccount:    "向服务商询问账号自己的音色：其他不在目录里的算错误",
	onlyTags:       "只要带这些标签 `TAGS` 的预设，用空格或逗号分开；可以写几次",
	onlyFolder:     "只要这个文件夹 `FOLDER` 的预设：own、project、starters 或团队名",
	language:       func(all []string) string { return "代码的语言 `LANGUAGE`：" + strings.Join(all, "、") },
	text:           "要合成的文本 `TEXT`，代替示例文本",
	prefer:         "双方改了同一字段时以哪一方 `SIDE` 为准：mine 或 theirs",
	rowsPreset:     "没写预设的行用哪个预设：`NAME`，或带 / 或 .json 的文件",
	outDir:         "文件名不是完整路径时放在哪个文件夹 `DIR`",
	jobs:           func(most int) string { return fmt.Sprintf("同时合成 `N` 行，最多 %d", most) },
	sendNothing:    "检查全部并说明价格；什么也不发送",
	yes:            "要花钱时不询问",
	wholeRows:      "要求一次返回整个回答",
	everyRow:       "本机已有录音的行也请求服务商",
	replaceRows:    "覆盖已存在而内容不同的文件",
	trash:          "改为列出已删除的录音",
	budget:         "所有录音的限额 `SIZE`，例如 500MB 或 2GB",
	onlySay:        "只说明会删什么",
	starOff:        "去掉星标",
	format:         "格式 `FORMAT`：wav、flac，或 original（服务商发来的原样）",
	partFrom:       "片段从哪个时间 `TIME` 开始，例如 1.5 或 1m2s",
	partTo:         "片段到哪个时间 `TIME` 结束",
	loudness:       "综合响度 `LUFS`，例如播客 -16，广播 -23",
	takeSubtitles:  "写入录音字幕的 `FILE`，.srt 或 .vtt",
	manualDir:      "接收手册页的文件夹 `DIR`，每个命令各一页",
	ask:            "询问有密钥的服务商，不计费；发送什么，事先会说明",
	noListening:    "不检查只有收听才需要的东西",
	replaceFiles:   "覆盖已存在的文件",
	bare:           "不写标签；用 original 时与服务商的文件逐字节相同",
	address:        "监听的地址 `ADDRESS`；端口 0 为任意空闲端口",
	faults:         "每个回答的故障 `FAULTS`，用逗号分开",
	line:           "所有候选都说的文本 `TEXT`",
	tryPreset:      "添加预设：`NAME`，或带 / 或 .json 的文件",
	tryVoice:       "添加音色，写它的 `ID`",
	tryTake:        "添加录音，写它的 `ID`；文本不同时用它的设置",
	trySet:         "`FIELD=A,B,C`：变化第一个预设或音色，用 API 的字段名",
	tryLadder:      "`V1,V2[,STEPS]`：添加两个音色之间的各级，默认 5 级",
	allCandidates:  func(page int) string { return fmt.Sprintf("允许超过 %d 个候选", page) },
	kind:           func(all []string) string { return "提问的方式 `KIND`：" + strings.Join(all, "、") },
	pageLang: func(all []string) string {
		return "页面的语言 `LANGUAGE`：" + strings.Join(all, "、") + "（默认按程序的语言）"
	},
	onlyStarred: "只要带星标的候选",
	tunePreset: func(most int) string {
		return fmt.Sprintf("从预设开始：`NAME`，或带 / 或 .json 的文件；可以写几个，最多 %d 个：先找出最好的", most)
	},
	axes: func(all []string) string {
		return "要调整的维度 `AXES`：" + strings.Join(all, ",") + "（默认全部）"
	},
	tuneText:     "所有片段都说的文本 `TEXT`（默认预设的示例文本）",
	judge:        "回答问题的 shell 命令 `COMMAND`",
	reference:    "向参考录音 `FILE` 靠近，代替评判",
	sameWords:    "参考录音说的就是片段的文本（默认自动判断）",
	judgeTimeout: "等待一个回答的最长时间 `TIME`",
	clips:        "听过 `N` 个片段后停下，合成的和本机已有的都算（默认到没有可问为止）",
	outPreset:    "把结果保存为新预设 `NAME`",
	jsonTune:     "每个问题输出一个 JSON 对象，最后输出结果",
	resume: func(last string) string {
		return "按 `ID` 继续一次调音，或继续最近改动的那次：" + last
	},
	scriptFlagWords: chineseScriptFlags,
	acceptWinner:    "让胜者生效：加星标，并给它的预设排名",
	account:         "向服务商询问账号的音色，包括克隆音色（minimax、minimax-cn、sandbox）",
}
