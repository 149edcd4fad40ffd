# Accounts payable works on-premises in a mailbox that is in the cloud. Full Access goes to the group, whose members add
# the mailbox by hand.
grant "full_access" {
  recipient = "invoices@contoso.com"
  delegate  = "accounts-payable@contoso.com"
}

# Send As was given on-premises, where the group works, and never repeated in Exchange Online, where the mailbox is:
# directory synchronization does not carry Send As.
grant "send_as" {
  recipient  = "invoices@contoso.com"
  delegate   = "accounts-payable@contoso.com"
  present_in = ["corp"]
}

# The printers send scanned invoices as invoices@contoso.com. Since the mailbox moved, somebody has set Send As anew, in
# Exchange Online only; the printers deliver at the on-premises servers and are refused there.
grant "send_as" {
  recipient  = "invoices@contoso.com"
  delegate   = "scanner@contoso.com"
  present_in = ["cloud"]
}

grant "full_access" {
  recipient = "payroll@contoso.com"
  delegate  = "accounts-payable@contoso.com"
}

# Tomasz sends the pay slips. He leaves with wave 3 (migrations/wave-3.hcl), the payroll mailbox stays.
grant "send_as" {
  recipient = "payroll@contoso.com"
  delegate  = "tomasz.nowak@contoso.com"
}

grant "send_as" {
  recipient = "payroll@contoso.com"
  delegate  = "erp@contoso.com"
}

# George works in two mailboxes that open by themselves. Wave 3 has only one of them.
grant "full_access" {
  recipient    = "ledger@contoso.com"
  delegate     = "george.papadakis@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "treasury@contoso.com"
  delegate     = "george.papadakis@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "ledger@contoso.com"
  delegate     = "fatima.alaoui@contoso.com"
  auto_mapping = true
}

grant "send_as" {
  recipient = "ledger@contoso.com"
  delegate  = "fatima.alaoui@contoso.com"
}

# Nothing to do for wave 3: Send on Behalf goes on working when the sender moves, and the ERP system is no Outlook.
grant "send_on_behalf" {
  recipient = "treasury@contoso.com"
  delegate  = "henrik.lund@contoso.com"
}

grant "full_access" {
  recipient    = "ledger@contoso.com"
  delegate     = "erp@contoso.com"
  auto_mapping = false
}

# They move together.
grant "folder" {
  recipient     = "henrik.lund@contoso.com"
  delegate      = "fatima.alaoui@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
