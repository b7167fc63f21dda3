"""Classes of words, English and German, from which the cues of the acts are made; ``*`` ends a stem."""

VOCABULARY: dict[str, str] = {
    # What one tells a machine to do with a text.
    "translate": "translat* übersetz* übertrag* rücküberset* eindeutsch* eingedeutsch* verdeutsch* lokalisier* localis* localiz* untranslat*",
    "to-translate": "translate render localise localize übersetze übersetz übersetzen übersetzt übertrage übertragen überträgst lokalisiere eindeutschen",
    "rework": """rewrite* rewrit* rephras* reword* paraphras* rework* revis* edit edits polish* proofread* shorten* condens* compress*
        summari* simplif* adapt adapts adapted convert* transform* modif* tweak* trim improve* restructur* reformulat* recast* craft* draft* expand
        umschreib* umformulier* formulier* überarbeit* paraphrasier* kürz* verkürz* straff* zusammenfass* fasse vereinfach* anpass* angepasst* passe
        umwandel* wandle wandele verbesser* korrigier* redigier* lektorier* glätte* bearbeite* optimier* ausformulier* strukturier* schreib schreibe
        verfass* vereinheitlich* entwirf entwerfe* texte""",
    "output": """output* return returns respond* reply replies answer answers print deliver provide* produce generat* emit write give present
        supply format formatted echo* repeat quote display ausgeb* ausgib* gib gebt antwort* erwider* liefer* ausliefer* erzeug* generier* erstell*
        produzier* schreibe verfass* wiederhol* zeige präsentier* anbiet* biete bereitstell* stelle formatier* echo* spiegle spiegele zurückgeb*
        beantwort* create compose wiedergeb* gebe return""",
    "keep": """keep keeps preserv* maintain* retain* leave unchanged untouched intact verbatim faithful* unverändert* beibehalt* behalte behalt
        beizubehalten übernimm übernehm* belass* lass lasse bewahr* erhalte unangetastet wortgetreu* originalgetreu* wörtlich* sinngemäß* stay remain
        bleib* unübersetzt* originalsprach* exakt""",
    "avoid": """vergessen vergiss forget avoid* omit* skip exclude* refrain* remove* delete* drop add adds append* insert* include* invent* comment embellish* hallucinat*
        fabricat* vermeid* meide verzicht* weglass* weglässt lass auslass* entfern* lösch* streich* hinzufüg* hinzuzufüg* füge ergänz* einfüg*
        erfinde erfind* ausschmück* kommentier* gendern gendere wegzulassen auszulassen unterlass* beifüg* hinzudicht* interpretier* verfälsch*""",
    "use": """finde finden turn dreh drehe wandle note pick use uses triff treffe apply adopt employ choose prefer stick adhere follow follows comply obey observe respect consider ensure make verify
        check pay begin start end treat remember imagine pretend act assume mark highlight replace ignore disregard put set place
        capitali* spell target aim limit split think verwende* verwend* benutz* nutze nutz wähle wähl beacht* befolg* halte halt achte acht
        berücksichtig* prüfe prüf überprüf* beginn* starte ende sorge denk denke markier* kennzeichn* hebe ersetz* ignorier* setz setze mach mache
        stell handle agier* verhalt* gliedere gliedre teile orientier* richte nimm nehme beschränk* begrenz* vergiss stütz* nenn nenne zitier*
        ändere ändre mische verändere einhalt* einzuhalten tu versetz* baue bau verlinke integrier* platzier* pass stelle versieh change
        ausschreib* ausgeschrieben erklär* erläuter* explain* elaborat* discuss* behandle behandel* adress* sprich sprecht""",
    # What it is told about.
    "text": """endergebnis ergebnis result results rendition storyline posting reportage meldetext zeitungsartikel newstext piece report column wording text texts texte textes article articles story translation translations translated output passage passages paragraph paragraphs sentence
        sentences excerpt document snippet content segment segments input original originals source version draft rendering copy piece body
        artikel artikels artikeltext* übersetz* übertragung* text textes texts texten textpassage* textabschnitt* passage* absatz absätz* abschnitt* satz
        sätze* sätzen ausgabe* ausgangstext* quelltext* zieltext* originaltext* dokument* vorlage* fassung* version* beitrag* beitrags
        meldung* nachrichtentext* inhalt* eingabe* eingabetext* textstelle* wortlaut bericht wording""",
    "title": """h1 h2 title titles headline headlines subhead* subtitle* kicker teaser teasers standfirst* lede dek deck strapline* slug meta
        titel titels titeln überschrift* schlagzeile* unterzeile* unterüberschrift* zwischenüberschrift* zwischentitel* dachzeile* vorspann
        anreißer* anrisstext* anleser* hauptzeile* seo metabeschreib* untertitel* subheading* titelzeile* titelvorschl* titelvariant* seitentitel* kurztitel*
        seo-* meta-* description spitzmarke* overline oberzeile* hed subline* titelidee* kickertext* teasertext* vorspanntext* titeltext*""",
    "language": """german english deutsch deutsche deutscher deutschen deutsches deutschem deutschsprachig* englisch englische englischen
        englischem englischer zielsprache* ausgangssprache* quellsprache* hochdeutsch* schweizerdeutsch* de-de en-us en-gb language sprache""",
    "form": """format formats json xml html markdown yaml csv plain tag tags tone tonfall tonalität ton stil style styles stylistic register voice
        wording bullet bullets bulleted formatting formatierung* formatvorgab* gliederung struktur structure layout aufzählung*
        stichpunkt* listen linebreak* zeilenumbr* absatzstruktur* absatzumbr* anführungszeichen gänsefüßchen quotation quotes quotations quote
        zitate zitat zitaten punctuation interpunktion zeichensetzung rechtschreibung spelling grammar grammatik terminology terminologie
        fachbegriff* fachterm* glossar* glossary schreibweise* namen eigennamen names noun nouns proper personennamen ortsnamen produktnamen
        firmennamen figures numbers zahlen zahlenangaben ziffern units einheiten maßeinheiten maßangab* maße gewichte weights measures währungsangab* currency begriffe fachausdrücke währung* currencies dates datumsangaben
        klammer klammern bracket* braces accuracy fidelity eleganz genauigkeit dash dashes hyphen* gedankenstrich* bindestrich* hochkomma* apostroph* spaces sie-form du-form höflichkeitsform duzen siezen einzug einzüge umlaute* groß- kleinschreibung großschreibung
        placeholders platzhalter variables variablen keyword* schlüsselwort* schlüsselwört* hauptkeyword* clickbait anglizismen anglicism*
        konjunktiv* anrede perspektive zeitform* gendersprache genderform* genderstern* genderneutral* emojis hashtags umlaut* satzbau
        satzlänge jargon slang idiom* redewendung* sprachstil schreibstil adjektiv* passiv passive fußnoten footnotes links
        sachlich* neutral* formal informal formell* informell* nüchtern* journalistisch* nachrichtlich* idiomatic* fluent* flüssig* natürlich
        natural* machine readability lesbarkeit verständlich* lesefluss werbesprache floskeln rhyme""",
    "remark": """fußnote* footnote* klammerzus* randbemerk* vorwort* nachwort* preface foreword afterword greeting* begrüßung* schlusswort* schlussformel* einstieg* zwischenschritt* gedankengang vorüberlegung* thoughts meta-commentary metadata floskel* comment comments commentary explanation explanations remarks notes preamble introduction intro disclaimer* apolog* reasoning
        opinion opinions summary summaries embellishment* kommentar* erklärung* erläuterung* anmerkung* hinweise* einleitung* vorrede* nachbemerk*
        zusammenfassung* auslassung* ergänzung* meinung* zusätze* hinzufügung* begründung* interpretation* vorbemerkung* additions omissions
        umschreibungen kürzungen weglassungen zwischenkommentar* filler""",
    "limit": """character characters zeichen words wörter worte wörtern token tokens sentences sätze zeilen lines length länge buchstaben
        anschläge leerzeichen paragraphs absätze""",
    "bound": """max maximal maximum most least mindestens höchstens minimum minimal longer shorter länger kürzer exactly genau limit exceed* überschreit*
        within under unter between zwischen bis only""",
    "rules": """rule rules guideline guidelines instruction instructions requirement requirements constraint constraints task brief
        prompt prompts regel regeln regelwerk vorgabe vorgaben anweisung* instruktion* richtlinie* anforderung* aufgabe* auftrag arbeitsauftrag*
        bedingung* leitfaden stilvorgab* stilregel* hausregel* styleguide checklist* directive* hinweise wichtig important befehl* steps schritte""",
    "persona": """translator* interpreter editor editors copyeditor* copywriter subeditor journalist* linguist* assistant expert proofreader* writer
        redakteur* nachrichtenredakteur* übersetzer* fachübersetzer* dolmetscher* lektor* journalist* texter* assistent* experte* expertin* sprachexpert*
        muttersprachler* native chefredakteur* korrektor* onlineredakteur* newsredakteur* reporter native-speaker headline-writer specialist*
        profi spezialist*""",
    "ai": """ai ki ai-* ki-* chatbot* bot sprachmodell* sprachassistent* llm llms gpt chatgpt künstliche artificial model modell
        assistant assistent* sprach-ki algorithm* programming programmier*""",
    "meta": """übersetz* translat* original originals originaltext* ausgangstext* quelltext* zieltext* wortlaut* formulierung* wiedergabe absatz absätze absätzen absatzes satz satzes
        sätze sätzen satzbau überschrift* titelzeile* titelseite titelseiten schlagzeile* zwischenüberschrift* zwischentitel* teaser* vorspann* dachzeile* hauptzeile* unterzeile*
        fließtext* schreibweise* rechtschreibung* anführungszeichen doppelpunkt* komma kommas markdown emojis hashtags präteritum perfekt präsens konjunktiv* passiv
        anglizism* fassung fassungen englisch englischen englische wörtlich wörtliche wörtliches sinngemäß paragraph paragraphs sentence sentences headline headlines
        subhead* standfirst* kicker wording rendering tense spelling acronym* hyperlink* byline output prompt prompts stil stils tonfall ton tonalität tone
        style register zeichen zeichenzahl leerzeichen länge wörter schachtelsätze adjektive fremdwörter fachbegriffe abkürzungen redewendung* idiom* phrase
        eingabe input kontext context wortwahl ausdruck begriff begriffe term phrasing draft entwurf rohfassung endfassung
        json html xml push-text* social-media-titel seo-* meta-* titel-* literal* literally quote quotes zitat zitate lesbarkeit terminologie glossar german deutsch
        language sprache sprachlich* grammatik* typos tippfehler umbruch zeile zeilen titel title""",
    "system": """bearbeitung übersetzungsvorgang link links url datei dateien file files dokument document fehler error errors server upload hochladen sitzung
        session timeout token tokens modell model training trainingsdaten prompt eingabe input seite format attachment anhang verbindung connection
        verarbeitung processing""",
    "role": """system user assistant human developer nutzer benutzer anwender systemnachricht systemprompt systemprompt* userprompt* nutzeranfrage
        assistent kontext context input output eingabe ausgabe prompt instruction instructions anweisung anweisungen aufgabe task rolle role ziel goal
        zielsprache ausgangssprache quellsprache zielgruppe audience register tone ton tonfall tonalität stil style format formatvorgabe perspektive
        regeln rules vorgaben constraints requirements anforderungen wichtig important beispiel example examples beispiele länge length zeichenlimit
        zeichenzahl temperature temperatur wortlimit wordcount persona sprache language domain domäne textsorte genre""",
    "you": "you your yourself u du dein deine deinen deinem deiner dir dich",
    "thou": "du dein deine deinen deinem deiner deines dich dir",
    "be": "are bist act agier* handle seist sei",
    "modal": "must should shall may needs need cannot soll sollen sollte sollten muss müssen musst darf dürfen sollst darfst mustn't shouldn't",
    "reader": "reader readers audience leser leserin leserinnen lesern leserschaft zielgruppe* publikum laien",
    "following": "folgt follows lautet liest following below folgend* nachfolgend* nachstehend* untenstehend* unten next above oben obig* obenstehend* vorliegend* anbei attached hier*",
    "not": "doesn't isn't wasn't aren't weren't didn't not no never don't don’t without none nicht kein keine keinen keiner keinerlei ohne niemals nie weder nor neither only nur ausschließlich lediglich bloß",
    "lead": """please bitte always never immer niemals nur only just then also dabei außerdem jetzt nun do don't not kindly unbedingt stets
        first finally zuerst anschließend and und or nie ausschließlich zudem danach zunächst dann jeweils bitte, but aber next make sure
        ensure that""",
    # A machine speaks.
    "assent": """sure certainly absolutely ok okay alright understood gladly gerne gern natürlich selbstverständlich klar sicher sicherlich
        verstanden freilich great perfect perfekt alles moment einverstanden absolut""",
    "me": "i i'm i've i'll i'd my me ich mir mein meine meinem meinen meines",
    "here": "folgt follows lautet here here's hier nachfolgend nachstehend untenstehend below following folgend* anbei following this dies das these find finden folgt see siehe unten",
    "done": """translated revised updated edited adapted formatted requested desired shortened corrected full complete finished final polished
        überarbeitet* übersetzt* korrigiert* angepasst* vollständig* komplett* fertig* gewünscht* gekürzt* finale* aktualisiert* erbeten* verbessert*
        angefragt* angefordert*""",
    "hope": "hope hoffe hoffentlich helps hilft weiterhilft useful hilfreich nützlich",
    "offer": """let know feel free happy glad would like want wish prefer need further adjust* change* changes help assist question* shall lassen
        wissen bescheid gerne gern möchten möchtest wünschen wünschst soll sollte falls wenn anpassung* änderung* weitere* fragen hilfe helfen
        unterstütz* verfügung zögern anders kürzer länger alternative* variante* version* könnte kann sag sage""",
    "ask": "would shall do should want like prefer möchten möchtest soll sollte wünschen wünschst darf hätten hättest willst wollen brauchst brauchen",
    "note": "note notes nb remark* disclaimer* annotation* anmerkung* hinweis* notiz* bemerkung* translator's editor's erläuterung* ps p.s",
    "kept": """kept left retained preserved translated adapted converted rendered changed replaced added omitted adjusted shortened used chose
        chosen opted assumed interpreted corrected smoothed beibehalten übernommen belassen übersetzt angepasst umgerechnet wiedergegeben geändert
        ersetzt hinzugefügt ausgelassen weggelassen gekürzt verwendet gewählt entschieden korrigiert geglättet unverändert vereinheitlicht
        übertragen ergänzt interpretiert umgangen umschrieben gestrichen verzichtet eingefügt""",
    "alternative": """alternativ* alternatively option options variant* variation* variante* vorschlag vorschläge suggestion* suggested
        version auswahl oder or beziehungsweise bzw möglichkeit* wahlweise choices""",
    "nuance": """wortspiel* pun puns literal literally nuance nuances meaning connotation* context idiomatic natural wörtlich* sinngemäß* nuance* bedeutung kontext
        konnotation* freier emphasizes emphasises emphasize conveys captures implies accurate suitable appropriate possible depending depends
        betont gebräuchlich* geläufig* passend* ambiguous mehrdeutig* ambig* treffend*""",
    "cannot": """can't cannot unable couldn't won't wouldn't kann könnte konnte nicht darf leider außerstande imstande möglich able
        unfortunately decline declin* lehne ablehn* refuse* impossible unmöglich bedauerlicherweise bedaure verweiger* can’t vermag
        nicht-möglich""",
    "sorry": "sorry apologi* apology regret entschuldig* leid verzeih* bedau* pardon unfortunately leider bedauerlicherweise",
    "help": """assist help fulfil* fulfill* complete process* translate verify confirm provide comply continue answer discuss generate
        proceed access view open browse produce helfen unterstütz* bearbeit* übersetz* überprüf* prüfen verifizier* bestätig* bereitstell* erfüll*
        nachkomm* fortsetz* fortfahr* beantwort* weiterhelf* abrufen zugreif* öffnen behilflich wiedergeb* erstell* ausführ* anzeig* verarbeit*
        ausgeb* vervollständig* finish render reproduce share reproduzier* weitermach* behandel* create""",
    "request": """request requests query prompt task message conversation chat input anfrage* anliegen bitte eingabe* aufgabe* nachricht gespräch
        link url file datei anhang attachment website webseite internet web echtzeit real-time""",
    "limits": """knowledge cutoff training data context opinions opinion beliefs feelings policy policies guidelines copyright copyrighted
        wissensstand wissensstichtag trainingsdaten trainings* kontext meinung* richtlinie* nutzungsbedingung* nutzungsrichtlinie* inhaltsrichtlinie*
        urheberrecht* urheberrechtlich* gefühle* überzeugung* violence violent gewalt* explicit sensitive sensibl* harmful schädlich* graphic unsafe
        inappropriate unangemessen* length länge limit token* zeichenlimit violat* verstoß* verstöß* verletz* terms safety sicherheitsrichtlinie*
        wissen stichtag information* informationen überprüfbar* zugriff access restrict* limitation* beschränk* einschränk*""",
    "lack": "included attached mitgeliefert* beigefügt* angehängt* vorliegt vor attachment missing lacks lack incomplete empty cut truncated fehlt fehlen mangel* unvollständig* leer abgebrochen abgeschnitten insufficient enough unzureichend* genug genügend ausreichend* unlesbar* unreadable garbled provided received bereitgestellt* übermittelt* mitgeschickt* erhalten",
    "ask-input": "provide paste share send enter upload supply attach submit specify geben gib fügen füge senden sende schicken schicke teilen laden lade kopieren kopiere eingeben übermitteln nennen einfügen stellen",
    # A page speaks to its reader.
    "sie": "sie ihnen ihr ihre ihrem ihren ihrer euch euer eure eurem euren dir dich dein deine deinem deinen you your you're you'll",
    "us": "us our ours we uns unser unsere unserem unseren unserer unseres wir",
    "read": """nachhör* nachsehen nachschauen reinhören siehe seht vgl read reading watch listen see view lesen lies weiterlesen mehr lesetipp leseempfehlung* anschauen ansehen sehen schauen hören
        hör anhören nachlesen lest seht schau hört gucken""",
    "more": "more mehr also auch weiter weitere weiterer weiteres weiterführend* further dazu hierzu thema themen here hier next related else dossier",
    "related": """ressort rubrik serie related recommended recommend* recommendation* similar trending popular featured most-read best latest previous earlier meistgelesen*
        meistgeklickt* verwandt* ähnlich* empfohlen* empfehl* passend* interessant* interessier* interesting interested lesenswert*
        lesetipp* linktipp* hintergrund* background archiv archive themenverwandt* beliebt* topstories top-themen topnews dossier* leseempfehlung*
        surtipp* vorherig* nächster essential spotlight deep dive dazu explainer faq liveblog live-blog live-ticker liveticker ticker
        podcast video videos fotostrecke* bildergalerie* bilderstrecke* galerie gallery slideshow analysis analyse kommentar* interview reportage* quiz
        factbox weiterlesen missed verpass*""",
    "click": "click tap swipe klick* anklick* tipp* link links hier here",
    "subscribe": """subscrib* unsubscrib* sign signup register* registrat* join become enrol* enroll* log login opt activat* enabl* turn bookmark
        abonnier* abonnent* anmeld* melden meld registrier* einlogg* loggen eintrag* tragen einschreib* beitret* werden aktivier* freischalt* einschalt*
        bestell* buche buchen sichern sicher testen teste schalten melde trage anlegen angemeldet abo abos order get receive erhalt* erhältst bekomm*
        hol holen holt lade laden herunterlad* download* install* installier* follow folg* like teilen vernetz* donat* spend* support* unterstütz* contribut*
        pledge beitrag verpass* miss discover* entdeck* explore enjoy stay bleib* erfahr* profitier* genieß* sparen save unlock* upgrade* continue
        upgraden lese lesen wechsel* starte start try probier* vote abstimm* mitmach* teilnehm* gewinn* win enter schreib* write send*""",
    "outlet": """stream livestream* mediathek abruf handy smartphone phone leserbrief leserbriefe tipp tip tips hinweisgeber brief morgenbrief abendbrief wochenbrief wirtschaftsbrief* zeitschrift heft newsletter newsletters briefing* rundbrief* inbox postfach mailbox e-mail email mail e-mails emails push push-* pushmeldung*
        push-nachricht* benachrichtigung* notification* notifications alert alerts app apps channel kanal kanäle whatsapp whatsapp-* telegram facebook instagram twitter
        tiktok youtube linkedin threads bluesky mastodon x podcast podcasts feed rss konto account profil abo abos abonnement* subscription*
        membership* mitgliedschaft* probeabo* probemonat* digitalabo* digital-abo* e-paper epaper paywall plus premium premium-* testphase* trial
        archive journalism journalismus qualitätsjournalismus reporting recherche redaktion newsroom ausgabe edition adresse address update updates
        e-mail-* mailverteiler verteiler member members mitglied mitglieder subscriber subscribers abonnent* leserclub shop gutschein* rabatt* angebot*
        offer offers deal deals discount* ticket tickets gewinnspiel* umfrage* community digest roundup round-up wochenrückblick* plus-artikel
        plus-abo plus-* zugang access bezahlschranke magazin magazine zeitung printausgabe""",
    "product": """ranking* quiz* rätsel* gewinnspiel* prämie* newsletter* subscription* abo abos abonnement* podcast* app apps push-* mitgliedschaft* membership* e-paper* epaper* digitalabo* digital-abo*
        probeabo* paywall premium* plus-* gutschein* rabatt* jahresabo* monatsabo* leserreise* whatsapp-kanal* nachrichten-app* news-app* morgenbrief* briefing
        rundbrief* reisebrief* gewinnspiel*""",
    "terms": """privacy datenschutz* datenschutzerklärung* datenschutzhinweis* nutzungsbedingung* agb terms conditions policy widerruf* widerrufen abbestell* cancel*
        kündbar kündig* unsubscrib* consent einwillig* zustimm* stimmen agree agreeing einverstanden cookie cookies tracking""",
    "free": """wochen weeks monate months gleich soon winter summer free kostenlos* gratis unverbindlich* unlimited unbegrenzt* uneingeschränkt* ohne daily täglich* weekly wöchentlich* morning evening
        montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* sonnabend* monday* tuesday* wednesday* thursday* friday* saturday* sunday* weekday* werktag* morgen abend exclusive exklusiv* today now jetzt heute sofort gleich never nie nothing nichts every jeden jede woche week
        day tag directly direkt straight month monat euro cent first only bereits already latest aktuell* neueste* wichtigste* breaking
        best beste* besten neue brandneu* new independent unabhängig* limited begrenzt*""",
    # Furniture of a page.
    "ad": """ad ads advert adverts advertisement advertisements advertising advertorial sponsor sponsored sponsoring promoted promotion
        anzeige* werbung* werbe* werbeanzeige* anzeigensonder* sonderveröffentlichung* gesponsert* gesponserte* sponsored paid bezahlte bezahlter partnership
        partnerschaft kooperation affiliate affiliate-* provision partnerlink* partner-* produktplatzierung* native-ad reklame commercial* anzeigenblock
        werbeblock werbepause werbefrei* ad-free promo branded verlagsangebot* dauerwerbe*""",
    "flow": """continue* continues resume* resumes skip close hide remove scroll* below after weiter fortgesetzt fortsetz* fortzusetzen fortzufahren
        fortfahren überspring* schließ* ausblend* entfern* unter nach nächste* weiterlesen weitergeht geht gehts beginn ende end endet start story artikel article
        text inhalt content beitrag top seitenanfang hoch oben back zurück runter""",
    "widget": """druckansicht leseansicht nachtmodus hauptmenü hauptmenu untermenü warenkorb cart wunschliste wishlist profil anmelden registrieren abmelden sign subscribe unmute tap klicken anklicken scrollen wischen share teilen tweet* retweet* like likes gefällt print drucken druckversion merken merkliste bookmark* speichern save comment
        comments kommentar kommentare kommentieren leserkommentare diskussion menu menü navigation startseite homepage home suche search
        login logout cookies cookie javascript browser loading lädt lade vergrößern verkleinern enlarge expand zoom play abspielen autoplay
        mute stummschalten ton vollbild fullscreen lesezeit lesedauer vorlesen anhören minuten-lesezeit min minuten minutes read copy kopieren link
        whatsapp facebook twitter x e-mail email pinterest reddit flipboard xing linkedin pocket seite page zurück back top nach oben
        impressum imprint kontakt contact sitemap newsletter-anmeldung schriftgröße font artikel article öffnen open schließen close
        bearbeiten melden report korrektur feedback accept akzeptieren ablehnen decline updated aktualisiert published veröffentlicht
        posted filed under tags schlagworte themen kategorie category ressort author autor lesezeichen anzeigen show hide ausblenden einblenden
        übersicht weiterleiten fenster window neuem new opens öffnet einstellungen settings barrierefrei* skip content inhalt springen view
        gallery galerie slide bildergalerie previous next vorherige* nächste*""",
    "rights": "copyright rights reserved rechte vorbehalten © nachdruck vervielfältigung reproduction redistribut* unauthorized",
    # Pictures and their owners.
    "picture": """bildfunk dpa-bildfunk fotograf fotografin photographer kameramann photo photos photograph photographs photography image images picture pictures pic foto fotos fotografie bild bilder bildquelle* bildnachweis*
        fotonachweis* fotocredit* bildrechte grafik graphic graphics infografik infographic illustration* karikatur* cartoon video videos quelle source sources credit
        credits caption captions bildunterschrift* bildtext* bildlegende* archivbild* archivfoto* symbolbild* symbolfoto* agenturfoto* screenshot* file
        handout courtesy montage fotomontage bildmontage collage kollage karte map chart diagramm rendering drohnenfoto* luftbild* aufmacherbild* titelbild* still
        filmstill kamera camera aufnahme""",
    "agency": """getty afp ap reuters dpa imago picture-alliance alamy shutterstock epa zuma istock adobe unsplash pixabay flickr
        bloomberg upi afp/getty ap/* dpa/* statista keystone apa apa/* sipa eyevine rex pa-wire pa wire bbc cnn nbc abc cbs welt zdf ard
        stock pool pixabay wikimedia commons unsplash pexels depositphotos fotolia ddp epd kna sid xinhua tass anadolu afp/* reuters/* alliance
        instagram twitter facebook youtube maxar nasa esa usgs privat private handout""",
    "fileword": "photo photographer fotograf* by von via mit courtesy freundlicher genehmigung",
}
"""The classes by name. A word may stand in several."""
