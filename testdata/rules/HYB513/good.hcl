# Bob uses Outlook for Windows only.
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
  viewing_clients  = ["outlook_windows"]
}
