if (-not (Test-Path -LiteralPath $SavedFile)) {
    if ($transcript) { Stop-Transcript | Out-Null }
    throw "Nothing was saved, so nothing can be taken back: there is no $SavedFile."
}
$Saved = Import-Clixml -LiteralPath $SavedFile

# A step is taken back where its old value was saved, and where that is not what is there anyway.
function Restore-Step {
    param([int]$Number, [string]$Key, [hashtable]$Was, [string[]]$Needs, [scriptblock]$Read, [scriptblock]$Change)
    if (-not $Saved.ContainsKey($Key)) {
        $Counts.Same++
        Write-Host "$Number. Nothing was saved."
        return
    }
    $Old = $Saved[$Key].Old
    Write-Host "$Number. $($Saved[$Key].Command)"
    if ($Was -and ((Get-Unknown $Was $Old).Count -gt 0 -or (Get-Different $Was $Old).Count -gt 0)) {
        $Counts.Same++
        Write-Host '   It was so before, or nobody knows; it stays.'
        return
    }
    if (@($Needs | Where-Object { $_ -and -not $Old.ContainsKey($_) }).Count -gt 0) {
        $Counts.Left++
        Write-Warning "$Number is left out: what was there could not be read."
        return
    }
    $Ask = -not $AskNever
    try {
        if ((Get-Different $Old (& $Read)).Count -gt 0) { $null = & $Change }
        if ($WhatIf) { $Counts.Changed++; return }
        if ((Get-Different $Old (& $Read)).Count -gt 0) {
            $Counts.Open++
            Write-Warning "$Number is not seen: it was declined, or takes a while. Run this again later."
            return
        }
        $Saved.Remove($Key)
        Save-Values
        $Counts.Changed++
    } catch { Write-Failed $Number $_.Exception.Message }
}

function Stop-Work {
    $did = 'taken back'
    if ($WhatIf) { $did = 'would be taken back' }
    Write-Host "$($Counts.Changed) $did, $($Counts.Same) as before, $($Counts.Open) not seen, $($Counts.Failed) failed, $($Counts.Left) left out"
    if ($transcript) { Stop-Transcript | Out-Null }
    $script:ExitCode = [int]($Counts.Failed + $Counts.Left + $Counts.Open -gt 0)
}

