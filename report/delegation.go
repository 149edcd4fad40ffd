package report

// Recipient is somebody or something that a run knows, as far as a picture of delegations needs it.
type Recipient struct {
	Name string
	// Type is in words: "shared mailbox".
	Type string
	// Home is the forest it lives in, or "cloud".
	Home string
	// Department is that of the person, as declared; often empty.
	Department string
}

// Delegation says that somebody may do something on a recipient.
type Delegation struct {
	// Subject is that of the findings about it.
	Subject string
	// Recipient is the name of a Recipient. Delegate is too, or what stands for somebody without a home: Default,
	// Anonymous, a security identifier.
	Recipient, Delegate string
	// Permission is in words: "Send As".
	Permission string
}
