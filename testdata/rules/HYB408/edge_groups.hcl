# A group is an owner like any other. Nothing is reported where nobody expects replies, or beside another permission.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  state     = "existing"
  recipient = "all-sales@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["replies_to_delegate"] # want HYB408 note
}

grant "send_on_behalf" {
  recipient = "all-sales@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["replies_to_delegate"]
}
