package scripts

// lookups say what the placeholders of the rules' commands stand for, and where that is to be found.
func lookups() map[string]string {
	return map[string]string{
		"<user>":                        "the account of whom the finding names (Get-ADUser; its SamAccountName or distinguished name)",
		"<owner>":                       "the account of the mailbox that the finding names (Get-ADUser)",
		"<account>":                     "the account in this forest of the person that the finding names (Get-ADUser)",
		"<alias>":                       "the alias of the mailbox (Get-Mailbox in Exchange Online; Alias)",
		"<upn>":                         "the user principal name of the mailbox (Get-Mailbox in Exchange Online; UserPrincipalName)",
		"<tenant>":                      "the name of the tenant before .onmicrosoft.com (Get-AcceptedDomain); declare routing_domain of the tenant, and it is filled in",
		"<name>":                        "the name of the object (Get-OrganizationRelationship, or Get-Mailbox in Exchange Online)",
		"<person>":                      "each person for whom this is meant: the members of the group (Get-ADGroupMember, Get-DistributionGroupMember)",
		"<operator>":                    "the account that runs the change",
		"<list>":                        "all delegates of the resource, people in place of the group (Get-CalendarProcessing; ResourceDelegates)",
		"<domain>":                      "the domain of the other organization (Get-AcceptedDomain there)",
		"<policy>":                      "the sharing policy of the owner (the command before shows its name)",
		"<invitee>":                     "the person to whom the meeting request bounces",
		"<security group>":              "a mail-enabled security group in place of the distribution group",
		"<every other entry>":           "every entry that the policy has already (Get-SharingPolicy; Domains): what is not named is removed",
		"<remote domain of the tenant>": "the remote domain of the tenant's routing domain (Get-RemoteDomain)",
		"<GUID from Get-Mailbox in Exchange Online>":    "ExchangeGuid of the mailbox (Get-Mailbox in Exchange Online)",
		"<distinguished name of the delegate>":          "the distinguished name of the delegate (Get-ADUser)",
		"<legacyExchangeDN of the object in the cloud>": "LegacyExchangeDN of the object (Get-Recipient in Exchange Online)",
	}
}

// lookup says what a placeholder stands for; empty where nobody has said so.
func lookup(name string) string { return lookups()[name] }
