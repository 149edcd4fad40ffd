# Finance. Checked before the batch is started, which is the time to add who is missing:
#   Paula, the assistant of the chief financial officer
#   the treasury mailbox, which George opens beside the ledger
# The payroll mailbox has to stay until the pay slip service can deliver to the cloud, so Tomasz needs Send As there.
migration_batch "wave-3" {
  direction = "onboarding"
  status    = "Created"
  members = [
    "henrik.lund@contoso.com",
    "george.papadakis@contoso.com",
    "tomasz.nowak@contoso.com",
    "fatima.alaoui@contoso.com",
    "ledger@contoso.com",
  ]
}
