# Beside the new Outlook, which cannot be, there is only a device that sends mail. What is left of the list says that nobody opens the
# mailbox, so that rules about opening it are silent; HYB215 itself is not.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home           = "cloud"
  is_dir_synced  = true
  origin         = "corp"
  provisioned_by = "new_remote_mailbox" # want HYB109 warning

  object "corp" {
    created_with_aclable_switch = false
  }
}

grant "full_access" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_mailbox"
  clients       = ["new_outlook_windows", "smtp"] # want HYB215 error
}

# With another client in it the same list lets people open the mailbox.
grant "folder" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  clients       = ["new_outlook_windows", "outlook_windows"] # want HYB215 error
}
