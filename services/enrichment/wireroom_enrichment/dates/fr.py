"""French."""

from wireroom_enrichment.dates.lexicon import Tenses, Words

WORDS = Words(
    language="fr",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    short_months={
        "janv": 1,
        "jan": 1,
        "févr": 2,
        "fév": 2,
        "avr": 4,
        "juil": 7,
        "août": 8,
        "aout": 8,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "déc": 12,
    },
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    parts={
        "TMO": "matin matinée",
        "TAF": "après-midi",
        "TEV": "soir soirée",
        "TNI": "nuit",
        "T12:00": "midi",
    },
    days={"hui": 0, "hier": -1, "demain": 1, "avant-hier": -2, "après-demain": 2},
    day_parts={},
    units={"D": "jour", "W": "semaine", "M": "mois", "Y": "an année", "H": "heure", "m": "minute"},
    many={"D": "jours", "W": "semaines", "Y": "ans", "H": "heures", "m": "minutes"},
    decades="années",
    fixed={"veille": ("D", -1), "lendemain": ("D", 1), "surlendemain": ("D", 2), "avant-veille": ("D", -2)},
    edged={},
    seasons={"SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver"},
    weekends="week-end weekend",
    edges={"start": "début", "mid": "mi milieu courant", "end": "fin"},
    sides={"before": "avant", "after": "après"},
    later="tard",
    marks={
        "n": "er",
        "o": "de du des d",
        "t": "à au aux",
        "e": "et",
        "k": "entre",
        "a": "le la les l",
        "r": "en dans depuis dès pour jusqu lors durant pendant courant par sous",
        "b": "vers environ près presque quasi quelque",
        "<": "moins",
        ">": "plus",
        "v": "il Il",
        "w": "y",
        "q": "a",
        "T": "ce cet cette",
        "L": "dernier dernière passé passée",
        "N": "prochain prochaine",
        "l": "tôt auparavant tard",
        "h": "heures heure",
        "H": "h H",
    },
    ago="v w q ",
    articles=True,
    joined_parts={},
    refused=("Vendredi saint", "vendredi saint", "lundi de P", "Lundi de P", "mercredi des C", "Mercredi des C"),
    ahead="d'ici ici d",
    perhaps_ahead="jusqu dès pour",
    behind="depuis",
    tenses=Tenses(
        past="a ont avait avaient fut furent était étaient aurait auraient eu eut eurent dit ont-ils a-t-il"
        " a-t-elle a-t-on est-il",
        future="va vont devrait devraient doit doivent pourrait pourraient prévu prévue prévus prévues attendu"
        " attendue attendus attendues programmé programmée programmés programmées prévoit prévoient appelle"
        " appellent débute débutent commence commencent ouvre ouvrent réunit réunissent reprend reprennent"
        " entame entament accueille accueillent affronte affrontent reçoit reçoivent rencontre joue jouent vote"
        " votent examine compte comptent espère espèrent rendez-vous prochain prochaine convoqué convoquée"
        " convoqués serait",
        past_endings=("èrent",),
        future_endings=("era", "eront", "ira", "iront", "dra", "dront", "vra", "vront", "urra", "urront", "fera"),
        neither="opéra caméra",
    ),
)
