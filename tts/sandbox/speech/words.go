package speech

// trait is what one word of an id or a name says about a voice.
type trait struct {
	sex   string
	age   stage
	pitch float64 // semitones
	span  float64 // percent on the width of the intonation
	tract float64 // percent on the formants
	tilt  float64 // percent on the amplitude of the upper formants
	breath, roughness, flutter,
	voicing float64 // added
}

var (
	sweet   = trait{pitch: 0.6, tract: 2, span: 8, breath: 2}
	gentle  = trait{pitch: -0.3, span: -12, tilt: -14, breath: 4, voicing: -6}
	lively  = trait{pitch: 0.8, span: 28, tilt: 10}
	stern   = trait{pitch: -0.8, span: -28, tilt: 4, tract: -1}
	strong  = trait{pitch: -0.8, span: 10, tilt: 14, tract: -2, roughness: 1}
	low     = trait{pitch: -2.4, tract: -6, tilt: -8}
	wise    = trait{age: mature, span: -8}
	whisper = trait{breath: 24, voicing: -60, span: -20, tilt: -8}
	eerie   = trait{pitch: -2, breath: 14, voicing: -25, flutter: 9, tract: -4}
	machine = trait{span: -90, tilt: 18, flutter: -2, roughness: 2}
	crisp   = trait{tilt: 14, breath: -2, span: 6}
	fragile = trait{pitch: 0.6, flutter: 6, breath: 6, voicing: -10}
)

func person(sex string, age stage) trait { return trait{sex: sex, age: age} }

// words are those of the catalogue's ids and English names. The last word that
// names an age wins, as the head of an English noun phrase does:
// "ElderSister" is a sister, "Young_Man" is young because "man" names no age.
var words = map[string]trait{
	"man": person("male", 0), "male": person("male", 0), "guy": person("male", young),
	"gentleman": person("male", adult), "bloke": person("male", adult),
	"boy": {sex: "male", age: child, pitch: -0.8, tract: -3}, "didi": person("male", teen),
	"xuedi": person("male", teen), "shaoye": person("male", young), "nanyou": person("male", young),
	"xiongzhang": person("male", young), "boyfriend": person("male", young), "playboy": person("male", young),
	"husband": person("male", adult), "knight": person("male", young), "butler": {sex: "male", age: mature, span: -15},
	"godfather": {sex: "male", age: elder, pitch: -2.5, roughness: 1},
	"santa":     {sex: "male", age: elder, pitch: -1.6, tract: -4, span: 20},
	"grinch":    {sex: "male", age: mature, roughness: 3, span: 25},
	"arnold":    {sex: "male", age: adult, pitch: -1.8, tract: -4}, "rudolph": {sex: "male", age: young, tract: 3},
	"soldier": person("male", adult), "commander": person("male", mature),
	"bazong": {sex: "male", age: adult, pitch: -1}, "veteran": person("male", elder), "sorcerer": person("", mature),
	"woman": person("female", 0), "women": person("female", mature), "female": person("female", 0),
	"lady": person("female", adult), "miss": person("female", young), "girl": person("female", teen),
	"girlfriend": person("female", young), "schoolgirl": person("female", teen), "maiden": person("female", young),
	"sister": person("female", young), "bestie": person("female", young), "antie": person("female", mature),
	"princess": person("female", young), "queen": person("female", adult), "hostess": person("female", adult),
	"heroine": person("female", young), "belle": person("female", young),
	"abbess": {sex: "female", age: elder, span: -20}, "shaonv": person("female", teen),
	"yujie": {sex: "female", age: adult, pitch: -1}, "xuejie": person("female", young),
	"xuemei": person("female", teen), "mengmei": person("female", teen), "xiaoling": person("female", young),
	"nvxing": person("female", adult), "child": person("", child), "kid": person("", child), "baby": person("", child),
	"elf": {age: child, pitch: -1}, "spirit": {age: child, pitch: -2}, "pig": {age: child, roughness: 2, tract: -3},
	"teen": person("", teen), "student": person("", teen), "junior": person("", teen), "youth": person("", young),
	"young": person("", young), "daxuesheng": person("", young), "qn": person("male", young),
	"mature": person("", mature), "mentor": wise, "scholar": wise, "wise": wise, "teacher": {age: mature, tilt: 5},
	"instructor": wise, "boss": {age: mature, pitch: -0.6, tilt: 8}, "executive": person("", mature),
	"leader": person("", adult), "advisor": wise, "chengshu": person("", mature), "elder": person("", elder),
	"elderly": person("", elder), "grandma": person("female", elder), "grandpa": person("male", elder),
	"old": person("", elder), "adult": person("", adult), "whisper": whisper, "whispering": whisper, "ghost": eerie,
	"reaper": {sex: "male", age: elder, pitch: -4, tract: -7, breath: 8}, "robot": machine,
	"armor": {sex: "male", span: -80, pitch: -3, tract: -5, roughness: 3}, "deep": low,
	"magnetic": {pitch: -1.2, tract: -3, roughness: 1}, "dominant": strong, "badao": strong, "tough": strong,
	"angry": {span: 20, tilt: 16, roughness: 2}, "powerful": strong, "possessive": strong, "imposing": strong,
	"bossy": strong, "passionate": lively, "warrior": strong, "brave": crisp, "cute": {pitch: 1, tract: 3, span: 12},
	"sweet": sweet, "lovely": sweet, "charming": {span: 10, breath: 3}, "tianmei": sweet, "diadia": sweet,
	"airheaded": {pitch: 1, span: 20}, "anime": {pitch: 1.6, tract: 3, span: 25}, "cartoon": {pitch: 1, span: 25},
	"gentle": gentle, "soft": gentle, "soothing": gentle, "kind": gentle, "kindhearted": gentle, "caring": gentle,
	"calm": {span: -22, tilt: -8}, "serene": {span: -24, tilt: -10, breath: 3}, "tranquil": gentle,
	"warm": {tilt: -10, tract: -1}, "wenrou": gentle,
	"wenrounvxing": {sex: "female", age: adult, tilt: -14, breath: 5, span: -12},
	"shy":          {breath: 5, span: -15, voicing: -8}, "danya": gentle, "cheerful": lively, "lively": lively,
	"playful": lively, "energetic": lively, "exuberant": {pitch: 1.2, span: 38, tilt: 12}, "upbeat": lively,
	"optimistic": lively, "enthusiastic": lively, "chatty": lively, "jovial": lively, "whimsical": {pitch: 1, span: 35},
	"comedian": lively, "humorous": lively, "radiant": lively, "qiaopi": lively, "friendly": {span: 12}, "cold": stern,
	"serious": stern, "strict": stern, "lengdan": stern, "bad": {roughness: 1, span: 15},
	"sad": {pitch: -0.8, span: -35, tilt: -12}, "upset": {span: 22, flutter: 4}, "lonely": {span: -25, breath: 4},
	"pessimistic": {pitch: -1, span: -35}, "sentimental": {span: 12, breath: 5}, "stressed": {pitch: 0.8, flutter: 8},
	"fragile": fragile, "bingjiao": fragile, "anchor": crisp, "announcer": crisp, "presenter": crisp,
	"narrator": {span: -6, tilt: 6}, "host": crisp, "storyteller": {span: 22}, "crisp": crisp, "bright": crisp,
	"robotic": machine,
}

// characters are looked for anywhere in a Chinese or Japanese name; the first
// that names an age or a sex settles it.
var characters = []struct {
	part string
	trait
}{
	{"男童", person("male", child)}, {"女童", person("female", child)}, {"童", person("", child)},
	{"萌兽", trait{age: child, pitch: -3}}, {"猪", trait{age: child, pitch: -1, roughness: 2, tract: -3}},
	{"奶奶", person("female", elder)}, {"爷", person("male", elder)}, {"老", person("", elder)}, {"花甲", person("", elder)},
	{"大婶", person("female", mature)}, {"阿姨", person("female", mature)}, {"大叔", person("male", mature)},
	{"少女", person("female", teen)}, {"女孩", person("female", teen)}, {"萌妹", person("female", teen)},
	{"学妹", person("female", teen)}, {"弟弟", person("male", teen)}, {"学弟", person("male", teen)},
	{"御姐", trait{sex: "female", age: adult, pitch: -1}}, {"姐", person("female", young)},
	{"闺蜜", person("female", young)}, {"甜心", sweet}, {"大学生", person("", young)}, {"青年", person("male", young)},
	{"男友", person("male", young)}, {"学长", person("male", young)}, {"少爷", person("male", young)},
	{"小哥", person("male", young)}, {"竹马", person("male", young)}, {"高管", person("", mature)},
	{"成熟", person("", mature)}, {"女", person("female", 0)}, {"男", person("male", 0)}, {"温柔", gentle}, {"温润", gentle},
	{"温暖", gentle}, {"软", gentle}, {"甜", sweet}, {"萌", sweet}, {"可爱", sweet}, {"嗲", sweet}, {"霸道", strong},
	{"冷淡", stern}, {"沉稳", stern}, {"精英", crisp}, {"清脆", crisp}, {"播报", crisp}, {"新闻", crisp}, {"主播", crisp},
	{"主持", crisp}, {"活泼", lively}, {"俏皮", lively}, {"搞笑", lively}, {"机械", machine}, {"病娇", fragile}, {"低沉", low},
}
