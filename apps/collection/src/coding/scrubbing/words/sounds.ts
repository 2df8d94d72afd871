/** Nouns, alone and as the last part of longer ones, that end in a vowel as names do. */
const VOWEL_NOUNS = new RegExp(
  `(?:${`kita klima thema skala firma kamera pizza sofa villa cola opa oma mama papa risiko auto kino büro euro foto video radio konto tempo lotto info demo
   studio disko casino judo silo solo logo taxi ski polizei gummi juli juni pulli kiwi handy hobby baby party teddy lobby pony city safari krimi salami
   bio deo gala drama panorama schema trauma aroma asthma karma lama puma tuba yoga propaganda agenda mensa aula arena sauna veranda ära korea europa
   afrika amerika china corona azubi studi abi kombi profi bulli kilo limo mofa zoo porto piano espresso cappuccino tacho öko echo tango mango memo uni
   alibi etui brokkoli chili ravioli spaghetti graffiti konfetti sushi curry derby jury lady nanny rugby story whisky community library history academy
   hockey ei`
    .split(/\s+/)
    .join('|')})$`,
  'u',
)

/** Ends in a vowel in which few German words end: Kaltrina, Danilo, Steffi. */
export const soundsLikeName = (lower: string): boolean =>
  /\p{L}{3}$/u.test(lower) && /[aiyoı]$/u.test(lower) && !VOWEL_NOUNS.test(lower)

const SMALL_THINGS: ReadonlySet<string> = new Set(
  `mädchen kaninchen brötchen hähnchen märchen päckchen kätzchen häuschen pärchen frühchen würstchen bisschen grüppchen meerschweinchen plätzchen zeichen
   kuchen küchen sachen wochen knochen rachen drachen aschen taschen kirchen flaschen fläschchen tischchen stückchen körbchen versprechen verbrechen
   sprechen kochen lachen machen menschen unternehmen häppchen tröpfchen küsschen bäumchen schwesterchen brüderchen gläschen zwergkaninchen`
    .trim()
    .split(/\s+/),
)

/** The short form of a name: Lenchen, Karlchen. */
export const isDiminutive = (lower: string): boolean =>
  /(?:chen|lein)$/.test(lower) && !SMALL_THINGS.has(lower)
