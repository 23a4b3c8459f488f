"""French: words by class, the sentences that are made of them, and what papers repeat."""

from bench.dedup.lexicon import Classes, Lexicon, Templates, phrases, with_rare, words

_MASCULINE = words("""
gouvernement ministre président parti projet accord marché groupe conseil parlement budget rapport pays secteur député
sénateur maire juge procureur tribunal avocat témoin suspect syndicat patron salarié employeur travailleur chômeur
contrat emploi salaire chiffre bénéfice résultat actionnaire investisseur client fournisseur produit prix coût taux
crédit impôt revenu déficit excédent emprunt placement fonds trésor plan programme dossier texte décret amendement vote
scrutin candidat électeur électorat sondage débat dialogue compromis conflit sommet traité partenaire allié adversaire
voisin territoire quartier village hameau boulevard carrefour pont tunnel train métro tram bus avion aéroport port
navire camion véhicule conducteur passager voyageur réseau chantier bâtiment immeuble logement locataire propriétaire
hôpital médecin patient infirmier vaccin traitement médicament virus cancer régime hôtel restaurant musée théâtre
concert festival film roman livre auteur écrivain peintre acteur chanteur réalisateur public spectateur club joueur
entraîneur arbitre match tournoi championnat titre classement but stade supporter coureur maillot record vainqueur
incendie accident séisme orage vent nuage degré froid risque danger secours pompier policier gendarme soldat général
bataillon missile drone arsenal otage réfugié migrant passeport visa contrôle délai recours appel jugement verdict
procès dédommagement règlement principe modèle système logiciel serveur réacteur barrage gaz pétrole charbon climat sol
champ agriculteur élevage lait blé engrais poisson bois parc jardin arbre oiseau loup chercheur laboratoire professeur
étudiant élève diplôme examen collège lycée cours institut centre bureau service département comité porte-parole
directeur chef adjoint responsable expert analyste observateur correspondant journaliste quotidien
""")
_FEMININE = words("""
commission région commune province ville capitale frontière majorité opposition coalition loi réforme mesure décision
proposition motion séance session réunion rencontre conférence négociation concertation crise guerre paix trêve attaque
offensive armée troupe mission opération enquête perquisition plainte audience peine amende condamnation détention
libération police justice cour prison victime famille fille femme mère société entreprise filiale usine banque bourse
action obligation dette croissance inflation hausse baisse vente production demande commande livraison facture dépense
recette taxe pension retraite prime indemnité grève manifestation revendication pétition association fondation
organisation fédération union équipe sélection victoire défaite finale compétition course étape médaille saison
rencontre blessure santé maladie épidémie clinique pharmacie thérapie consultation école université classe formation
recherche étude science découverte technologie plateforme application donnée machine énergie électricité centrale
éolienne pollution émission planète forêt rivière côte plage montagne neige pluie tempête inondation sécheresse
canicule température récolte ferme vache viande céréale pêche nature réserve espèce route autoroute gare ligne voiture
moto bicyclette circulation vitesse sécurité alerte évacuation explosion collision panne coupure maison façade rue
place zone église mosquée cathédrale culture exposition œuvre chanson scène salle pièce lecture langue presse
télévision radio chaîne émission publicité campagne élection candidature présidence direction administration autorité
agence institution compétence responsabilité procédure convention clause directive norme licence concession concurrence
fusion acquisition offre stratégie perspective prévision estimation statistique moyenne part
""")
_VERBS = words("""
annoncer présenter proposer adopter rejeter approuver voter signer négocier contester critiquer dénoncer condamner
accuser accepter refuser confirmer évoquer rappeler souligner regretter saluer préparer lancer achever retarder
reporter annuler suspendre modifier adapter augmenter baisser limiter doubler tripler financer payer racheter céder
fermer installer fabriquer exporter importer livrer commander tester contrôler inspecter évaluer analyser étudier
examiner publier diffuser révéler signaler constater observer surveiller protéger menacer attaquer bombarder occuper
libérer arrêter juger acquitter inculper interroger écouter convoquer inviter rencontrer recevoir accueillir visiter
quitter gagner remporter dominer devancer battre affronter préparer sélectionner entraîner blesser soigner vacciner
sauver évacuer héberger aider accompagner soutenir encourager appuyer bloquer occuper perturber menacer freiner
accélérer stimuler relancer réformer simplifier supprimer créer développer renforcer consolider moderniser rénover
restaurer inaugurer célébrer honorer récompenser nommer désigner remplacer écarter licencier engager recruter former
organiser diriger gérer coordonner représenter incarner jouer chanter tourner filmer exposer commenter expliquer
détailler justifier clarifier préciser démentir contredire nuancer tempérer dépasser atteindre manquer rater
""")
_ADJECTIVES = words("""
national fédéral régional communal européen international local mondial politique économique social fiscal financier
judiciaire militaire policier public privé commercial industriel agricole médical scientifique technique culturel
sportif religieux historique récent ancien nouveau important grave lourd léger faible fort élevé bas large étroit long
court rapide lent précis vague clair sombre possible probable certain prudent ambitieux modeste sérieux dangereux
nécessaire utile efficace solide fragile stable instable durable temporaire définitif provisoire officiel officieux
secret discret célèbre inconnu jeune vieux libre indépendant responsable suspect coupable innocent étranger voisin
belge français allemand néerlandais britannique américain chinois russe italien espagnol flamand wallon bruxellois
parisien urbain rural maritime aérien ferroviaire routier numérique électrique nucléaire solaire chimique biologique
écologique climatique énergétique pétrolier bancaire boursier budgétaire salarial syndical patronal parlementaire
ministériel présidentiel électoral législatif administratif constitutionnel pénal civil criminel moral légal illégal
mortel tragique spectaculaire inattendu surprenant décevant encourageant inquiétant alarmant rassurant considérable
limité partiel total global général particulier spécial exceptionnel habituel annuel mensuel hebdomadaire quotidien
""")
_IRREGULAR = {"nouveau": "nouvelle", "vieux": "vieille", "bas": "basse", "long": "longue", "public": "publique"}
_NOT_ER = {
    "recevoir": ("reçu", "reçoit"),
    "accueillir": ("accueilli", "accueille"),
    "battre": ("battu", "bat"),
    "suspendre": ("suspendu", "suspend"),
    "soutenir": ("soutenu", "soutient"),
    "contredire": ("contredit", "contredit"),
    "démentir": ("démenti", "dément"),
    "atteindre": ("atteint", "atteint"),
}

_PREFIXES = words("""
anti auto bio co contre cyber éco euro hyper inter macro méga micro mini mono multi néo para péri pluri poly post pré
pro proto pseudo rétro semi sous super supra sur techno télé thermo trans ultra uni vice
""")
_TIMES = phrases("""
lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche; lundi soir; mardi matin; mercredi après-midi; jeudi soir;
vendredi en fin de journée; dans la nuit de samedi à dimanche; la semaine dernière; la semaine prochaine; le mois
dernier; le mois prochain; l'année dernière; l'an prochain; au cours des derniers jours; ces dernières semaines; depuis
plusieurs mois; depuis le début de l'année; à la fin du mois; au début de l'été; avant la fin de l'année; en début de
matinée; en fin d'après-midi; peu après midi; vers 18 heures; un peu plus tard; à l'automne; au printemps; d'ici la fin
du trimestre; à l'issue de la réunion; au premier semestre; au deuxième trimestre; pour la première fois; à plusieurs
reprises; dans les prochains jours; jusqu'à nouvel ordre; pendant de longues heures; au terme de dix jours de
discussions; en moins de deux ans; dans un délai de trente jours; tout au long de la journée
""")
_ATTRIBUTIONS = phrases("""
selon un communiqué; a indiqué le parquet; a-t-on appris de source judiciaire; d'après les chiffres publiés mercredi;
selon les premiers éléments de l'enquête; selon plusieurs témoins; selon une source proche du dossier; à en croire les
syndicats; d'après une étude publiée jeudi; selon l'agence Belga; selon les autorités locales; ressort-il d'un rapport;
a précisé le porte-parole; d'après la police; selon le cabinet du ministre; a fait savoir la direction; selon les
organisateurs; selon la presse locale; d'après nos informations; selon un bilan provisoire; selon les données de
l'institut de statistique; a confirmé le parquet de Bruxelles; comme l'a révélé le quotidien; selon des documents
internes; selon un sondage réalisé auprès de mille personnes; d'après le dernier baromètre; selon le procès-verbal; a
réagi le cabinet; apprend-on de bonne source; peut-on lire dans le rapport; selon le ministère des Finances; selon la
Banque nationale; selon Eurostat; selon les prévisions du Bureau du plan; selon un premier décompte
""")
_CIRCUMSTANCES = phrases("""
dans le cadre de; à la suite de; en raison de; à l'occasion de; au sein de; en faveur de; à propos de; au nom de; face
à; grâce à; en dépit de; au lendemain de; en marge de; à proximité de; aux côtés de; sous la pression de; à la demande
de; en présence de; au profit de; en vue de
""")
_ADVERBS = phrases("""
notamment; également; désormais; toutefois; en revanche; par ailleurs; en outre; finalement; déjà; encore; toujours;
rapidement; officiellement; largement; nettement; légèrement; fortement; à nouveau; de plus en plus; en particulier;
sans surprise; à l'unanimité; dans l'immédiat; en principe; au contraire; en effet; cependant; de son côté; pour sa
part; dans le même temps; sur le fond; à ce stade; malgré tout; en partie; plus que jamais; comme prévu
""")
_SAYING = phrases("""
a déclaré; a expliqué; a souligné; a affirmé; a ajouté; a estimé; a assuré; a répété; a averti; a regretté; a réagi; a
conclu; a insisté; a commenté; a précisé; a indiqué; a prévenu; a promis; a rappelé; a reconnu
""")
_ROLES = phrases("""
le ministre; la ministre; le porte-parole; la porte-parole; le président; la présidente; le bourgmestre; le secrétaire
d'État; le procureur; l'avocat; le député; la députée; le directeur; la directrice; l'économiste; le politologue; le
professeur; l'analyste; l'entraîneur; le capitaine; le syndicaliste; le commissaire européen; le chef de groupe;
l'ancien ministre; le patron; le juge d'instruction; l'échevine; le gouverneur; la vice-présidente; l'expert
""")
_PLACES = phrases("""
Bruxelles; Liège; Namur; Charleroi; Mons; Tournai; Anvers; Gand; Bruges; Louvain; Arlon; Wavre; Huy; Verviers; Dinant;
Marche; Ath; Nivelles; Eupen; Hasselt; Paris; Lyon; Marseille; Lille; Strasbourg; Nantes; Bordeaux; Toulouse; Rennes;
Metz; Londres; Berlin; Madrid; Rome; Lisbonne; Vienne; Varsovie; Prague; Athènes; Genève; Luxembourg; Amsterdam; La
Haye; Dublin; Oslo; Moscou; Kiev; Ankara; Le Caire; Tunis; Rabat; Alger; Dakar; Kinshasa; Kigali; Washington; New York;
Ottawa; Pékin; Tokyo; New Delhi; Jérusalem; Beyrouth; Damas; Téhéran; Bakou; Tbilissi; Helsinki; Stockholm; Copenhague
""")
_ORGANISATIONS = phrases("""
la Commission européenne; le Parlement européen; la Banque centrale européenne; l'Otan; l'Onu; l'OCDE; le FMI; la SNCB;
Infrabel; Proximus; la FGTB; la CSC; la FEB; le CPAS; le SPF Finances; l'Onem; la Cour des comptes; le Conseil d'État;
la Cour constitutionnelle; la Croix-Rouge; Amnesty International; Greenpeace; Médecins sans frontières; l'OMS; l'UEFA;
la Fifa; l'Union belge; le PS; le MR; Ecolo; la N-VA; le CD&V; Airbus; Renault; TotalEnergies; Solvay; Umicore; UCB;
Colruyt; Delhaize; KBC; Belfius; ING; bpost; Engie; Eurostar; Thales; Audi; Volvo; Stellantis; ArcelorMittal
""")
_STOCK_SENTENCES = phrases("""
Aucun blessé n'est à déplorer.; L'enquête suit son cours.; Le parquet n'a pas souhaité faire de commentaire.; Les
circonstances exactes restent à déterminer.; Plus d'informations suivront.; Le ministre n'était pas joignable dans
l'immédiat.; La circulation a été fortement perturbée.; Le bilan pourrait encore s'alourdir.; Les négociations
reprendront la semaine prochaine.; Un expert a été dépêché sur place.; Le suspect a été placé en détention.; Il risque
jusqu'à cinq ans de prison.; Les syndicats appellent à la prudence.; Les pompiers sont rapidement intervenus.; Le
dossier a été mis à l'instruction.; La décision est attendue dans les prochaines semaines.; Les deux parties se
retrouveront autour de la table.; L'entreprise emploie plusieurs centaines de personnes.; Le texte doit encore être
soumis au vote en séance plénière.; Les places sont en vente depuis lundi.; L'opposition a voté contre.; La victime a
été transportée à l'hôpital.; Ses jours ne sont pas en danger.; Une conférence de presse est prévue dans la journée.
""")
_UNITS = phrases("""
millions d'euros; milliards d'euros; euros; personnes; emplois; %; points de pourcentage; kilomètres; hectares; tonnes;
mégawatts; travailleurs; électeurs; habitants; places; logements; véhicules; dossiers; plaintes; minutes; jours; mois
""")

_GRAMMAR = """
sentence: lead body tail . | lead body tail . | body tail . | body tail . | body tail . | body , source .
sentence: body , source . | quote . | said .
sentence: figure .
source: ATTR | selon NM DF | d'après NF DM | selon PERSON | a indiqué NM AM | selon IM AM de PLACE
lead: TIME , | ADV , | à PLACE , | ATTR , | CIRC DM , | CIRC DF , | PERSON et
body: subject VS object | subject VS object | subject NMREL | people VPL object | subject VS object et VS object
body: PERSON VS object | ORG VS object | subject doit INF object | people veulent INF object | ORG compte INF object
NMREL: , qui VS object , VS object | pourrait INF object | avait ADV PART object
subject: NM | NF | NM AM | NF AF | NM DF | NF DM | NM DP | NF DF | NM DM | NF AF DM | NM AM DF
people: NP | NP AP | NP DM | NP DF | QUANT
object: NM | NF | IM | IF | IM AM | IF AF | NM DF | NF DM | NP | NM AM DF | IM DF | IF DM | NP AP | NF DP
tail: à PLACE | TIME | ADV | CIRC DM | CIRC DF | pour INF object | TIME à PLACE | sans INF object | avec IM AM
tail: avec IF AF
tail: , alors que subject VS object | , tandis que people VPL object | afin de INF object
tail: par rapport à IM AM | depuis QUANT
quote: « subject VS object » , SAYS PERSON | « il faut INF object » , SAYS PERSON
quote: « people VPL object tail » , SAYS PERSON
said: PERSON SAYS que subject VS object | ORG SAYS que people VPL object | PERSON SAYS vouloir INF object tail
figure: au total , QUANT ont été PARTP tail | subject VS object de QUANT tail
figure: cela représente QUANT , soit QUANT de plus
figure: subject s'élève à QUANT , contre QUANT TIME
headline: NM VS object | NF VS object | PLACE : NP VPL object | NM AM VS object | NF DM VS object | ORG VS object
"""

_FOOTERS = phrases("""
Lisez aussi nos autres articles sur ce sujet dans notre dossier spécial.; Abonnez-vous à notre lettre d'information
pour recevoir chaque matin l'essentiel de l'actualité dans votre boîte de réception.; Suivez toute l'actualité en
direct sur notre site et sur notre application mobile, disponible gratuitement pour tous les téléphones.; Vous avez
repéré une erreur dans cet article ? Signalez-la à notre rédaction au moyen du formulaire de contact.; Tous droits
réservés. Toute reproduction, même partielle, est interdite sans autorisation écrite de l'éditeur.; Ce journal adhère
au code de déontologie et répond devant le conseil de déontologie journalistique des plaintes de ses lecteurs.;
Soutenez un journalisme indépendant et de proximité en souscrivant un abonnement à partir de cinq euros par mois.;
Partagez cet article avec vos proches et donnez votre avis dans l'espace réservé aux commentaires de nos abonnés.;
Notre rédaction vous propose chaque semaine une sélection de reportages, de portraits et d'analyses à lire au calme.;
Rejoignez notre chaîne de messagerie pour être averti des nouvelles importantes de votre région dès leur publication.
""")
_MASTHEADS = phrases("""
{p}, le journal de votre région, vous informe tous les jours, sur papier et en ligne.; Une information de {p}, votre
quotidien depuis plus de cent ans, rédaction et administration à {r}.; {p} est édité par la société des journaux de
{r}, éditeur responsable : {n}, boîte postale {k}.
""")
_LOCAL = phrases("""
Dans la région de {r}, la nouvelle a été accueillie avec prudence, plusieurs élus demandant des éclaircissements.; À
{r}, où {k} personnes sont directement concernées, une réunion d'information aura lieu dans la salle communale.; Le
bourgmestre de {r}, {n}, a dit suivre le dossier de près et attendre des garanties écrites.; Contactée par nos soins,
l'association des commerçants de {r} estime que {k} de ses membres en ressentiront les effets avant l'hiver.; Les
habitants du quartier de la gare à {r} se disent inquiets : ils avaient déjà recueilli {k} signatures l'an passé.; «
Chez nous aussi, à {r}, on en parle depuis des mois », confie {n}, qui tient un café sur la grand-place.
""")

_TEMPLATES: Templates = {
    "weather": (
        "Météo pour {r} : {w}",
        "Le temps sera {w} ce {d} sur {r}. En matinée, le ciel restera {w} et des brumes locales se formeront dans "
        "les vallées. Les températures maximales atteindront {t} degrés en plaine et {t} degrés sur les hauteurs. Le "
        "vent de secteur {o} soufflera à {t} kilomètres par heure, avec des rafales jusqu'à {k} kilomètres par "
        "heure. La nuit prochaine, le thermomètre descendra jusqu'à {t} degrés. Demain, le temps deviendra {w}, avec "
        "un risque de pluie de {t} pour cent. L'indice de pollution reste à {t}. L'institut de météorologie n'émet "
        "pas d'avertissement.",
    ),
    "market": (
        "{c} : clôture à {i} points",
        "La Bourse de {r} a terminé la séance de {d} sur un écart de {p} %. L'indice {c} a clôturé à {i} points, "
        "contre {i} points la veille. Parmi les valeurs de l'indice, {s} a gagné {p} % à {p} euros, tandis que {s} a "
        "cédé {p} % à {p} euros. {s} a fini à {p} euros. Le volume des échanges s'est élevé à {k} millions d'euros. "
        "L'euro valait 1,{k} dollar en fin de journée et le baril de Brent s'échangeait à {p} dollars. Le rendement "
        "de l'emprunt d'État à dix ans s'établissait à {p} %.",
    ),
    "dividend": (
        "{c} versera un dividende de {p} euro",
        "{c} versera le {d} un dividende brut de {p} euro par action, soit {p} euro net. Le coupon numéro {t} sera "
        "détaché deux jours plus tôt. Le paiement se fera auprès des agences de la banque qui assure le service "
        "financier. Le bénéfice net de l'exercice s'élève à {k} millions d'euros, contre {k} millions un an plus tôt.",
    ),
    "lottery": (
        "Résultats du tirage {c}",
        "Voici les résultats du tirage {c} de {d}. Les numéros gagnants sont {t} - {t} - {t} - {t} - {t} - {t} et le "
        "numéro complémentaire est le {t}. Le numéro du joker est {i}. Les gains du premier rang s'élèvent à {i} "
        "euros. Ces résultats sont donnés sous réserve de vérification ; seule la liste officielle fait foi.",
    ),
    "sports": (
        "Championnat de {r} : les résultats",
        "Résultats de la journée numéro {t} du championnat de {r} : {x} - {x} {g}-{g}, {x} - {x} {g}-{g}, {x} - {x} "
        "{g}-{g}. {x} a ouvert la marque à la {t}e minute devant {i} spectateurs. Au classement, {x} compte {t} "
        "points et précède {x}, qui en a {t}. La prochaine journée aura lieu le {d}. Les rencontres de réserve se "
        "joueront le lendemain aux mêmes heures.",
    ),
}


def lexicon() -> Lexicon:
    """All of it, put together."""
    masculine, feminine = with_rare(_MASCULINE, _PREFIXES), with_rare(_FEMININE, _PREFIXES)
    adjectives = with_rare(_ADJECTIVES, _PREFIXES[:12])
    both = with_rare(_MASCULINE + _FEMININE, _PREFIXES)
    classes: Classes = {
        "NM": [_the(noun) for noun in masculine],
        "NF": [_the(noun, "la") for noun in feminine],
        "NP": [f"les {_plural(noun)}" for noun in both],
        "DM": [_of(noun, "du") for noun in masculine],
        "DF": [_of(noun, "de la") for noun in feminine],
        "DP": [f"des {_plural(noun)}" for noun in both],
        "IM": [f"un {noun}" for noun in masculine],
        "IF": [f"une {noun}" for noun in feminine],
        "AM": adjectives,
        "AF": [_feminine(word) for word in adjectives],
        "AP": [_plural(word) for word in adjectives],
        "VS": [form for verb in _VERBS for form in (f"a {_participle(verb)}", _present(verb))],
        "VPL": [f"ont {_participle(verb)}" for verb in _VERBS],
        "PART": [_participle(verb) for verb in _VERBS],
        "PARTP": [f"{_participle(verb)}s" for verb in _VERBS],
        "INF": list(_VERBS),
        "TIME": _TIMES,
        "ATTR": _ATTRIBUTIONS,
        "CIRC": [phrase.removesuffix(" de") for phrase in _CIRCUMSTANCES if phrase.endswith(" de")],
        "ADV": _ADVERBS,
        "SAYS": _SAYING,
    }
    return Lexicon(
        code="fr",
        papers=("Le Courrier de", "L'Écho de", "La Gazette de", "Le Journal de"),
        agencies=("AFP", "Belga", "Reuters"),
        classes=classes,
        topical=("NM", "NF", "NP", "DM", "DF", "DP", "IM", "IF", "AM", "AF", "AP", "VS", "VPL", "INF"),
        grammar=_GRAMMAR,
        roles=_ROLES,
        places=_PLACES,
        organisations=_ORGANISATIONS,
        units=_UNITS,
        stock_sentences=_STOCK_SENTENCES,
        footers=_FOOTERS,
        mastheads=_MASTHEADS,
        local=_LOCAL,
        templates=_TEMPLATES,
        correction="RECTIFICATIF",
        corrects="(Corrige une donnée dans le texte.)",
        also="Dans une autre actualité, ",
        decimal=",",
        months=words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        weather=phrases("ensoleillé; couvert; pluvieux; orageux; brumeux; changeant; sec; frais; doux; très nuageux"),
        winds=phrases("nord; sud; est; ouest; nord-ouest; sud-ouest; nord-est; sud-est"),
    )


def _elides(word: str) -> bool:
    return word[0] in "aeiouéèêhœ"


def _the(noun: str, article: str = "le") -> str:
    return f"l'{noun}" if _elides(noun) else f"{article} {noun}"


def _of(noun: str, article: str) -> str:
    return f"de l'{noun}" if _elides(noun) else f"{article} {noun}"


def _plural(word: str) -> str:
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith("eau") else "s")


def _feminine(word: str) -> str:
    if word in _IRREGULAR or word.endswith("e"):
        return _IRREGULAR.get(word, word)
    for ending, other in (("if", "ive"), ("eux", "euse"), ("el", "elle"), ("en", "enne"), ("er", "ère"), ("et", "ète")):
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word + "e"


def _participle(verb: str) -> str:
    return _NOT_ER[verb][0] if verb in _NOT_ER else verb.removesuffix("er") + "é"


def _present(verb: str) -> str:
    return _NOT_ER[verb][1] if verb in _NOT_ER else verb.removesuffix("r")
