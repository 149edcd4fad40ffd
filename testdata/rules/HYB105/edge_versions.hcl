# The older ones never were supported; 2013 is, and what is not declared is not judged.
forest "a" {
  exchange_version = "2003" # want HYB105 warning
}

forest "b" {
  exchange_version = "2007" # want HYB105 warning
}

forest "c" {
  exchange_version = "2013"
}

forest "d" {}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "c"
}
