# In the cloud the articles say the same, but they are old; the Microsoft 365 admin center can do it.
user_mailbox "adele@contoso.com" {
  home = "cloud"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

room_mailbox "board-room@contoso.com" {
  home = "cloud"
}

shared_mailbox "info@contoso.com" {
  home = "cloud"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "adele@contoso.com"
  channel   = "eac" # want HYB804 warning
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "adele@contoso.com"
  channel   = "m365_admin_center"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "adele@contoso.com"
}

grant "send_on_behalf" {
  state     = "existing"
  recipient = "info@contoso.com"
  delegate  = "adele@contoso.com"
  channel   = "eac"
}

# Other types are offered, and as a delegate a shared mailbox is offered too.
grant "send_on_behalf" {
  recipient = "board-room@contoso.com"
  delegate  = "adele@contoso.com"
  channel   = "eac"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "info@contoso.com"
  channel   = "eac"
}
