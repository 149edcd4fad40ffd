# HYB105 says more about the versions before 2013.
forest "a" {
  exchange_version = "2013" # want HYB114 note
}

forest "b" {
  exchange_version = "2016" # want HYB114 note
}

forest "c" {
  exchange_version = "2010"
}

forest "d" {}
