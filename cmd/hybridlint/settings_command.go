package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"hybridlint/report/text"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hybridlint/loader"
	"hybridlint/report"
	"hybridlint/report/visible"
)

// never is what --fail-on takes where no finding is to fail the run; the settings file does not know it.
const never = "none"

// settingFlags are the flags that stand for settings.
type settingFlags struct {
	failOn          string
	fold            int
	enable, disable []string
	profiles        []string
	ownFlags
}

func (f *settingFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.failOn, "fail-on", report.Error.String(), "the least severity that fails: error, warning or note; none: no finding fails")
	flags.IntVar(&f.fold, "fold", defaultFold, "show more findings of one kind than this as one; 0 shows and explains every finding")
	flags.StringSliceVar(&f.enable, "enable", nil, "run these rules, whatever their profile; ids or names")
	flags.StringSliceVar(&f.disable, "disable", nil, "do not run these rules; ids or names")
	flags.StringSliceVar(&f.profiles, "profile", nil, "run the rules of these profiles too: extended, verbose")
	f.ownFlags.add(c)
	complete(c, "fail-on", []string{report.Error.String(), report.Warning.String(), report.Note.String(), never})
	complete(c, "profile", []string{string(report.ExtendedProfile), string(report.VerboseProfile)})
}

// loadSettings finds out what is in force: the defaults, over them the settings file, over it the flags.
func (p *program) loadSettings(ctx context.Context, f *settingFlags, given *pflag.FlagSet) (*settings, *knownRules, error) {
	return p.loadSettingsOf(ctx, f, given, nil)
}

// loadSettingsOf is loadSettings with the files of the repository as they were in a tree; nil for those of the machine.
func (p *program) loadSettingsOf(ctx context.Context, f *settingFlags, given *pflag.FlagSet, tree *loader.Tree) (*settings, *knownRules, error) {
	file, err := p.openSettingsOf(f.config, given.Changed("config"), tree)
	if err != nil {
		return nil, nil, err
	}
	file.settings.tree = tree
	if err := f.ownFlags.override(p, file.settings); err != nil {
		return nil, nil, err
	}
	file.settings.dropMissing(p)
	known, err := p.rules(ctx, p.ownPolicies(file.settings))
	if err != nil {
		return nil, nil, err
	}
	if file.read(known.Rules); len(file.problems) > 0 {
		_ = p.tellProblems(known) // a rule that is not known may be one of those that cannot be read
		return nil, nil, p.wrongSettings(file)
	}
	if err := f.override(file.settings, given, known.Rules); err != nil {
		_ = p.tellProblems(known)
		return nil, nil, err
	}
	return file.settings, known, nil
}

// openSettings finds and opens the settings file. Where there is none, the settings are the defaults.
func (p *program) openSettings(file string, named bool) (*settingsFile, error) {
	return p.openSettingsOf(file, named, nil)
}

// openSettingsOf is openSettings with the files of the repository as they were in a tree, where one that is not there is none.
func (p *program) openSettingsOf(file string, named bool, tree *loader.Tree) (*settingsFile, error) {
	if tree != nil {
		if !named {
			var err error
			if file, err = findSettingsWas(tree, p.directory); err != nil {
				return nil, fmt.Errorf("the settings file cannot be read: %w", err)
			}
		}
		if name, inside := guarded(tree, p.directory, file); inside && file != "" {
			return p.openGuarded(file, name, tree)
		}
		named = true
		if file == "" {
			return &settingsFile{settings: defaultSettings()}, nil
		}
	}
	if p.unsavedSettings != nil && !named {
		if source, open := p.unsavedSettings(); open {
			return newSettingsFile(settingsFileName, source), nil
		}
	}
	from := p.directory
	if !named {
		var err error
		if file, err = findSettings(p.directory); err != nil {
			return nil, fmt.Errorf("the settings file cannot be read: %w", err)
		}
		if file == "" {
			return &settingsFile{settings: defaultSettings()}, nil
		}
		from = filepath.Dir(p.inDirectory(file)) // out of which no link may lead
	}
	source, err := readLimited(from, loader.Absolute(p.directory, file), maxSettingsSize+1)
	if err != nil {
		return nil, fmt.Errorf("the settings file %s cannot be read: %s", filepath.ToSlash(file), loader.Reason(err))
	}
	return newSettingsFile(filepath.ToSlash(file), source), nil
}

// wrongSettings tells what is wrong with the settings file.
func (p *program) wrongSettings(file *settingsFile) error {
	color, _ := p.paints("auto", p.stderr)
	if err := text.WriteProblems(p.stderr, file.problems, file, color); err != nil {
		return err
	}
	return &settingsError{status(ExitUsage), file}
}

// settingsError is wrong usage that was told already, with what is wrong.
type settingsError struct {
	error
	file *settingsFile
}

// Unwrap gives the exit status.
func (e *settingsError) Unwrap() error { return e.error }

// inDirectory is a file as the operating system finds it.
func (p *program) inDirectory(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(p.directory, file)
}

// readLimited reads at most so many bytes: a settings file is small, whatever it is called.
func readLimited(dir, file string, limit int64) ([]byte, error) {
	f, err := loader.Open(dir, file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

// override puts the flags that were given over the settings.
func (f *settingFlags) override(s *settings, given *pflag.FlagSet, rules ruleSet) error {
	if given.Changed("fail-on") {
		severity, err := parseSeverity(f.failOn)
		if f.failOn == never {
			severity, err = report.NoSeverity, nil
		}
		if err != nil {
			return fmt.Errorf("--fail-on: %w", err)
		}
		s.failOn = sourced[report.Severity]{severity, "--fail-on"}
	}
	if given.Changed("fold") {
		if f.fold < 0 {
			return fmt.Errorf("--fold is a number of findings, 0 or more")
		}
		s.fold = sourced[int]{f.fold, "--fold"}
	}
	if given.Changed("profile") {
		if err := f.overrideProfiles(s); err != nil {
			return err
		}
	}
	return f.switchRules(s, rules)
}

func (f *settingFlags) overrideProfiles(s *settings) error {
	s.profiles = []sourced[report.Profile]{{report.DefaultProfile, byDefault}}
	for _, word := range f.profiles {
		profile, err := parseProfile(word)
		if err != nil {
			return fmt.Errorf("--profile: %w", err)
		}
		s.profiles = addProfile(s.profiles, sourced[report.Profile]{profile, "--profile"})
	}
	return nil
}

func (f *settingFlags) switchRules(s *settings, rules ruleSet) error {
	enable, err := rulesOf("--enable", f.enable, rules)
	if err != nil {
		return err
	}
	disable, err := rulesOf("--disable", f.disable, rules)
	if err != nil {
		return err
	}
	for _, on := range enable {
		for _, off := range disable {
			if on.value == off.value {
				return fmt.Errorf("%s cannot be both enabled and disabled", on.value)
			}
		}
	}
	s.switchRules(enable, disable)
	return nil
}

func rulesOf(flag string, words []string, rules ruleSet) ([]sourced[string], error) {
	var ids []sourced[string]
	for _, word := range words {
		rule, err := rules.find(word)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", flag, err)
		}
		ids = append(ids, sourced[string]{rule.ID, flag})
	}
	return ids, nil
}

func (p *program) settingsCommand() *cobra.Command {
	var flags settingFlags
	c := &cobra.Command{
		Use:   "settings",
		Short: "Show the settings in force and where each of them comes from",
		Long: "Shows the settings in force and where each of them comes from: a flag, which beats the settings file, a place in\n" +
			settingsFileName + ", which is looked for in this folder and those above, or the defaults. What is printed is a settings file itself.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			s, known, err := p.loadSettings(c.Context(), &flags, c.Flags())
			if err != nil {
				return err
			}
			if _, err := io.WriteString(visible.Log(p.stdout), s.String()); err != nil {
				return written(err)
			}
			return p.tellProblems(known)
		},
	}
	flags.add(c)
	return c
}
