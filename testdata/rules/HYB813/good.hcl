# Amy sends from Outlook on the web.
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

grant "send_as" {
  recipient = "campaign@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["owa"]
}
