# The helpdesk gets in through a security group without an address. It works until the mailbox moves to the cloud.
forest "corp" {
  exchange_version = "2019"
}

security_group "CONTOSO\\Helpdesk" {
  home        = "corp"
  group_scope = "domain_local"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "CONTOSO\\Helpdesk" # want HYB806 note
}
