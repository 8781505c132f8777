package audition

var english = words{
	duels: englishDuels,
}
