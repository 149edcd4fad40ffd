# Of Exchange Server SE, an update's number alone does not say how old it is, however small it is.
forest "corp" {
  exchange_version  = "SE"
  cumulative_update = 1
}
