package policies

import (
	"fmt"
	"strings"

	"hybridlint/loader/model"
)

// sinceExchange are the words in commands that older versions of Exchange do not know, the most demanding first. What is not listed came
// with the first Exchange that has a shell.
var sinceExchange = []struct {
	word    string
	version model.ExchangeVersion
}{
	{"-SettingOverride", model.Exchange2016},
	{"-ACLableSyncedObjectEnabled", model.Exchange2013},
	{" -Shared", model.Exchange2013},
	{"-Type Shared", model.Exchange2013},
	{"-IntraOrganizationConnector", model.Exchange2013},
	{"-RemoteMailbox", model.Exchange2010},
	{"-MailboxFolderPermission", model.Exchange2010},
	{"-CalendarProcessing", model.Exchange2010},
	{"-OrganizationRelationship", model.Exchange2010},
	{"-SharingPolicy", model.Exchange2010},
	{"-RoleGroupMember", model.Exchange2010},
	{"-AutoMapping", model.Exchange2010},
	{"@{Add=", model.Exchange2010},
	{"@{Remove=", model.Exchange2010},
	{"", model.Exchange2007},
}

// tooOld says why a command cannot be run where the declared Exchange is; "" where it can, or where no version is declared.
func (f *finding) tooOld(command string) string {
	forest := f.onPremisesForest()
	if forest == nil || forest.ExchangeVersion == 0 {
		return ""
	}
	for _, since := range sinceExchange {
		if !strings.Contains(command, since.word) {
			continue
		}
		if forest.ExchangeVersion >= since.version {
			return ""
		}
		return fmt.Sprintf("Exchange %s in %s cannot run what is needed here, which takes Exchange %s or later; introduce that first.",
			model.Word(forest.ExchangeVersion), forest.Name, model.Word(since.version))
	}
	return ""
}

// onPremisesForest is the forest in which an on-premises command is run: the one in which the rule fired, else that of whom the finding is
// about, or from which it comes; nil where none is known.
func (f *finding) onPremisesForest() *model.Forest {
	for _, forests := range [][]model.ForestID{f.forests, f.subject.Concerns().Forests} {
		for _, id := range forests {
			if id.OnPremises() {
				return f.subject.OnPremises(id)
			}
		}
	}
	for _, id := range f.subject.Concerns().Recipients {
		if origin := f.subject.Origin(id); origin != nil {
			return origin
		}
	}
	return nil
}

func (f *finding) onPremisesForestName() string {
	if forest := f.onPremisesForest(); forest != nil {
		return forest.Name
	}
	return ""
}
