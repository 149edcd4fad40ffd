package rows

import "encoding/xml"

// The types under which the configuration of Entra Connect is known to the kinds.
const (
	GlobalSettingType       = "Microsoft.IdentityManagement.PowerShell.ObjectModel.GlobalSettingsParameter"
	SynchronizationRuleType = "Microsoft.IdentityManagement.PowerShell.ObjectModel.SynchronizationRule"
)

// globalSettings reads the global settings of Get-ADSyncServerConfiguration, a row per parameter.
func (x *xmlReader) globalSettings(levels int) error {
	if levels == 0 {
		return errTooDeep
	}
	return x.children(func(start xml.StartElement) error {
		x.meter.rowDone()
		switch start.Name.Local {
		case "parameter":
		case "mv-data", "parameter-values":
			return x.globalSettings(levels - 1)
		default:
			return x.skipLarge()
		}
		at := x.start
		text, err := x.text()
		if err != nil {
			return err
		}
		x.give(x.upTo(at), GlobalSettingType, []string{"Name", "Value"}, []Value{{Text: xmlAttribute(start, "name")}, {Text: text}})
		return nil
	})
}

// skipLarge skips an element that may be larger than a row, such as the schema.
func (x *xmlReader) skipLarge() error {
	for depth := 1; depth > 0; {
		x.meter.rowDone()
		token, err := x.decoder.Token()
		if err != nil {
			return unexpectedEnd(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// synchronizationRule reads a rule of Get-ADSyncServerConfiguration, with the attributes that it writes.
func (x *xmlReader) synchronizationRule() error {
	at := x.start
	var columns []string
	var values []Value
	destinations := []Value{}
	err := x.children(func(start xml.StartElement) error {
		name := start.Name.Local
		if name == "attribute-mappings" {
			return x.children(func(xml.StartElement) error {
				return x.children(func(part xml.StartElement) error {
					text, err := x.text()
					if part.Name.Local == "dest" {
						destinations = append(destinations, Value{Text: text})
					}
					return err
				})
			})
		}
		text, err := x.text()
		columns, values = append(columns, name), append(values, Value{Text: text})
		return err
	})
	if err == nil {
		x.give(x.upTo(at), SynchronizationRuleType, append(columns, "AttributeFlowMappings"), append(values, Value{List: destinations}))
	}
	return err
}
