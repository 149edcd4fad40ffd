# The shared mailbox was created in the Microsoft 365 admin center. On-premises nobody knows it, so John's Outlook cannot find it.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com" # want HYB108 error
}
