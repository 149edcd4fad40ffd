# The application is created and enabled.
forest "corp" {
  exchange_version     = "SE"
  dedicated_hybrid_app = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}
