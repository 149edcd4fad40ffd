forest "corp" {
  exchange_version = "SE"
}
