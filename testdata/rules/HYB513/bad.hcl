# Bob accepted Ann's calendar in Outlook for Windows and looks at it on his phone.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "outlook_windows"
  viewing_clients  = ["outlook_windows", "outlook_ios"] # want HYB513 warning
}
