# No engine is declared; the way to the cloud is automatic.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

# Not even for a dynamic distribution group, which is not synchronized: without a directory_sync block these rules are silent.
dynamic_distribution_group "all@contoso.com" {
  home = "corp"
  object "cloud" {
    exists = true
  }
}

grant "send_on_behalf" {
  recipient = "all@contoso.com"
  delegate  = "amy@contoso.com"
}
