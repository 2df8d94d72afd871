/** German words that are written small but where they begin a sentence: what stands there and is none of them may be a name. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  `ich du er sie es wir ihr man mich mir mein meine meinen meinem meiner meines dich dir dein deine deinen deinem deiner ihn ihm ihnen ihre ihren ihrem ihrer uns unser unsere unseren unserem unserer euch euer eure sein seine seinen seinem
   seiner sich wer was wen wem wie wo wann warum wieso weshalb wofür womit wohin woher welche welcher welches welchen der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses diesen
   diesem jeder jede jedes jeden jedem jene alle alles allen allem aller viel viele vieles vielen vielem mehr meist meiste meisten manche manches manchen einige einiges einigen wenig wenige wenigen weniger mehrere etwas nichts niemand niemanden
   jemand jemanden keinerlei beide beides beiden andere anderer anderes anderen anderem sonstiges selber selbst und oder aber denn sondern doch wenn weil dass daß ob als bis bevor nachdem damit obwohl während sobald solange falls indem
   sodass auch nur noch schon sehr so zu zum zur zuviel am an ans auf aus bei beim durch für fürs gegen hinter im in ins mit nach neben ohne seit seitdem trotz trotzdem über um unter vom von vor wegen zwischen ab außer außerhalb gegenüber
   innerhalb statt anstatt laut pro per je ist bin bist sind seid war waren wäre wären gewesen sei hat habe haben hab hast hatte hatten hätte hätten gehabt wird werde werden wirst wurde wurden würde würden worden kann kannst können konnte
   konnten könnte könnten muss musst müssen musste mussten müsste müssten darf dürfen durfte durften dürfte will willst wollen wollte wollten soll sollen sollte sollten möchte möchten mag mögen lass lasst gibt gab gäbe geben geht gehe gehen
   ging gingen gegangen kommt komme kommen kam kamen käme macht mache machen machte mach gemacht fehlt fehlen fehlte findet finde finden fand braucht brauche brauchen bräuchte brauchten hilft helfen half helft sagt sage sagen sagte
   gesagt fragt frage fragen fragte weiß wissen wusste steht stehen stand sitzt sitzen saß liegt liegen lag läuft laufen lief bekommt bekomme bekommen bekam kriegt kriege kriegen nimmt nehme nehmen nahm sieht sehe sehen sah
   hört höre hören lernt lerne lernen arbeitet arbeite arbeiten arbeitete sucht suche suchen suchte zahlt zahle zahlen bezahlt bezahlen kostet kosten bleibt bleibe bleiben blieb lebt lebe leben wohnt wohne wohnen fährt fahre fahren fuhr
   spielt spiele spielen schläft schlafen spricht spreche sprechen versteht verstehe verstehen heißt heiße heissen hoffe hoffen wünsche wünschen wünschte glaube glauben denke denken meint meinen dauert reicht reichen passt klappt klappen
   zeigt zeigen bringt bringen hält halten lässt lassen lasse ließ versucht versuchen fühle fühlen fühlt freue freuen danke dank bitte ja nein nee nicht nie niemals immer oft öfter manchmal selten häufig meistens ständig dauernd jetzt
   heute gestern morgen morgens mittags abends nachts nachmittags vormittags tagsüber montags dienstags mittwochs donnerstags freitags samstags sonntags bald später früher vorher nachher danach dann dort da hier hierher drinnen draußen oben unten
   nebenan daheim zuhause überall irgendwo nirgends links rechts weg weit nah allein alleine zusammen gemeinsam gern gerne lieber leider endlich eigentlich eben einfach einmal zweimal dreimal mehrmals mal bloß ganz gar genau fast
   ziemlich etwa circa ca wohl vielleicht bestimmt sicher natürlich wirklich besonders überhaupt sogar sowieso trotzdem deshalb deswegen darum daher dafür dagegen dabei dadurch damals danach daran darauf daraus darin darüber davon dazu drum
   außerdem zudem zuerst zuletzt zunächst schließlich inzwischen mittlerweile bisher sonst ansonsten anders besser beste bester bestes besten am gut gute guter gutes guten schlecht schlechte schlechter schlechten schön schöne schönes
   schöner groß große großer großes großen klein kleine kleiner kleines kleinen neu neue neuer neues neuen alt alte alter altes alten jung junge junger jungen lang lange langer langes langen kurz kurze kurzer kurzen hoch hohe hoher hohen
   teuer teure teurer billig billige günstig günstige schnell schnelle schneller langsam wichtig wichtige wichtiges wichtigste schwer schwere schwierig leicht einfache nett nette netter freundlich freundliche freundlicher böse lieb liebe
   krank gesund müde traurig glücklich froh arm reich frei voll leer offen kaputt fertig möglich nötig normal richtig falsch super toll prima okay ok gleich gleiche erste erster erstes ersten zweite zweiter zweites zweiten dritte dritter
   letzte letzter letztes letzten nächste nächster nächstes nächsten halbe halben ganze ganzen ganzer eigene eigenen eigener einzige einzigen fehlende fehlender fehlendes feste fester gesunde gesundes ruhige ruhiger verlässliche digitale
   kostenlos kostenlose kostenloses kostenlosen bezahlbare bezahlbarer bezahlbares geht's gibt's hab's ist's eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend keins meins deins hallo hi hey moin tschüss tja
   na ach oh ah naja genug wieder weiter zurück los raus rein rauf runter hin her hinaus mindestens höchstens wenigstens zumindest kaum übrigens nämlich jedoch dennoch daneben darunter gut nun erst also dass wofür sowie beziehungsweise usw
   bzw zb etc via plus minus irgendwie irgendwas irgendjemand irgendwann insgesamt teilweise zeitweise stundenweise ganztags halbtags schade geboren gezogen gestellt gesucht gewünscht erreichbar pünktlich zuverlässig verständlich telefonisch persönlich schriftlich online`
    .trim()
    .split(/\s+/),
)

/** Ends of verbs and adverbs that begin sentences. */
export const SMALL_ENDING =
  /...(?:(?:lich|isch|ig|bar|los|sam|haft)(?:e[nmrs]?)?|weise|mals|iert|ieren|ende[nrs]?)$/u

/** What only persons do, or hardly anything but them: behind a word that nobody knows, that word is a name. */
export const OF_PERSONS: ReadonlySet<string> = new Set(
  `sagt sagte fragt fragte meint meinte traut sucht suchte findet fand schläft lernt lernte lernen spielt spielte spielen versteht verstand arbeitet arbeitete wohnt wohnte lebt lebte kocht kochte kochen kümmert kümmerte weint weinte lacht
   lachte liebt liebte mag mochte möchte will wollte weiß wusste hat hatte kann konnte darf durfte muss musste bekommt bekam kriegt geht ging kommt kam hilft half holt holte bringt brachte ruft rief schreibt schrieb spricht sprach erzählt
   erzählte erklärt erklärte wartet wartete vermisst braucht brauchte freut freute hasst trägt isst trinkt nimmt nahm leitet leitete übersetzt zahlt zahlte zeigt zeigte heißt wurde wird war ist macht machte sitzt saß`
    .trim()
    .split(/\s+/),
)
