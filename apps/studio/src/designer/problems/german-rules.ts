/** What is wrong and how to mend it, by the rule that found it; `{{name}}` and `{{other}}` are what the check names. */
export const GERMAN_RULES: Readonly<
  Record<string, { readonly text: string; readonly remedy: string }>
> = {
  'assertion-refuted': {
    text: '„{{name}}“ gilt nicht: Es gibt Antworten gegen „{{other}}“.',
    remedy: 'Das Gegenbeispiel ansehen; Bedingungen oder Zusicherung ändern.',
  },
  'assertion-unreadable': {
    text: '„{{name}}“ spricht von „{{other}}“; das gibt es nicht oder ist nicht zu lesen.',
    remedy: 'Eine Frage, einen Block oder eine Seite dieses Fragebogens nennen.',
  },
  'assertion-idle': {
    text: 'Die Bedingung von „{{name}}“ ist nie erfüllt; so sagt die Zusicherung nichts.',
    remedy: 'Die Bedingung ändern oder die Zusicherung entfernen.',
  },
  'name-form': {
    text: 'Der Name „{{name}}“ hat nicht die Form, die Datendateien annehmen.',
    remedy:
      'Umbenennen: Buchstaben, Ziffern, Unterstriche; vorn ein Buchstabe, hinten kein Unterstrich.',
  },
  'name-length': { text: 'Der Name „{{name}}“ ist zu lang für SPSS.', remedy: 'Kürzer nennen.' },
  'name-reserved': {
    text: '„{{name}}“ ist in SPSS ein vergebenes Wort.',
    remedy: 'Anders nennen.',
  },
  'name-unique': {
    text: 'Den Namen „{{name}}“ gibt es zweimal; groß oder klein macht keinen Unterschied.',
    remedy: 'Jeder Frage einen eigenen Namen geben.',
  },
  elsewhere: {
    text: 'Hier führt der Fragebogen aus dem Haus hinaus oder zeigt und nimmt Dateien.',
    remedy: 'Die Eigenschaft entfernen; in Worten fragen.',
  },
  'markup-active': {
    text: 'Der Text enthält Auszeichnung, die etwas ausführt oder lädt.',
    remedy: 'Nur fett, kursiv, Listen, Absätze und Verweise verwenden.',
  },
  'name-missing': { text: 'Dieses Element hat keinen Namen.', remedy: 'Einen Namen geben.' },
  'type-missing': { text: 'Dieses Element hat keine Art.', remedy: 'Im JSON eine Art wählen.' },
  'variable-clash': {
    text: 'Zwei Variablen der Daten hießen „{{name}}“.',
    remedy: 'Eine der Fragen umbenennen; Antworten und Zeilen bilden eigene Namen.',
  },
  'page-unique': {
    text: 'Zwei Seiten heißen „{{name}}“.',
    remedy: 'Jeder Seite einen eigenen Namen geben.',
  },
  'page-empty': {
    text: 'Die Seite „{{name}}“ ist leer und wird nie gezeigt.',
    remedy: 'Eine Frage einfügen oder die Seite entfernen.',
  },
  element: { text: 'Hier steht kein Element.', remedy: 'Im JSON entfernen.' },
  survey: { text: 'Es gibt keinen Fragebogen.', remedy: 'Im JSON unter „survey“ einfügen.' },
  'choice-unique': {
    text: 'In „{{name}}“ gibt es einen Wert zweimal.',
    remedy: 'Jeder Antwort einen eigenen Wert geben; Werte stehen in den Daten.',
  },
  'choices-missing': {
    text: '„{{name}}“ bietet nichts zur Auswahl an.',
    remedy: 'Antworten hinzufügen.',
  },
  'title-missing': {
    text: '„{{name}}“ hat keinen Text; Befragte läsen den Namen.',
    remedy: 'Die Frage schreiben.',
  },
  'reference-unknown': {
    text: '„{{name}}“ ist keine Frage dieses Fragebogens.',
    remedy: 'Eine vorhandene Frage nennen.',
  },
  'note-missing': {
    text: '„{{name}}“ hat keine Schutzklasse und keinen Zweck.',
    remedy: 'Sagen, wie schutzwürdig die Angabe ist und wozu sie gebraucht wird.',
  },
  'purpose-missing': {
    text: 'Bei „{{name}}“ fehlt Schutzklasse oder Zweck.',
    remedy: 'Sagen, wozu die Frage gebraucht wird.',
  },
  'note-orphan': {
    text: 'Es gibt eine Notiz zu „{{name}}“, aber keine solche Frage.',
    remedy: 'Im JSON die Notiz entfernen oder die Frage zurückholen.',
  },
  'scale-item': {
    text: 'Die Skala „{{name}}“ zählt „{{other}}“, das keine Variable ist.',
    remedy: 'Variablen aus dem Codebuch nehmen.',
  },
  'scale-reversed': {
    text: '„{{name}}“ wird in „{{other}}“ umgekehrt, gehört aber nicht dazu.',
    remedy: 'In die Skala aufnehmen.',
  },
  'scale-min-valid': {
    text: 'Die Skala „{{name}}“ braucht eine mögliche Zahl gültiger Antworten.',
    remedy: '„Mindestens gültig“ setzen: von 1 bis zur Zahl der Fragen.',
  },
  'scale-range': {
    text: 'Die Skala „{{name}}“ hat keinen Bereich, in dem man umkehren könnte.',
    remedy: 'Kleinsten und größten Wert setzen.',
  },
  'panel-count': {
    text: 'Die Zahl der Einträge hängt an „{{name}}“; das passt nicht.',
    remedy: 'Im JSON einen wiederholten Block und eine Zahlenfrage nennen.',
  },
  'panel-limit': {
    text: '„{{name}}“ sagt nicht, wie viele Einträge höchstens möglich sind.',
    remedy: 'Die Höchstzahl setzen; jeder Eintrag wird zu Variablen.',
  },
  consent: {
    text: '„{{name}}“ bietet keine der Antworten an, die Einwilligung bedeuten.',
    remedy: 'Im JSON Frage und zustimmenden Wert nennen.',
  },
  'source-language': {
    text: 'Die erste Sprache ist nicht als Ausgangssprache gekennzeichnet.',
    remedy: 'Die Ausgangssprache nach vorn stellen.',
  },
  'language-unreviewed': {
    text: '„{{name}}“ wird angeboten, die Texte sind aber Entwürfe.',
    remedy: 'Texte prüfen lassen oder die Sprache aus dem Angebot nehmen.',
  },
  'language-to-review': {
    text: '„{{name}}“ heißt geprüft, einige Texte sind es aber nicht.',
    remedy: 'Entwürfe und veraltete Texte prüfen oder die Sprache Entwurf nennen.',
  },
  'text-unreviewed': {
    text: 'Dieser Text in „{{name}}“ ist noch nicht geprüft.',
    remedy: 'Prüfen lassen.',
  },
  'text-stale': {
    text: 'Dieser Text in „{{name}}“ ist veraltet: Die Vorlage hat sich seither geändert.',
    remedy: 'An die neue Vorlage anpassen und prüfen lassen.',
  },
  'name-fielded': {
    text: '„{{name}}“ war im Feld und heißt jetzt anders.',
    remedy:
      'Den Namen behalten; sonst müssen die Daten beider Fassungen von Hand verbunden werden.',
  },
  'text-missing': {
    text: 'Dieser Text fehlt in der angebotenen Sprache „{{name}}“.',
    remedy: 'Übersetzen; sonst steht dort die Ausgangssprache.',
  },
  'expression-syntax': {
    text: 'Die Bedingung von „{{name}}“ ist nicht lesbar.',
    remedy: 'Klammern, Anführungszeichen und Vergleiche prüfen.',
  },
  'expression-function': {
    text: 'Die Bedingung von „{{name}}“ ruft eine unbekannte Funktion.',
    remedy: 'Eine bekannte Funktion nehmen; eine unbekannte ist nie wahr.',
  },
  'expression-variable': {
    text: 'Die Bedingung von „{{name}}“ nennt etwas, das es hier nicht gibt.',
    remedy: 'Eine vorhandene Frage nennen.',
  },
  'expression-meaning': {
    text: 'Die Bedingung von „{{name}}“ ergibt immer dasselbe.',
    remedy: 'Die Bedingung entfernen oder anders vergleichen.',
  },
  'pattern-unsafe': {
    text: 'Das Muster von „{{name}}“ könnte endlos rechnen.',
    remedy: 'Ein einfacheres Muster nehmen.',
  },
  'json-unknownproperty': {
    text: 'Hier steht eine Eigenschaft, die SurveyJS nicht kennt.',
    remedy: 'Entfernen oder richtig schreiben; sie wird stillschweigend übergangen.',
  },
  'json-incorrecttypeproperty': {
    text: 'Die Art „{{name}}“ ist unbekannt; das ganze Element fiele weg.',
    remedy: 'Eine bekannte Art nehmen.',
  },
  'json-missingtypeproperty': {
    text: 'Dem Element fehlt die Art; es fiele weg.',
    remedy: 'Eine Art angeben.',
  },
  'json-requiredproperty': { text: 'Hier fehlt eine nötige Angabe.', remedy: 'Ergänzen.' },
  'json-incorrectvalue': {
    text: 'Eine Angabe hat einen Wert, den SurveyJS nicht kennt.',
    remedy: 'Einen der möglichen Werte nehmen.',
  },
  'json-arrayproperty': {
    text: 'Hier wird eine Liste erwartet.',
    remedy: 'Eine Liste daraus machen.',
  },
  'json-unreadable': {
    text: 'Der Fragebogen lässt sich nicht laden.',
    remedy: 'Nach leeren Einträgen suchen, wo Elemente stehen sollten.',
  },
}
