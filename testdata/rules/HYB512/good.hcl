# Ann accepts in Outlook for Windows of the semi-annual channel.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "outlook_windows"
  outlook_channel  = "c2r_semi_annual"
}
