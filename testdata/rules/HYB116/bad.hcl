# Nobody has looked at the server of Entra Connect since last summer, and it did not update itself. Since October nothing of what is
# changed on one side arrives on the other.
forest "corp" {
  exchange_version = "SE"
}

directory_sync "entra_connect" {
  version                    = "2.4.131.0" # want HYB116 error
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
