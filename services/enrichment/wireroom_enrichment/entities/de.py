"""German."""

import re

from wireroom_enrichment.entities.lexicon import ENGLISH_HEADS, Lexicon, ending, whole, words

_ROLES = r"""
[\w-]*(?:ministers?|ministerin|prasident(?:en|in)?|prases|kanzlers?|kanzlerin|vorsitzende[rn]?|obmann|obfrau|chefs?|chefin|sprechers?|
sprecherin|leiters?|leiterin|direktor(?:s|in)?|vize|sekretar(?:s|in)?|rat|ratin|staatsrat|burgermeisters?|
burgermeisterin|gouverneur(?:s|in)?|botschafters?|botschafterin|kommissar(?:s|in)?|abgeordnete[rn]?|senator(?:s|in)?|
anwalts?|anwaltin|richters?|richterin|verteidigers?|verteidigerin|ermittlers?|koordinator(?:in)?|konig|konigin|
prinz(?:en|essin)?|papst|kardinal|bischof|bischofin|pfarrer|pfarrerin|imam|rabbiner|scheich|emir|generals?|oberst|
hauptmann|majors?|leutnant|kommandant|admiral|feldwebel|professor(?:s|in)?|lehrer|lehrerin|dozent(?:in)?|rektor|
rektorin|forschers?|forscherin|wissenschaftlers?|wissenschaftlerin|historikers?|historikerin|okonom(?:en|in)?|
politologe|politologin|soziologe|soziologin|virologe|virologin|epidemiologe|epidemiologin|biologe|biologin|
meteorologe|meteorologin|geologe|geologin|klimatologe|psychologe|psychologin|analyst(?:en|in)?|experten?|expertin|
spezialist(?:in)?|arzt|arztin|chirurg|chirurgin|pfleger|pflegerin|schriftstellers?|schriftstellerin|autor(?:s|in)?|
dichter|dichterin|journalist(?:en|in)?|reporter|reporterin|redakteur(?:in)?|schauspielers?|schauspielerin|sangers?|
sangerin|musiker|musikerin|dirigent(?:in)?|regisseur(?:s|in)?|produzent(?:in)?|maler|malerin|kunstler|kunstlerin|
architekt(?:in)?|fotograf(?:in)?|trainers?|trainerin|coach|kapitan|kapitanin|sturmer|sturmerin|torwart|torhuter|
verteidiger|mittelfeldspieler|profi|fahrer|fahrerin|lauferin|laufer|weltmeisters?|weltmeisterin|olympiasieger|
olympiasiegerin|meister|meisterin|managers?|managerin|grunders?|grunderin|eigentumer|inhaber|inhaberin|unternehmers?|
unternehmerin|vorstand|aufsichtsrat|geschaftsfuhrers?|geschaftsfuhrerin|betriebsrat|betriebsratin|gewerkschafter|
gewerkschafterin|aktivist(?:en|in)?|berater|beraterin|kandidat(?:en|in)?|diplomat(?:in)?|gesandte[rn]?|
beauftragte[rn]?|nachfolgers?|nachfolgerin|vorgangers?|vorgangerin|kollegen?|kollegin|bauer|bauerin|landwirt|
landwirtin|ingenieur(?:in)?|techniker|wirt|wirtin|mitglied|politikers?|politikerin|landeshauptmann|landeshauptfrau|
hauptfrau|kurator(?:in)?|intendant(?:in)?|landrat|landratin|notar(?:in)?|prokurist|schatzmeister|schatzmeisterin|
zeuge|zeugin|herausgeber|herausgeberin|astronaut(?:in)?|pilot(?:in)?|besitzer|besitzerin|hausarzt|dekan|dekanin|student(?:in)?|beobachter|beobachterin|vertreter|vertreterin|schafer|schaferin|hausmeister|pfleger|
imker|imkerin|forsterin|archaologe|archaologin|physiker|chemiker|pastorin|hotelier|friseurin|friseur|
lokfuhrer|lokfuhrerin|wehrfuhrer|ermittlerin|gutachter|gutachterin|bildhauer|komponist|pianistin|moderator|
moderatorin|schwimmer|schwimmerin|turnerin|skispringer|biathletin|biathlet|betreiber|betreiberin|
ortsvorsteher|dezernent|dezernentin|kammerer|landammann|stratege|spediteur|winzerin|jagerin)
"""

LEXICON = Lexicon(
    articles=words(
        "der die das des dem den ein eine einer eines einem einen sein seine seiner ihr ihre ihrer deren dessen "
        "im am vom zum zur beim ins ans unser unsere kein keine"
    ),
    honorifics=words("herr herrn frau fraulein"),
    academic=words("dr prof dipl mag"),
    roles=whole(_ROLES),
    occupations=ending(r"erin loge login iker ikerin ist istin besitzer"),
    stops=words(
        "der-die die-der ist war sind hat hatte wird wurde und oder aber in im aus nach seit am an auf mit "
        "bei-der wie nicht auch noch zufolge sagte sagt sowie als zu bis vor gegen"
    ),
    complements=words("der des von fur beim bei vom"),
    speech=words(
        "sagte sagt erklarte erklart betonte betont teilte berichtete meinte forderte warnte kritisierte nannte "
        "verwies kundigte bestatigte erzahlte erzahlt schrieb rief fragte widersprach versicherte raumte fugte "
        "sprach lobte begrundete mahnte ausserte hofft hoffte wies so lachte"
    ),
    ages=words("jahre jahrige jahriger jahrigen"),
    particles=words("von van de den zu el al bin ben di da del la le"),
    heads=ENGLISH_HEADS
    | words(
        "borse ag gmbh se kg ev eg gruppe bank stiftung verband verein bund bundnis union partei gewerkschaft "
        "klinikum klinik krankenhaus universitat universitatsklinikum hochschule institut museum amt bundesamt "
        "landesamt gericht amtsgericht landgericht oberlandesgericht verwaltungsgericht arbeitsgericht "
        "sozialgericht staatsanwaltschaft generalstaatsanwaltschaft polizei polizeiprasidium landesbank sparkasse "
        "volksbank kammer handelskammer akademie agentur kommission rat behorde ministerium gesellschaft "
        "konzern werke zeitung tageblatt anzeiger nachrichten rundschau kurier bote post blatt allgemeine theater "
        "oper filmforderung verkehrsbetriebe stadtwerke energie capital fc sv sc tsv vfb vfl tsg rb bayer "
        "borussia hertha eintracht fortuna brigade brigaden initiative aktion netzwerk zentrum forum fonds "
        "organisation liga genossenschaft bistum erzbistum kloster technologies verbraucherzentrale "
        "verkehrsverbund tagblatt"
    ),
    head_endings=ending(
        "ministeriums? gerichts? gerichtshofs? anwaltschaft universitat hochschule museums? klinikums? klinik "
        "krankenhaus(?:es)? gewerkschaft verbands? verband(?:es)? vereins? partei union bank sparkasse stiftung "
        "instituts? kammer amt(?:es)? amts behorde kommission agentur zeitung tageblatts? anzeigers? rundschau "
        "gesellschaft genossenschaft organisation fonds verlags? werke bundnis(?:ses)? forderung "
        "forschungszentrums? bundes? bund theaters? akademie"
    ),
    small_heads=frozenset(),
    links=words(r"fur der des von vom gegen zur"),
    ands=words("und &"),
    descriptors=ending(
        "zulieferer hersteller konzerns? unternehmens? firma bank versicherer bauer handler betreiber anbieter "
        "verlag sender zeitung magazin partei verein klub club gewerkschaft organisation airline fluggesellschaft "
        "kette produzent tochter riese fonds start-up startup spezialist agentur gruppe blatt marke reederei "
        "brauerei stiftung reederei arbeitgeber titelverteidiger"
    ),
    of_place=words("in aus nach nahe bei nordlich sudlich ostlich westlich stammsitz richtung"),
    near_place=words("von vor gegen fur mit und oder uber zu an auf zwischen"),
    place_nouns=words(
        "stadt gemeinde provinz region bundesland kreis landkreis dorf hauptstadt ort ortschaft bezirk kanton "
        "hafenstadt landeshauptstadt fluss insel stadtteil grossstadt kreisstadt millionenstadt kleinstadt "
        "halbinsel grenzort wallfahrtsort stutzpunkt"
    ),
    place_heads=words("golf kap strasse schloss flughafen bahnhof"),
    place_tails=words("see meer inseln stadion platz strasse hauptbahnhof gebirge wald airport"),
    place_links=words("von"),
    events=words(r"tour grand prix marathon cup open filmwoche berlinale rallye memorial trophy giro vuelta festival"),
    event_links=words("de von der"),
    before_no_name=words(
        r"sturm orkan hurrikan zyklon taifun sturmtief virus krankheit syndrom operation gesetz schiff film drama "
        r"roman buch tief hoch variante fall fahre frachter"
    ),
    home=words("DE AT CH"),
    calendar=words(
        "januar februar marz april mai juni juli august september oktober november dezember janner feber montag "
        "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag weihnachten ostern"
    ),
    premodifier=re.compile(r"\w{2,30}(?:e|en|er)\Z"),
    nouns_large=True,
)
