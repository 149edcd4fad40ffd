# The client comes from the defaults, so the finding stands at the delegate.
forest "corp" {}

defaults {
  clients = ["new_outlook_windows"]
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB215 error
}
