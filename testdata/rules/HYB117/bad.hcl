# The mailbox of a colleague who left was converted to a shared one in the Exchange admin center of the cloud, and its licence was taken
# away. On-premises it still is the mailbox of a user.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_type_details = "RemoteUserMailbox" # want HYB117 warning
  }
}
