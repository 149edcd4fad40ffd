# The boss moves in the pilot, the assistant in the last wave.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "assistant@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "assistant@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
}

migration_batch "pilot" {
  direction = "onboarding"
  members   = ["boss@contoso.com"] # want HYB705 warning
}
