package exports

import (
	"strings"

	"hybridlint/loader/model"
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
			words[foldedText(word)] = meaning
		}
	}
	return words
}

// truthOf reads True and False; known is false for anything else.
func truthOf(text string) (truth, known bool) {
	switch text {
	case "True", "true":
		return true, true
	case "False", "false":
		return false, true
	}
	truth, known = truths[foldedText(trimmed(text))]
	return truth, known
}

// allowed reads Allow and Deny; known is false for anything else.
func allowed(text string) (allow, known bool) {
	allow, known = allowances[strings.ReplaceAll(foldedText(trimmed(text)), " ", "")]
	return allow, known
}

// truth is what a row says in the first of these columns that is not empty. A word that is no truth is a loss.
func (r *reading) truth(row *Row, columns ...string) model.Bool {
	for _, column := range columns {
		text := row.Value(column).String()
		if text == "" {
			continue
		}
		truth, known := truthOf(text)
		if !known {
			r.wrongWord(row, column, text)
			return model.Undeclared
		}
		return model.BoolOf(truth)
	}
	return model.Undeclared
}

// wrongWord notes that a row has a word that is none that Exchange writes there.
func (r *reading) wrongWord(row *Row, column, text string) {
	r.lose(r.row, wrongValue, row.column(column)+" "+text)
	r.wrong = true
}

// denied tells whether an entry denies, by its columns Deny, AccessControlType or Allow/Deny. A word that is none of these is a loss.
func (r *reading) denied(row *Row) bool {
	deny := r.truth(row, "deny") == model.True
	for _, column := range []string{"accesscontroltype", "allowdeny"} {
		text := row.Value(column).String()
		if text == "" {
			continue
		}
		allow, known := allowed(text)
		if !known {
			r.wrongWord(row, column, text)
		}
		deny = deny || known && !allow
	}
	return deny
}
