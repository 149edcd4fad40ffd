package exports

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

// documentsFolder is a folder in memory.
type documentsFolder []Document

func (f documentsFolder) Names() []string {
	var names []string
	for _, d := range f {
		names = append(names, d.Name)
	}
	return names
}

func (f documentsFolder) Read(name string) (string, error) {
	i := slices.IndexFunc(f, func(d Document) bool { return d.Name == name })
	if i < 0 {
		return "", fmt.Errorf("there is no %s", name)
	}
	return f[i].Text, nil
}

// Merge gives the files of a folder that an import changes.
func (c *Configuration) Merge(existing []Document) ([]Document, error) {
	var changed []Document
	_, err := c.Write(documentsFolder(existing), func(d Document) error {
		changed = append(changed, d)
		return nil
	}, nil)
	if err != nil {
		return nil, err
	}
	return changed, nil
}

// Documents are the files that an import into an empty folder makes.
func (c *Configuration) Documents() []Document {
	documents, _ := c.Merge(nil)
	return documents
}

func utf16Text(text string, order binary.ByteOrder) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, 0, 0)
		order.PutUint16(b[len(b)-2:], unit)
	}
	return string(b)
}
