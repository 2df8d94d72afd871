const list = (names: string) => names.trim().split(/\s*,\s*/)

/** Communes and villages of Kreis Warendorf, and towns that families there speak of. */
export const PLACES: readonly string[] = [
  // the thirteen communes
  ...list(
    'Ahlen, Beckum, Beelen, Drensteinfurt, Ennigerloh, Everswinkel, Oelde, Ostbevern, Sassenberg, Sendenhorst, Telgte, Wadersloh, Warendorf',
  ),
  // their villages
  ...list(
    `Dolberg, Vorhelm, Tönnishäuschen, Neubeckum, Vellern, Dünninghausen, Hinteler, Hemfeld, Serries, Rinkerode, Walstedde, Ameke, Ossenbeck, Averdung, Eickenbeck,
     Enniger, Ostenfelde, Westkirchen, Rückamp, Alverskirchen, Versmar, Müssingen, Raestrup, Stromberg, Sünninghausen, Keitlinghausen, Ahmenhorst, Menninghausen,
     Lehmbrock, Schirl, Füchtorf, Gröblingen, Dackmar, Subbern, Rippelbaum, Twillingen, Albersloh, Rinkhöven, Jönsthövel, Ahrenhorst, Westbevern, Vadrup, Schwienhorst,
     Diestedde, Liesborn, Bornefeld, Bentfeld, Ackfeld, Freckenhorst, Hoetmar, Milte, Neuwarendorf, Vohren, Walgern, Flintrup, Holtrup, Buddenbaum, Lentrup, Mentrup,
     Hägerort, Beverstrang, Ostmilte, Gronhorst`,
  ),
  // around it, and further away
  ...list(
    `Münster, Gütersloh, Bielefeld, Rheda, Wiedenbrück, Rheda-Wiedenbrück, Harsewinkel, Versmold, Lippstadt, Lippetal, Soest, Greven, Glandorf, Osnabrück, Ascheberg,
     Lüdinghausen, Dortmund, Bochum, Duisburg, Düsseldorf, Köln, Bonn, Wuppertal, Paderborn, Detmold, Coesfeld, Steinfurt, Rheine, Langenberg, Herzebrock, Clarholz, Bönen,
     Gelsenkirchen, Recklinghausen, Berlin, Hamburg, München, Frankfurt, Stuttgart, Leipzig, Dresden, Bremen, Hannover, Nürnberg, Kassel, Münsterland, Westfalen,
     Istanbul, Ankara, Izmir, Antalya, Diyarbakır, Aleppo, Damaskus, Homs, Idlib, Afrin, Kobane, Kiew, Kyjiw, Charkiw, Cherson, Odessa, Mariupol, Lwiw, Dnipro, Bagdad, Mossul,
     Erbil, Kabul, Herat, Teheran, Warschau, Krakau, Bukarest, Pristina, Skopje, Tirana, Belgrad, Sarajevo, Moskau, Beirut, Asmara, Mogadischu`,
  ),
  // as others write them
  ...list(
    'أهلن, بيكوم, وارندورف, مونستر, دمشق, حلب, Ален, Беккум, Варендорф, Мюнстер, Ольде, Тельгте, Київ, Киев, Харків, Харьков, Одеса, Маріуполь',
  ),
]

/** Places that are everyday words, too: only behind a word that leads to a place. */
export const PLACES_LIKE_WORDS: ReadonlySet<string> = new Set(
  list(
    'Einen, Brock, Werl, Lette, Roland, Geist, Hemmer, Mersch, Basel, Göttingen, Hamm, Essen, Verth, Elve, Alst, Velsen, Hörster, Oester, Erter, Hoest, Beesen, Natorp, Halle, Werne, Unna',
  ),
)

/** Words behind which a place is named. */
export const TO_A_PLACE: ReadonlySet<string> = new Set(
  list('in, aus, nach, bis, bei, richtung, von, ortsteil, ort, dorf, stadt, gemeinde, innenstadt'),
)

/** First words of names of two. */
export const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
  list('klein, groß, bad, neu, alt, sankt, st, ober, unter'),
)

/** Ends of German names of places. */
export const PLACE_ENDING =
  /(?:dorf|hausen|kirchen|horst|beck|torf|trup|bevern|loh|winkel|stedt|inghoven|furt|heim)$/u
/** Words with such an end that are none. */
export const NO_PLACES: ReadonlySet<string> = new Set(
  list(
    'hause, feierabend, wohnheim, pflegeheim, altenheim, kinderheim, seniorenheim, frauenhaus, altersheim, tierheim, daheim, geheim, mutterheim, mutter-kind-heim, studentenwohnheim, kinderdorf, feriendorf, heimatdorf, nachbardorf, vereinsheim, blickwinkel',
  ),
)
