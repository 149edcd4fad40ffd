# Somebody cleared the target address of the sales mailbox's on-premises object. Outlook on-premises asks that object where the
# mailbox is, and gets no answer.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    target_address = ""
  }
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com" # want HYB107 error
}
