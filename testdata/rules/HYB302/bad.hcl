# Amy works in the cloud, the info mailbox is on-premises. Somebody ran Add-ADPermission on-premises; Exchange Online does not know
# of it, and directory synchronization never tells. Her mail is refused.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com" # want HYB302 error
}
