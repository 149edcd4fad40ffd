// Command generate writes a generated organization into a folder, to look at or to measure with:
//
//	go run ./testdata/organization/generate -mailboxes 10000 -shape many /tmp/organization
//	go run ./testdata/organization/generate -mailboxes 10000 -exports csv /tmp/exports
package main

import (
	"flag"
	"fmt"
	"os"

	"hybridlint/testdata/organization"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run() error {
	var o organization.Options
	flag.Uint64Var(&o.Seed, "seed", 1, "tells organizations with the same options apart")
	flag.IntVar(&o.Mailboxes, "mailboxes", 5000, "their number")
	flag.IntVar(&o.GrantsPerMailbox, "grants", 5, "average number of permissions on a mailbox")
	shape := flag.String("shape", "few", "few files, many or a single one")
	upkeep := flag.String("upkeep", "neglected", "neglected or maintained")
	format := flag.String("exports", "", "write exports instead, as csv, json or clixml")
	flag.Parse()
	var known bool
	if o.Shape, known = shapes()[*shape]; !known {
		return fmt.Errorf("there is no shape %q", *shape)
	}
	if o.Upkeep, known = upkeeps()[*upkeep]; !known {
		return fmt.Errorf("there is no upkeep %q", *upkeep)
	}
	if flag.NArg() != 1 {
		return fmt.Errorf("name the folder to write to")
	}
	if *format != "" {
		f, known := formats()[*format]
		if !known {
			return fmt.Errorf("there is no format %q", *format)
		}
		return organization.ExportFolder(flag.Arg(0), o, f)
	}
	return organization.WriteFolder(flag.Arg(0), o)
}

func shapes() map[string]organization.Shape {
	return map[string]organization.Shape{"few": organization.FewFiles, "many": organization.ManyFiles, "single": organization.SingleFile}
}

func upkeeps() map[string]organization.Upkeep {
	return map[string]organization.Upkeep{"neglected": organization.Neglected, "maintained": organization.Maintained}
}

func formats() map[string]organization.Format {
	return map[string]organization.Format{"csv": organization.CSV, "json": organization.JSON, "clixml": organization.CLIXML}
}
