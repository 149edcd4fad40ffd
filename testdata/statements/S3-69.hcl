# The article's example of removing Send on Behalf from a dynamic distribution group.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "Sara Davis" {
  home = "corp"
}

dynamic_distribution_group "All Employees" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient   = "All Employees"
  delegate    = "Sara Davis"
  channel     = "powershell"
  cmdlet      = "Set-DynamicDistributionGroup"
  change_mode = "remove"
}
