# Two updates have come out since this one.
forest "corp" {
  exchange_version           = "2019"
  cumulative_update          = 12
  cumulative_update_currency = "older" # want HYB106 warning
}
