# Nobody declared which engine runs: unknown is not off.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
