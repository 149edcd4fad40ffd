# Amy has moved to the cloud, the info mailbox has not. Send As between the sides works once it is set on both, which somebody has
# done; Microsoft does not support it.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com" # want HYB301 warning
  present_in = ["corp", "cloud"]
}
