# What Contoso knows, has decided to live with, and until when. An exception hides the finding, not the fact: after the
# date the finding comes back, and an exception that matches nothing any more is reported too.
exception "HYB301" {
  recipient  = "invoices@contoso.com"
  delegate   = "scanner@contoso.com"
  rationale  = "the printers relay on-premises until their lease ends; Send As across premises is unsupported but works"
  owner      = "messaging@contoso.com"
  expiration = "2031-12-31"
}
