# The on-premises EAC has no Send on Behalf among the permissions of a shared mailbox.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac" # want HYB804 error
}
