<#
.SYNOPSIS
Collects what "hybridlint import" reads, from Exchange on-premises, Exchange Online, Active Directory or Entra Connect.

.DESCRIPTION
Reads only: every cmdlet below begins with Get-, and the only thing that is written is the folder -OutputFolder.
Run it once in each place that you have:

  Exchange Management Shell of a forest:           .\collect.ps1 -Side corp  -OutputFolder .\exports
  after Connect-ExchangeOnline:                    .\collect.ps1 -Side cloud -OutputFolder .\exports
  Windows PowerShell on the Entra Connect server:  .\collect.ps1 -Side sync  -OutputFolder .\exports

"corp" is the name that the forest shall have; take another one for each forest. In a forest of several domains run
Set-ADServerSettings -ViewEntireForest $true before: it lets the cmdlets of this session see all of them. A run that was interrupted goes on where
it stopped: a file that is complete is not collected again. Delete a file to have it collected anew. Folder permissions take
longest, a call for each mailbox; -SkipFolders leaves them out.

Roles: on-premises View-Only Organization Management, and the right to read Active Directory, which every user has. In
Exchange Online View-Only Recipients and View-Only Configuration (the role group View-Only Organization Management, or
Global Reader). On the Entra Connect server membership of the local group ADSyncAdmins or ADSyncOperators.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)][string]$Side,
    [Parameter(Mandatory = $true)][string]$OutputFolder,
    [switch]$SkipFolders
)
$ErrorActionPreference = 'Stop'
$cloud = $Side -eq 'cloud'
$folder = (New-Item -ItemType Directory -Force -Path (Join-Path $OutputFolder $Side)).FullName

# Writes what a block of commands gives, with these columns, and only then gives the file its name. Lists are joined:
# Export-Csv alone would write the name of the list's type.
function Save-Rows([string]$Name, [string[]]$Columns, [string[]]$Lists, [scriptblock]$Rows) {
    $file = Join-Path $folder "$Name.csv"
    if (Test-Path $file) { Write-Host "$Name is there already"; return }
    Write-Host "$Name ..."
    $select = @($Columns) + @($Lists | Where-Object { $_ } | ForEach-Object {
        $list = $_
        @{ Name = $list; Expression = { (@($_.$list) | ForEach-Object { "$_" }) -join ';' }.GetNewClosure() }
    }) + @{ Name = 'HybridlintSide'; Expression = { $Side } }
    & $Rows | Select-Object -Property $select | Export-Csv -Path "$file.part" -NoTypeInformation -Encoding UTF8
    Move-Item -Path "$file.part" -Destination $file
}

if ($Side -eq 'sync') {
    Save-Rows 'ADSyncGlobalSettings' @('Name', 'Value') @() { (Get-ADSyncGlobalSettings).Parameters }
    Save-Rows 'ADSyncRule' @('Name', 'Direction', 'Disabled', 'ImmutableTag') @() { Get-ADSyncRule }
    return
}

# The organization.
Save-Rows 'OrganizationConfig' @('Name', 'ACLableSyncedObjectEnabled', 'OAuth2ClientProfileEnabled', 'PublicFoldersEnabled', 'SendFromAliasEnabled', 'PublicFolderShowClientControl') @() { Get-OrganizationConfig }
Save-Rows 'AcceptedDomain' @('DomainName', 'DomainType', 'InitialDomain') @() { Get-AcceptedDomain }
Save-Rows 'OrganizationRelationship' @('Name', 'Enabled', 'FreeBusyAccessEnabled', 'FreeBusyAccessLevel', 'FreeBusyAccessScope', 'TargetApplicationUri') @('DomainNames') { Get-OrganizationRelationship }
Save-Rows 'IntraOrganizationConnector' @('Name', 'Enabled') @('TargetAddressDomains') { Get-IntraOrganizationConnector }
if (-not $cloud) { Save-Rows 'ExchangeServer' @('Name', 'Fqdn', 'AdminDisplayVersion', 'Edition') @() { Get-ExchangeServer } }

# The recipients, with who may send on behalf of them.
$who = @('Identity', 'Name', 'DisplayName', 'Alias', 'PrimarySmtpAddress', 'UserPrincipalName', 'SamAccountName', 'DistinguishedName', 'Guid', 'ExchangeGuid',
    'ExternalDirectoryObjectId', 'LegacyExchangeDN', 'RecipientTypeDetails', 'IsDirSynced', 'HiddenFromAddressListsEnabled')
$lists = @('EmailAddresses', 'GrantSendOnBehalfTo')
Save-Rows 'Mailbox' ($who + 'LinkedMasterAccount', 'IsExchangeCloudManaged') $lists { Get-Mailbox -ResultSize Unlimited }
Save-Rows 'MailUser' ($who + 'ExternalEmailAddress') $lists { Get-MailUser -ResultSize Unlimited }
Save-Rows 'MailContact' ($who + 'ExternalEmailAddress') $lists { Get-MailContact -ResultSize Unlimited }
Save-Rows 'DistributionGroup' $who $lists { Get-DistributionGroup -ResultSize Unlimited }
Save-Rows 'DynamicDistributionGroup' $who $lists { Get-DynamicDistributionGroup -ResultSize Unlimited }
Save-Rows 'User' @('UserPrincipalName', 'WindowsEmailAddress', 'SamAccountName', 'DistinguishedName', 'Guid', 'Sid', 'AccountDisabled', 'RecipientTypeDetails') @() { Get-User -ResultSize Unlimited }
if ($cloud) {
    Save-Rows 'UnifiedGroup' $who $lists { Get-UnifiedGroup -ResultSize Unlimited }
} else {
    Save-Rows 'RemoteMailbox' ($who + 'RemoteRoutingAddress', 'RemoteRecipientType') $lists { Get-RemoteMailbox -ResultSize Unlimited }
    if (Get-Command -Name Get-ADUser -ErrorAction SilentlyContinue) {
        $domains = @((Get-ADForest).Domains)
        $attributes = @('mail', 'msExchRecipientDisplayType', 'msExchRemoteRecipientType', 'targetAddress', 'msExchDelegateListLink')
        Save-Rows 'ADUser' @('DistinguishedName', 'SamAccountName', 'ObjectGUID', 'SID', 'mail', 'Enabled', 'msExchRecipientDisplayType', 'msExchRemoteRecipientType', 'targetAddress') @('msExchDelegateListLink') {
            foreach ($domain in $domains) { Get-ADUser -Server $domain -LDAPFilter '(msExchRecipientDisplayType=*)' -Properties $attributes }
        }
        # Groups without mail may hold permissions, too.
        Save-Rows 'ADGroup' @('DistinguishedName', 'SamAccountName', 'Name', 'ObjectGUID', 'SID', 'mail', 'GroupScope', 'GroupCategory') @() {
            foreach ($domain in $domains) { Get-ADGroup -Server $domain -LDAPFilter '(groupType:1.2.840.113556.1.4.803:=2147483648)' -Properties 'mail' }
        }
        Save-Rows 'ADTrust' @('Name', 'Source', 'Target', 'Direction', 'ForestTransitive', 'IntraForest') @() { Get-ADTrust -Filter * }
    }
}
$member = @('Name', 'PrimarySmtpAddress', 'DistinguishedName', 'RecipientType', @{ Name = 'Group'; Expression = { $group.DistinguishedName } })
Save-Rows 'DistributionGroupMember' @('Group', 'Name', 'PrimarySmtpAddress', 'DistinguishedName') @() {
    foreach ($group in @(Get-DistributionGroup -ResultSize Unlimited)) {
        Get-DistributionGroupMember -Identity $group.DistinguishedName -ResultSize Unlimited | Select-Object -Property $member
    }
}

# The permissions. Everybody's right to their own mailbox is left out here already.
$mailboxes = @(Get-Mailbox -ResultSize Unlimited | Select-Object -Property @('DistinguishedName', 'PrimarySmtpAddress'))
$mailbox = @{ Name = 'Mailbox'; Expression = { $current.DistinguishedName } }
Save-Rows 'MailboxPermission' @('Mailbox', 'User', 'UserSid', 'IsInherited', 'Deny') @('AccessRights') {
    foreach ($current in $mailboxes) {
        Get-MailboxPermission -Identity $current.DistinguishedName | Where-Object { "$($_.User)" -notlike '*\SELF' } | Select-Object -Property @('*', $mailbox)
    }
}
if ($cloud) {
    Save-Rows 'RecipientPermission' @('Identity', 'Trustee', 'AccessControlType', 'IsInherited') @('AccessRights') {
        Get-RecipientPermission -ResultSize Unlimited | Where-Object { "$($_.Trustee)" -notlike '*\SELF' }
    }
} else {
    Save-Rows 'ADPermission' @('Mailbox', 'User', 'IsInherited', 'Deny') @('AccessRights', 'ExtendedRights') {
        $recipients = @($mailboxes) + @(Get-RemoteMailbox -ResultSize Unlimited) + @(Get-DistributionGroup -ResultSize Unlimited)
        foreach ($current in $recipients) {
            Get-ADPermission -Identity $current.DistinguishedName | Where-Object { "$($_.ExtendedRights)" -like '*Send-As*' } | Select-Object -Property @('*', $mailbox)
        }
    }
}
Save-Rows 'CalendarProcessing' @('Mailbox') @('ResourceDelegates') {
    foreach ($current in @(Get-Mailbox -RecipientTypeDetails @('RoomMailbox', 'EquipmentMailbox') -ResultSize Unlimited)) {
        Get-CalendarProcessing -Identity $current.DistinguishedName | Select-Object -Property @('ResourceDelegates', $mailbox)
    }
}
Save-Rows 'CASMailbox' @('PrimarySmtpAddress', 'DistinguishedName', 'PublicFolderClientAccess', 'OWAEnabled') @() { Get-CASMailbox -ResultSize Unlimited }

# Calendars and inboxes, whatever they are called.
if (-not $SkipFolders) {
    Save-Rows 'MailboxFolderStatistics' @('Mailbox', 'FolderPath', 'FolderType') @() {
        foreach ($current in $mailboxes) {
            foreach ($scope in 'Calendar', 'Inbox') {
                Get-MailboxFolderStatistics -Identity $current.DistinguishedName -FolderScope $scope | Where-Object { $_.FolderType -eq $scope } | Select-Object -Property @('FolderPath', 'FolderType', $mailbox)
            }
        }
    }
    $folders = @(Import-Csv -Path (Join-Path $folder 'MailboxFolderStatistics.csv'))
    $path = @{ Name = 'FolderPath'; Expression = { $current.FolderPath } }
    $ofFolder = @{ Name = 'Mailbox'; Expression = { $current.Mailbox } }
    Save-Rows 'MailboxFolderPermission' @('Mailbox', 'FolderPath', 'Identity', 'FolderName', 'User') @('AccessRights', 'SharingPermissionFlags') {
        foreach ($current in $folders) {
            $identity = $current.Mailbox + ':' + ($current.FolderPath -replace '/', '\')
            Get-MailboxFolderPermission -Identity $identity | Select-Object -Property @('Identity', 'FolderName', 'User', 'AccessRights', 'SharingPermissionFlags', $path, $ofFolder)
        }
    }
}

# The moves.
if ($cloud) {
    Save-Rows 'MigrationBatch' @('Identity', 'Status', 'BatchDirection', 'MigrationType') @() { Get-MigrationBatch }
    Save-Rows 'MigrationUser' @('Identity', 'BatchId', 'MailboxEmailAddress', 'Status') @() { Get-MigrationUser -ResultSize Unlimited }
    $day = @{ Name = 'CompletionTimestamp'; Expression = { '{0:yyyy-MM-dd}' -f $_.CompletionTimestamp } }
    Save-Rows 'MoveRequestStatistics' @('ExchangeGuid', 'DisplayName', 'Alias', 'Status', 'Flags', 'Direction', 'WorkloadType', 'CompletionTimestamp') @() {
        Get-MoveRequest -MoveStatus Completed -ResultSize Unlimited | Get-MoveRequestStatistics |
            Select-Object -Property @('ExchangeGuid', 'DisplayName', 'Alias', 'Status', 'Flags', 'Direction', 'WorkloadType', $day)
    }
}
