package hybridlint.inference.matrix_test

import data.hybridlint.inference.matrix
import rego.v1

# The tables as the catalog of rules prints them: Exchange Server left of the slash, Exchange Online right of it.

recipient_table := `
| Recipient type | full_access | send_as | send_on_behalf |
| --- | --- | --- | --- |
| user_mailbox | E / E | E / E | E / E |
| linked_mailbox | E / n.a. | E / n.a. | E / n.a. |
| room_mailbox | E / E | E / E | E / E |
| equipment_mailbox | E / E | E / E | E / E |
| shared_mailbox | E / E | E / E | P / P |
| arbitration_mailbox | P / - | - / - | - / - |
| discovery_mailbox | P / P | - / - | - / - |
| distribution_group | -! / -! | E / E | E / E |
| dynamic_distribution_group | -! / -! | E / E | E / E |
| mail_enabled_security_group | -! / -! | E / E | E / E |
| m365_group | n.a. / P | n.a. / E | n.a. / E |
| mail_user | P / P | P / P | P / P |
| mail_contact | - / - | P / P | P / P |
| mail_public_folder | - / - | P / E | P / E |
| security_group | -! / -! | - / - | - / - |
| user_account | - / - | - / - | - / - |
`

delegate_table := `
| Delegate type | full_access | send_as | send_on_behalf | folder |
| --- | --- | --- | --- | --- |
| user_mailbox | E / E | E / E | E / E | yes |
| linked_mailbox | E / E | E / E | E / E | yes |
| mail_user | E / E | E / E | E / E | yes |
| shared_mailbox | E / E | E / E | E / E | yes |
| room_mailbox | E / E | E / E | E / E | yes |
| equipment_mailbox | E / E | E / E | E / E | yes |
| mail_enabled_security_group | E / E | E / E | E / E | yes |
| distribution_group | -! / -! | -! / -! | E / E | - |
| dynamic_distribution_group | -! / -! | -! / -! | - / - | - |
| m365_group | -! / -! | -! / -! | - / - | - |
| mail_contact | -! / -! | -! / -! | - / - | - |
| user_account | P / - | -p / - | - / - | - |
| security_group | P / -! | -p / -p | - / - | - |
| arbitration_mailbox | - / - | - / - | - / - | - |
| discovery_mailbox | - / - | - / - | - / - | - |
| mail_public_folder | - / - | - / - | - / - | - |
`

# Every row of a table without its frame, heading and rule.
rows(text) := array.slice(lines, 2, count(lines)) if {
	lines := [[trim_space(column) | some column in split(trim(line, "|"), "|")] | some line in split(trim_space(text), "\n")]
}

headings(text) := [trim_space(column) | some column in split(trim(split(trim_space(text), "\n")[0], "|"), "|")]

# Every cell of a table: type, permission, side, word.
cells(text) := {[row[0], headings(text)[i], side, word] |
	some row in rows(text)
	some i, column in row
	i > 0
	some side, word in sides(column)
}

sides(column) := {"on_premises": column, "cloud": column} if {
	not contains(column, " / ")
} else := {"on_premises": split(column, " / ")[0], "cloud": split(column, " / ")[1]}

recipient_cells contains [type, permission, side, matrix.recipient_cell(type, permission, side)] if {
	some type, row in matrix.recipients
	some permission, _ in row
	some side in ["on_premises", "cloud"]
}

delegate_cells contains [type, permission, side, matrix.delegate_cell(type, permission, side)] if {
	some type, row in matrix.delegates
	some permission, _ in row
	some side in ["on_premises", "cloud"]
}

test_recipients if {
	count(cells(recipient_table)) == (16 * 3) * 2
	recipient_cells == cells(recipient_table)
}

test_delegates if {
	count(cells(delegate_table)) == (16 * 4) * 2
	delegate_cells == cells(delegate_table)
}

test_every_word_is_known if {
	words := {cell[3] | some cell in (recipient_cells | delegate_cells)}
	words == {"E", "P", "-", "-!", "-p", "n.a.", "yes"}
	object.keys(matrix.severity) == {"-", "-!", "-p"}
}

test_errors_are_the_certain_cells if {
	{word | some word, severity in matrix.severity; severity == "error"} == {"-!"}
}

test_no_cell_of_an_unknown_type if {
	not matrix.recipient_cell("team_mailbox", "full_access", "cloud")
	not matrix.delegate_cell("team_mailbox", "full_access", "cloud")
}
