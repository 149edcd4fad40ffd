# Every rule that depends on it; a list of delegates, each looked at by itself; what is there already.
tenant "contoso" {
  modern_auth = true
}

forest "corp" {
  exchange_version    = "SE"
  modern_auth         = false
  is_resource_forest  = true
  trusts_logon_forest = false
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "dan@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "kim@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

# From the cloud: HYB503 and HYB504. Eve is of the same forest.
grant "folder" {
  state     = "existing"
  recipient = "ben@contoso.com"
  delegates = [
    "amy@contoso.com", # want HYB005 note
    "eve@contoso.com",
    "dan@contoso.com", # want HYB005 note
  ]
  folder        = "Termine"
  access_rights = ["Reviewer"]
}

# From on-premises: HYB507 and HYB607.
grant "folder" {
  recipient     = "kim@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Termine" # want HYB005 note
  access_rights = ["Reviewer"]
  expects       = ["scheduling_assistant_details"]
}

grant "folder" {
  recipient     = "kim@contoso.com"
  delegate      = "eve@contoso.com"
  folder        = "\\Termine\\" # want HYB005 note
  access_rights = ["Reviewer"]
  clients       = ["owa"]
}

# Everybody: HYB506. CreateItems with FolderVisible is Contributor.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "default"
  folder        = "Termine" # want HYB005 note
  access_rights = ["None"]
}

grant "folder" {
  recipient     = "amy@contoso.com"
  delegate      = "Default"
  folder        = "Termine" # want HYB005 note
  access_rights = ["CreateItems", "FolderVisible"]
}
