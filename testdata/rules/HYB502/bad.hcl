# LimitedDetails is enough for a colleague on the same side. Ann is in the cloud, so she sees when Bob is busy and no more.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}
