// Package syntax is a file on the way from bytes to blocks. A Section is a stretch of a file in memory; it is cut into Chunks of whole
// top-level items, so that a file is never read as one, and a Surveyor looks at a chunk before hclsyntax does: for what is nested too deep or
// has too many words (Excess). A Block is what any reader makes of a chunk. Characters that a reviewer would not see are found here too.
package syntax
