"""English."""

from wireroom_enrichment.entities.lexicon import Lexicon, ending, whole, words

_ROLES = r"""
(?:vice-?|ex-?|co-?|deputy-?)?(?:president|minister|secretary|director|chief|spokes(?:man|woman|person)|senator|
congress(?:man|woman)|representative|governor|mayor|judge|justice|ambassador|commissioner|chancellor|chair|
chair(?:man|woman|person)|premier|envoy|speaker|leader|head|founder|founders?|owner|manager|editor|executive|
lawmaker|councill?or|treasurer|prosecutor|attorney|lawyer|barrister|solicitor|sheriff|officer|official|
superintendent|inspector|detective|constable|general|colonel|captain|commander|lieutenant|sergeant|major|admiral|
marshal|brigadier|corporal|king|queen|prince|princess|pope|cardinal|archbishop|bishop|reverend|rabbi|imam|sheikh|
emir|sultan|lord|sir|dame|lady|baroness|baron|doctor|professor|teacher|lecturer|dean|rector|principal|
scientist|researcher|historian|economist|analyst|strategist|expert|specialist|epidemiologist|virologist|
biologist|climatologist|meteorologist|geologist|glaciologist|hydrologist|seismologist|psychologist|physicist|
chemist|engineer|architect|author|writer|novelist|poet|journalist|reporter|correspondent|columnist|photographer|
actor|actress|singer|musician|composer|conductor|director|filmmaker|producer|painter|artist|curator|coach|
captain|trainer|striker|midfielder|defender|goalkeeper|winger|forward|quarterback|driver|rider|champion|
campaigner|activist|organi[sz]er|delegate|negotiator|diplomat|consul|adviser|advisor|aide|chief-of-staff|trader|
broker|investor|banker|trustee|nurse|surgeon|paramedic|farmer|fisherman|worker|supervisor|foreman|survivor|
candidate|nominee|successor|predecessor|counterpart|member|deputy|mp|mep|msp|mla|ceo|cfo|coo|cto|md|gov|sen|rep|
gen|col|capt|cmdr|lt|sgt|maj|adm|rev|fr|supt|insp|det|pc|dc|ds|di|dci|dcs|cllr|coun|hon|pres|teammate|partner|coordinator|forecaster|
astronomer|archaeologist|librarian|vet|veterinarian|pilot|skipper|sailor|billionaire|tycoon|entrepreneur|
developer|dissident|warlord|cleric|preacher|priest|monk|student|librarian|vicar|pastor|postman|clockmaker|comptroller|clerk|auditor|ombudsman|whistleblower|
beekeeper|publican|landlord|landlady|hotelier|chef|restaurateur|shopkeeper|grocer|plumber|electrician|
builder|surveyor|gamekeeper|lifeguard|coxswain|lifeboatman|firefighter|midwife|gp|consultant|dentist|
pharmacist|optician|psychiatrist|sociologist|ecologist|zoologist|botanist|volcanologist|mathematician|
headteacher|headmaster|headmistress|coroner|magistrate|juror|trooper|alderman|selectman|assemblyman|
assemblywoman|volunteer|proprietor|auctioneer|archivist|sculptor|ceramicist|rapper|drummer|guitarist|
violinist|playwright|screenwriter|comedian|presenter|broadcaster|batsman|bowler|wicketkeeper|sprinter|
hurdler|swimmer|rower|cyclist|jockey|golfer|shortstop|referee|umpire|lineman|trucker|postmaster|
postmistress|caretaker|janitor|bellringer)(?:s|-general|
-elect)?
"""

LEXICON = Lexicon(
    articles=words("the a an his her its their our my your this that these those"),
    honorifics=words("mr mrs ms miss mister madam mx"),
    academic=words("dr prof"),
    roles=whole(_ROLES),
    occupations=ending("ologist ist ician ographer ecturer man woman"),
    stops=words(
        "who whom whose which that where when while is are was were has had have will would said says told and "
        "but or as by on in from with after before since until during because aged then he she it they not also "
        "now died killed arrested speaking told adding added noted"
    ),
    complements=words("of for at to"),
    speech=words(
        "said says told added wrote asked argued warned noted explained insisted replied claimed admitted "
        "testified announced declared stated confirmed denied predicted vowed urged tweeted recalled conceded "
        "acknowledged complained shouted joked laughed called accused praised dismissed concluded suggested "
        "stressed pledged"
    ),
    ages=words("year-old years"),
    particles=words("de du la le van von der den el al bin ben ibn di da del dos della abu"),
    heads=words(
        "academy administration affairs agency airlines airways alliance army association associates authority "
        "bank board brigade brigades broadcasting bureau cabinet capital centre center chamber church clinic club "
        "co coalition college commission committee commons communications community company congress consortium "
        "cooperative corp corporation council court crescent department energy enterprises exchange federation fc "
        "force forces forum foundation front fund gmbh group guard holdings hospital house inc industries "
        "initiative institute institution insurance international investments journal laboratories laboratory "
        "labs league ltd limited llc lp plc mission motors movement museum network news observatory office "
        "organization organisation parliament partners partnership party petroleum pharmaceuticals police post "
        "press prison program programme prosecutors register resources school securities senate service services "
        "society solutions states-army studios survey systems taskforce technologies technology telecom times "
        "tribune trust union united university watch works workers athletic rovers wanderers city-fc utd weekly "
        "gazette herald harriers ministry towing treasury chronicle daily observer guardian theatre orchestra "
        "gallery library brewery railways rail logistics foods media entertainment records herald examiner "
        "courier"
    ),
    head_endings=whole("(?!)"),
    small_heads=frozenset(),
    links=words("of for the on against"),
    ands=words("and &"),
    descriptors=whole(
        "company group firm maker manufacturer retailer bank lender insurer airline broadcaster newspaper "
        "magazine website charity nonprofit party movement militia startup start-up giant operator producer "
        "supplier developer fund club rival agency brewer carmaker automaker drugmaker chipmaker conglomerate "
        "subsidiary union think-tank tank watchdog daily tabloid unit insurer shipowner brand"
    ),
    of_place=words(
        "in near from outside inside around across throughout north south east west northern southern eastern "
        "western central neighbouring neighboring downtown upstate off toward towards via between"
    ),
    near_place=words("to of for with against into over and or by on leave left visit visited that"),
    place_nouns=words(
        "city town village province region district state county governorate capital port river suburb "
        "municipality island enclave stronghold resort neighbourhood neighborhood hamlet prefecture peninsula "
        "base"
    ),
    place_heads=words(r"lake mount mt cape gulf strait bay isle fort port river"),
    place_tails=words(
        "county river lake island islands mountains mountain valley sea ocean desert glacier bay peninsula road "
        "street avenue square bridge park airport stadium arena station beach hills strait canal province heights "
        "highway boulevard lane territory plateau creek falls forest prefecture township airfield"
    ),
    place_links=words("of the"),
    events=words(
        "cup championship championships olympics games grand prix marathon tour trophy memorial festival awards "
        "award prize treaty agreement accord accords war summit conference operation masters derby rally protocol "
        "convention constitution amendment revolution open"
    ),
    event_links=words("of the"),
    before_no_name=words(
        "storm hurricane cyclone typhoon fever virus disease syndrome operation ship tanker ferry film novel "
        "album book variant ss hms uss"
    ),
    calendar=words(
        "january february march april may june july august september october november december jan feb mar apr "
        "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays "
        "tuesdays wednesdays thursdays fridays saturdays sundays christmas easter ramadan"
    ),
)
