package main

import "github.com/spf13/cobra"

func (p *program) newRuleCommand() *cobra.Command { return &cobra.Command{Use: "new-rule"} }
