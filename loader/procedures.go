package loader

import "time"

// The blocks about moves, bulk changes and exceptions.

// batchDraft is a batch with what it names before every batch is known.
type batchDraft struct {
	MigrationBatch
	after []mention
}

var batchBlock = describe(blockType[batchDraft]{
	label: "the batch's name",
	block: func(b *batchDraft) *Block { return &b.Block },
	attributes: []attribute[batchDraft]{
		required(choice("direction", func(b *batchDraft) *Direction { return &b.Direction })),
		onPremisesForest("source_forest", func(b *batchDraft) *ForestID { return &b.SourceForest }),
		required(atLeastOne(recipients("members", func(b *batchDraft) *[]RecipientID { return &b.Members }))),
		instant("start_after", func(b *batchDraft) **time.Time { return &b.StartAfter }),
		instant("complete_after", func(b *batchDraft) **time.Time { return &b.CompleteAfter }),
		refersToMany(Batches, "after", func(*batchDraft) {}, func(_ *linker, m mention, b *batchDraft) bool {
			b.after = append(b.after, m)
			return true
		}),
		choice("status", func(b *batchDraft) *BatchStatus { return &b.Status }),
	},
})

var bulkChangeBlock = describe(blockType[BulkChange]{
	label: "the change's name",
	block: func(c *BulkChange) *Block { return &c.Block },
	attributes: []attribute[BulkChange]{
		choice("channel", func(c *BulkChange) *Channel { return &c.Channel }),
		forestName("applied_on", func(c *BulkChange) *ForestID { return &c.AppliedOn }),
		required(recipients("recipients", func(c *BulkChange) *[]RecipientID { return &c.Recipients })),
		required(choice("permission", func(c *BulkChange) *Permission { return &c.Permission })),
		wordList("operator_role_groups", func(c *BulkChange) *[]string { return &c.OperatorRoleGroups }),
		boolean("operator_has_custom_role", func(c *BulkChange) *Bool { return &c.OperatorHasCustomRole }),
	},
})

var exceptionBlock = describe(blockType[Exception]{
	label: "a rule's id or name",
	block: func(e *Exception) *Block { return &e.Block },
	attributes: []attribute[Exception]{
		recipient("recipient", func(e *Exception) *RecipientID { return &e.Recipient }),
		refers(Recipients, "delegate", func(l *linker, m mention, e *Exception) bool {
			trustee, ok := l.folderTrustee(m)
			e.Delegate = trustee.Recipient
			if trustee.Recipient == NoRecipient {
				e.DelegateText = trustee.Text
			}
			return ok
		}),
		refers(Batches, "migration_batch", func(l *linker, m mention, e *Exception) bool {
			batch, ok := l.batch(m)
			e.MigrationBatch = batch
			return ok
		}),
		forestName("forest", func(e *Exception) *ForestID { return &e.Forest }),
		required(filled("rationale", func(e *Exception) *string { return &e.Rationale })),
		words("owner", func(e *Exception) *string { return &e.Owner }),
		date("expiration", func(e *Exception) *Date { return &e.Expiration }),
	},
})

func (r *reader) readBatch(b *syntaxBlock) {
	r.drafts.batches = append(r.drafts.batches, read(r, batchBlock, b, func(d *draft[batchDraft], label string) bool {
		d.record.Name, d.record.SourceForest = label, NoForest
		return true
	}))
}

func (r *reader) readBulkChange(b *syntaxBlock) {
	r.drafts.changes = append(r.drafts.changes, read(r, bulkChangeBlock, b, func(d *draft[BulkChange], label string) bool {
		d.record.Name, d.record.AppliedOn = label, NoForest
		return true
	}))
}

func (r *reader) readException(b *syntaxBlock) {
	r.drafts.exceptions = append(r.drafts.exceptions, read(r, exceptionBlock, b, func(d *draft[Exception], label string) bool {
		d.record.Rule = label
		d.record.Recipient, d.record.Delegate, d.record.Forest = NoRecipient, NoRecipient, NoForest
		return true
	}))
}
