# None alone is an entry that gives nothing: neither across premises (HYB501, HYB505) nor on a calendar (HYB502 to HYB504), nor beside
# Full Access (HYB511), nor below another folder (HYB515), nor on a hidden mailbox (HYB815), nor to nobody (HYB816). None beside
# another right is no more than that right.
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

shared_mailbox "hidden@contoso.com" {
  home                             = "corp"
  hidden_from_address_lists_enabled = true
}

shared_mailbox "team@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "team@contoso.com"
  folder        = "Calendar"
  access_rights = ["None"]
  expects       = ["calendar_details"]
}

grant "full_access" {
  recipient = "ben@contoso.com"
  delegate  = "eve@contoso.com"
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "eve@contoso.com"
  folder        = "Inbox"
  access_rights = ["None"]
}

grant "folder" {
  recipient            = "hidden@contoso.com"
  delegate             = "eve@contoso.com"
  folder               = "Inbox\\Projects"
  access_rights        = ["None"]
  parent_access_rights = ["None"]
  clients              = ["outlook_windows"]
}

# The same with a right.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "team@contoso.com" # want HYB501 warning, HYB503 warning, HYB504 note, HYB505 error, HYB816 note
  folder        = "Calendar"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "eve@contoso.com" # want HYB511 note
  folder        = "Inbox"
  access_rights = ["Author"]
}

grant "folder" {
  recipient            = "hidden@contoso.com"
  delegate             = "eve@contoso.com" # want HYB815 error
  folder               = "Inbox\\Projects"
  access_rights        = ["Author"]
  parent_access_rights = ["None"] # want HYB515 warning
  clients              = ["outlook_windows"]
}
