// Package lsp is the server of the Language Server Protocol 3.17 that `hybridlint lsp` runs for an
// editor.
//
// The way of the data: notifications of the editor change the texts of open documents, and every
// change makes a new state with the next number. One worker takes the newest state, has all files
// below the root checked as one configuration with the open texts in place of their files, and
// publishes what is different. The files that were changed are read alone first, linked with what the
// others declared when all were read last; their problems are published, then those of all files, then
// the findings. A newer state ends what an older one has left to do. Nothing waits for a clock.
// Questions of the editor are answered one after the other, from the texts as they are and from what
// the worker has found last; only what is found after a wave is answered later, beside them. There is
// one model, but while files are read.
//
// The transport is github.com/sourcegraph/jsonrpc2: alive, without dependencies, and it hands over
// the parameters as they are. The types of the protocol are few structs of our own:
// go.lsp.dev/protocol at v1.0.1 is 87,000 lines with an experimental JSON library, made by one
// author within a month, and its types for every version of the protocol (a code is a
// ProgressToken, a message an InlayHintTooltip) are harder to read than what is sent.
//
// Words: a document is a text that is open in the editor; a state is all texts at one time; the
// good state is the last one that was understood completely.
package lsp
