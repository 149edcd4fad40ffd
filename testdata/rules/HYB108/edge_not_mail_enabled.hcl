# Accounts and groups that are not mail-enabled exist in one directory only; HYB802, HYB806 and HYB708 speak about them.
forest "corp" {}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "plant@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

user_account "svc-scan" {
  home = "corp"
}

security_group "Operators" {
  home    = "corp"
  members = ["carl@contoso.com"]
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegates = ["svc-scan", "Operators"]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegates = ["svc-scan", "Operators"]
}
