# A plain mail user says nothing about the type; neither does an object without a type, nor one that is missing. On-premises mailboxes
# and system mailboxes are not looked at.
forest "corp" {}

shared_mailbox "a@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "MailUser"
  }
}

shared_mailbox "b@contoso.com" {
  home = "cloud"

  object "corp" {}
}

shared_mailbox "c@contoso.com" {
  home = "cloud"

  object "corp" {
    exists                 = false
    recipient_type_details = "RemoteUserMailbox"
  }
}

shared_mailbox "d@contoso.com" {
  home = "corp"

  object "cloud" {
    recipient_type_details = "RemoteUserMailbox"
  }
}

discovery_mailbox "e@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteUserMailbox"
  }
}
