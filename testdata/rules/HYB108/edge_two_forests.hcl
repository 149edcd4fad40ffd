# A cloud mailbox has its object in the forest that it comes from. Whether an on-premises mailbox is known in another on-premises
# forest is not known unless it is declared.
forest "corp" {}

forest "emea" {}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

shared_mailbox "nobody-knows@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "made-in-the-cloud@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "cloud_direct"
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "emea"
}

user_mailbox "ed@contoso.com" {
  home = "emea"

  object "corp" {
    exists = false
  }
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegates = [
    "john@contoso.com",
    "eva@contoso.com", # want HYB108 error
  ]
}

grant "full_access" {
  recipient = "nobody-knows@contoso.com"
  delegates = ["john@contoso.com", "eva@contoso.com"]
}

grant "full_access" {
  recipient = "made-in-the-cloud@contoso.com"
  delegates = [
    "john@contoso.com", # want HYB108 error
    "eva@contoso.com",  # want HYB108 error
  ]
}

grant "full_access" {
  recipient = "john@contoso.com"
  delegates = [
    "eva@contoso.com",
    "ed@contoso.com", # want HYB108 error
  ]
}
