# The forest asks Exchange Online with the service principal that everybody shared.
forest "corp" {
  exchange_version     = "SE"
  dedicated_hybrid_app = false # want HYB517 warning
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}
