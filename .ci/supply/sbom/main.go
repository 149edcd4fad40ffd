// Sbom writes the bill of materials of a built program in CycloneDX: the modules that it names itself. It holds no time and no
// serial number, so that the same program gives the same bytes.
package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"runtime/debug"

	cyclonedx "github.com/CycloneDX/cyclonedx-go"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

func run(program string) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	bill := cyclonedx.NewBOM()
	main := component(&info.Main)
	main.Type = cyclonedx.ComponentTypeApplication
	bill.Metadata = &cyclonedx.Metadata{Component: &main}
	components := []cyclonedx.Component{{
		BOMRef: "pkg:golang/std@" + info.GoVersion, Type: cyclonedx.ComponentTypeLibrary, Name: "std", Version: info.GoVersion,
		PackageURL: "pkg:golang/std@" + info.GoVersion,
	}}
	for _, module := range info.Deps {
		if module.Replace != nil {
			module = module.Replace
		}
		components = append(components, component(module))
	}
	bill.Components = &components
	encoder := cyclonedx.NewBOMEncoder(os.Stdout, cyclonedx.BOMFileFormatJSON)
	encoder.SetPretty(true)
	return encoder.Encode(bill)
}

func component(module *debug.Module) cyclonedx.Component {
	address := "pkg:golang/" + module.Path + "@" + module.Version
	return cyclonedx.Component{BOMRef: address, Type: cyclonedx.ComponentTypeLibrary, Name: module.Path, Version: module.Version, PackageURL: address}
}
