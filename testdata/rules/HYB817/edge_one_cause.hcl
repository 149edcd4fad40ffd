# What rests on a wrong fact is not reported: neither that the group is no mailbox, nor that the delegate is unsuitable. How the
# change is made is judged all the same.
forest "corp" {
  exchange_version = "2019"
}

m365_group "project@contoso.com" {
  home = "corp" # want HYB817 error
}

linked_mailbox "linked@contoso.com" {
  home = "corp"
}

m365_group "cloud-project@contoso.com" {
  home = "cloud"
}

distribution_group "all@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "project@contoso.com"
  delegate  = "all@contoso.com"
  channel   = "outlook" # want HYB201 error
}

# On another recipient the delegate is reported.
grant "full_access" {
  recipient = "linked@contoso.com"
  delegate  = "all@contoso.com" # want HYB802 error
}
