package scripts

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

var sendAsRule = &report.Rule{ID: "HYB302", Name: "send-as-missing"}

func finding(items ...report.Remediation) *report.Finding {
	return &report.Finding{Rule: sendAsRule, Severity: report.Error, Message: "m", Location: report.Location{File: "a.hcl", Start: report.Position{Line: 1, Column: 1}}, Remediation: items}
}

func online(command string) report.Remediation {
	return report.Remediation{Where: report.ExchangeOnline, Command: command}
}

// fixOf is the part of a script that its findings make.
func fixOf(t *testing.T, files []File, name string) string {
	t.Helper()
	i := slices.IndexFunc(files, func(f File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("there is no %s", name)
	}
	text, ok := strings.CutPrefix(files[i].Text, "\ufeff")
	if !ok || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Errorf("%s is not as Windows PowerShell wants it", name)
	}
	_, steps, _ := strings.Cut(text, "\r\ntry {\r\n\r\n")
	return strings.ReplaceAll(steps, "\r\n", "\n")
}

func filesOf(findings ...*report.Finding) []File { return Files(&report.Report{Findings: findings}) }

const fullAccessCommand = "Add-MailboxPermission -Identity 'a' -User 'b' -AccessRights FullAccess -InheritanceType All"

func TestSteps(t *testing.T) {
	settings := online("Set-OrganizationConfig -SendFromAliasEnabled $true")
	behalf := online("Set-Mailbox -Identity 'a' -GrantSendOnBehalfTo @{Add='b'}")
	notBehalf := online("Set-Mailbox -Identity 'a' -GrantSendOnBehalfTo @{Remove='b'}")
	remove := online("Remove-MailboxPermission -Identity 'a' -User 'b' -AccessRights FullAccess -InheritanceType All -Confirm:$false")
	wizard := report.Remediation{Where: report.EntraConnect, Text: "Select it’s box."}
	for name, test := range map[string]struct {
		findings []*report.Finding
		// want are regular expressions of what comes in the script, in this order.
		want []string
	}{
		"each command once":        {[]*report.Finding{finding(behalf), finding(behalf)}, []string{`^# =+ Send on Behalf =+\n\n# 1\.\n# HYB302 .*\n#   m\n# HYB302 .*\n#   m\nStep -Number 1 `, "\n} finally"}},
		"settings before the rest": {[]*report.Finding{finding(behalf), finding(settings)}, []string{"= Settings of", "Set-OrganizationConfig", "= Send on Behalf", "Set-Mailbox"}},
		"steps in their order":     {[]*report.Finding{finding(behalf, settings)}, []string{"Set-Mailbox", "Step -Number 2 .* -After 1 ", "Set-OrganizationConfig"}},
		"alternatives are none":    {[]*report.Finding{finding(behalf, report.Remediation{Where: report.ExchangeOnline, Alternative: true, Command: settings.Command})}, []string{"Set-Mailbox", "^}\n\n} finally"}},
		"away and back is one":     {[]*report.Finding{finding(remove, online(fullAccessCommand)), finding(online(fullAccessCommand))}, []string{"Step -Number 1 ", "Remove-MailboxPermission", "Add-MailboxPermission", "^}\n\n} finally"}},
		"contradictions":           {[]*report.Finding{finding(behalf), finding(notBehalf)}, []string{"^# By hand: The findings want different things", "^#   Set-Mailbox .*Add", "^#   Set-Mailbox .*Remove", "^\n} finally"}},
		"contradicting orders":     {[]*report.Finding{finding(settings, behalf), finding(behalf, settings)}, []string{"By hand: The findings want this in different orders"}},
		"placeholders":             {[]*report.Finding{finding(online("Set-CASMailbox -Identity <user> -PublicFolderClientAccess $true"))}, []string{"^# By hand: Look up", "^#   Set-CASMailbox", "^#   <user>: the account", "^\n} finally"}},
		"first by hand":            {[]*report.Finding{finding(wizard, behalf)}, []string{`Step .* -First 'Select it’’s box\.'`}},
		"unknown cmdlets":          {[]*report.Finding{finding(online("Remove-Mailbox -Identity 'a'"))}, []string{"^# By hand: This script knows neither", "^\n} finally"}},
		"reading":                  {[]*report.Finding{finding(online("Get-Mailbox -Identity 'a' | Format-List SharingPolicy"))}, []string{"^Show-Values 1 {$", `^    Get-Mailbox -Identity 'a' \| Format-List SharingPolicy$`}},
		"no account any more":      {[]*report.Finding{finding(online("Remove-MailboxPermission -Identity 'a' -User 'S-1-5-21-1' -AccessRights FullAccess -Confirm:$false"))}, []string{"Step .* -Final ", `Where-Object { "\$\(\$_\.User\)" -like '\*S-1-5-21-1' }`, `Remove-MailboxPermission .* -WhatIf:\$WhatIf -Confirm:\$Ask$`}},
	} {
		t.Run(name, func(t *testing.T) {
			text := fixOf(t, filesOf(test.findings...), "exchange-online.ps1")
			rest := text
			for _, want := range test.want {
				at := regexp.MustCompile("(?m)" + want).FindStringIndex(rest)
				if at == nil {
					t.Fatalf("no %q in the rest of\n%s", want, text)
				}
				rest = rest[at[0]:]
			}
		})
	}
}

func TestNothingToDo(t *testing.T) {
	hidden := finding(online(fullAccessCommand))
	hidden.Suppressed = &report.Suppression{Kind: "exception"}
	files := filesOf(hidden)
	if len(files) != 1 || files[0].Name != Checklist || !strings.Contains(files[0].Text, "Nothing is to be done.") {
		t.Errorf("%+v", files)
	}
}

func TestForests(t *testing.T) {
	var findings []*report.Finding
	for _, forest := range []string{"corp", "Corp", "", "../x", "日本"} {
		findings = append(findings, finding(report.Remediation{Where: report.ExchangeOnPremises, Forest: forest, Command: fullAccessCommand}))
	}
	var names []string
	files := filesOf(findings...)
	for _, f := range files {
		names = append(names, f.Name)
	}
	want := []string{"exchange-on-premises.ps1", "exchange-x.ps1", "restore-exchange-x.ps1", "exchange-corp.ps1", "restore-exchange-corp.ps1", "exchange-corp-2.ps1", "restore-exchange-corp-2.ps1", "exchange.ps1", "restore-exchange.ps1", "checklist.md"}
	if !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	if text := fixOf(t, files, "exchange-on-premises.ps1"); !strings.Contains(text, "# By hand: Nobody has declared in which forest") {
		t.Errorf("a command without a forest is carried out:\n%s", text)
	}
}

// TestHostile puts what strangers write everywhere, and finds that the lines of the scripts stay what they were.
func TestHostile(t *testing.T) {
	plain := shape(t, "x")
	for _, text := range nasty.Texts() {
		if text == "" { // no text, no step
			continue
		}
		if got := shape(t, text); !slices.Equal(got, plain) {
			for i, line := range got {
				if i >= len(plain) || line != plain[i] {
					t.Errorf("%q makes line %d of the scripts %q", text, i, line)
					break
				}
			}
		}
	}
}

// shape is a script without what strangers have written: comments, what they are wrapped into, and quotations.
func shape(t *testing.T, text string) []string {
	t.Helper()
	f := finding(report.Remediation{Where: report.EntraConnect, Text: text},
		report.Remediation{Where: report.ExchangeOnPremises, Forest: "corp", Intro: text, Command: "Set-ADUser -Identity <user> -Add " + quoted(text)},
		report.Remediation{Where: report.ExchangeOnPremises, Forest: "corp", Command: "Set-Mailbox -Identity " + quoted(text) + " -GrantSendOnBehalfTo @{Add='b'}"})
	f.Message, f.Location.File = text, text
	var lines []string
	for _, file := range filesOf(f) {
		if file.Name == Checklist {
			continue
		}
		for line := range strings.SplitSeq(file.Text, "\r\n") {
			if line = strings.TrimPrefix(line, "\ufeff"); strings.ContainsFunc(line, visible.Acts) {
				t.Errorf("%q does more than being read", line)
			}
			if strings.HasPrefix(line, "#   ") {
				continue
			}
			if strings.HasPrefix(line, "# HYB302 ") {
				line = "# HYB302"
			}
			lines = append(lines, quotation.ReplaceAllString(line, "''"))
		}
	}
	return lines
}

// TestNothingElseIsACommand gives what strangers write instead of values, without the quotation that the rules put around it.
func TestNothingElseIsACommand(t *testing.T) {
	for _, text := range append(nasty.Texts(), "a; b", "(Get-Date)", "$x", "a|b", "'a'b", "'a’; b", "'a'’; b'", "@{Add=b}", `"$(a)"`, "a`b", "'\u202ea'", "'a\nb'") {
		for _, command := range []string{"Set-Mailbox -Identity 'a' -Type " + text, "Set-Mailbox -Identity 'a'" + text, "Set-Mailbox -Identity " + text + " -Type Shared", text} {
			c, ok := parse(command)
			if !ok {
				continue
			}
			if back := written(c.cmdlet, c.parameters...); back != strings.TrimSuffix(command, " ") && !strings.Contains(command, "-Confirm") {
				t.Errorf("%q is taken for %q", command, back)
			}
			for _, p := range c.parameters {
				if p.value != "" && !regexp.MustCompile(`^(?:`+valuePattern+`)$`).MatchString(p.value) {
					t.Errorf("%q has the value %q", command, p.value)
				}
			}
		}
	}
}

// TestRestore pairs every change with what takes it back, and with what is read before.
func TestRestore(t *testing.T) {
	const full, sendAs = " -Identity 'a' -User 'b' -AccessRights FullAccess -InheritanceType All", " -Identity 'a' -Trustee 'b' -AccessRights SendAs"
	const directory = " -Identity (Get-Recipient -Identity 'a').DistinguishedName -User 'b'"
	const folder = ` -Identity 'a:\Calendar' -User 'b'`
	for command, want := range map[string][]string{
		"Add-MailboxPermission" + full + " -AutoMapping $false": {
			"@{ Present = 'True'; AutoMapping = 'False' }", "Get-MailboxPermission -Identity 'a' -User 'b'", "-Was @{ Present = 'False' }", "Remove-MailboxPermission" + full,
		},
		"Remove-MailboxPermission" + full + " -Confirm:$false": {
			"@{ Present = 'False'; AutoMapping = '' }", "Get-MailboxPermission -Identity 'a' -User 'b'", "-Was @{ Present = 'True' }", "Add-MailboxPermission" + full,
		},
		"Remove-MailboxPermission -Identity 'a' -User 'b' -AccessRights FullAccess -Deny -Confirm:$false": {
			"@{ Present = 'False' }", "'FullAccess' $true", "-Was @{ Present = 'True' }", "Add-MailboxPermission" + full + " -Deny",
		},
		"Add-RecipientPermission" + sendAs + " -Confirm:$false": {
			"@{ Present = 'True' }", "Get-RecipientPermission -Identity 'a' -Trustee 'b'", "-Was @{ Present = 'False' }", "Remove-RecipientPermission" + sendAs,
		},
		"Remove-ADPermission" + directory + ` -ExtendedRights "Send As" -Confirm:$false`: {
			"@{ Present = 'False' }", "Get-ADPermission" + directory, "-Was @{ Present = 'True' }", "Add-ADPermission" + directory + ` -AccessRights ExtendedRight -ExtendedRights "Send As"`,
		},
		"Set-Mailbox -Identity 'a' -GrantSendOnBehalfTo @{Add='b'}": {
			"@{ Listed = 'True' }", "Read-Delegate (Get-Mailbox -Identity 'a') (Get-Recipient -Identity 'b')", "-Was @{ Listed = 'False' }", "Set-Mailbox -Identity 'a' -GrantSendOnBehalfTo @{Remove='b'}",
		},
		"Set-RemoteMailbox -Identity 'a' -EmailAddresses @{Add='X500:b'}": {
			"@{ Listed = 'True' }", "Read-Listed (Get-RemoteMailbox -Identity 'a') EmailAddresses 'X500:b'", "-Was @{ Listed = 'False' }", "-EmailAddresses @{Remove='X500:b'}",
		},
		"Set-RemoteMailbox -Identity 'a' -ACLableSyncedObjectEnabled": {
			"@{ ACLable = 'True' }", "Read-Stamp (Get-RemoteMailbox -Identity 'a')", "-Was @{ ACLable = 'False' }", "-ACLableSyncedObjectEnabled:$false",
		},
		"Set-Mailbox -Identity 'a' -Type Shared": {"@{ Type = 'Shared' }", "'Type'", "-Needs 'Type'", "Set-Mailbox -Identity 'a' -Type $Old.Type"},
		"Set-OrganizationConfig -SendFromAliasEnabled $true": {
			"@{ SendFromAliasEnabled = 'True' }", "(Get-OrganizationConfig)", "-Needs 'SendFromAliasEnabled'", "-SendFromAliasEnabled ($Old.SendFromAliasEnabled -eq 'True')",
		},
		"Set-Mailbox -Identity 'a' -EmailAddressPolicyEnabled $false -PrimarySmtpAddress 'b@c'": {
			"@{ EmailAddressPolicyEnabled = 'False'; PrimarySmtpAddress = 'b@c' }", "'EmailAddressPolicyEnabled','PrimarySmtpAddress'", "-PrimarySmtpAddress $Old.PrimarySmtpAddress", "-EmailAddressPolicyEnabled (",
		},
		"Add-MailboxFolderPermission" + folder + " -AccessRights Editor -SharingPermissionFlags Delegate,CanViewPrivateItems": {
			"@{ Present = 'True'; AccessRights = 'Editor'; SharingPermissionFlags = 'Delegate,CanViewPrivateItems' }", "Get-MailboxFolderPermission" + folder, "-Was @{ Present = 'False' }", "Remove-MailboxFolderPermission" + folder,
		},
		"Set-MailboxFolderPermission" + folder + " -AccessRights Reviewer": {
			"@{ Present = 'True'; AccessRights = 'Reviewer' }", "Get-MailboxFolderPermission" + folder, "-Was @{ Present = 'True' }", "Set-MailboxFolderPermission" + folder + " -AccessRights ($Old.AccessRights -split ',')",
		},
		"Remove-MailboxFolderPermission" + folder + " -Confirm:$false": {
			"@{ Present = 'False' }", "Get-MailboxFolderPermission" + folder, "-Was @{ Present = 'True' }", "Add-MailboxFolderPermission" + folder + " -AccessRights ($Old.AccessRights -split ',')",
		},
	} {
		files := filesOf(finding(online(command)))
		changed, restored := fixOf(t, files, "exchange-online.ps1"), fixOf(t, files, "restore-exchange-online.ps1")
		for i, text := range []string{changed, changed, restored, restored} {
			if !strings.Contains(text, want[i]) {
				t.Errorf("%s: no %s in\n%s", command, want[i], text)
			}
		}
		if strings.Contains(changed, "-Confirm:$false") || !strings.Contains(changed, how) || !strings.Contains(restored, how) {
			t.Errorf("%s: nobody says whether it asks:\n%s%s", command, changed, restored)
		}
	}
	files := filesOf(finding(online("Enable-DistributionGroup -Identity 'a'")))
	if text := fixOf(t, files, "exchange-online.ps1"); !strings.Contains(text, "-Final ") || len(files) != 2 {
		t.Errorf("what cannot be taken back:\n%s", text)
	}
}
