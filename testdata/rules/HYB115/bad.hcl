# Somebody made the shared mailbox in the Microsoft 365 admin center. Half of the company is still on-premises and cannot even
# find it in the address book.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct" # want HYB115 warning
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
