package lsp

import "encoding/json"

// The types of the protocol, as far as they are read or written here. Names are the protocol's.

// position counts lines and units of the encoding that was agreed on, both from 0.
type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// textRange is a stretch; End is exclusive.
type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string    `json:"uri"`
	Range textRange `json:"range"`
}

type documentID struct {
	URI     string `json:"uri"`
	Version int    `json:"version"`
	Text    string `json:"text"` // of didOpen
}

// documentParams are those of every question about a document, and of its notifications.
type documentParams struct {
	TextDocument   documentID      `json:"textDocument"`
	Position       position        `json:"position"`
	Range          textRange       `json:"range"`
	NewName        string          `json:"newName"`
	ContentChanges []contentChange `json:"contentChanges"`
	Context        struct {
		IncludeDeclaration bool         `json:"includeDeclaration"`
		Diagnostics        []diagnostic `json:"diagnostics"`
		Only               []string     `json:"only"`
	} `json:"context"`
}

// contentChange without a range is the whole text.
type contentChange struct {
	Range *textRange `json:"range"`
	Text  string     `json:"text"`
}

type folderParam struct {
	URI string `json:"uri"`
}

type initializeParams struct {
	RootURI          string        `json:"rootUri"`
	RootPath         string        `json:"rootPath"`
	WorkspaceFolders []folderParam `json:"workspaceFolders"`
	Capabilities     struct {
		Window struct {
			ShowDocument struct {
				Support bool `json:"support"`
			} `json:"showDocument"`
		} `json:"window"`
		General struct {
			PositionEncodings []string `json:"positionEncodings"`
		} `json:"general"`
		Workspace struct {
			DidChangeWatchedFiles struct {
				DynamicRegistration bool `json:"dynamicRegistration"`
			} `json:"didChangeWatchedFiles"`
		} `json:"workspace"`
	} `json:"capabilities"`
}

type diagnosticSeverity int

const (
	severityError       diagnosticSeverity = 1
	severityWarning     diagnosticSeverity = 2
	severityInformation diagnosticSeverity = 3
)

// tagUnnecessary fades a text out.
const tagUnnecessary = 1

type codeDescription struct {
	Href string `json:"href"`
}

type relatedInformation struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type diagnostic struct {
	Range              textRange            `json:"range"`
	Severity           diagnosticSeverity   `json:"severity"`
	Code               json.RawMessage      `json:"code,omitempty"`
	CodeDescription    *codeDescription     `json:"codeDescription,omitempty"`
	Source             string               `json:"source"`
	Message            string               `json:"message"`
	Tags               []int                `json:"tags,omitempty"`
	RelatedInformation []relatedInformation `json:"relatedInformation,omitempty"`
}

type publishDiagnosticsParams struct {
	URI         string       `json:"uri"`
	Version     *int         `json:"version,omitempty"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

// messageType says how loudly the editor shows a message.
type messageType int

const (
	messageError   messageType = 1
	messageWarning messageType = 2
)

type showMessageParams struct {
	Type    messageType `json:"type"`
	Message string      `json:"message"`
}

type textEdit struct {
	Range   textRange `json:"range"`
	NewText string    `json:"newText"`
}

// symbolKind says what picture an editor shows.
type symbolKind int

const symbolObject symbolKind = 19

type documentSymbol struct {
	Name           string           `json:"name"`
	Kind           symbolKind       `json:"kind"`
	Range          textRange        `json:"range"`
	SelectionRange textRange        `json:"selectionRange"`
	Children       []documentSymbol `json:"children,omitempty"`
}

type foldingRange struct {
	StartLine int `json:"startLine"`
	EndLine   int `json:"endLine"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hover struct {
	Contents markup    `json:"contents"`
	Range    textRange `json:"range"`
}

// completionKind says what picture an editor shows.
type completionKind int

const (
	kindModule    completionKind = 9 // a block
	kindProperty  completionKind = 10
	kindEnum      completionKind = 13
	kindReference completionKind = 18
)

type completionItem struct {
	Label         string         `json:"label"`
	Kind          completionKind `json:"kind"`
	Detail        string         `json:"detail,omitempty"`
	Documentation *markup        `json:"documentation,omitempty"`
	FilterText    string         `json:"filterText,omitempty"`
	TextEdit      textEdit       `json:"textEdit"`
}

type completionList struct {
	IsIncomplete bool             `json:"isIncomplete"`
	Items        []completionItem `json:"items"`
}

type workspaceEdit struct {
	Changes map[string][]textEdit `json:"changes"`
}

type codeAction struct {
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Diagnostics []diagnostic  `json:"diagnostics"`
	IsPreferred bool          `json:"isPreferred,omitempty"`
	Edit        workspaceEdit `json:"edit"`
	Command     *command      `json:"command,omitempty"`
}

// command is carried out by the server, behind the edit.
type command struct {
	Title     string `json:"title"`
	Command   string `json:"command"`
	Arguments []any  `json:"arguments"`
}

type showDocumentParams struct {
	URI       string `json:"uri"`
	TakeFocus bool   `json:"takeFocus"`
}
