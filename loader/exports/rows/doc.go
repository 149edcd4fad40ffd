// Package rows reads the files that Exchange administrators have: Export-Csv, ConvertTo-Json, Export-Clixml, the XML of Entra Connect and
// what Format-List prints, in the encodings of Windows. Every one becomes Rows of named Values with their places, given to a Sink one by one,
// so that no file is in memory as a whole. What a column means is not known here.
package rows
