package revision_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/revision"
)

// sandbox is a folder with repositories that the real git makes.
type sandbox struct {
	*testing.T
	dir string
	// clock makes the commits' dates differ.
	clock int
}

func newSandbox(t *testing.T) *sandbox {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git to make repositories with")
	}
	return &sandbox{T: t, dir: t.TempDir(), clock: 1_700_000_000}
}

// git runs git in a folder of the sandbox, which obeys no configuration of the machine.
func (s *sandbox) git(folder string, arguments ...string) string {
	s.Helper()
	s.clock += 60
	date := fmt.Sprintf("%d +0000", s.clock)
	command := exec.Command("git", append([]string{"-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main"}, arguments...)...)
	command.Dir = filepath.Join(s.dir, folder)
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + s.dir, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@contoso.com",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@contoso.com", "GIT_AUTHOR_DATE=" + date, "GIT_COMMITTER_DATE=" + date}
	out, err := command.CombinedOutput()
	if err != nil {
		s.Fatalf("git %q in %s: %v\n%s", arguments, folder, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (s *sandbox) write(name, text string) {
	s.Helper()
	name = filepath.Join(s.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		s.Fatal(err)
	}
}

// origin is a repository with a main branch that has gone on since the branch change began.
func (s *sandbox) origin() {
	s.Helper()
	s.git(".", "init", "-q", "origin")
	s.write("origin/a.hcl", "# base\n")
	s.write("origin/sub/b.hcl", "# b\n")
	s.write("origin/big.hcl", strings.Repeat("# a line that is long enough to be worth a delta\n", 2000))
	s.git("origin", "add", "-A")
	s.git("origin", "commit", "-qm", "base")
	s.git("origin", "tag", "-a", "v1", "-m", "v1")
	s.git("origin", "checkout", "-qb", "change")
	s.write("origin/a.hcl", "# changed\n")
	s.git("origin", "commit", "-qam", "change")
	s.git("origin", "checkout", "-q", "main")
	s.write("origin/a.hcl", "# main goes on\n")
	s.git("origin", "commit", "-qam", "on")
	s.git("origin", "checkout", "-q", "change")
}

// base opens the base of a folder, which must work.
func (s *sandbox) base(folder, name string) *revision.Base {
	s.Helper()
	base, err := s.tryBase(folder, name)
	if err != nil {
		s.Fatal(err)
	}
	return base
}

func (s *sandbox) tryBase(folder, name string) (*revision.Base, error) {
	r, err := revision.Open(filepath.Join(s.dir, folder))
	if err != nil {
		return nil, err
	}
	return r.Base(name)
}

// wantBase wants the base of the origin's change.
func (s *sandbox) wantBase(folder, name string) {
	s.Helper()
	base := s.base(folder, name)
	for file, want := range map[string]string{"a.hcl": "# base\n", "sub/b.hcl": "# b\n"} {
		text, err := fs.ReadFile(base.FS(), file)
		if err != nil || string(text) != want {
			s.Errorf("%s in %s: %q %v", file, folder, text, err)
		}
	}
	if text, err := fs.ReadFile(base.FS(), "big.hcl"); err != nil || len(text) < 90_000 {
		s.Errorf("big.hcl in %s: %d bytes, %v", folder, len(text), err)
	}
	if _, err := fs.ReadFile(base.FS(), "none.hcl"); !os.IsNotExist(err) {
		s.Errorf("a file that is not there: %v", err)
	}
	if base.Missing() != nil {
		s.Error(base.Missing())
	}
	var names []string
	err := fs.WalkDir(base.FS(), ".", func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if want := []string{".", "a.hcl", "big.hcl", "sub", "sub/b.hcl"}; err != nil || !slices.Equal(names, want) {
		s.Errorf("%s has %q, want %q; %v", folder, names, want, err)
	}
}

func TestBaseIsWhereTheChangeBegan(t *testing.T) {
	s := newSandbox(t)
	s.origin()
	for _, name := range []string{"main", "refs/heads/main", "heads/main", "main~1", "v1", s.git("origin", "rev-parse", "main"), s.git("origin", "rev-parse", "main")[:9], "HEAD~1", "HEAD^"} {
		s.wantBase("origin", name)
	}
	s.wantBase("origin/sub", "main")
	if want := s.git("origin", "merge-base", "main", "HEAD"); s.base("origin", "main").Revision != want {
		t.Errorf("the base is %s, want %s", s.base("origin", "main").Revision, want)
	}
}

func TestWaysInWhichRepositoriesLie(t *testing.T) {
	s := newSandbox(t)
	s.origin()
	s.git(".", "clone", "-q", "origin", "clone")
	s.wantBase("clone", "origin/main")
	s.git("clone", "gc", "-q", "--aggressive")
	s.git("clone", "pack-refs", "--all")
	s.wantBase("clone", "origin/main")
	s.git("clone", "worktree", "add", "-q", "../worktree", "-b", "other")
	s.wantBase("worktree", "origin/main")
	s.git(".", "clone", "-q", "--shared", "origin", "shared")
	s.wantBase("shared", "origin/main")
	s.write("shared/.git/objects/info/alternates", "../../../origin/.git/objects\n")
	s.wantBase("shared", "origin/main")
	s.git(".", "clone", "-q", "origin", "sparse")
	s.git("sparse", "sparse-checkout", "set", "--cone", "--sparse-index", "sub")
	s.wantBase("sparse", "origin/main")
	s.git(".", "clone", "-q", "--separate-git-dir=elsewhere", "origin", "separate")
	s.wantBase("separate", "origin/main")
	s.git("clone", "merge", "-q", "-s", "ours", "-m", "merge", "origin/main") // the merge of a pull request, as CI checks it out
	if base := s.base("clone", "HEAD^2"); base.Revision != s.git("clone", "rev-parse", "origin/main") {
		t.Error(base.Revision)
	}
}

func TestWhatCannotBeCompared(t *testing.T) {
	s := newSandbox(t)
	s.origin()
	s.git(".", "clone", "-q", "--depth=1", "--no-single-branch", "file://"+s.dir+"/origin", "shallow")
	s.git(".", "clone", "-q", "--no-checkout", "--filter=blob:none", "file://"+s.dir+"/origin", "partial")
	s.git("origin", "config", "uploadpack.allowFilter", "true")
	s.git(".", "clone", "-q", "--no-checkout", "--filter=blob:none", "file://"+s.dir+"/origin", "blobless")
	s.git(".", "init", "-q", "--object-format=sha256", "sha256")
	s.git("origin", "checkout", "-q", "--orphan", "orphan")
	s.git("origin", "commit", "-qm", "unrelated")
	s.git(".", "init", "-q", "empty")
	s.write("plain/a.hcl", "")
	for _, test := range []struct{ folder, name, want string }{
		{"shallow", "origin/main", "fetch-depth: 0"},
		{"sha256", "main", "SHA256"},
		{"origin", "main", "no commit in common"},
		{"origin", "nothing", `no revision "nothing"`},
		{"origin", "origin/nothing", `no revision "origin/nothing"`},
		{"origin", strings.Repeat("ab", 20), "no revision"},
		{"origin", "main~99", "ends before"},
		{"origin", "main:a.hcl", "no revision that can be read here"},
		{"origin", "main^{tree}", "no revision that can be read here"},
		{"empty", "main", "no revision"},
		{"empty", "HEAD", "no commit yet"},
		{"plain", "main", "--baseline"},
	} {
		if _, err := s.tryBase(test.folder, test.name); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s in %s: %v, want %s", test.name, test.folder, err, test.want)
		}
	}
	base := s.base("blobless", "origin/main")
	_, err := fs.ReadFile(base.FS(), "a.hcl")
	if err == nil || os.IsNotExist(err) || base.Missing() == nil || !strings.Contains(base.Missing().Error(), "--filter") {
		t.Errorf("a missing object: %v, %v", err, base.Missing())
	}
}

// TestMissingObjects: whatever object is taken away, nothing passes for a file that was not there.
func TestMissingObjects(t *testing.T) {
	s := newSandbox(t)
	s.origin()
	for _, of := range []string{"main", "main^", "main^^{tree}", "main^:sub", "main^:a.hcl", "main^:sub/b.hcl"} {
		hash := s.git("origin", "rev-parse", strings.Replace(of, "main^", "main~1", 1))
		file := filepath.Join(s.dir, "origin/.git/objects", hash[:2], hash[2:])
		if err := os.Rename(file, file+".gone"); err != nil {
			t.Fatal(err)
		}
		base, err := s.tryBase("origin", "main")
		if err == nil {
			_ = fs.WalkDir(base.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
				if err == nil && !entry.IsDir() {
					_, err = fs.ReadFile(base.FS(), name)
				}
				return err
			})
			err = base.Missing()
		}
		if err == nil || !strings.Contains(err.Error(), "fetch-depth: 0") {
			t.Errorf("without %s: %v", of, err)
		}
		if err := os.Rename(file+".gone", file); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLinks(t *testing.T) {
	s := newSandbox(t)
	s.git(".", "init", "-q", "origin")
	s.write("origin/in/a.hcl", "# a\n")
	s.write("origin/out.hcl", "# out\n")
	for name, target := range map[string]string{"in/same.hcl": "a.hcl", "in/up.hcl": "../out.hcl", "in/etc.hcl": "/etc/passwd", "in/loop.hcl": "loop.hcl", "folder": "in"} {
		if err := os.Symlink(target, filepath.Join(s.dir, "origin", name)); err != nil {
			t.Skip(err)
		}
	}
	s.git("origin", "add", "-A")
	s.git("origin", "commit", "-qm", "links")
	all := s.base("origin", "HEAD").FS()
	in, err := fs.Sub(all, "in")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		files      fs.FS
		name, want string
	}{
		{all, "in/same.hcl", "# a\n"}, {all, "in/up.hcl", "# out\n"}, {all, "folder/a.hcl", "# a\n"}, {in, "same.hcl", "# a\n"},
		{in, "up.hcl", "escapes"}, {all, "in/etc.hcl", "escapes"}, {all, "in/loop.hcl", "symbolic links"},
	} {
		text, err := fs.ReadFile(test.files, test.name)
		if got := string(text) + fmt.Sprint(err); !strings.Contains(got, test.want) {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestMergeBases: on histories of every shape, with dates in any order, the bases are those that git finds.
func TestMergeBases(t *testing.T) {
	s := newSandbox(t)
	s.git(".", "init", "-q", "origin")
	random := rand.New(rand.NewPCG(1, 2))
	tree := s.git("origin", "write-tree")
	var commits []string
	for i := range 40 {
		arguments := []string{"commit-tree", tree, "-m", fmt.Sprint(i)}
		for range min(i, random.IntN(3)) {
			parent := commits[max(0, len(commits)-1-random.IntN(6))]
			if !slices.Contains(arguments, parent) {
				arguments = append(arguments, "-p", parent)
			}
		}
		s.clock += random.IntN(600) - 300
		commits = append(commits, s.git("origin", arguments...))
	}
	several, none := 0, 0
	for range 60 {
		one, other := commits[random.IntN(len(commits))], commits[random.IntN(len(commits))]
		s.write("origin/.git/HEAD", one+"\n")
		base, err := s.tryBase("origin", other)
		out, _ := exec.Command("git", "-C", filepath.Join(s.dir, "origin"), "merge-base", "--all", one, other).Output()
		want := strings.Fields(string(out))
		var got []string
		if err == nil {
			got = append([]string{base.Revision}, base.Others...)
		} else if !strings.Contains(err.Error(), "no commit in common") {
			t.Fatal(err)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s and %s: %q, git says %q", one, other, got, want)
		}
		if len(want) > 1 {
			several++
		}
		if len(want) == 0 {
			none++
		}
	}
	if several == 0 || none == 0 {
		t.Errorf("%d with several bases, %d with none", several, none)
	}
}
