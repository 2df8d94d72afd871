const list = (words: string) => words.trim().split(/\s+/)

/** What stands before a name and belongs to it. */
export const TITLES: ReadonlySet<string> = new Set(
  list(
    `doktor pfarrer pfarrerin pastor pastorin schwester bruder tante onkel oma opa hausmeister trainer trainerin coach lehrer lehrerin nachbarin nachbar kollege kollegin frau herr herrn hr fr dr prof familie fam fräulein mr mrs ms miss mme
     bay bayan sayın пан пані панові господин госпожа тітка тётя дядя дядько pan pani panu doamna domnul сім'я السيد السيدة سيد سيدة أستاذ أستاذة الأستاذ الأستاذة المعلمة المعلم دكتور دكتورة الدكتور عائلة أبو أم`,
  ),
)
/** Titles that lead to a name even where nobody writes capitals. */
export const PLAIN_TITLES: ReadonlySet<string> = new Set(
  list(
    'frau herr herrn hr fr dr familie fam tante onkel oma opa pfarrer pastor mrs mr pani doamna',
  ),
)
/** Of them, those behind which a noun is a family name, too: Frau Sommer. */
export const FORMAL_TITLES: ReadonlySet<string> = new Set(
  list('frau herr herrn hr fr dr mrs mr pani doamna'),
)
/** What stands behind a Turkish name. */
export const TITLES_BEHIND: ReadonlySet<string> = new Set(
  list('bey hanım hanim abla ağabey abi teyze amca dayı hala hoca öğretmen'),
)
export const PARTICLES: ReadonlySet<string> = new Set(
  list('von van de der den zu zur al el bin ibn abu dos da del di'),
)

/** What leads to a name, word by word. */
export const INTRODUCTIONS: readonly (readonly string[])[] = [
  ...['ich heiße', 'ich heisse', 'heißt', 'heisst', 'heißen', 'namens', 'name ist', 'name war'],
  ...['genannt', 'nennt mich', 'nennt ihn', 'nennt sie', 'nennen mich', 'nennen ihn', 'nennen sie'],
  ...['my name is', 'named', 'called', 'benim adım', 'adım', 'adı', 'меня зовут', 'мене звати'],
  ...['звати', 'зовут', 'اسمي', 'اسمه', 'اسمها', 'mă numesc', 'mă cheamă', 'nazywam się'],
  ...['mam na imię', "je m'appelle", 'tên là', 'tôi là', 'hier ist', 'hier spricht', 'bin die'],
  ...['bin der', 'gez', 'lg', 'mfg', 'gruß', 'grüße', 'danke', 'hallo'],
].map((words) => words.split(' '))

const KIN = `tochter töchter sohn söhne kind kinder mann frau partner partnerin freund freundin bruder schwester mutter vater mama papa mutti vati oma opa omi opi tante onkel cousin cousine neffe nichte enkel enkelin ehemann ehefrau
   baby zwilling patenkind patin pate paten kumpel schwager schwägerin ex ex-mann exmann ex-frau exfrau kindsvater stiefvater stiefsohn stieftochter pflegekind`
const ABOUT = `kleiner kleine kleinen großer große großen jüngster jüngste jüngsten ältester älteste ältesten mittlere mittlerer alte alter alten junge jungen mädchen dicke lange`
const AROUND = `nachbar nachbarin nachbarn kollege kollegin chef chefin lehrer lehrerin klassenlehrer klassenlehrerin erzieher erzieherin sachbearbeiter sachbearbeiterin betreuer betreuerin familienhelfer familienhelferin coach coachin
   beraterin berater vermieter vermieterin arzt ärztin kinderarzt kinderärztin hausarzt hausärztin zahnarzt zahnärztin frauenarzt frauenärztin hebamme fallmanager fallmanagerin vermittler vermittlerin schulleiter schulleiterin rektor rektorin
   direktor direktorin trainer trainerin pfarrer mitschüler mitschülerin klassenkamerad schulfreund schulfreundin psychologin psychologe sozialarbeiter sozialarbeiterin mitarbeiter mitarbeiterin leiter leiterin hausmeister anwalt anwältin
   dolmetscher dolmetscherin praktikant praktikantin helfer helferin integrationshelfer integrationshelferin`
const ELSEWHERE = `kızım kizim oğlum oglum eşim kardeşim annem babam arkadaşım komşum öğretmeni öğretmenim danışmanım дочка дочь дочка доньці донька доня син сын сину мама тато папа брат сестра чоловік муж дружина жена подруга друг
   вчителька учительница сусідка соседка córka córką syn mąż żona siostra brat mama tata koleżanka sąsiadka fiica fiul soțul soția sora fratele mama vecina daughter son husband wife sister brother friend teacher neighbour
   ابنتي ابني زوجي زوجتي أخي أختي صديقتي صديقي جارتي جاري بنتي ولدي طفلي طفلتي أمي أبي`

/** Persons behind whose word a name often stands. */
export const RELATIONS: ReadonlySet<string> = new Set(
  list([KIN, ABOUT, AROUND, ELSEWHERE].join(' ')),
)

/** Behind these German nouns hardly stand without an article. */
export const BARE: ReadonlySet<string> = new Set(
  list(
    `an mit von bei ohne für durch und oder wie als vermisse kenne liebe hasse besuche frage fragen danke grüße gegen neben über wegen statt außer seit wenn dass ob weil bis auch nur sogar leider wurde wird kam kommt fragt fragte sagt
     sagte weiß wusste bekommt bekam kriegt kann konnte darf durfte soll sollte will wollte möchte muss musste hat hatte ist war ich habe hab sehe traf treffe frag ruf bitte warum oft wo weshalb lass für zu hilft half trotz dank`,
  ),
)
/** Of them, those behind which nouns do stand alone, too: only with what else speaks for a name. */
export const HARDLY_BARE: ReadonlySet<string> = new Set(
  list(
    `habe hab hat hatte ist war auch nur sogar bitte kann kommt wird möchte will soll weil zu muss darf und für ohne oder als wie mit gegen über seit trotz bis durch dank`,
  ),
)
/** Whoever is told of with an article, behind the name. */
export const BEHIND_KNOWN: ReadonlySet<string> = new Set(
  list('vom von aus nebenan ihr sein ihre seine gegenüber'),
)
