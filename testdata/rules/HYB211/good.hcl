# On one side nobody is asked.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "amy@contoso.com"
}
