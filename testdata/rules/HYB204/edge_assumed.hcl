# The setting is not declared; its default is off.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com" # want HYB204 note
}
