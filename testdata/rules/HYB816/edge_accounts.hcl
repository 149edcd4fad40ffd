forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "left@contoso.com" {
  home            = "corp"
  account_enabled = false
}

shared_mailbox "licensed@contoso.com" {
  home            = "corp"
  account_enabled = true
}

room_mailbox "teams-room@contoso.com" {
  home            = "corp"
  account_enabled = true
}

equipment_mailbox "van@contoso.com" {
  home = "corp"
}

shared_mailbox "team@contoso.com" {
  home = "corp"
}

linked_mailbox "linked@contoso.com" {
  home                  = "corp"
  account_enabled       = false
  linked_master_account = "ACCOUNTS\\linked"
}

# Every kind of entry; an entry that exists is the same note.
grant "full_access" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegates = [
    "left@contoso.com", # want HYB816 note
    "van@contoso.com",  # want HYB816 note
    "licensed@contoso.com",
    "teams-room@contoso.com",
    "linked@contoso.com",
  ]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "team@contoso.com" # want HYB816 note
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

# Once, although the delegate has Send on Behalf too.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "team@contoso.com" # want HYB816 note
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "team@contoso.com"
  deny      = true
}
