if (Test-Path -LiteralPath $SavedFile) { $Saved = Import-Clixml -LiteralPath $SavedFile }

# A step reads what is there, leaves it where it is as wanted, saves it, asks, changes it, and looks again.
function Step {
    param(
        [int]$Number, [string]$Key, [int[]]$After, [string]$First, [switch]$Final,
        [hashtable]$Wanted, [scriptblock]$Read, [scriptblock]$Change
    )
    Write-Host "$Number. $("$Change".Trim())"
    $missing = @($After | Where-Object { $Failed.ContainsKey($_) })
    if ($missing.Count -gt 0) {
        $Counts.Left++
        $Failed[$Number] = $true
        Write-Warning "$Number is left out, as $($missing -join ', ') failed."
        return
    }
    try { $now = & $Read } catch { Write-Failed $Number "what is there cannot be read: $($_.Exception.Message)"; return }
    $different = Get-Different $Wanted $now
    $unknown = Get-Unknown $Wanted $now
    if ($different.Count -eq 0 -and ($unknown.Count -eq 0 -or $Saved.ContainsKey($Key))) {
        $Counts.Same++
        if ($unknown.Count -eq 0) { Write-Host '   It is so already.' } else { Write-Host '   An earlier run has done it.' }
        return
    }
    $Ask = -not $AskNever -and ($AskAlways -or $Final -or [bool]$First -or $unknown.Count -gt 0)
    if ($First) { Write-Warning "First, by hand: $First" }
    if ($Final) { Write-Warning 'Nothing takes this back.' } elseif ($unknown.Count -gt 0) { Write-Warning "Nothing takes this back as it was: $($unknown -join ', ') cannot be read." }
    if (-not $WhatIf -and -not $Final -and -not $Saved.ContainsKey($Key)) {
        try {
            $Saved[$Key] = @{ Command = "$Change".Trim(); Old = $now }
            Save-Values
        } catch { $Saved.Remove($Key); Write-Failed $Number "what is there cannot be saved: $($_.Exception.Message)"; return }
    }
    try {
        $null = & $Change
        if ($WhatIf) { $Counts.Changed++; return }
        $different = Get-Different $Wanted (& $Read)
        if ($different.Count -eq 0) { $Counts.Changed++; return }
        $Counts.Open++
        $Failed[$Number] = $true
        Write-Warning "$Number is not seen: it was declined, or takes a while. Run this again later."
    } catch { Write-Failed $Number $_.Exception.Message }
}

function Show-Values([int]$Number, [scriptblock]$Read) {
    Write-Host "$Number. $("$Read".Trim())"
    try { & $Read | Out-String -Width 200 | Write-Host } catch { Write-Failed $Number $_.Exception.Message }
}

function Stop-Work([int]$ByHand) {
    $did = 'changed'
    if ($WhatIf) { $did = 'would be changed' }
    Write-Host "$($Counts.Changed) $did, $($Counts.Same) not needed, $($Counts.Open) not seen, $($Counts.Failed) failed, $($Counts.Left) left out, $ByHand by hand (checklist.md)"
    if ($transcript) { Stop-Transcript | Out-Null }
    $script:ExitCode = [int]($Counts.Failed + $Counts.Left + $Counts.Open -gt 0)
}

