package loader

import (
	"time"

	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// The blocks about moves, bulk changes and exceptions.

// batchDraft is a batch with what it names before every batch is known.
type batchDraft struct {
	model.MigrationBatch
	after []mention
}

var batchBlock = describe(blockType[batchDraft]{
	label: "the batch's name",
	block: func(b *batchDraft) *model.Block { return &b.Block },
	attributes: []attribute[batchDraft]{
		required(choice("direction", func(b *batchDraft) *model.Direction { return &b.Direction })),
		onPremisesForest("source_forest", func(b *batchDraft) *model.ForestID { return &b.SourceForest }),
		required(atLeastOne(recipients("members", func(b *batchDraft) *[]model.RecipientID { return &b.Members }))),
		instant("start_after", func(b *batchDraft) **time.Time { return &b.StartAfter }),
		instant("complete_after", func(b *batchDraft) **time.Time { return &b.CompleteAfter }),
		refersToMany(model.NamesBatches, "after", func(*batchDraft) {}, func(_ *linker, m mention, b *batchDraft) bool {
			b.after = append(b.after, m)
			return true
		}),
		choice("status", func(b *batchDraft) *model.BatchStatus { return &b.Status }),
	},
})

var bulkChangeBlock = describe(blockType[model.BulkChange]{
	label: "the change's name",
	block: func(c *model.BulkChange) *model.Block { return &c.Block },
	attributes: []attribute[model.BulkChange]{
		choice("channel", func(c *model.BulkChange) *model.Channel { return &c.Channel }),
		forestName("applied_on", func(c *model.BulkChange) *model.ForestID { return &c.AppliedOn }),
		required(recipients("recipients", func(c *model.BulkChange) *[]model.RecipientID { return &c.Recipients })),
		required(choice("permission", func(c *model.BulkChange) *model.Permission { return &c.Permission })),
		wordList("operator_role_groups", func(c *model.BulkChange) *[]string { return &c.OperatorRoleGroups }),
		boolean("operator_has_custom_role", func(c *model.BulkChange) *model.Bool { return &c.OperatorHasCustomRole }),
	},
})

var exceptionBlock = describe(blockType[model.Exception]{
	label: "a rule's id or name",
	block: func(e *model.Exception) *model.Block { return &e.Block },
	attributes: []attribute[model.Exception]{
		recipient("recipient", func(e *model.Exception) *model.RecipientID { return &e.Recipient }),
		refers(model.NamesRecipients, "delegate", func(l *linker, m mention, e *model.Exception) bool {
			trustee, ok := l.folderTrustee(m)
			e.Delegate = trustee.Recipient
			if trustee.Recipient == model.NoRecipient {
				e.DelegateText = trustee.Text
			}
			return ok
		}),
		refers(model.NamesBatches, "migration_batch", func(l *linker, m mention, e *model.Exception) bool {
			batch, ok := l.batch(m)
			e.MigrationBatch = batch
			return ok
		}),
		forestName("forest", func(e *model.Exception) *model.ForestID { return &e.Forest }),
		required(filled("rationale", func(e *model.Exception) *string { return &e.Rationale })),
		words("owner", func(e *model.Exception) *string { return &e.Owner }),
		date("expiration", func(e *model.Exception) *model.Date { return &e.Expiration }),
	},
})

func (r *reader) readBatch(b *syntax.Block) {
	r.drafts.batches = append(r.drafts.batches, read(r, batchBlock, b, func(d *draft[batchDraft], label string) bool {
		d.record.Name, d.record.SourceForest = label, model.NoForest
		return true
	}))
}

func (r *reader) readBulkChange(b *syntax.Block) {
	r.drafts.changes = append(r.drafts.changes, read(r, bulkChangeBlock, b, func(d *draft[model.BulkChange], label string) bool {
		d.record.Name, d.record.AppliedOn = label, model.NoForest
		return true
	}))
}

func (r *reader) readException(b *syntax.Block) {
	r.drafts.exceptions = append(r.drafts.exceptions, read(r, exceptionBlock, b, func(d *draft[model.Exception], label string) bool {
		d.record.Rule = label
		d.record.Recipient, d.record.Delegate, d.record.Forest = model.NoRecipient, model.NoRecipient, model.NoForest
		return true
	}))
}
