# A newer server took the hybrid role; the fact is the newest version of the forest.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
