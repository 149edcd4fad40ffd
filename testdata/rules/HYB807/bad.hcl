# The team's distribution list may send on behalf of the mailbox.
forest "corp" {
  exchange_version = "2019"
}

distribution_group "sales-team@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com" # want HYB807 note
}
