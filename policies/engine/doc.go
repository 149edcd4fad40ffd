// Package engine compiles policies and answers what they say about facts.
//
// Compiled holds what OPA compiled. A Document is a rule's set of findings, or the answer of an
// inference, over the inputs of one shape. When a document is prepared, Analyse finds out what it
// reads: facts, single members of sets, answers of inferences. An Input holds the facts of a
// subject; what a document reads of it is its projection. Thousands of subjects agree on a
// projection, so the document's answer is remembered by it, and OPA is asked once, on an input that
// holds nothing else.
//
// What a rule emits is an Emitted, a finding without names. A Watch sees to it that policies that
// somebody else wrote keep within Limits; it is kept in the context of a run.
package engine
