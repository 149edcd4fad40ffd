# Done; hybridlint looks at batches that still have to run.
migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["charlotte.wagner@contoso.com", "board@contoso.com", "invoices@contoso.com"]
  status    = "Completed"
}
