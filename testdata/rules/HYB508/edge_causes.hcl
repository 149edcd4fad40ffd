# Every way in which a relationship can fail.
tenant "contoso" {
  organization_relationship "a" {
    exists = false # want HYB508 warning
  }
  organization_relationship "b" {
    free_busy_access_enabled = false # want HYB508 warning
  }
  organization_relationship "c" {
    free_busy_access_enabled = true
    free_busy_access_level   = "None" # want HYB508 warning
  }
  organization_relationship "d" {
    enabled                  = false # want HYB508 warning
    free_busy_access_enabled = false
    domain_names             = ["fabrikam.com"]
  }
}

forest "a" {}
forest "b" {}

# Not declared is unknown, not off.
forest "c" {
  organization_relationship {
    free_busy_access_scope = "everybody"
  }
}

forest "d" {
  organization_relationship {
    domain_names = [] # want HYB508 warning
  }
}

user_mailbox "bob@contoso.com" {
  home                 = "d"
  primary_smtp_address = "bob@contoso.com"
}

user_mailbox "ann@contoso.com" {
  home                 = "cloud"
  primary_smtp_address = "ann@contoso.com"
}

user_mailbox "a-person" {
  home = "a"
}

user_mailbox "b-person" {
  home = "b"
}

user_mailbox "c-person" {
  home = "c"
}
