# The first release that writes Send on Behalf back; missing parts of a version are 0.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "1.1.553"
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
