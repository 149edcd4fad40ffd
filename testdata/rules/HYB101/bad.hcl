# Half of the people have moved, and nobody has touched Entra Connect since the summer of 2017. Everything works, except that
# Send on Behalf of cloud mailboxes never reaches on-premises.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "1.1.486.0" # want HYB101 warning
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
