# The cloud uses modern authentication, the forest does not: what Ann sees of Bob's calendar changes from time to time.
tenant "contoso" {
  modern_auth = true
}

forest "corp" {
  modern_auth = false
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB504 note
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
