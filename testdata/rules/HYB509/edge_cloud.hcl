forest "corp" {}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "dan@contoso.com" {
  home = "cloud"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["dan@contoso.com", "bob@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

# In Exchange Online Full Access shows private items; from on-premises it does not.
grant "full_access" {
  recipient = "cho@contoso.com"
  delegates = [
    "ann@contoso.com",
    "bob@contoso.com",  # want HYB509 error
    "team@contoso.com", # want HYB509 error
    "empty@contoso.com",
  ]
  auto_mapping = false
  expects      = ["private_items"]
}

# A folder right beside the Full Access.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  expects       = ["private_items"]
}

# Dan has no Full Access of his own.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "dan@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
  expects       = ["private_items"] # want HYB509 error
}
