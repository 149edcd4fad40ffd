# The switch is off by default. What is not declared counts as off; the message asks to declare it.
forest "corp" {}

directory_sync "entra_connect" { # want HYB102 warning
  version = "2.5.190.0"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
