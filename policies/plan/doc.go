// Package plan makes waves of what a migration_plan block asks for.
//
// The way of the data: New reads a plan and its configuration into a Planner, which knows who moves and on which days;
// its Request is answered by the rules (policies.Splits), and what that costs becomes a problem for the search
// (policies/waves). A Result is the plan that was found, in the words of Exchange; all its numbers are those of
// policies/waves/verify.
//
// The words: a mover is a mailbox that gets a wave. Somebody fixed has a day already, being in the cloud or in a batch
// that has started, or has none and never moves. Costs are in thousandths, so that a person of a group can cost a part.
package plan
