# Nobody says which version runs.
directory_sync "entra_connect" {
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}
