$ErrorActionPreference = 'Stop'
# The cmdlets of Exchange are functions of modules, which do not see the line above.
$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
$WhatIf = [bool]$WhatIfPreference
$AskAlways = $PSBoundParameters.ContainsKey('Confirm') -and [bool]$PSBoundParameters['Confirm']
$AskNever = $PSBoundParameters.ContainsKey('Confirm') -and -not $AskAlways
$Folder = Split-Path -Parent $MyInvocation.MyCommand.Path
$SavedFile = Join-Path $Folder $SavedName
$Counts = @{ Changed = 0; Same = 0; Open = 0; Failed = 0; Left = 0 }
$Failed = @{}
$Saved = @{}
$ExitCode = 1

# What is there, by name. A property that is not there is not known.
function Read-Values($Object, [string[]]$Names) {
    $values = @{}
    foreach ($name in $Names) {
        if ($name -eq 'Type') {
            $type = "$($Object.RecipientTypeDetails)" -replace '^Remote', '' -replace 'Mailbox$', '' -replace '^User$', 'Regular'
            if ('Regular', 'Shared', 'Room', 'Equipment' -contains $type) { $values[$name] = $type }
        } elseif ($Object.PSObject.Properties[$name]) {
            $values[$name] = "$($Object.$name)" -replace '^smtp:', ''
        }
    }
    $values
}
function Read-Listed($Object, [string]$Name, [string]$Value) {
    if (-not $Object.PSObject.Properties[$Name]) { return @{} }
    @{ Listed = "$(@($Object.$Name | ForEach-Object { "$_" }) -contains $Value)" }
}
function Read-Delegate($Object, $Delegate) {
    if (-not $Object.PSObject.Properties['GrantSendOnBehalfTo']) { return @{} }
    $names = @('Identity', 'DistinguishedName', 'Name', 'Guid', 'ExternalDirectoryObjectId' | ForEach-Object { "$($Delegate.$_)" } | Where-Object { $_ })
    @{ Listed = "$(@($Object.GrantSendOnBehalfTo | Where-Object { $names -contains "$_" }).Count -gt 0)" }
}
# An entry that is there may open in Outlook by itself or not: nothing says so.
function Read-Entry($Entries, [string]$Right, [bool]$Deny) {
    $found = @($Entries | Where-Object {
            $_ -and "$($_.IsInherited)" -ne 'True' -and ("$($_.Deny)" -eq 'True' -or "$($_.AccessControlType)" -eq 'Deny') -eq $Deny -and
            "$($_.AccessRights) $($_.ExtendedRights)" -match "\b$Right\b"
        })
    if ($found.Count -gt 0) { return @{ Present = 'True' } }
    @{ Present = 'False'; AutoMapping = '' }
}
function Read-FolderEntry([scriptblock]$Read) {
    try { $found = @(& $Read | Where-Object { $_ }) } catch {
        if ("$($_.CategoryInfo.Reason) $($_.FullyQualifiedErrorId) $($_.Exception.Message)" -notlike '*UserNotFoundInPermissionEntryException*') { throw }
        $found = @()
    }
    if ($found.Count -eq 0) { return @{ Present = 'False'; AccessRights = ''; SharingPermissionFlags = '' } }
    if ($found.Count -gt 1) { throw 'There are several entries.' }
    @{ Present = 'True'; AccessRights = (Join-Words $found[0].AccessRights); SharingPermissionFlags = (Join-Words $found[0].SharingPermissionFlags) }
}
# Whether permissions can be given to a remote mailbox; known where the module ActiveDirectory is.
function Read-Stamp($Object) {
    if (-not (Get-Command -Name Get-ADUser -ErrorAction SilentlyContinue)) { return @{} }
    $user = Get-ADUser -Identity "$($Object.Guid)" -Properties msExchRecipientDisplayType
    @{ ACLable = "$("$($user.msExchRecipientDisplayType)" -eq '-1073741818')" }
}
function Join-Words($Words) { (@("$Words" -split '[ ,]+' | Where-Object { $_ } | Sort-Object) -join ',') }
function Get-Different([hashtable]$One, [hashtable]$Other) {
    @($One.Keys | Where-Object { $Other.ContainsKey($_) -and (Join-Words $One[$_]) -ne (Join-Words $Other[$_]) })
}
function Get-Unknown([hashtable]$Wanted, [hashtable]$Now) { @($Wanted.Keys | Where-Object { -not $Now.ContainsKey($_) }) }
function Save-Values {
    $part = "$SavedFile.part"
    Export-Clixml -LiteralPath $part -InputObject $Saved -Depth 8 -Force -WhatIf:$false -Confirm:$false
    Move-Item -LiteralPath $part -Destination $SavedFile -Force -WhatIf:$false -Confirm:$false
}
function Write-Failed([int]$Number, $Reason) {
    $Counts.Failed++
    $Failed[$Number] = $true
    Write-Warning "$Number failed: $Reason"
}

# Some cmdlets have one name on-premises and in Exchange Online: a shell that has both is none to run this in.
$online = $false
if (Get-Command -Name Get-ConnectionInformation -ErrorAction SilentlyContinue) {
    $online = @(Get-ConnectionInformation | Where-Object { "$($_.State)" -eq 'Connected' }).Count -gt 0
}
$onPremises = [bool](Get-Command -Name Get-RemoteMailbox -ErrorAction SilentlyContinue)
switch ($Side) {
    'exchange_online' { if (-not $online -or $onPremises) { throw "This is to be run in $Place, after Connect-ExchangeOnline, in a shell that has no cmdlets of Exchange on-premises." } }
    'exchange_on_premises' { if ($online -or -not $onPremises) { throw "This is to be run in $Place, in a shell that is not connected to Exchange Online." } }
    'active_directory' { if (-not (Get-Command -Name Get-ADUser -ErrorAction SilentlyContinue)) { throw "This is to be run in $Place; its cmdlets are not here." } }
}
$transcript = Join-Path $Folder "$Name.$(Get-Date -Format 'yyyyMMdd-HHmmss').log"
try { Start-Transcript -LiteralPath $transcript -WhatIf:$false -Confirm:$false | Out-Null } catch {
    $transcript = $null
    Write-Warning "There is no transcript: $($_.Exception.Message)"
}
$forest = 'no forest'
try { $forest = "forest $([System.DirectoryServices.ActiveDirectory.Forest]::GetCurrentForest().Name)" } catch { Write-Verbose $_.Exception.Message }
Write-Host "$Name, for $Place, in $forest. User: $([Environment]::UserDomainName)\$([Environment]::UserName), computer: $([Environment]::MachineName)"
if ($WhatIf) { Write-Host 'Nothing is changed: -WhatIf was given.' }

