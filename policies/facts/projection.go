package facts

// AllMembers is the mask of a whole fact.
const AllMembers = ^uint64(0)

// Projection is a fact of a shape, and of a set the members that count: the others are as good as
// not there.
type Projection struct {
	Fact int
	Mask uint64
}
