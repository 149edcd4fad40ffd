# The campaign mailbox is hidden. Amy chooses it in the From field of Outlook, which cannot resolve it.
forest "corp" {
  exchange_version = "2019"
}

shared_mailbox "campaign@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "campaign@contoso.com"
  delegate  = "amy@contoso.com" # want HYB814 error
  clients   = ["outlook_windows"]
}
