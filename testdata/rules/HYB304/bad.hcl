# Somebody believes that Entra Connect will bring Send As to the cloud, where Amy works.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient   = "info@contoso.com"
  delegate    = "amy@contoso.com"
  replication = "entra_connect" # want HYB304 error
}
