package facts

// Schema is the JSON schema of the shape. It has no free keys, so that a misspelt fact is a compile
// error.
func (s *Shape) Schema() map[string]any {
	root := objectSchema()
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["title"] = "input of the scope " + s.Name
	for i := range s.Facts {
		f := &s.Facts[i]
		parent := root
		for _, name := range f.Path[:len(f.Path)-1] {
			properties := parent["properties"].(map[string]any)
			if properties[name] == nil {
				properties[name] = objectSchema()
			}
			parent = properties[name].(map[string]any)
		}
		parent["properties"].(map[string]any)[f.Path[len(f.Path)-1]] = f.schema()
	}
	return root
}

func objectSchema() map[string]any {
	return map[string]any{"type": "object", "additionalProperties": false, "properties": map[string]any{}}
}

func (f *Fact) schema() map[string]any {
	switch f.Kind {
	case boolFact, truthFact:
		return map[string]any{"type": "boolean"}
	case numberFact:
		return map[string]any{"type": "integer"}
	case dateFact:
		return map[string]any{"type": "string", "format": "date"}
	case SetFact:
		members := objectSchema()
		for i := range f.Members() {
			members["properties"].(map[string]any)[f.MemberName(i)] = map[string]any{"type": "boolean"}
		}
		return members
	default:
		return map[string]any{"type": "string", "enum": f.Words[1:]}
	}
}
