# From the cloud to on-premises the mail user counts as ACLable unless its display type says otherwise. Between two on-premises
# forests Entra Connect and its stamp are no question.
forest "corp" {}

forest "emea" {}

defaults {
  access_method = "additional_mailbox"
}

user_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "damaged@contoso.com" {
  home = "corp"

  object "cloud" {
    recipient_display_type = -2147482106
  }

  object "emea" {
    recipient_display_type = -2147483642
  }
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "eva@contoso.com" {
  home = "emea"

  object "corp" {}
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
}

grant "full_access" {
  recipient = "damaged@contoso.com"
  delegates = [
    "carl@contoso.com", # want HYB203 error
    "eva@contoso.com",
  ]
}
