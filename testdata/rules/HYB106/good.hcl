# The latest update and the one before it are supported for hybrid.
forest "corp" {
  exchange_version           = "2019"
  cumulative_update          = 15
  cumulative_update_currency = "current"
}

forest "emea" {
  exchange_version           = "2019"
  cumulative_update          = 14
  cumulative_update_currency = "previous"
}
