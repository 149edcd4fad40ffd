# People have moved to the cloud out of an organization that never got past Exchange 2010.
forest "corp" {
  exchange_version = "2010" # want HYB105 warning
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
