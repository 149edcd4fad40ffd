// Package subjects says where findings stand, and what the things that they are about are called.
//
// A Subject is what a rule was evaluated on. It locates an attribute in its block, describes
// itself, renders the placeholders of messages (Text) and commands (Argument, quoted; Literal, as
// it is), and says whom it concerns, for exceptions and for folding. Each kind of subject has a
// file of its own; Names is what all of them know of the organization.
package subjects
