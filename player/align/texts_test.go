package align

import "strings"

// line is a text in a language of espeak-ng's. Chinese is written in pinyin,
// since its dictionary has the characters' tones wrong. None has two words that
// are run into one, as "in the", where a pause between them would split it.
type line struct{ language, text string }

const (
	english = "en"
	chinese = "cmn-latn-pinyin"
)

// lines are those of the tests, further those of the experiment besides.
var lines = []line{
	{english, "The quick brown fox jumps over the lazy dog, and then it sleeps. We went home by train."},
	{english, "Seven thousand people live near that valley; many children there have never seen a ship."},
	{chinese, "jin1 tian1 de5 tian1 qi4 hen3 hao3, wo3 men5 yi4 qi3 qu4 gong1 yuan2 san4 bu4 ba5."},
}

var further = []line{
	{english, "Welcome back."},
	{english, "See you tomorrow!"},
	{english, "Your parcel has arrived."},
	{english, "Where did they find it?"},
	{english, "Please hold the line, somebody will be with you soon."},
	{english, "Nobody remembered who had closed those windows before rain came."},
	{english, "Let us pick up where we left off, because weather is going to change tomorrow morning."},
	{english, "We had a long talk about that garden, and nobody wanted to cut old trees down."},
	{english, "Turn left after two hundred metres, then keep right until you reach our bridge. Your destination is on your left, behind a large red building."},
	{english, "Once upon a time there was a king who had three daughters, each more clever than another. One day he asked them what they would bring home from town."},
	{chinese, "ni3 hao3, qing3 jin4."},
	{chinese, "wo3 ming2 tian1 zai4 lai2."},
	{chinese, "che1 zhan4 zai4 na3 li3? qing3 gao4 su4 wo3."},
	{chinese, "huan1 ying2 hui2 lai2, qing3 wen4 nin2 xu1 yao4 shen2 me5 bang1 zhu4?"},
	{chinese, "ta1 shuo1 xia4 ge4 yue4 yao4 qu4 shang4 hai3 kan4 peng2 you5, ke3 shi4 hai2 mei2 mai3 piao4."},
	{chinese, "zhe4 ben3 shu1 hen3 you3 yi4 si5, wo3 yi3 jing1 kan4 le5 san1 bian4. ru2 guo3 ni3 xi3 huan1, wo3 ke3 yi3 jie4 gei3 ni3."},
}

// pausing is the text with a pause of a second behind so many words.
func (l line) pausing(after int) string {
	words := strings.Fields(l.text)
	return strings.Join(words[:after], " ") + " <#1.0#>" + strings.Join(words[after:], " ")
}
