package exports

import (
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// recipientTypes are the block types by RecipientTypeDetails, as PowerShell shows it.
var recipientTypes = map[string]model.RecipientType{
	"usermailbox": model.UserMailbox, "legacymailbox": model.UserMailbox, "linkedmailbox": model.LinkedMailbox, "sharedmailbox": model.SharedMailbox,
	"roommailbox": model.RoomMailbox, "equipmentmailbox": model.EquipmentMailbox, "arbitrationmailbox": model.ArbitrationMailbox,
	"discoverymailbox": model.DiscoveryMailbox, "mailuser": model.MailUser, "guestmailuser": model.MailUser, "mailcontact": model.MailContact,
	"mailuniversaldistributiongroup": model.DistributionGroup, "dynamicdistributiongroup": model.DynamicDistributionGroup,
	"mailuniversalsecuritygroup": model.MailEnabledSecurityGroup, "groupmailbox": model.M365Group, "publicfolder": model.MailPublicFolder,
	"user": model.UserAccount, "disableduser": model.UserAccount, "linkeduser": model.UserAccount,
	"universalsecuritygroup": model.SecurityGroup, "nonuniversalgroup": model.SecurityGroup,
}

// remoteTypes are the types of the mailboxes in the cloud that remote mailboxes stand for.
var remoteTypes = map[string]model.RecipientType{
	"remoteusermailbox": model.UserMailbox, "remotesharedmailbox": model.SharedMailbox,
	"remoteroommailbox": model.RoomMailbox, "remoteequipmentmailbox": model.EquipmentMailbox,
}

// typeNumbers are the numbers that ConvertTo-Json writes for RecipientTypeDetails, and msExchRecipientTypeDetails holds.
var typeNumbers = map[string]string{
	"1": "usermailbox", "2": "linkedmailbox", "4": "sharedmailbox", "8": "legacymailbox", "16": "roommailbox", "32": "equipmentmailbox",
	"64": "mailcontact", "128": "mailuser", "256": "mailuniversaldistributiongroup", "1024": "mailuniversalsecuritygroup",
	"2048": "dynamicdistributiongroup", "4096": "publicfolder", "65536": "user", "8388608": "arbitrationmailbox", "536870912": "discoverymailbox",
	"2147483648": "remoteusermailbox", "8589934592": "remoteroommailbox", "17179869184": "remoteequipmentmailbox",
	"34359738368": "remotesharedmailbox", "1099511627776": "groupmailbox",
	"512": "mailnonuniversalgroup", "8192": "systemattendantmailbox", "16384": "systemmailbox", "32768": "mailforestcontact", "131072": "contact",
	"262144": "universaldistributiongroup", "524288": "universalsecuritygroup", "1048576": "nonuniversalgroup", "2097152": "disableduser", "4194304": "microsoftexchange",
	"16777216": "mailboxplan", "33554432": "linkeduser", "268435456": "roomlist", "1073741824": "rolegroup", "4294967296": "computer", "68719476736": "publicfoldermailbox",
	"137438953472": "teammailbox", "274877906944": "remoteteammailbox", "549755813888": "monitoringmailbox", "2199023255552": "linkedroommailbox", "4398046511104": "auditlogmailbox",
	"8796093022208": "remotegroupmailbox", "17592186044416": "schedulingmailbox", "35184372088832": "guestmailuser", "70368744177664": "auxauditlogmailbox",
	"140737488355328": "supervisoryreviewpolicymailbox",
}

// typeDetails is a RecipientTypeDetails as it is compared; scripts write "User Mailbox", exports a number at times.
func typeDetails(text string) string {
	details := rows.Plain(text)
	if name, isNumber := typeNumbers[details]; isNumber {
		return name
	}
	return details
}

// systemTypes are the mailboxes that are no business of the rules.
func systemType(details string) bool {
	switch details {
	case "publicfoldermailbox", "monitoringmailbox", "auditlogmailbox", "auxauditlogmailbox", "systemmailbox", "systemattendantmailbox",
		"supervisoryreviewpolicymailbox", "teammailbox", "schedulingmailbox", "microsoftexchange":
		return true
	default:
		return false
	}
}

// unmappedTypes are the types of recipients that Exchange has and the language has not.
var unmappedTypes = map[string]bool{
	"none": true, "mailnonuniversalgroup": true, "mailforestcontact": true, "contact": true, "universaldistributiongroup": true, "mailboxplan": true, "roomlist": true,
	"rolegroup": true, "computer": true, "remoteteammailbox": true, "linkedroommailbox": true, "remotegroupmailbox": true, "exchangesecuritygroup": true, "substrategroup": true,
	"substrateadgroup": true, "workspacemailbox": true, "sharedwithmailuser": true, "serviceprincipal": true, "virtualmailbox": true, "subscriptionmailbox": true,
	"agentmailbox": true, "guestuser": true, "mailuniversalgroup": true, "syncedmailbox": true,
}

// permissionNames are the rights by what cmdlets, scripts and the admin centers in their languages call them.
var permissionNames = map[string]model.Permission{
	"fullaccess": model.FullAccess, "readandmanage": model.FullAccess, "readandmanagefullaccess": model.FullAccess, "fullaccesspermissions": model.FullAccess,
	"sendas": model.SendAs, "sendaspermissions": model.SendAs,
	"sendonbehalf": model.SendOnBehalf, "sendonbehalfof": model.SendOnBehalf, "sendonbehalfto": model.SendOnBehalf, "grantsendonbehalfto": model.SendOnBehalf,
	"sendonbehalfpermissions": model.SendOnBehalf, "publicdelegates": model.SendOnBehalf,
	"vollzugriff": model.FullAccess, "accèstotal": model.FullAccess, "accèscomplet": model.FullAccess, "accesototal": model.FullAccess, "accessocompleto": model.FullAccess,
	"volledigetoegang": model.FullAccess, "acessototal": model.FullAccess, "pełnydostęp": model.FullAccess, "fullåtkomst": model.FullAccess, "fuldadgang": model.FullAccess,
	"sendenals": model.SendAs, "sendenalsberechtigung": model.SendAs, "envoyerentantque": model.SendAs, "enviarcomo": model.SendAs, "inviacome": model.SendAs,
	"verzendenals": model.SendAs, "wyślijjako": model.SendAs, "skickasom": model.SendAs, "sendsom": model.SendAs,
	"sendenimauftrag": model.SendOnBehalf, "sendenimauftragvon": model.SendOnBehalf, "envoyerdelapartde": model.SendOnBehalf, "enviarennombrede": model.SendOnBehalf,
	"inviapercontodi": model.SendOnBehalf, "verzendennamens": model.SendOnBehalf, "enviaremnomede": model.SendOnBehalf, "wyślijwimieniu": model.SendOnBehalf,
	"skickaåt": model.SendOnBehalf, "sendpåvegneaf": model.SendOnBehalf,
}

// otherRights are the rights that Exchange and Active Directory have and the language has not: of mailboxes, of objects of the
// directory, extended ones and property sets.
var otherRights = func() map[string]bool {
	rights := map[string]bool{}
	for word := range strings.FieldsSeq(`changeowner changepermission deleteitem externalaccount readpermission none receiveas sendto automapping
		createchild deletechild listchildren listcontents self readproperty writeproperty deletetree listobject extendedright delete readcontrol genericexecute
		genericwrite genericread writedacl writeowner genericall synchronize accesssystemsecurity allextendedrights
		abandonreplication addguid allocaterids allowedtoauthenticate applygrouppolicy certificateautoenrollment certificateenrollment changedomainmaster
		changeinfrastructuremaster changepdc changeridmaster changerolemaster changeschemamaster createinboundforesttrust deletedomain
		dogarbagecollection domainadministerserver domainpassword domainotherparameterstalephantoms dsclonedomaincontroller dsexecuteintentionsscript
		dsinstallreplica dsqueryselfquota dsreplicationgetchanges dsreplicationgetchangesall dsreplicationgetchangesinfilteredset dsreplicationmanagetopology
		dsreplicationmonitortopology dsreplicationsynchronize dsreadpartitionsecrets dswritepartitionsecrets dsbypassquota dsvalidatedwritecomputer dssetowner
		emailinformation enableperuserreversiblyencryptedpassword exchangeinformation exchangepersonalinformation generalinformation generateresultantsetofpolicylogging generateresultantsetofpolicyplanning
		generatersoplogging generatersopplanning managesites managesitelinks managequota membership migratesidhistory msmqopenconnector msmqpeek msmqpeekcomputerjournal msmqpeekdeadletter
		msmqreceive msmqreceivecomputerjournal msmqreceivedeadletter msmqreceivejournal msmqsend msmqpeekqueue openaddressbook openconnectorqueue
		personalinformation privateinformation publicinformation readonlyreplicationsecretsynchronization reanimatetombstones recalculatehierarchy recalculatesecurityinheritance
		rasinformation refreshgroupcache reloadsslcertificate runprotectadmingroupstask samenumerateentiredomain selfmembership terminalserver terminalserverlicenseserver
		unexpirepassword updatepasswordnotrequiredbit updateschemacache userchangepassword userforcechangepassword useraccountrestrictions userlogon
		validateddnshostname validatedspn validatedmsdsadditionaldnshostname validatedmsdsbehaviorversion webinformation dnshostnameattributes
		msdschangepasswordnotrequired msdsstandardconstraints fsmo createtoplevelpublicfolder mailenablepublicfolder modifypublicfolderacl modifypublicfolderadminacl
		modifypublicfolderdeleteditemretention modifypublicfolderexpiry modifypublicfolderquotas modifypublicfolderreplicalist createpublicfolder readreceiptonly
		storecreatenamedproperties storeopenopenas storereadaccess storereadwriteaccess storetransportaccess storeconstraineddelegation storevisible viewinformationstorestatus
		administerinformationstore createnamedpropertiesintheinformationstore openmailsendqueue`) {
		rights[strings.ToLower(word)] = true
	}
	return rights
}()

// isOtherRight tells a right that Exchange or Active Directory has and the language has not.
func isOtherRight(word string) bool {
	name := rows.Plain(word)
	if _, isGUID := guidOf(word); isGUID {
		return true // of a right that the schema of the directory has and the server does not know
	}
	return otherRights[name] || strings.HasPrefix(name, "msexch") || strings.HasPrefix(name, "msrtcsip") || strings.HasPrefix(name, "rtc") || strings.HasPrefix(name, "msds") ||
		folderRight(word) != 0
}

// rightWords takes a list of rights apart: with commas, semicolons or, where no right is called so, blanks.
func rightWords(v rows.Value) []string {
	var out []string
	for _, text := range v.Texts() {
		for part := range strings.FieldsFuncSeq(rows.Unbraced(text), func(c rune) bool { return c == ',' || c == ';' || c == '\n' || c == '\r' }) {
			part = strings.TrimSpace(part)
			if _, known := permissionNames[rows.Plain(part)]; known || !strings.Contains(part, " ") || folderRight(part) != 0 {
				out = append(out, part)
				continue
			}
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// folderRight is the folder right of a word, 0 for none.
func folderRight(word string) model.FolderRight {
	folded := rows.Plain(word)
	for i, w := range model.FolderRight(0).Words() {
		if i > 0 && strings.EqualFold(w, folded) {
			return model.FolderRight(i)
		}
	}
	return 0
}

// enumerated is the value of an enumeration of the language that an export writes, in the language's spelling.
func enumerated[E model.Enumeration](text string) string {
	var e E
	for i, w := range e.Words() {
		if i > 0 && strings.EqualFold(w, strings.TrimSpace(text)) {
			return w
		}
	}
	return ""
}
