package main

import (
	"hybridlint/loader/limits"
)

// inputLimits are the limits of what is read. The loader names them in its problems.
func inputLimits() []limit {
	const kB, MB = 1 << 10, 1 << 20
	d := limits.DefaultLimits()
	return []limit{
		{name: "nesting", standard: d.Nesting, least: 10, most: 1000, about: "how many brackets, texts, templates and blocks may be open at a time"},
		{name: "expression_words", standard: d.ExpressionWords, least: 100, most: 10_000, about: "how many words and signs an expression may have between two separators"},
		{name: "expression_steps", standard: d.ExpressionSteps, least: 1, about: "how many steps the evaluation of one expression may take"},
		{name: "steps", standard: d.Steps, least: 1, about: "how many steps all expressions together may take, beside one for each eight bytes of the files"},
		{name: "elements", standard: d.Elements, least: 1, about: "how many elements a list, an object or a block may have, written out or computed"},
		{name: "text_kb", standard: d.TextBytes / kB, least: 1, most: 1 << 20, about: "how many kB a text may have, written out or computed"},
		{name: "block_words", standard: d.BlockWords, least: 100, about: "how many words, signs and lines a block may have, with the comments above it"},
		{name: "block_mb", standard: d.BlockBytes / MB, least: 1, most: 2047, about: "how many MB a block may have"},
		{name: "blocks", standard: d.Blocks, least: 1, about: "how many blocks all files may have together"},
		{name: "forests", standard: d.Forests, least: 1, most: 32_767, about: "how many forests there may be"},
		{name: "memberships", standard: d.Memberships, least: 1, about: "how many memberships may be followed from everybody to the groups above, nested ones too"},
		{name: "locals", standard: d.Locals, least: 1, about: "how many locals all files may have together"},
		{name: "problems", standard: d.Problems, least: 1, about: "how many problems there may be before reading ends"},
		{name: "file_mb", standard: d.FileBytes / MB, least: 1, most: 2047, about: "how many MB a file may have"},
		{name: "files", standard: d.Files, least: 1, about: "how many files there may be"},
		{name: "total_mb", standard: int(d.TotalBytes / MB), least: 1, about: "how many MB all files may have together"},
	}
}

// loaderLimits are the limits in force, as the loader wants them.
func loaderLimits(v limitValues) limits.Limits {
	const kB, MB = 1 << 10, 1 << 20
	return limits.Limits{
		Nesting: v["nesting"], ExpressionWords: v["expression_words"], ExpressionSteps: v["expression_steps"], Steps: v["steps"], Elements: v["elements"],
		TextBytes: v["text_kb"] * kB, BlockWords: v["block_words"], BlockBytes: v["block_mb"] * MB, Blocks: v["blocks"],
		Forests: v["forests"], Memberships: v["memberships"], Locals: v["locals"], Problems: v["problems"], FileBytes: v["file_mb"] * MB, Files: v["files"], TotalBytes: int64(v["total_mb"]) * MB,
	}
}
