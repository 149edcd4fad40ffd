# An impossible setting is named in the message. Newer versions number their updates anew, and an undeclared update says nothing.
forest "impossible" {
  exchange_version              = "2013"
  cumulative_update             = 5 # want HYB104 warning
  aclable_synced_object_enabled = true
}

forest "undeclared" {
  exchange_version = "2013"
}

forest "newer" {
  exchange_version  = "2019"
  cumulative_update = 2
}

forest "unknown" {
  cumulative_update = 2
}
