# The shared mailbox was given to the distribution list of the team. A list is no security principal: nobody gets in.
distribution_group "sales-team@contoso.com" {
  home = "cloud"
}

shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com" # want HYB802 error
}
