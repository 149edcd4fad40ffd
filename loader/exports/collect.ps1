<#
.SYNOPSIS
Collects what "hybridlint import" and "hybridlint check --from" read, from Exchange on-premises, Exchange Online, Active Directory or Entra Connect.

.DESCRIPTION
Least privileges. Take an account that has these and no more:

  On-premises        the role group View-Only Organization Management; Active Directory is readable for every user.
  Exchange Online    the role group View-Only Organization Management, or Global Reader (View-Only Recipients and
                     View-Only Configuration are enough).
  Entra Connect      the local group ADSyncOperators, or ADSyncAdmins where that one is all there is.

The script reads only: every cmdlet of Exchange and Active Directory below begins with Get-, and the only thing that is
written is the folder -OutputFolder. Run it once in each place that you have, with Windows PowerShell 5.1 or later:

  Exchange Management Shell of a forest:           .\collect.ps1 -Side corp  -OutputFolder .\exports
  after Connect-ExchangeOnline:                    .\collect.ps1 -Side cloud -OutputFolder .\exports
  Windows PowerShell on the Entra Connect server:  .\collect.ps1 -Side sync  -OutputFolder .\exports

"corp" is the name that the forest shall have; take another one for each forest. In a forest of several domains run
Set-ADServerSettings -ViewEntireForest $true before: it lets the cmdlets of this session see all of them.

A run that was interrupted goes on where it stopped, mailbox by mailbox, when it is called again in the same way. What
fails is tried again, more and more slowly; a mailbox that fails for good becomes a row of Errors.csv, and is tried again
by the next call. Delete a file to have it collected anew. manifest.json says who collected what, when, and whether it is
complete: keep it beside the files, hybridlint compares them with it.

Folder permissions and sizes take longest, one or more calls for each mailbox; -SkipFolders and -SkipStatistics leave
them out. A cmdlet that is not there, as in an organization with nothing but the management tools, is told and skipped.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)][string]$Side,
    [Parameter(Mandatory = $true)][string]$OutputFolder,
    [switch]$SkipFolders,
    [switch]$SkipStatistics
)
$ErrorActionPreference = 'Stop'
# The cmdlets of Exchange are functions of modules, which do not see the line above.
$PSDefaultParameterValues = @{ 'Get-*:ErrorAction' = 'Stop' }
$version = '2'
$cloud = $Side -eq 'cloud'
$folder = Join-Path $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputFolder) $Side
[void][System.IO.Directory]::CreateDirectory($folder)
$manifestFile = Join-Path $folder 'manifest.json'
$errorsFile = Join-Path $folder 'Errors.csv'
$waits = 2, 8, 30
$mostInARow = 20

# The manifest. What an earlier call has finished stays in it.
$manifest = [ordered]@{
    HybridlintManifest = 1; ScriptVersion = $version; Side = $Side; Started = $null; Finished = $null
    User = [Environment]::UserDomainName + '\' + [Environment]::UserName; Computer = [Environment]::MachineName
    PowerShell = "$($PSVersionTable.PSVersion)"; ViewEntireForest = $null; Files = @()
}
function Get-Now { (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ') }
function Save-Manifest { ConvertTo-Json -InputObject $manifest -Depth 4 | Set-Content -LiteralPath $manifestFile -Encoding UTF8 }
if (Test-Path -LiteralPath $manifestFile) {
    $earlier = Get-Content -LiteralPath $manifestFile -Raw -Encoding UTF8 | ConvertFrom-Json
    $manifest.Started = $earlier.Started
    $manifest.Files = @($earlier.Files | Where-Object { $_ })
}
if (-not $manifest.Started) { $manifest.Started = Get-Now }
Save-Manifest

# Notes in the manifest what became of a file.
function Save-State([string]$Name, [string]$Cmdlet, [int]$Rows, [int]$Failed, [bool]$Finished, [string]$Reason) {
    $state = [ordered]@{ Name = "$Name.csv"; Cmdlet = $Cmdlet; Rows = $Rows; Failed = $Failed; Finished = $Finished; Reason = $Reason; When = Get-Now }
    $manifest.Files = @($manifest.Files | Where-Object { $_.Name -ne "$Name.csv" }) + @([pscustomobject]$state)
    Save-Manifest
}

# Tells whether a file is complete already, and whether its cmdlet is there at all.
function Test-Needed([string]$Name, [string]$Cmdlet) {
    $state = $manifest.Files | Where-Object { $_.Name -eq "$Name.csv" }
    if ($state -and $state.Finished -and $state.Failed -eq 0 -and (Test-Path -LiteralPath (Join-Path $folder "$Name.csv"))) {
        Write-Host "$Name is there already"
        return $false
    }
    if (-not (Get-Command -Name $Cmdlet -ErrorAction SilentlyContinue)) {
        Write-Warning "$Name is skipped: $Cmdlet is not there. Either this is not the place for it, or the roles of this account do not have it."
        Save-State $Name $Cmdlet 0 0 $false "the cmdlet $Cmdlet is not there"
        return $false
    }
    Write-Host "$Name ..."
    return $true
}

# A list becomes JSON in one cell, so that it can be taken apart again whatever the names in it contain. Export-Csv alone
# would write the name of the list's type.
function Join-List($Values) {
    $texts = @($Values | Where-Object { $null -ne $_ } | ForEach-Object { "$_" })
    if ($texts.Count -eq 0) { return '' }
    ConvertTo-Json -InputObject ([string[]]$texts) -Compress
}

# A time is written in UTC, in the one way that reads the same in every country.
function Join-Time($Value) {
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ') }
    "$Value"
}

# The columns of a file as Select-Object wants them. The side comes last.
function Get-Selection([string[]]$Columns, [string[]]$Lists, [string[]]$Times) {
    foreach ($name in $Columns) { @{ Name = $name; Expression = { "$($_.$name)" }.GetNewClosure() } }
    # A closure sees the variables of this function, and not the functions of this script.
    $joinList = ${function:Join-List}
    $joinTime = ${function:Join-Time}
    foreach ($name in $Lists) { @{ Name = $name; Expression = { & $joinList $_.$name }.GetNewClosure() } }
    foreach ($name in $Times) { @{ Name = $name; Expression = { & $joinTime $_.$name }.GetNewClosure() } }
    @{ Name = 'HybridlintSide'; Expression = { $Side } }
}

# Begins a file with its header: a file without rows says that there is nothing, a file that is not there says nothing.
function Save-Header([string]$File, [string[]]$Names) {
    ($Names | ForEach-Object { '"' + $_ + '"' }) -join ',' | Set-Content -LiteralPath $File -Encoding UTF8
}

# Calls a block, again after a while where it fails. What does not exist is not asked for again.
function Get-Retried([scriptblock]$Block) {
    for ($try = 0; ; $try++) {
        try { return & $Block }
        catch {
            if ($try -ge $waits.Count -or "$($_.CategoryInfo.Reason)" -like '*NotFound*') { throw }
            Write-Warning "again in $($waits[$try]) seconds: $($_.Exception.Message)"
            Start-Sleep -Seconds $waits[$try]
        }
    }
}

# Writes what one command gives, and only then gives the file its name.
function Save-Rows([string]$Name, [string]$Cmdlet, [string[]]$Columns, [string[]]$Lists, [string[]]$Times, [scriptblock]$Rows) {
    if (-not (Test-Needed $Name $Cmdlet)) { return }
    $part = Join-Path $folder "$Name.csv.part"
    $select = @(Get-Selection $Columns $Lists $Times)
    try {
        $count = Get-Retried {
            Save-Header $part $select.Name
            $seen = @{ Rows = 0 }
            & $Rows | ForEach-Object { $seen.Rows++; $_ } | Select-Object -Property $select | Export-Csv -LiteralPath $part -Append -NoTypeInformation -Encoding UTF8
            $seen.Rows
        }
    } catch {
        Write-Warning "$Name failed: $($_.Exception.Message)"
        Save-State $Name $Cmdlet 0 1 $false $_.Exception.Message
        return
    }
    Move-Item -LiteralPath $part -Destination (Join-Path $folder "$Name.csv") -Force
    Save-State $Name $Cmdlet $count 0 $true ''
}

# Writes what a block gives for each of these objects by itself. The first column of the file is their key: what is done is
# remembered by it, and a call that comes after an interruption leaves that out. The objects come from files that were
# written before: without them, no rows would look like no permissions.
function Save-Each([string]$Name, [string]$Cmdlet, [string[]]$Columns, [string[]]$Lists, [string[]]$Times, [string[]]$From, [object[]]$Items, [string]$Key, [scriptblock]$Rows) {
    if (-not (Test-Needed $Name $Cmdlet)) { return }
    if (-not ($manifest.Files | Where-Object { $_.Finished -and ($_.Name -replace '\.csv$', '') -in $From })) {
        Write-Warning "$Name is skipped: $($From -join ', ') would have to be there first."
        Save-State $Name $Cmdlet 0 0 $false "$($From -join ', ') would have to be there first"
        return
    }
    $file = Join-Path $folder "$Name.csv"
    $part = "$file.part"
    $doneFile = Join-Path $folder ".$Name.done"
    $select = @(Get-Selection $Columns $Lists $Times)
    $done = @{}
    $keyColumn = $Columns[0]
    if (Test-Path -LiteralPath $doneFile) { foreach ($line in Get-Content -LiteralPath $doneFile -Encoding UTF8) { $done[$line] = $true } }
    $source = @($part, $file) | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
    $kept = @()
    if ($source -and $done.Count -gt 0) { $kept = @(Import-Csv -LiteralPath $source -Encoding UTF8 | Where-Object { $done.ContainsKey($_.$keyColumn) }) } else { $done = @{} }
    Save-Header $part $select.Name
    $kept | Export-Csv -LiteralPath $part -Append -NoTypeInformation -Encoding UTF8
    Set-Content -LiteralPath $doneFile -Value @($done.Keys) -Encoding UTF8
    Save-State $Name $Cmdlet $kept.Count 0 $false 'not finished'
    Save-Errors @(Get-Errors | Where-Object { $_.NotExported -ne $Name })

    $count = $kept.Count
    $failed = 0
    $inARow = 0
    $todo = @($Items | Where-Object { -not $done.ContainsKey("$($_.$Key)") })
    $began = Get-Date
    $shown = $began
    for ($n = 0; $n -lt $todo.Count; $n++) {
        $current = $todo[$n]
        $id = "$($current.$Key)"
        $now = Get-Date
        if ($n -gt 0 -and ($now - $shown).TotalSeconds -ge 1) {
            $shown = $now
            $left = ($now - $began).TotalSeconds / $n * ($todo.Count - $n)
            Write-Progress -Activity $Name -Status "$n of $($todo.Count)" -PercentComplete (100 * $n / $todo.Count) -SecondsRemaining $left
        }
        try {
            $found = @(Get-Retried { & $Rows $current } | Select-Object -Property $select)
            if ($found.Count -gt 0) { $found | Export-Csv -LiteralPath $part -Append -NoTypeInformation -Encoding UTF8 }
            $id | Add-Content -LiteralPath $doneFile -Encoding UTF8
            $count += $found.Count
            $inARow = 0
        } catch {
            $failed++
            $inARow++
            $mailboxOfIt = if ($current.Mailbox) { $current.Mailbox } else { $id }
            Save-Errors @([pscustomobject]@{ NotExported = $Name; Mailbox = $mailboxOfIt; Error = ($_.Exception.Message -replace '\s+', ' '); HybridlintSide = $Side }) -Append
            if ($inARow -ge $mostInARow) { throw "$mostInARow in a row failed, the last with: $($_.Exception.Message). Connect again and call the script again: it goes on where it stopped." }
        }
    }
    Write-Progress -Activity $Name -Completed
    Move-Item -LiteralPath $part -Destination $file -Force
    if ($failed -eq 0) { [System.IO.File]::Delete($doneFile) } else { Write-Warning "$Name could not be read for $failed of $($Items.Count); see Errors.csv. Call the script again to try those again." }
    Save-State $Name $Cmdlet $count $failed $true ''
}

# The file of errors.
function Get-Errors { if (Test-Path -LiteralPath $errorsFile) { Import-Csv -LiteralPath $errorsFile -Encoding UTF8 } }
function Save-Errors([object[]]$Rows, [switch]$Append) {
    if (-not $Append) { Save-Header $errorsFile @('NotExported', 'Mailbox', 'Error', 'HybridlintSide') }
    $Rows | Where-Object { $_ } | Export-Csv -LiteralPath $errorsFile -Append -NoTypeInformation -Encoding UTF8
}
if (-not (Test-Path -LiteralPath $errorsFile)) { Save-Errors @() }

# The rows of a file that was written before.
function Get-Saved([string]$Name) {
    $file = Join-Path $folder "$Name.csv"
    if (Test-Path -LiteralPath $file) { Import-Csv -LiteralPath $file -Encoding UTF8 }
}

# Ends the manifest and says what is missing.
function Save-End {
    $open = @($manifest.Files | Where-Object { -not $_.Finished -or $_.Failed -gt 0 })
    $manifest.Finished = Get-Now
    Save-Manifest
    foreach ($state in $open) { Write-Warning "$($state.Name) is not complete: $($state.Failed) failed. $($state.Reason)" }
    Write-Host "$folder has $(@($manifest.Files).Count) files, $($open.Count) of them not complete."
}

if ($Side -eq 'sync') {
    Save-Rows 'ADSyncGlobalSettings' 'Get-ADSyncGlobalSettings' @('Name', 'Value') @() @() { (Get-ADSyncGlobalSettings).Parameters }
    Save-Rows 'ADSyncRule' 'Get-ADSyncRule' @('Name', 'Direction', 'Disabled', 'ImmutableTag') @() @() { Get-ADSyncRule }
    Save-End
    return
}

# Who is asking, and what this session sees.
if ($cloud -and (Get-Command -Name Get-ConnectionInformation -ErrorAction SilentlyContinue)) {
    $manifest.User = "$((Get-ConnectionInformation | Select-Object -First 1).UserPrincipalName)"
    Save-Manifest
}
if (-not $cloud -and (Get-Command -Name Get-ADServerSettings -ErrorAction SilentlyContinue)) {
    $manifest.ViewEntireForest = [bool](Get-ADServerSettings).ViewEntireForest
    Save-Manifest
    if ($manifest.ViewEntireForest) { Write-Host 'This session sees the entire forest.' }
    else { Write-Warning 'This session sees one domain only. Where the forest has several, run Set-ADServerSettings -ViewEntireForest $true, and this script again with an empty folder.' }
}

# The switch that shows who may send on behalf by display name too, where a cmdlet has it: Exchange Online lists the names
# of directory objects, which may be nothing but GUIDs.
function Get-WithNames([string]$Cmdlet) {
    $parameters = @{ ResultSize = 'Unlimited' }
    $command = Get-Command -Name $Cmdlet -ErrorAction SilentlyContinue
    if ($command -and $command.Parameters.ContainsKey('IncludeGrantSendOnBehalfToWithDisplayNames')) { $parameters['IncludeGrantSendOnBehalfToWithDisplayNames'] = $true }
    $parameters
}

# The organization.
Save-Rows 'OrganizationConfig' 'Get-OrganizationConfig' @('Name', 'ACLableSyncedObjectEnabled', 'OAuth2ClientProfileEnabled', 'PublicFoldersEnabled', 'SendFromAliasEnabled', 'PublicFolderShowClientControl', 'BlockExchangeProvisioningFromOnPremEnabled') @() @() { Get-OrganizationConfig }
Save-Rows 'AcceptedDomain' 'Get-AcceptedDomain' @('DomainName', 'DomainType', 'InitialDomain') @() @() { Get-AcceptedDomain }
Save-Rows 'OrganizationRelationship' 'Get-OrganizationRelationship' @('Name', 'Enabled', 'FreeBusyAccessEnabled', 'FreeBusyAccessLevel', 'FreeBusyAccessScope', 'TargetApplicationUri') @('DomainNames') @() { Get-OrganizationRelationship }
Save-Rows 'IntraOrganizationConnector' 'Get-IntraOrganizationConnector' @('Name', 'Enabled') @('TargetAddressDomains') @() { Get-IntraOrganizationConnector }
if (-not $cloud) { Save-Rows 'ExchangeServer' 'Get-ExchangeServer' @('Name', 'Fqdn', 'AdminDisplayVersion', 'Edition') @() @() { Get-ExchangeServer } }

# The recipients, with who may send on behalf of them. Of Get-EXOMailbox all sets of properties are asked for: the ones
# that are read here lie in most of them.
$who = @('Identity', 'Name', 'DisplayName', 'Alias', 'PrimarySmtpAddress', 'UserPrincipalName', 'SamAccountName', 'DistinguishedName', 'Guid', 'ExchangeGuid',
    'ExternalDirectoryObjectId', 'LegacyExchangeDN', 'RecipientTypeDetails', 'IsDirSynced', 'HiddenFromAddressListsEnabled')
$lists = @('EmailAddresses', 'GrantSendOnBehalfTo', 'GrantSendOnBehalfToWithDisplayNames')
$mailboxColumns = @('LinkedMasterAccount', 'IsExchangeCloudManaged', 'AccountDisabled')
if ($cloud -and (Get-Command -Name Get-EXOMailbox -ErrorAction SilentlyContinue)) {
    Save-Rows 'Mailbox' 'Get-EXOMailbox' ($who + $mailboxColumns) $lists @() { Get-EXOMailbox -ResultSize Unlimited -PropertySets All }
    Save-Rows 'MailboxSendOnBehalf' 'Get-Mailbox' ($who + $mailboxColumns) $lists @() {
        $parameters = Get-WithNames 'Get-Mailbox'
        Get-Mailbox @parameters -Filter 'GrantSendOnBehalfTo -ne $null'
    }
} else {
    Save-Rows 'Mailbox' 'Get-Mailbox' ($who + $mailboxColumns) $lists @() { $parameters = Get-WithNames 'Get-Mailbox'; Get-Mailbox @parameters }
}
Save-Rows 'MailUser' 'Get-MailUser' ($who + 'ExternalEmailAddress') $lists @() { $parameters = Get-WithNames 'Get-MailUser'; Get-MailUser @parameters }
Save-Rows 'MailContact' 'Get-MailContact' ($who + 'ExternalEmailAddress') $lists @() { $parameters = Get-WithNames 'Get-MailContact'; Get-MailContact @parameters }
Save-Rows 'DistributionGroup' 'Get-DistributionGroup' $who $lists @() { $parameters = Get-WithNames 'Get-DistributionGroup'; Get-DistributionGroup @parameters }
Save-Rows 'DynamicDistributionGroup' 'Get-DynamicDistributionGroup' $who $lists @() { $parameters = Get-WithNames 'Get-DynamicDistributionGroup'; Get-DynamicDistributionGroup @parameters }
Save-Rows 'MailPublicFolder' 'Get-MailPublicFolder' $who $lists @() { Get-MailPublicFolder -ResultSize Unlimited }
Save-Rows 'User' 'Get-User' @('UserPrincipalName', 'WindowsEmailAddress', 'SamAccountName', 'DistinguishedName', 'Guid', 'Sid', 'AccountDisabled', 'RecipientTypeDetails', 'Department', 'Office') @() @() { Get-User -ResultSize Unlimited }
if ($cloud) {
    Save-Rows 'UnifiedGroup' 'Get-UnifiedGroup' $who $lists @() { $parameters = Get-WithNames 'Get-UnifiedGroup'; Get-UnifiedGroup @parameters }
} else {
    Save-Rows 'RemoteMailbox' 'Get-RemoteMailbox' ($who + 'RemoteRoutingAddress', 'RemoteRecipientType') $lists @() { Get-RemoteMailbox -ResultSize Unlimited }
}

# The members of groups. A group that is not mail-enabled can hold permissions on-premises, and its members come from
# Active Directory, together with all that it knows and Exchange's cmdlets do not show.
$memberColumns = @('Name', 'PrimarySmtpAddress', 'DistinguishedName')
$ofGroup = @{ Name = 'Group'; Expression = { $current.DistinguishedName } }
Save-Each 'DistributionGroupMember' 'Get-DistributionGroupMember' @('Group', 'Name', 'PrimarySmtpAddress', 'DistinguishedName') @() @() 'DistributionGroup' @(Get-Saved 'DistributionGroup') 'DistinguishedName' {
    Get-DistributionGroupMember -Identity $current.DistinguishedName -ResultSize Unlimited | Select-Object -Property ($memberColumns + $ofGroup)
}
if ($cloud) {
    Save-Each 'UnifiedGroupMember' 'Get-UnifiedGroupLinks' @('Group', 'Name', 'PrimarySmtpAddress', 'DistinguishedName') @() @() 'UnifiedGroup' @(Get-Saved 'UnifiedGroup') 'DistinguishedName' {
        Get-UnifiedGroupLinks -Identity $current.Guid -LinkType Members -ResultSize Unlimited | Select-Object -Property ($memberColumns + $ofGroup)
    }
} elseif (Get-Command -Name Get-ADForest -ErrorAction SilentlyContinue) {
    $domains = @((Get-ADForest).Domains)
    $attributes = @('mail', 'msExchRecipientDisplayType', 'msExchRemoteRecipientType', 'targetAddress', 'msExchDelegateListLink')
    Save-Rows 'ADUser' 'Get-ADUser' @('DistinguishedName', 'SamAccountName', 'ObjectGUID', 'SID', 'mail', 'Enabled', 'msExchRecipientDisplayType', 'msExchRemoteRecipientType', 'targetAddress') @('msExchDelegateListLink') @() {
        foreach ($domain in $domains) { Get-ADUser -Server $domain -LDAPFilter '(msExchRecipientDisplayType=*)' -Properties $attributes }
    }
    Save-Rows 'ADGroup' 'Get-ADGroup' @('DistinguishedName', 'SamAccountName', 'Name', 'ObjectGUID', 'SID', 'mail', 'GroupScope', 'GroupCategory') @('member') @() {
        foreach ($domain in $domains) { Get-ADGroup -Server $domain -LDAPFilter '(groupType:1.2.840.113556.1.4.803:=2147483648)' -Properties @('mail', 'member') }
    }
    Save-Rows 'ADTrust' 'Get-ADTrust' @('Name', 'Source', 'Target', 'Direction', 'ForestTransitive', 'IntraForest') @() @() { Get-ADTrust -Filter * }
} else {
    [void](Test-Needed 'ADUser' 'Get-ADUser')
    [void](Test-Needed 'ADGroup' 'Get-ADGroup')
}

# The permissions, mailbox by mailbox. Everybody's right to their own mailbox is left out here already.
$mailboxes = @(Get-Saved 'Mailbox')
$ofMailbox = @{ Name = 'Mailbox'; Expression = { $current.DistinguishedName } }
$ofRight = @('User', 'UserSid', 'IsInherited', 'Deny', 'AccessRights', 'ExtendedRights', $ofMailbox)
$notSelf = { "$($_.User)" -notlike '*\SELF' -and "$($_.UserSid)" -ne 'S-1-5-10' }
if ($cloud -and (Get-Command -Name Get-EXOMailboxPermission -ErrorAction SilentlyContinue)) {
    Save-Each 'MailboxPermission' 'Get-EXOMailboxPermission' @('Mailbox', 'User', 'UserSid', 'IsInherited', 'Deny') @('AccessRights') @() 'Mailbox' $mailboxes 'DistinguishedName' {
        Get-EXOMailboxPermission -Identity $current.Guid | Where-Object $notSelf | Select-Object -Property $ofRight
    }
} else {
    Save-Each 'MailboxPermission' 'Get-MailboxPermission' @('Mailbox', 'User', 'UserSid', 'IsInherited', 'Deny') @('AccessRights') @() 'Mailbox' $mailboxes 'DistinguishedName' {
        Get-MailboxPermission -Identity $current.DistinguishedName | Where-Object $notSelf | Select-Object -Property $ofRight
    }
}
if ($cloud) {
    $command = 'Get-EXORecipientPermission', 'Get-RecipientPermission' | Where-Object { Get-Command -Name $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
    if (-not $command) { $command = 'Get-RecipientPermission' }
    Save-Rows 'RecipientPermission' $command @('Identity', 'Trustee', 'AccessControlType', 'IsInherited') @('AccessRights') @() {
        & $command -ResultSize Unlimited | Where-Object { "$($_.Trustee)" -notlike '*\SELF' }
    }
} else {
    # Send As stands on objects of every type, also on those that only stand for a mailbox in the cloud.
    $every = 'Mailbox', 'RemoteMailbox', 'MailUser', 'MailContact', 'DistributionGroup', 'DynamicDistributionGroup', 'MailPublicFolder'
    $objects = foreach ($name in $every) { Get-Saved $name }
    Save-Each 'ADPermission' 'Get-ADPermission' @('Mailbox', 'User', 'IsInherited', 'Deny') @('AccessRights', 'ExtendedRights') @() $every @($objects) 'DistinguishedName' {
        Get-ADPermission -Identity $current.DistinguishedName | Where-Object { "$($_.ExtendedRights)" -like '*Send-As*' -and "$($_.User)" -notlike '*\SELF' } |
            Select-Object -Property $ofRight
    }
}
$resources = @($mailboxes | Where-Object { $_.RecipientTypeDetails -in 'RoomMailbox', 'EquipmentMailbox' })
Save-Each 'CalendarProcessing' 'Get-CalendarProcessing' @('Mailbox') @('ResourceDelegates') @() 'Mailbox' $resources 'DistinguishedName' {
    Get-CalendarProcessing -Identity $current.DistinguishedName | Select-Object -Property @('ResourceDelegates', $ofMailbox)
}
if ($cloud -and (Get-Command -Name Get-EXOCASMailbox -ErrorAction SilentlyContinue)) {
    Save-Rows 'CASMailbox' 'Get-EXOCASMailbox' @('PrimarySmtpAddress', 'DistinguishedName', 'PublicFolderClientAccess', 'OWAEnabled') @() @() { Get-EXOCASMailbox -ResultSize Unlimited -PropertySets All }
} else {
    Save-Rows 'CASMailbox' 'Get-CASMailbox' @('PrimarySmtpAddress', 'DistinguishedName', 'PublicFolderClientAccess', 'OWAEnabled') @() @() { Get-CASMailbox -ResultSize Unlimited }
}

# Sizes, for the planning of waves.
if (-not $SkipStatistics) {
    $command = if ($cloud -and (Get-Command -Name Get-EXOMailboxStatistics -ErrorAction SilentlyContinue)) { 'Get-EXOMailboxStatistics' } else { 'Get-MailboxStatistics' }
    Save-Each 'MailboxStatistics' $command @('Mailbox', 'TotalItemSize', 'ItemCount') @() @() 'Mailbox' $mailboxes 'DistinguishedName' {
        & $command -Identity $(if ($cloud) { $current.Guid } else { $current.DistinguishedName }) | Select-Object -Property @('TotalItemSize', 'ItemCount', $ofMailbox)
    }
}

# The folders that the dialog of delegates in Outlook sets, whatever they are called in the language of the mailbox.
$dialog = 'Calendar', 'Tasks', 'Inbox', 'Contacts', 'Notes', 'Journal'
function Get-UserText($User) {
    foreach ($inner in 'RecipientPrincipal', 'ADRecipient') {
        $address = "$($User.$inner.PrimarySmtpAddress)"
        if ($address) { return $address }
    }
    if ($User.DisplayName) { return "$($User.DisplayName)" }
    "$User"
}
if (-not $SkipFolders) {
    $statistics = if ($cloud -and (Get-Command -Name Get-EXOMailboxFolderStatistics -ErrorAction SilentlyContinue)) { 'Get-EXOMailboxFolderStatistics' } else { 'Get-MailboxFolderStatistics' }
    Save-Each 'MailboxFolderStatistics' $statistics @('Mailbox', 'FolderPath', 'FolderType') @() @() 'Mailbox' $mailboxes 'DistinguishedName' {
        & $statistics -Identity $(if ($cloud) { $current.Guid } else { $current.DistinguishedName }) | Where-Object { "$($_.FolderType)" -in $dialog } |
            Select-Object -Property @('FolderPath', 'FolderType', $ofMailbox)
    }
    $guids = @{}
    foreach ($saved in $mailboxes) { $guids[$saved.DistinguishedName] = $saved.Guid }
    $folders = @(Get-Saved 'MailboxFolderStatistics' | ForEach-Object { Select-Object -InputObject $_ -Property @('Mailbox', 'FolderPath', @{ Name = 'Key'; Expression = { $_.Mailbox + ':' + $_.FolderPath } }) })
    $permission = if ($cloud -and (Get-Command -Name Get-EXOMailboxFolderPermission -ErrorAction SilentlyContinue)) { 'Get-EXOMailboxFolderPermission' } else { 'Get-MailboxFolderPermission' }
    $ofFolder = @{ Name = 'Folder'; Expression = { $current.Key } }, @{ Name = 'Mailbox'; Expression = { $current.Mailbox } }, @{ Name = 'FolderPath'; Expression = { $current.FolderPath } },
        @{ Name = 'User'; Expression = { Get-UserText $_.User } }
    Save-Each 'MailboxFolderPermission' $permission @('Folder', 'Mailbox', 'FolderPath', 'Identity', 'FolderName', 'User') @('AccessRights', 'SharingPermissionFlags') @() 'MailboxFolderStatistics' $folders 'Key' {
        $path = $current.FolderPath.Replace('/', '\').Replace([string][char]63743, '/')
        & $permission -Identity ($(if ($cloud) { $guids[$current.Mailbox] } else { $current.Mailbox }) + ':' + $path) |
            Select-Object -Property (@('Identity', 'FolderName', 'AccessRights', 'SharingPermissionFlags') + $ofFolder)
    }
}

# The moves. One that was completed with warnings has moved the mailbox, too.
if ($cloud) {
    Save-Rows 'MigrationBatch' 'Get-MigrationBatch' @('Identity', 'Status', 'BatchDirection', 'MigrationType') @() @('StartAfter', 'CompleteAfter') { Get-MigrationBatch }
    Save-Rows 'MigrationUser' 'Get-MigrationUser' @('Identity', 'BatchId', 'MailboxEmailAddress', 'Status') @() @() { Get-MigrationUser -ResultSize Unlimited }
    Save-Rows 'MoveRequest' 'Get-MoveRequest' @('DisplayName', 'Alias', 'ExchangeGuid', 'Status', 'Direction', 'BatchName') @() @() {
        foreach ($moved in 'Completed', 'CompletedWithWarning') { Get-MoveRequest -MoveStatus $moved -ResultSize Unlimited }
    }
    $ofMove = @{ Name = 'MoveRequest'; Expression = { $current.ExchangeGuid } }
    Save-Each 'MoveRequestStatistics' 'Get-MoveRequestStatistics' @('MoveRequest', 'ExchangeGuid', 'DisplayName', 'Alias', 'Status', 'Flags', 'Direction', 'WorkloadType') @() @('CompletionTimestamp') 'MoveRequest' @(Get-Saved 'MoveRequest') 'ExchangeGuid' {
        Get-MoveRequestStatistics -Identity $current.ExchangeGuid | Select-Object -Property @('ExchangeGuid', 'DisplayName', 'Alias', 'Status', 'Flags', 'Direction', 'WorkloadType', 'CompletionTimestamp', $ofMove)
    }
}
Save-End
