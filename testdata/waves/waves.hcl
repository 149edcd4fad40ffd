migration_batch "wave-1" {
  direction      = "onboarding"
  members        = ["it@fabrikam.com", "ida@fabrikam.com", "ivan@fabrikam.com"]
  complete_after = "2027-01-15"
}

migration_batch "wave-2" {
  direction      = "onboarding"
  members        = ["mara@fabrikam.com", "olga@fabrikam.com"]
  complete_after = "2027-01-22"
}

migration_batch "wave-3" {
  direction      = "onboarding"
  members        = ["anton@fabrikam.com", "accounting@fabrikam.com"]
  complete_after = "2027-01-29"
}

migration_batch "wave-4" {
  direction      = "onboarding"
  members        = ["board-room@fabrikam.com"]
  complete_after = "2027-02-05"
}
