"""English words of saying."""

from wireroom_enrichment.quotations.lexicon import Lexicon, alike, completed, inflected, phrases, words

_WITHOUT_E = """
    accept add admonish affirm answer applaud ask assert assur attest aver beam bellow bemoan bet blast boast
    brand cackl call caution chant chid chuckl claim comment complain condemn confess confirm contend counter
    deadpann declaim demand disclaim echo emphasis enthus exclaim exhort exult explain express fum gasp grin
    groan growl grumbl gush hail hint holler howl indicat inform insist instruct interject intimat joke jest
    label lament laugh lash maintain mention moan mumbl murmur mutter object opin outlin pleas plead
    pontificat pray preach predict proclaim profess protest question quip rail rant reason reassur recall
    reckon recommend recount reflect refut reiterat relay remark remind repeat report request respond retort
    return reveal roar scoff scold scream shout shriek signal shrugg slamm sniff snort stress suggest suspect
    thunder tweet twitter underlin urg utter volunteer warn welcom whimper whisper wonder yell sneer snapp
    stammer stutter termin vent voic
"""
_WITH_E = """
    acknowledge advise agonise allege believe announce argue assure characterise characterize conclude concede
    continue criticise criticize declare decree denounce describe disagree disclose emphasise emphasize
    enthuse estimate fume guarantee intone joke muse note observe opine outline pledge praise promise propose
    reassure recite reiterate rejoice relate sigh state summarise summarize surmise theorise theorize tease
    underline underscore urge vouch welcome wonder agree apologise apologize blame celebrate
"""
_PAST = (
    inflected(_WITHOUT_E, "ed")
    | inflected(_WITH_E, "d")
    | words("""
        said read told wrote spoke admitted quipped bragged replied cried testified swore vowed joked quoted
        deadpanned slammed snapped sobbed sighed urged argued dismissed worried texted conferred objected
        reckoned branded dubbed teased interrupted corrected insisted explained accused posted texted
        thought feared found derided lauded mocked ridiculed decried deplored lambasted deemed likened rejected
        invoked appealed hoped touted yelled
    """)
)
_PLURAL = words("say argue insist describe allege acknowledge admit assert contend concede maintain")
_PRESENT = (
    inflected(_WITHOUT_E, "s")
    | inflected(_WITH_E, "s")
    | words("says tells writes replies admits vows cries reads yells thinks fears finds")
)
_GERUNDS = words("""
    saying adding calling noting warning telling insisting stressing claiming describing arguing explaining
    writing declaring announcing citing pledging promising vowing shouting labelling labeling branding
    denouncing dismissing accusing asserting stating complaining suggesting predicting chanting urging joking
    recalling tweeting condemning criticising criticizing lamenting demanding
""")

ENGLISH = Lexicon(
    finite=(_PAST | _PRESENT | _PLURAL)
    - words("""
        dubbed texts posts records details orders offers papers points concerns charges appeals returns
        returned stamps values valued charged ordered recorded detailed offered concerned pointed accepted
        accepts celebrated celebrates stamped painted paints worries discussed discusses prompted prompts
        pressed presses
    """),
    participles=_PAST - words("found") | words("written spoken sworn"),
    auxiliaries=words("has have had"),
    gerunds=_GERUNDS,
    purposes=words("after by before"),
    nouns_too=(_PRESENT | words("accused"))
    - words("says tells writes admits insists argues explains adds maintains describes replies warns reads"),
    completed=completed(
        pointed="out", points="out", went="on", put="it", puts="it", shot="back", hit="back", hits="back", fired="back"
    ),
    passive=words("been"),
    be=words("is was are were be been being"),
    by=words("by"),
    quoting=words("quoted quotes cited cites"),
    namings=words("""
        accused branded called calls characterised characterized condemned criticised criticized decried deemed
        denounced derided described describes dismissed dubbed hailed hails labeled labelled lambasted likened
        mocked praised rejected ridiculed slammed termed touted
    """),
    neuter=words("it"),
    plural=("s", "men", "people", "police"),
    agentive=("ist", "man", "woman", "year-old"),
    by_role=words("""
        judge magistrate prosecutor coroner spokesman spokeswoman spokesperson witness source
    """),
    offices=words("""
        judge magistrate prosecutor coroner lawyer attorney barrister solicitor
    """),
    subject_first=True,
    sources=phrases("according to", "in the words of", "in the view of"),
    opinions=phrases("for"),
    impersonal=words(""),
    leading=words("as"),
    pronouns={"he": "m", "she": "f", "they": "", "it": ""},
    stressed={"him": "m", "her": "f", "them": ""},
    first_person=words("i we"),
    clitics=words("""
        just also later then once always often simply have has had kept would further even reportedly only
        repeatedly previously
    """),
    definite=words("the this that these those his her its their my our your"),
    possessive=words("my our your his her its their"),
    demonstrative=words("this that"),
    alone=words("one some several many another"),
    indefinite=words("a an one some several two three many another"),
    of=words("of for"),
    prepositions=words("""
        in at on to by with from about after before during over under through via into against between outside
        inside near while since until as among amid across behind beside following despite upon without
    """),
    stops=words("""
        who whom whose which that and but when where monday tuesday wednesday thursday friday saturday sunday
        yesterday today tomorrow late early earlier afterwards afterward recently is was are were will would
    """),
    conjunctions=words("that what when where while as because although though whom since if whether than"),
    subordinators=words(
        "what who whom whose which that when where while although though because if since after before as asked"
    ),
    modifying=words("chief head general champion student old"),
    people=words("""
        aunt boyfriend cousin girlfriend grandfather grandmother nephew niece partner sister uncle
        headteacher councillor pundit chair coroner barrister solicitor counsel surgeon consultant midwife vicar
        priest referee umpire campaigner pensioner landlord landlady tenant neighbour bystander onlooker gardener
        coordinator commissioner inspector official representative negotiator accused activist actor actress
        aide ambassador analyst attorney author bishop boss brother candidate captain ceo chairman
        chairwoman champion chancellor chief coach colonel commander congressman congresswoman dad daughter
        defendant defender designer diplomat director doctor driver economist envoy executive expert farmer
        father filmmaker firefighter fisherman founder general goalkeeper governor fan guard guest head
        heckler husband judge king lawmaker lawyer leader man manager mayor midfielder minister mother mp
        mum mom mp lawmaker neighbor neighbour newcomer nurse old officer official owner passenger pilot
        player policeman pope premier president professor prosecutor queen refugee researcher resident rider
        scientist secretary senator sheriff shopkeeper singer soldier son source speaker spokesman
        spokesperson spokeswoman striker student survivor suspect teacher teenager tourist trader veteran
        victim villager widow widower wife winner witness woman worker writer
    """),
    bodies=words("""
        agency airline association automaker bank body broadcaster carmaker chain charity club commission
        company department developer federation firm foundation group insurer institute lender maker ministry
        airport council court office government hospital museum school trust
        ngo nonprofit operator organisation organization party regulator retailer supplier union university
        watchdog
    """),
    institutions=words("airport council court hospital museum school trust university"),
    alike=alike(
        "lawyer attorney barrister solicitor counsel",
        "judge magistrate justice",
        "spokesman spokeswoman spokesperson",
        "coach manager boss",
        "mp lawmaker congressman congresswoman senator",
    ),
    naming=words("""
        titled entitled dubbed nicknamed called named termed known billed self-styled purported supposed
        headlined so-called labelled labeled
    """),
    works=words("""
        film movie book novel album song play series painting newspaper magazine operation exhibition show
        slogan title word term phrase expression project programme program campaign podcast single opera
        shirt hat cap badge sticker tattoo graffiti documentary banner banners placard placards sign signs
        hashtag reading
    """),
    legible=words("read reads"),
    feminine=("woman", "ess", "queen", "mother", "daughter", "wife", "sister", "widow", "girl", "mum", "mom"),
    masculine=("man", "father", "husband", "brother", "widower", "boy"),
)
