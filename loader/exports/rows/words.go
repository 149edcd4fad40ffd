package rows

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// truths are the words for True and False: of PowerShell, and of Excel, which writes them in its language when a file is saved
// again. README.md lists the languages.
var truths = joinedWords(map[bool]string{
	true: `true $true 1 -1 yes y t on
		wahr ja vrai oui verdadero sí si vero sì verdadeiro sim waar prawda tak pravda ano áno sand sann sant tosi kyllä igaz igen
		истина да істина так doğru evet ναι αληθησ αληθής αληθες adevărat istina tõene jah patiesa jā cert вярно точно
		真 はい 是 예 참 כן אמת نعم صحيح จริง ใช่ đúng benar 正しい`,
	false: `false $false 0 no n f off
		falsch nein faux non falso não nao onwaar nee fałsz nie nepravda ne falsk nej nei epätosi ei hamis nem
		ложь нет хибність ні yanlış hayır όχι ψευδησ ψευδής ψευδες fals nu laž väär aplams nē невярно
		偽 いいえ 假 否 아니요 거짓 לא שקר لا خطأ เท็จ ไม่ใช่ sai salah 誤り`,
})

// allowances are the words for Allow and Deny, and their numbers in .NET, in the languages of Windows.
var allowances = joinedWords(map[bool]string{
	true: `allow allowed 0 zulassen erlauben autoriser permitir consenti consentito toestaan zezwalaj zezwól povolit povoliť tillåt tillad tillat salli
		engedélyezés engedélyez разрешить разрешено дозволити izinver επιτρέπεται αποδοχή permite dopusti 許可 允许 允許 허용 אפשר السماح อนุญาต`,
	false: `deny denied 1 verweigern verweigert refuser denegar nega negato negar weigeren odmów odmawiaj odepřít odmietnuť zakázat neka nægt afvis nekt estä kiellä
		megtagadás megtagad запретить запрещено заборонити reddet άρνηση refuză zabrani 拒否 拒绝 拒絕 거부 דחה رفض ปฏิเสธ`,
})

// joinedWords makes a table of lists of words.
func joinedWords(lists map[bool]string) map[string]bool {
	words := map[string]bool{}
	for meaning, list := range lists {
		for word := range strings.FieldsSeq(list) {
			words[FoldedText(word)] = meaning
		}
	}
	return words
}

// TruthOf reads True and False; known is false for anything else.
func TruthOf(text string) (truth, known bool) {
	switch text {
	case "True", "true":
		return true, true
	case "False", "false":
		return false, true
	}
	truth, known = truths[FoldedText(Trimmed(text))]
	return truth, known
}

// Allowed reads Allow and Deny; known is false for anything else.
func Allowed(text string) (allow, known bool) {
	allow, known = allowances[strings.ReplaceAll(FoldedText(Trimmed(text)), " ", "")]
	return allow, known
}

// FoldedText folds what is not plain ASCII.
func FoldedText(text string) string {
	blank := false
	text = strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			if blank {
				return -1
			}
			blank = true
			return ' '
		}
		blank = false
		return unicode.ToLower(c)
	}, text)
	return norm.NFC.String(text)
}
