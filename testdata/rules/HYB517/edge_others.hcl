# Nobody lives in one forest, and of the other nobody knows.
forest "corp" {
  exchange_version     = "SE"
  dedicated_hybrid_app = false
}

forest "emea" {
  exchange_version = "SE"
}

arbitration_mailbox "SystemMailbox{1f05a927}" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "emea"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}
