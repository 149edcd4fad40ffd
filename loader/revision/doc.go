// Package revision reads files as they were in a revision of the Git repository that they are in, without a checkout.
//
// The way of the data: Open finds the repository of a folder, Base the merge base of a revision and HEAD, and FS gives its
// files as a file system for the loader. Everything is read from the object store in this process: no git program is needed,
// no hook, filter or setting of the repository is obeyed, and nothing connects to anything.
//
// The library is go-git, of which only storage/filesystem and plumbing/object are used. Its top package brings the network
// along and cannot open a sparse checkout; Commit.File takes an object that is missing from a partial clone for a missing
// file; Commit.MergeBase drops the error of a history that ends early. Files, merge bases and names are found here instead.
package revision
