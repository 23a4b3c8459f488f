"""Dutch."""

from wireroom_enrichment.dates.lexicon import Tenses, Words

WORDS = Words(
    language="nl",
    months="januari februari maart april mei juni juli augustus september oktober november december",
    short_months={
        "jan": 1,
        "feb": 2,
        "mrt": 3,
        "apr": 4,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "okt": 10,
        "nov": 11,
        "dec": 12,
    },
    weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    parts={
        "TMO": "ochtend ochtends voormiddag morgens",
        "TAF": "middag namiddag middags",
        "TEV": "avond avonds",
        "TNI": "nacht nachts",
    },
    days={"vandaag": 0, "gisteren": -1, "morgen": 1, "eergisteren": -2, "overmorgen": 2},
    day_parts={
        "vanochtend vanmorgen": (0, "TMO"),
        "vanmiddag vannamiddag": (0, "TAF"),
        "vanavond": (0, "TEV"),
        "vannacht": (0, "TNI"),
        "gisteravond": (-1, "TEV"),
        "gisterochtend gistermorgen": (-1, "TMO"),
        "gistermiddag": (-1, "TAF"),
        "gisternacht": (-1, "TNI"),
        "morgenochtend": (1, "TMO"),
        "morgenmiddag": (1, "TAF"),
        "morgenavond": (1, "TEV"),
    },
    units={"D": "dag", "W": "week", "M": "maand", "Y": "jaar", "m": "minuut"},
    many={"D": "dagen", "W": "weken", "M": "maanden", "m": "minuten"},
    decades="jaren",
    fixed={},
    edged={"jaareinde": ("end", "Y")},
    seasons={"SP": "voorjaar lente", "SU": "zomer nazomer", "FA": "najaar herfst", "WI": "winter"},
    weekends="weekend weekeinde",
    edges={"start": "begin", "mid": "half medio midden halverwege", "end": "eind einde"},
    sides={"before": "vóór ervoor daarvoor", "after": "na erna daarna"},
    later="later",
    marks={
        "s": "voorgaande daaropvolgende",
        "o": "van",
        "f": "iets precies exact",
        "t": "tot op",
        "e": "en",
        "k": "tussen",
        "a": "de het",
        "r": "in uit sinds vanaf voor per tijdens met gedurende",
        "@": "om",
        "b": "rond omstreeks tegen circa bijna ongeveer zowat",
        "I": "over Over",
        "<": "minder",
        ">": "meer ruim",
        "y": "dan",
        "g": "geleden",
        "l": "eerder later voordien nadien",
        "T": "dit deze",
        "L": "vorig vorige verleden afgelopen voorbije jongstleden",
        "N": "volgend volgende komend komende aanstaande aanstaand",
        "h": "uur",
        "H": "u",
    },
    ago="",
    ahead_in="I ",
    joined_parts={"TMO": "ochtend morgen voormiddag", "TAF": "middag namiddag", "TEV": "avond", "TNI": "nacht"},
    refused=("Goede Vrijdag", "Witte Donderdag", "Stille Zaterdag"),
    ahead="tegen",
    perhaps_ahead="tot vanaf voor per",
    behind="sinds",
    tenses=Tenses(
        past="heeft hebben had hadden was waren werd werden zei zeiden zegt zeggen meldt melden laat weten kwam"
        " kwamen ging gingen gaf gaven deed begon begonnen viel vielen stierf stond stonden zat zag schreef"
        " sprak hield bleek kreeg kregen won wonnen verloor aldus bekend vertelde bracht dacht kocht verkocht"
        " zocht bezocht mocht wist brachten liep liepen reed sloot trok vond zagen vonden namen lieten trokken braken"
        " schoten sloegen spraken reden vluchtten verloren hielden deden schoot sloeg bood bleef"
        " stak bracht dronk vloog vertrok gebeurde stortte liet ontstond ontstonden overleed overleden zonk"
        " zonken ontving ontvingen koos kozen verscheen verschenen besloot sprong sprongen klom klommen verdween"
        " verdwenen botste botsten crashte eiste eisten",
        future="regent sneeuwt waait vriest dooit "
        "zal zullen zou zouden moet moeten mag mogen kan kunnen wil willen gaat gaan wordt worden gepland"
        " uitgesteld verplaatst verschoven verwacht voorzien is zijn stemt rijdt duurt nodigt trekt opent sluit"
        " ontvangt speelt ontmoet reist komt vindt neemt spreekt debatteert presenteert ondertekent keert volgt"
        " kiest verhuist betoogt staakt loopt eindigt treedt buigt onthult viert stemmen rijden beginnen spelen"
        " komen vinden starten vertrekken start begint vertrekt verschijnt bespreekt beslist beraadt vergadert"
        " hervat aangekondigd"
        " verschijnen overleggen vergaderen staken betogen reizen debatteren tekenen spreken beslissen hervatten openen"
        " ontmoeten vertrekken bespreken beslist tekent gaat debatteren kiezen keren tekenen volgen",
        future_endings=("t",),
        neither_endings=("cht", "iteit", "ment", "rust", "lijst", "tekst", "dienst", "komst"),
        past_endings=(
            "elde",
            "erde",
            "igde",
            "eide",
            "aagde",
            "uurde",
            "ouwde",
            "dde",
            "tte",
            "alde",
            "orde",
            "efde",
            "ilde",
            "ulde",
            "kte",
            "fte",
            "pte",
            "eerden",
            "kten",
            "pten",
        ),
        neither="het dat niet met uit want wat kant punt echt recht bericht licht nacht kracht macht acht wit kort"
        " groot soort laatst vast tocht staat de den beide aarde einde orde vrede waarde tweede derde vierde"
        " grootste beste eerste laatste route minister-president parket kabinet budget regent agent student"
        " president document parlement moment procent onderzoek bedrijf overheid tot best eerst minst meest"
        " haast naast juist rust kust mensen steden landen honderden maanden eenheden gebeurtenis leden tijden"
        " handen landen kwartet debat raadslid binnenlandse buitenlandse provincie gemeente hitte ruimte boete"
        " weduwe jeugd vlucht zicht gezicht elkaar sint ooit nooit hart front sport transport rapport tekort"
        " bezoekt gelet omdat nadat zodat voordat totdat opdat",
    ),
)
