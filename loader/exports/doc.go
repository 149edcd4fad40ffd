// Package exports turns what Exchange administrators have on disk - Export-Csv, ConvertTo-Json and Export-Clixml of
// cmdlets, the CSV files of published report scripts, the configuration of Entra Connect - into a configuration in HCL.
//
// The way of the data: a file is read as rows of named values (package rows), recognised by its columns or types (kinds.go) and understood as facts (read_*.go). The facts of all files are
// joined to recipients and grants (join_*.go), which are made into blocks (blocks_*.go) when somebody wants the text of their
// file (render.go): a folder that may have been imported into before (write.go, merge.go, update.go), or the loader
// (documents.go). Every row ends up in the account (account.go): used, ignored for a reason, or not understood.
package exports
