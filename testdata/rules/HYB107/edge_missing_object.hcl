# An object that does not exist has no target address either; HYB108 says so, once.
forest "corp" {}

shared_mailbox "sales@contoso.com" {
  home = "cloud"

  object "corp" {
    exists         = false
    target_address = ""
  }
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com" # want HYB108 error
}
