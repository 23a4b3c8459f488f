"""German."""

from wireroom_enrichment.dates.lexicon import Tenses, Words

WORDS = Words(
    language="de",
    months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    short_months={"jan": 1, "jän": 1, "jänner": 1, "feb": 2, "aug": 8, "sept": 9, "okt": 10, "nov": 11, "dez": 12},
    weekdays="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    capitals=True,
    parts={
        "TMO": "Morgen Vormittag Früh früh",
        "TAF": "Nachmittag",
        "TEV": "Abend abend",
        "TNI": "Nacht",
        "T12:00": "Mittag",
    },
    days={"heute": 0, "gestern": -1, "morgen": 1, "vorgestern": -2, "übermorgen": 2},
    day_parts={},
    units={
        "D": "Tag Tages tags",
        "W": "Woche",
        "M": "Monat Monats",
        "Y": "Jahr Jahres",
        "H": "Stunde",
        "m": "Minute",
    },
    many={
        "D": "Tage Tagen",
        "W": "Wochen",
        "M": "Monate Monaten",
        "Y": "Jahre Jahren",
        "H": "Stunden",
        "m": "Minuten",
    },
    fixed={
        "heuer": ("Y", 0),
        "Vorjahr Vorjahres": ("Y", -1),
        "Vormonat": ("M", -1),
        "Vorwoche": ("W", -1),
        "Vortag": ("D", -1),
    },
    edged={
        "Jahresende": ("end", "Y"),
        "Jahresbeginn Jahresanfang": ("start", "Y"),
        "Monatsende": ("end", "M"),
        "Monatsbeginn Monatsanfang": ("start", "M"),
    },
    seasons={
        "SP": "Frühjahr Frühjahrs Frühling Frühlings",
        "SU": "Sommer Sommers Spätsommer Frühsommer Hochsommer",
        "FA": "Herbst Herbstes Spätherbst",
        "WI": "Winter Winters",
    },
    weekends="Wochenende Wochenendes",
    edges={"start": "Anfang Beginn", "mid": "Mitte", "end": "Ende"},
    sides={"after": "nach"},
    later="später",
    marks={
        "s": "vorangegangenen darauffolgenden folgenden",
        "D": "er er-Jahre er-Jahren ern",
        "o": "des der",
        "f": "etwas deutlich genau",
        "t": "bis auf zum zu",
        "e": "und",
        "k": "zwischen",
        "a": "das dem den die",
        "r": "am im in aus seit ab für vom von bei beim zur mit binnen während übers",
        "@": "um",
        "b": "gegen rund etwa knapp fast circa ca beinahe",
        "<": "weniger",
        ">": "mehr über gut",
        "y": "als",
        "G": "vor",
        "O": "dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
        "l": "zuvor später davor",
        "T": "diesem diesen dieser dieses diese",
        "L": "vergangenen vergangener vergangene vergangenes vergangenem letzten letzter letzte letztes letztem"
        " vorigen voriger vorige voriges",
        "N": "kommenden kommender kommende kommendes nächsten nächster nächste nächstes nächstem",
        "H": "Uhr",
    },
    ago="G ",
    tomorrow="morgen",
    joined_parts={
        "TMO": "morgen vormittag früh",
        "TAF": "nachmittag",
        "TEV": "abend",
        "TNI": "nacht",
        "T12:00": "mittag",
    },
    family_names="Freitag Sonntag Montag",
    ahead="für",
    perhaps_ahead="bis ab zum",
    behind="seit",
    tenses=Tenses(
        past="floh flohen entkam entkamen verschwand verschwanden entschied entschieden ertrank ertranken lief liefen"
        " flog flogen musste mussten wusste wussten reiste reisten hat haben hatte hatten war waren wurde wurden sagte"
        " sagten begann kam kamen ging gingen gab gaben fand fanden sprach starb starben fiel fielen trat traf"
        " trafen nahm nahmen schrieb stieg sank ließ hieß stand lag sah schlug gewann gewannen verlor zog brach"
        " sagt sagten teilte meldet berichtet heißt hieß erklärt zufolge laut",
        future="folgt folgen regnet schneit gefriert taut weht"
        " wird werden soll sollen will wollen muss müssen darf dürfen kann können könnte könnten sollte"
        " sollten würde würden dürfte dürften möchte ist sind steht stehen beginnt beginnen bleibt bleiben tagt"
        " geplant geplante geplanten verschoben vertagt erwartet geht kommt plant planen beraten"
        " vorgesehen angesetzt terminiert anberaumt angekündigt einberufen"
        " entscheidet entscheiden entfällt empfängt empfangen erhält verlässt bespricht berät beschließt erscheint"
        " treffen tagen stimmen fliegen spielen streiken demonstrieren verhandeln starten enden reisen",
        past_endings=("te", "ten"),
        future_endings=("t",),
        neither="nicht mit seit fast erst jetzt dort selbst damit statt samt sofort insgesamt bereit weit zunächst"
        " zuletzt gut alt kalt heute letzte letzten ersten erste gestalten rechten rechte linke gesamten gesamte"
        " zweiten dritten vierten beste besten bekannt gesamt nächst höchst meist möglichst derzeit echt leicht"
        " schlecht recht vielleicht ernst halt vermutlich hinten unten unter verletzte verletzten betroffenen"
        " anschließt konkret bunt acht hart spät dicht indirekt direkt kaputt akut tot rot laut mitunter"
        " überhaupt",
    ),
)
