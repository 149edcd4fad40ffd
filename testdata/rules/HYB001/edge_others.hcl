# A name instead of an id; a comment; an exception that names the wrong recipient. What is hidden twice is hidden by both.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home = "corp"
}

distribution_group "other-list@contoso.com" {
  home = "corp"
}

# hybridlint:ignore HYB801 -- kept until the list is replaced
grant "full_access" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
}

exception "recipient-type-not-supported" {
  delegate  = "amy@contoso.com"
  rationale = "kept until the list is replaced by a shared mailbox"
}

exception "HYB801" { # want HYB001 warning
  recipient = "other-list@contoso.com"
  rationale = "names the wrong list"
}

exception "HYB801" { # want HYB001 warning
  recipient = "list@contoso.com"
  delegate  = "ben@contoso.com"
  rationale = "all that narrows it must be true"
}
