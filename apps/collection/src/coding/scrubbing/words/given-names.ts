import { createRequire } from 'node:module'

/** Languages in which families in Germany name their children, by the library's lists. */
const LOCALES = [
  ...[
    'de',
    'de_AT',
    'tr',
    'az',
    'ar',
    'fa',
    'ku_ckb',
    'uk',
    'ru',
    'pl',
    'ro',
    'ro_MD',
    'sr_RS_latin',
    'hr',
    'mk',
  ],
  ...['hu', 'vi', 'it', 'es', 'pt_PT', 'fr', 'el', 'ka_GE', 'en_NG', 'en_GH'],
] as const

/** Names that its lists do not have: short forms, those of older people, of Kurdish, Albanian, Eritrean and Nigerian families. */
const MORE = `
  Angelika Anke Antje Beate Bernhard Bettina Birgit Bodo Britta Carsten Christa Claus Detlef Dieter Dirk Edith Elke Erika Frauke Gerd Gerda Gerhard Gisela Gudrun Günter Günther Hannelore Hedwig Heike Heiko Heinrich Heinz Helga
   Helmut Hermann Hilde Holger Horst Ilse Ingo Ingrid Jörg Jürgen Jutta Karin Karsten Kerstin Klaus Lieselotte Liselotte Manfred Margarete Margit Marlies Mirjam Otto Rainer Ralf Regine Reinhard Renate Rolf Rosemarie Rüdiger
   Siegfried Sigrid Silke Thorsten Torsten Udo Ulrich Ulrike Ursula Ute Uwe Volker Waltraud Werner Wilma Winfried Wolfgang Alev Bine Conny Fritzi Heinzi Jordis Jörn Kathi Kalli Katha Manni Matze Micha Resi Rolli Ronny Schorsch
   Sille Susi Svenni Thekla Traudel Uli Wolfi Gitte Anneliese Irmgard Mechthild Hildegard Gertrud Ottilie Elfriede Erna Dietmar Eckhard Egon Engelbert Ewald Gottfried Gunther Hartmut Heribert Hildegund Karl-Heinz Lothar Reinhold
   Siegbert Wilfried Blerta Blerim Drita Fatmir Flutura Jeton Valon Arjeta Fatlum Driton Liridona Mirjeta Nexhmije Rrezarta Selvete Zana Goodness Adebayo Chidi Ngozi Abebe Tesfaye Selam Yohannes Feven Filmon Semhar Yonas Bereket
   Merhawi Mulu Asmerom Rojin Rojda Rojhat Zilan Berzan Delal Gulistan Jiyan Farzaneh Shabnam Abir Adnan Aischa Aisha Alaa Aliye Amal Anas Arzu Aslı Asma Aya Ayla Ayşe Azad Bashar Belkis Berfin Berivan Betül Büşra Canan Cemile
   Erkan Esra Fadi Faisal Farid Farida Firas Gökhan Gülcan Hadi Halima Hamid Hanan Hatice Hatun Havva Hiba Huda Imad Iman Issa Jihan Kamal Kemal Khaled Khalid Khalil Layla Mahmud Malak Marwa Mehdi Mostafa Nabil Nadim Nasrin Noor
   Nour Nurcan Nuri Osama Ramadan Rasha Reem Roni Rukiye Saad Safiye Salah Salma Samer Samir Serdar Sezen Shirin Suleiman Suna Tarek Wael Walid Yaser Zahra Zeinab Zeki Albulena Andriy Ania Arben Arta Artem Barbora Bartosz Bożena
   Denys Dmitry Dmytro Halyna Ihor Ilir Ionut Iwona Jacek Kamil Kateryna Lesya Lyudmyla Malgorzata Mariola Mariusz Michail Mykola Nataliia Nataliya Natascha Oksana Oleh Oleksandra Olha Pavlo Przemysław Sergej Serhii Sławomir
   Swetlana Tetyana Viktoriia Volodymyr Wiesława Wojciech Yana Yaroslav Yevhen Yulia Yuliia Yuri Zbigniew Katalin Наталия حسين إبراهيم يوسف فاطمة زينب مريم عائشة خديجة ليلى سارة هدى أمل إيمان رنا سلمى ياسمين كريم عبدالله
   عبدالرحمن جميلة أمينة سعاد نادية رشا هبة لينا دعاء زهرا لیلا
`

/** Names that are words, too: only where something else speaks for a name. */
const WORDS_TOO = new Set(
  `على nur mir los reis ernst til solange ante reine angel tore one aura naja rauf una argo sang oger tone long neo job bay peer vital fine mine bade lean tea mare idea amour summer till modest leu pero norma mai can ion der wolle
   wende reiner engel rose blume stern sonne gut rein recht may june dawn will mark art dean don das die ein lust gold silber amber ruby see tal ost nord süd lan rod rob ora hart glück freude amt fest star eis reise dank welt
   bär wolf falke sultan pascha mama papa baba dede hayat güneş bahar sevgi gül yaz kış su ay ata er esen savaş toprak yağmur zafer mutlu ışık kader bulut devrim türk bey han kaya demir arslan aslan altın un als`
    .trim()
    .split(/\s+/),
)

/** Names that are German words where written small. */
const SMALL_WORDS_TOO = new Set(
  `ann esser ede lasse irma ive ange erke ave ant ellen roman frank stein helfe edel eben stelle finde heide christen alle allen andere anderen habe sein seine ihre eine einer eines liebe lieber lange marine viola violette flora
   olive perle rosa vitale mila ester inge ada isa alba nana dada bona ernste rene marga grace guy amico linda sophie hilde karre wanne kanne dame damen elle elfe feier freia gaben gabe isar kasper kaspar lore nelke oliven pilar
   rabe raben salome tara velten weile wiese serin talia emin amin erin ilan evin aziz salih fikri kadir erden sena rana rina aden iman enise`
    .trim()
    .split(/\s+/),
)

let read: ReadonlySet<string> | undefined
/** Made when first asked for: the library takes a quarter of a second, which no start of a server shall wait for. */
const givenNames = (): ReadonlySet<string> => {
  read ??= new Set(
    [...MORE.trim().split(/\s+/), ...libraryNames()]
      .map(small)
      .filter((name) => !WORDS_TOO.has(name)),
  )
  return read
}
const small = (name: string) => name.toLocaleLowerCase('de')

const libraryNames = (): readonly string[] => {
  const { allLocales }: typeof import('@faker-js/faker') = createRequire(import.meta.url)(
    '@faker-js/faker',
  )
  return LOCALES.flatMap((locale) =>
    Object.values(allLocales[locale].person?.first_name ?? {})
      .flat()
      // Some stand as two; single letters and syllables are none.
      .flatMap((name) => name.split(/\s+/))
      .filter((name) => name.length > 2 || !/\p{Script=Latin}/u.test(name)),
  )
}

/** Whether a word with a capital, or of a script without, is a given name, if with an "s" or in two parts. */
export const isGivenName = (lower: string): boolean => {
  const names = givenNames()
  return (
    names.has(lower) ||
    names.has(lower.replace(/['’]?s$/, '')) ||
    (lower.includes('-') && lower.split('-').every((part) => names.has(part)))
  )
}

/** Whether a word written small is a given name and nothing else. */
export const isSmallGivenName = (lower: string): boolean =>
  lower.length > 3 &&
  !SMALL_WORDS_TOO.has(lower) &&
  (givenNames().has(lower) || (lower.length > 5 && givenNames().has(lower.replace(/['’]?s$/, ''))))
