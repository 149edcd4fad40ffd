# Off is the default, so an undeclared setting is a note: declaring it could show that all is well.
forest "corp" { # want HYB103 note
  exchange_version = "2016"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
