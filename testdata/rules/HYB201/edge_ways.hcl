# All the ways of giving it.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "owa" # want HYB201 error
}

grant "full_access" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  granted_by = "owner" # want HYB201 error
}

# The boss, by name.
grant "full_access" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  granted_by = "boss@contoso.com" # want HYB201 error
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Add-RecipientPermission" # want HYB201 error
}

# Somebody else is an administrator, as far as anybody knows.
grant "full_access" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  granted_by = "amy@contoso.com"
}

# PowerShell does not care about case.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "remove-mailboxpermission"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "m365_admin_center"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

# What an import found is there, however it came there.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "outlook"
  state     = "existing"
}
