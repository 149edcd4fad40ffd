# Exchange 2019 has been out of support since October 2025.
forest "corp" {
  exchange_version = "2019" # want HYB114 note
}
