package exports

import (
	"strings"

	"hybridlint/loader/exports/rows"
)

// authorities are NT AUTHORITY, BUILTIN and their like, as Windows calls them in its languages. No account of a domain is theirs.
var authorities = wordSet(`ntauthority builtin ntservice windowmanager fontdriverhost iisapppool ntvirtualmachine
	ntautorität vordefiniert ntdienst autoritent autoritént autoridadnt autoridadent
	ntautoriteit ntauktoritet ntinstans ntmyndighet ntmyndighed zarządzanient ntyetkilisi`)

// windowsAccounts are the principals of the authorities of Windows, in its languages and as names are compared. What
// is none of them is an account that was written with the wrong domain.
var windowsAccounts = wordSet(`self system localservice networkservice anonymouslogon authenticatedusers interactive network batch service dialup proxy restricted iusr
	remoteinteractivelogon terminalserveruser thisorganization otherorganization enterprisedomaincontrollers localaccount
	localaccountandmemberofadministratorsgroup ntlmauthentication digestauthentication schannelauthentication thisorganizationcertificate writerestricted userwriterights
	allservices trustedinstaller winrm w3svc healthservice adsync
	administrators users guests powerusers accountoperators serveroperators printoperators backupoperators replicator remotedesktopusers remotemanagementusers
	networkconfigurationoperators performancemonitorusers performancelogusers distributedcomusers cryptographicoperators eventlogreaders certificateservicedcomaccess
	iisiusrs prewindows2000compatibleaccess incomingforesttrustbuilders windowsauthorizationaccessgroup terminalserverlicenseservers hypervadministrators
	accesscontrolassistanceoperators storagereplicaadministrators rdsendpointservers rdsmanagementservers rdsremoteaccessservers systemmanagedaccountsgroup
	selbst lokalerdienst netzwerkdienst anonymousanmeldung authentifiziertebenutzer interaktiv netzwerk dienst eingeschränkt dieseorganisation andereorganisation
	administratoren benutzer gäste hauptbenutzer kontenoperatoren serveroperatoren druckoperatoren sicherungsoperatoren replikationsoperator remotedesktopbenutzer
	domänencontrollerderorganisation ereignisprotokollleser leistungsüberwachungsbenutzer
	soi soimême système servicelocal serviceréseau utilisateursauthentifiés anonymouslogin ouverturedesessionanonyme interactif réseau administrateurs utilisateurs invités
	opérateursdecompte opérateursdeserveur opérateursdimpression opérateursdesauvegarde cetteorganisation
	elmismo símismo propio sistema serviciolocal serviciodered usuariosautenticados iniciodesesiónanónimo inicioinanónimo administradores usuarios invitados opersdecuentas operadoresdecuentas
	auto serviziolocale serviziodirete utentiautenticati accessoanonimo utenti accountoperator
	próprio serviçolocal serviçoderede usuáriosautenticados utilizadoresautenticados logonanônimo usuários utilizadores convidados
	zelf systeem lokaleservice netwerkservice geverifieerdegebruikers beheerders gebruikers gasten
	själv lokaltjänst nätverkstjänst autentiseradeanvändare administratörer användare gäster
	selv lokaltjeneste nettverkstjeneste netværkstjeneste godkjentebrukere godkendtebrugere administratorer brukere brugere gjester gæster
	itse järjestelmä paikallinenpalvelu verkkopalvelu todennetutkäyttäjät järjestelmänvalvojat käyttäjät vieraat
	usługalokalna usługasieciowa użytkownicyuwierzytelnieni administratorzy użytkownicy goście kendi yerelhizmet ağhizmeti`)

// bareAccounts are the principals of Windows that stand without an authority, in its languages: everybody.
var bareAccounts = wordSet(`jeder toutlemonde todos tutti iedereen alla alle enhver kaikki wszyscy herkes все mindenki`)

// isAuthority tells an account of an authority of Windows.
func isAuthority(text string) bool {
	domain, _, found := strings.Cut(text, `\`)
	return found && authorities[rows.Plain(domain)]
}

// isWindowsAccount tells a principal that an authority of Windows has, of which the services of Exchange are.
func isWindowsAccount(text string) bool {
	if !isAuthority(text) {
		return false
	}
	_, name, _ := strings.Cut(text, `\`)
	name = rows.Plain(name)
	return windowsAccounts[name] || strings.HasPrefix(name, "msexchange")
}

// isWindowsIdentifier tells the security identifier of a principal of Windows, as against those of the accounts of domains
// (S-1-5-21-…) and of the cloud (S-1-12-1-…).
func isWindowsIdentifier(sid string) bool {
	switch {
	case strings.HasPrefix(sid, "S-1-5-"):
		return !strings.HasPrefix(sid, "S-1-5-21-")
	default:
		return strings.HasPrefix(sid, "S-1-1-") || strings.HasPrefix(sid, "S-1-2-") || strings.HasPrefix(sid, "S-1-3-")
	}
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
