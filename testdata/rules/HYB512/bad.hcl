# Bob shares his on-premises calendar with Ann in the cloud, who accepts on her phone.
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
  accepting_client = "outlook_ios" # want HYB512 error
}
