package paint

var (
	Known  = known
	Unseen = unseen
	Join   = join
)

const (
	Apart        = apart
	ClusterRunes = clusterRunes
)
