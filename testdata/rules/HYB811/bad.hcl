# Ann's mailbox is hidden. Ben sees it because of auto-mapping, and cannot add it by hand.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ann@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true # want HYB811 note
}
