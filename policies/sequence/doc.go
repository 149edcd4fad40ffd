// Package sequence puts the open migration batches of a configuration in order and says what each of their steps does.
//
// The way of the data: a model.Model goes in; New finds the steps and who moves in each of them; Before and After are
// the homes around a step, and State is the whole configuration that a step leaves, made from the one before it.
// Rules that look at batches, `check --after` and `simulate` all use these, so that they cannot disagree.
//
// The words: a batch is open until it is over (its status says so). A step is one open batch, or several that complete
// at the same time. A member moves at most once: in the first of its open batches that can move it. The source of a
// batch is the forest that its members leave, the target the one that they move to; the cloud is a forest.
package sequence
