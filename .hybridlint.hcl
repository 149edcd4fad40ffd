# For who runs hybridlint in the checkout of hybridlint: what lies here are examples and test data, many of them wrong on
# purpose, and not one configuration. Name one to check it: hybridlint check testdata/contoso
exclude = ["testdata", "**/testdata"]
