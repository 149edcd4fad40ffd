# Nobody is left on-premises who could look for it.
forest "corp" {}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

arbitration_mailbox "SystemMailbox{1f05a927}" {
  home = "corp"
}
