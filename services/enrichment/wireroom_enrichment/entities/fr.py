"""French."""

import re

from wireroom_enrichment.entities.lexicon import ENGLISH_HEADS, Lexicon, ending, whole, words

_ROLES = r"""
(?:vice-?|ex-?|co-?|sous-?)?(?:president|premier-ministre|ministre|secretaire|directeur|chef|porte-parole|depute|
senateur|maire|prefet|procureur|juge|gouverneur|ambassadeur|commissaire|conseiller|chancelier|patron|dirigeant|
fondateur|administrateur|redacteur)(?:e|s|es|rice|se|fe)? (?:vice-?|ex-?|co-?)?presidente?s? directrices? cheffes?
cheffe
deputee?s? senatrices? procureure? gouverneure? ambassadrice conseillere chanceliere patronne fondatrice
administratrice redactrice pdg dg general colonel capitaine commandant lieutenant-colonel lieutenant sergent adjudant
amiral marechal brigadier major caporal porte-paroles? roi reine prince princesse pape cardinal archeveque eveque pere
soeur imam rabbin cheikh emir sultan sultane calife avocate? docteur doctoresse professeure? prof medecin chirurgiene?
infirmiere? infirmier chercheuse chercheur historiene? historien historienne economiste politologue sociologue analyste
expert experte specialiste epidemiologiste virologue biologiste climatologue meteorologue journaliste reporter ecrivain
ecrivaine romancier romanciere poete acteur actrice comedien comedienne chanteur chanteuse musicien musicienne
realisateur realisatrice cineaste producteur productrice peintre sculpteur architecte photographe entraineure?
selectionneure? selectionneuse gardien capitaine attaquant defenseur milieu ailier pilote champion championne
coureur coureuse cycliste nageur nageuse leader numero militante? activiste syndicaliste delegue deleguee
representante? responsable coordinateur coordinatrice coordonnateur tresoriere? tresorier membre cadre candidate?
opposant opposante chef-lieutenant negociateur negociatrice emissaire envoye envoyee diplomate consul echevine? echevin
bourgmestre conservateur conservatrice ingenieure? technicien technicienne agriculteur agricultrice eleveur eleveuse
pecheur ouvrier ouvriere soudeur enseignante? enseignant institutrice instituteur proviseure? recteur rectrice doyen
doyenne auteure? autrice avocat pdg president-directeur sous-prefet greffier magistrate? magistrat batonnier
policier gendarme pompier secouriste lieutenant-gouverneur homologue aide-soignante aide-soignant createur creatrice
curateur curatrice organisateur organisatrice animateur animatrice presentateur presentatrice editorialiste
predecesseure? successeure? suppleante? adjointe? stratege gestionnaire actionnaire proprietaire gerante? gerant
vainqueur laureate? laureat otage parole
etudiante? maitresse lyceenne? antiquaire restaurateur restauratrice navigatrice navigateur geneticienne? couvreur
bibliothecaire
viticulteur vigneronne apiculteur maraicher boulangere hotelier cuisinier cuisiniere patissier fleuriste coiffeur
coiffeuse buraliste menuisier geometre forestier veterinaire skippeur sauveteur generaliste chirurgienne dentiste
pharmacien pharmacienne psychologue psychiatre archeologue ecologue zoologiste botaniste geologue volcanologue
sismologue astronome physicien physicienne chimiste mathematicien huissier notaire enqueteur enquetrice benevole
entrepreneuse banquier strategiste archiviste sculptrice rappeur guitariste violoniste pianiste compositeur
compositrice dramaturge scenariste humoriste entraineuse sprinteur jockey golfeur arbitre chauffeur conducteur
"""

LEXICON = Lexicon(
    articles=words(
        "le la les l' l’ un une du de des au aux d' d’ son sa ses leur leurs notre nos votre ce cet cette mon ma mes"
    ),
    honorifics=words("m mm mme mmes mlle monsieur madame mademoiselle messieurs mesdames"),
    academic=words("dr drs pr prs me maitre mgr docteur docteure professeur professeure"),
    roles=whole(_ROLES),
    occupations=ending(r"eur euse rice iste logue ien ienne crate graphe nome pathe"),
    stops=words(
        "qui que dont ou a ont est sont etait avait sera ayant etant dans sur sous depuis apres avant lors selon "
        "par vers entre et mais ne n' n’ se s' s’ en age agee tue tuee blesse blessee venu venue ne nee interroge "
        "interrogee cite citee lui elle il plus comme avec contre jusqu' toutefois egalement notamment"
    ),
    complements=words("de du des d' d’ a au aux pour chez"),
    speech=words(
        "dit declare indique affirme explique annonce souligne ajoute precise estime assure rappele confie lance "
        "raconte repondu reagi critique denonce reconnu confirme poursuivi regrette averti prevenu insiste note "
        "observe conclu admis juge promis avoue temoigne soupire deplore resume soutenu martele plaide nuance "
        "souffle ecrit tweete prevenu appele salue condamne affirme accuse demande declarait expliquait indiquait "
        "affirmait precisait ajoutait soulignait estimait lache glisse rejoui felicite defendu declare dement"
    ),
    ages=words("ans an"),
    particles=words("de du des d' d’ la le van von der den el al ben bin ibn di da del dos ould ait bou"),
    heads=ENGLISH_HEADS
    | words(
        "bourse chu chr agence alliance armee assemblee assurances autorite banque bibliotheque "
        "brigade brigades "
        "bureau caisse centrale centre cercle chambre clinique club coalition college comite commission "
        "communaute compagnie confederation congres conseil conservatoire cooperative cour croix-rouge "
        "departement direction ecole etablissement etat-major faculte federation fondation fonds force forces "
        "front galerie groupe groupement hopital institut institution laboratoire laboratoires librairie ligue "
        "mairie ministere mission mouvement musee observatoire office ong ordre organisation orchestre parlement "
        "parquet parti plateforme prefecture rassemblement regie regiment reseau sa sas sarl secours secretariat "
        "senat service services societe syndicat theatre tribunal union universite maison fc sc rc as us "
        "olympique racing stade-fc energie bank invest capital gazette "
        "quotidienne messager courrier depeche"
    ),
    head_endings=whole("(?!)"),
    small_heads=words(
        "ministere tribunal cour universite hopital clinique musee prefecture parquet lycee college theatre "
        "fondation institut rectorat chu parti ecole abbaye opera"
    ),
    links=words(r"de du des d' d’ la l' l’ les pour"),
    ands=words("et &"),
    descriptors=whole(
        r"societes? groupes? entreprises? compagnies? firmes? journal quotidien hebdomadaire magazine chaine radio "
        r"fabricant constructeur editeur distributeur exploitant operateur geant banque assureur laboratoire ong "
        r"association syndicat parti mouvement milice club equipe plateforme start-up startup enseigne marque "
        r"filiale multinationale producteur transporteur agence cabinet holding fonds site organisation "
        r"equipementier avionneur brasseur editrice groupuscule reseau collectif consortium armateur assembleur "
        r"cooperative mutuelle"
    ),
    of_place=words("a en au aux vers depuis pres nord sud est ouest nord-est nord-ouest sud-est sud-ouest dans centre"),
    near_place=words("de du d' d’ des pour contre entre par sur et ou"),
    place_nouns=words(
        "ville province region departement village commune localite district gouvernorat canton comte wilaya port "
        "aeroport ville-capitale capitale fleuve riviere quartier banlieue faubourg agglomeration prefecture-de "
        "archipel station enclave bastion peninsule metropole frontiere oblast base"
    ),
    place_heads=words(
        "lac col mont monts ile iles golfe detroit mer cap baie vallee foret massif pointe gorges canal "
        "presqu'ile stade gare rue avenue boulevard place pont parc desert ocean cote val plateau route"
    ),
    place_tails=words(""),
    place_links=words("de du des d' d’ la l' l’ les"),
    events=words(
        "tour coupe grand-prix grand prix championnat championnats mondial mondiaux jeux marathon trophee rallye "
        "festival foire open masters criterium classique operation accord traite convention guerre bataille "
        "journee revolution festivals sommet conference euro"
    ),
    event_links=words("de du des d l la les"),
    before_no_name=words(
        r"tempete ouragan cyclone typhon fievre virus maladie syndrome loi ouragans variant operation frigate "
        r"paquebot navire petrolier ferry porte-avions bombe missile film roman album livre dossier affaire prix "
        r"phenomene chalutier cargo voilier"
    ),
    home=words("FR BE CH"),
    calendar=words(
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi "
        "mercredi jeudi vendredi samedi dimanche"
    ),
    modifies=words(
        "general generale generaux public publique publics superieur superieure mondial mondiale international "
        "internationale national nationale nationaux nationales unies uni jaune rouge centrale central europeen "
        "europeenne africain africaine etrangeres etrangere civile civil militaire romand romande flamand "
        "flamande wallon wallonne kurde arabe islamique humanitaire humain humains sociale social"
    ),
    adjective=re.compile(
        r"\w{2,30}(?:al|ale|aux|ales|ique|iques|ien|ienne|iens|iennes|ois|oise|ais|aise|aire|aires|if|ive|ifs|ives|"
        r"el|elle|els|elles|iste|istes|able|eux|euse|ain|aine|ains|aines)\Z"
    ),
    small_complement=True,
)
