# An update's number alone does not say how old it is, however small it is.
forest "corp" {
  exchange_version  = "2019"
  cumulative_update = 1
}
