package hybridlint.inference.migration_batch_test

import data.hybridlint.inference.migration_batch as inference
import rego.v1

test_has_the_setting if {
	inference.source_has_aclable_setting with input as {"source_forest": {"exchange_version": "SE"}}
}

test_has_not_the_setting if {
	not inference.source_has_aclable_setting with input as {"source_forest": {"exchange_version": "2010"}}
	not inference.source_has_aclable_setting with input as {"source_forest": {}}
}
