# Of Exchange Server SE, an update's number alone does not say how old it is, however small it is.
forest "corp" {
  exchange_version  = "SE"
  cumulative_update = 1
}

# No update makes Exchange 2010 fit for hybrid; HYB105 says so where there are mailboxes on both sides.
forest "old" {
  exchange_version           = "2010"
  cumulative_update_currency = "older"
}
