import type { WordRows } from './property-row.ts'

/** What a thing is and whether it is there at all. */
export const GENERAL_WORDS: WordRows = {
  name: [
    'Name',
    'Der Variablenname. Unter ihm stehen Antworten in den Daten.',
    'Name',
    'The variable name. Answers stand under it in the data.',
  ],
  title: [
    'Titel',
    'Die Frage selbst, oder die Überschrift von Seite, Block oder Spalte.',
    'Title',
    'The question itself, or the heading of a page, panel or column.',
  ],
  description: [
    'Erläuterung',
    'Kleiner Text beim Titel: was gemeint ist, worauf sich die Frage bezieht.',
    'Description',
    'Small text by the title: what is meant, what the question refers to.',
  ],
  isRequired: [
    'Antwort ist Pflicht',
    'Ohne Antwort geht es nicht weiter. Für Befragungen von Haushalten meist die schlechtere Wahl.',
    'Answer is required',
    'Nobody gets on without an answer. Mostly the worse choice when households are asked.',
  ],
  visible: [
    'Sichtbar',
    'Aus: Das Element wird nie gezeigt, außer eine Bedingung schaltet es ein.',
    'Visible',
    'Off: the element is never shown unless a condition switches it on.',
  ],
  readOnly: [
    'Nur lesen',
    'Die Antwort wird gezeigt, kann aber nicht geändert werden.',
    'Read only',
    'The answer is shown but cannot be changed.',
  ],
  inputType: [
    'Art der Eingabe',
    'Zahl, Datum, E-Mail und so weiter: bestimmt Tastatur und Prüfung.',
    'Kind of input',
    'Number, date, e-mail and so on: decides on keyboard and checks.',
  ],
  cellType: [
    'Art der Zellen',
    'Womit in den Zellen geantwortet wird.',
    'Kind of cells',
    'How the cells are answered.',
  ],
  content: [
    'Inhalt',
    'Text, in den Fragen eingebettet sind.',
    'Content',
    'Text in which questions are embedded.',
  ],
  html: [
    'Text mit Auszeichnung',
    'Wird angezeigt, verlangt keine Antwort. Skripte und eingebettete Seiten werden entfernt.',
    'Text with markup',
    'Shown, asks for no answer. Scripts and embedded pages are removed.',
  ],
  contentMode: ['Art des Inhalts', 'Bild oder Film.', 'Kind of content', 'Image or video.'],
  imageLink: [
    'Bild',
    'Adresse des Bildes. Fremde Adressen weist die Veröffentlichung zurück.',
    'Image',
    'Address of the image. Publication refuses addresses elsewhere.',
  ],
  altText: [
    'Text statt Bild',
    'Wird vorgelesen, wenn das Bild nicht zu sehen ist.',
    'Text instead of the image',
    'Read aloud where the image cannot be seen.',
  ],
  type: ['Art', 'Die Art des Elements.', 'Type', 'The kind of element.'],
  locale: [
    'Sprache',
    'Die Sprache, in der der Fragebogen beginnt.',
    'Language',
    'The language in which the questionnaire begins.',
  ],
  regionLocale: [
    'Zahlen und Daten nach',
    'Land, nach dessen Gewohnheit Zahlen und Tage geschrieben werden.',
    'Numbers and dates as in',
    'The country whose habits numbers and dates follow.',
  ],
  multiSelect: [
    'Mehrere Antworten',
    'Mehr als ein Bild oder Bereich darf gewählt werden.',
    'Several answers',
    'More than one image or area may be chosen.',
  ],
  sliderType: [
    'Art des Reglers',
    'Ein Wert oder ein Bereich von – bis.',
    'Kind of slider',
    'One value, or a range from – to.',
  ],
  rateType: [
    'Darstellung der Stufen',
    'Zahlen und Worte, Sterne oder Gesichter.',
    'How steps are shown',
    'Numbers and words, stars or faces.',
  ],
  sourceType: ['Quelle', 'Dateien, Kamera oder beides.', 'Source', 'Files, camera or both.'],
  areas: [
    'Bereiche im Bild',
    'Die Flächen, die gewählt werden können.',
    'Areas of the image',
    'The areas that can be chosen.',
  ],
  shape: ['Form', 'Kreis, Rechteck oder Vieleck.', 'Shape', 'Circle, rectangle or polygon.'],
  coords: [
    'Koordinaten',
    'Punkte der Fläche in Bildpunkten, durch Komma getrennt.',
    'Coordinates',
    'Points of the area in pixels, separated by commas.',
  ],
}
