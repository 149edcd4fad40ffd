package revision

import (
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// resolve finds the commit that a revision names: a branch, a tag, another reference, a hash or the beginning of one, and any
// number of ^, ^N and ~N behind it.
func (r *Repository) resolve(revision string) (*object.Commit, error) {
	at := strings.IndexAny(revision, "^~")
	if at < 0 {
		at = len(revision)
	}
	name, steps := revision[:at], revision[at:]
	if name == "" || strings.ContainsAny(revision, ":{}@ \t\n") && name != "@" {
		return nil, fmt.Errorf("%q is no revision that can be read here; name a branch, a tag or a commit", revision)
	}
	commit, err := r.named(name)
	for err == nil && steps != "" {
		commit, steps, err = r.step(revision, commit, steps)
	}
	return commit, err
}

// named finds the commit of a name without steps behind it.
func (r *Repository) named(name string) (*object.Commit, error) {
	if name == "@" {
		name = "HEAD"
	}
	for _, rule := range plumbing.RefRevParseRules {
		full := plumbing.ReferenceName(fmt.Sprintf(rule, name))
		ref, err := storer.ResolveReference(r.refs, full)
		if err == nil {
			return r.peeled(name, ref.Hash())
		}
		if !errors.Is(err, plumbing.ErrReferenceNotFound) && plumbing.IsHash(name) {
			break
		}
	}
	if plumbing.IsHash(name) {
		return r.peeled(name, plumbing.NewHash(name))
	}
	if hash, ok, err := r.abbreviated(name); err != nil {
		return nil, err
	} else if ok {
		return r.peeled(name, hash)
	}
	if name == "HEAD" {
		return nil, errors.New("there is nothing to compare with: the Git repository has no commit yet; check without a base, and commit")
	}
	return nil, fmt.Errorf("there is no revision %q in the Git repository; fetch it (git fetch origin %s), or name it as origin/%s", name, name, name)
}

// abbreviated finds the commit whose hash begins so; with fewer than four digits it is none.
func (r *Repository) abbreviated(name string) (hash plumbing.Hash, ok bool, err error) {
	const fewest = 4
	if len(name) < fewest || strings.Trim(strings.ToLower(name), "0123456789abcdef") != "" {
		return hash, false, nil
	}
	prefix, _ := hex.DecodeString(name[:len(name)&^1])
	found := map[plumbing.Hash]bool{}
	for _, store := range r.objects {
		hashes, err := store.HashesWithPrefix(prefix)
		if err != nil {
			return hash, false, fmt.Errorf("the Git repository cannot be read: %w", err)
		}
		for _, h := range hashes {
			if _, err := store.EncodedObject(plumbing.CommitObject, h); err == nil && strings.HasPrefix(h.String(), strings.ToLower(name)) {
				found[h] = true
				hash = h
			}
		}
	}
	if len(found) > 1 {
		return hash, false, fmt.Errorf("%d commits begin with %s; name more of its digits", len(found), name)
	}
	return hash, len(found) == 1, nil
}

// peeled is the commit that a hash leads to, through tags.
func (r *Repository) peeled(name string, hash plumbing.Hash) (*object.Commit, error) {
	for {
		found, err := r.objects.object(plumbing.AnyObject, hash)
		if errors.Is(err, plumbing.ErrObjectNotFound) && plumbing.IsHash(name) && !r.partial {
			return nil, fmt.Errorf("there is no revision %q in the Git repository; fetch it (git fetch origin %s)", name, name)
		}
		if err != nil {
			return nil, r.lost("the revision "+name, err)
		}
		switch found.Type() {
		case plumbing.CommitObject:
			return r.commit(hash)
		case plumbing.TagObject:
			tag := &object.Tag{}
			if err := tag.Decode(found); err != nil {
				return nil, r.lost("the tag "+name, err)
			}
			hash = tag.Target
		default:
			return nil, fmt.Errorf("%q is a %s of the Git repository and no revision; name a branch, a tag or a commit", name, found.Type())
		}
	}
}

// commit reads a commit.
func (r *Repository) commit(hash plumbing.Hash) (*object.Commit, error) {
	found, err := r.objects.object(plumbing.CommitObject, hash)
	if err != nil {
		return nil, r.lost("the commit "+hash.String(), err)
	}
	commit := &object.Commit{}
	if err := commit.Decode(found); err != nil {
		return nil, r.lost("the commit "+hash.String(), err)
	}
	return commit, nil
}

// step goes one step back: ^ and ^N to a parent, ~ and ~N as often as that to the first one.
func (r *Repository) step(revision string, from *object.Commit, steps string) (to *object.Commit, rest string, err error) {
	kind, rest := steps[0], steps[1:]
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	number := 1
	if digits > 0 {
		if number, err = strconv.Atoi(rest[:digits]); err != nil {
			return nil, "", fmt.Errorf("%q is no revision", revision)
		}
	}
	rest = rest[digits:]
	if rest != "" && rest[0] != '^' && rest[0] != '~' {
		return nil, "", fmt.Errorf("%q is no revision", revision)
	}
	parent, times := number-1, min(number, 1)
	if kind == '~' {
		parent, times = 0, number
	}
	to = from
	for range times {
		if parent >= len(to.ParentHashes) {
			return nil, "", fmt.Errorf("there is no revision %q in the Git repository: the history ends before", revision)
		}
		if to, err = r.commit(to.ParentHashes[parent]); err != nil {
			return nil, "", err
		}
	}
	return to, rest, nil
}
