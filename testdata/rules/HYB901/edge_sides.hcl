# The sentence about types stands in the article on Exchange Server only; the permissions are the same on both sides.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

linked_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "emea@contoso.com" {
  home = "emea"
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

equipment_mailbox "van@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

bulk_change "linked" {
  channel    = "eac"
  recipients = ["amy@contoso.com", "ben@contoso.com"] # want HYB901 error
  permission = "send_as"
}

bulk_change "resources" {
  channel    = "eac"
  recipients = ["room@contoso.com", "van@contoso.com"] # want HYB901 error
  permission = "send_on_behalf"
}

# Two forests, one side.
bulk_change "forests" {
  channel    = "eac"
  recipients = ["amy@contoso.com", "emea@contoso.com"] # want HYB901 error
  permission = "full_access"
}

bulk_change "cloud" {
  channel    = "eac"
  recipients = ["eva@contoso.com", "sales@contoso.com"]
  permission = "full_access"
}

bulk_change "folders" {
  channel    = "eac"
  recipients = ["eva@contoso.com"]
  permission = "folder" # want HYB901 error
}

# Both are wrong; that is one finding.
bulk_change "both" {
  channel    = "eac"
  recipients = ["amy@contoso.com", "room@contoso.com"]
  permission = "folder" # want HYB901 error
}

# Where it is applied is declared, or follows from recipients that share a side.
bulk_change "declared" {
  channel    = "eac"
  applied_on = "corp"
  recipients = ["amy@contoso.com", "sales@contoso.com"] # want HYB901 error
  permission = "full_access"
}

bulk_change "declared-cloud" {
  channel    = "eac"
  applied_on = "cloud"
  recipients = ["amy@contoso.com", "room@contoso.com"]
  permission = "full_access"
}

bulk_change "both-sides" {
  channel    = "eac"
  recipients = ["amy@contoso.com", "sales@contoso.com"]
  permission = "full_access"
}

bulk_change "undeclared" {
  recipients = ["amy@contoso.com", "room@contoso.com"]
  permission = "folder"
}

bulk_change "powershell" {
  channel    = "powershell"
  recipients = ["amy@contoso.com", "room@contoso.com"]
  permission = "folder"
}
