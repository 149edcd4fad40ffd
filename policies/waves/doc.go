// Package waves puts movers into waves so that what belongs together is apart as shortly as possible.
//
// It knows nothing of Exchange. The way of the data: a Problem goes in, Search merges movers level by level, puts the
// merged into waves, undoes the merging level by level and improves the plan on every level; a Plan comes out, one slot
// per mover. policies/waves/verify recomputes what a plan costs and whether it keeps to the problem, without anything of
// this package but the types.
//
// The words: a mover is who is put into a slot; a slot is a day, and a wave is a slot that others than the fixed may be
// put into. A pair costs a rate for every day that its ends are apart; which of the two goes first decides which rate.
//
// Everything is counted in integers, and chance comes from a seed: the same problem and the same options give the same
// plan on every machine. Steps are counted, time is not.
package waves
