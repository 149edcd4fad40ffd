# The finding stands in the object that does not fit.
forest "corp" {}

forest "emea" {}

user_mailbox "boss@contoso.com" {
  home   = "cloud"
  origin = "corp"

  object "corp" {
    recipient_type_details = "RemoteUserMailbox"
  }

  object "emea" {
    recipient_type_details = "RemoteSharedMailbox" # want HYB117 warning
  }
}
