"""English: words by class, the sentences that are made of them, and what papers repeat."""

from bench.dedup.lexicon import Classes, Lexicon, Templates, phrases, with_rare, words

_NOUNS = words("""
government minister president party project agreement market group council parliament budget report country sector
senator mayor judge prosecutor court lawyer witness suspect union employer worker contract job wage profit result
shareholder investor customer supplier product price cost rate loan tax income deficit surplus bond fund treasury plan
programme file bill decree amendment vote ballot candidate voter poll debate compromise conflict summit treaty partner
ally rival neighbour territory district village street crossing bridge tunnel train tram bus plane airport port ship
lorry vehicle driver passenger traveller network site building flat house tenant landlord hospital doctor patient nurse
vaccine treatment drug virus disease diet hotel restaurant museum theatre concert festival film novel book author
writer painter actor singer director audience club player coach referee match tournament championship title table goal
stadium supporter rider jersey record winner fire accident earthquake storm wind cloud degree risk danger rescue
firefighter officer soldier general battalion missile drone arsenal hostage refugee migrant passport visa check delay
appeal ruling verdict trial compensation rule principle model system software server reactor dam gas oil coal climate
soil field farmer herd milk wheat fertiliser fish forest park garden tree bird wolf researcher laboratory professor
student pupil degree exam college school course institute centre office service department committee spokesman manager
chief deputy expert analyst observer correspondent journalist newspaper commission region town province city capital
border majority opposition coalition law reform measure decision proposal motion session meeting conference negotiation
crisis war truce attack offensive army mission operation inquiry search complaint hearing sentence fine conviction
detention release victim family daughter company subsidiary factory bank share debt growth inflation increase fall sale
output demand order delivery bill expense pension bonus strike protest claim petition charity foundation organisation
federation team squad victory defeat final race stage medal season injury epidemic clinic pharmacy therapy university
training study discovery technology platform application figure machine turbine pollution emission planet river coast
beach mountain flood drought heatwave harvest farm cow crop fishery reserve species road motorway station line car
motorcycle speed alert evacuation explosion collision outage shortage blackout square church mosque cathedral culture
exhibition work song scene hall play language channel broadcast campaign election presidency board administration
authority agency institution duty procedure convention clause directive standard licence merger acquisition offer
strategy outlook forecast estimate average stake index auction tender quota tariff sanction embargo subsidy grant
""")
_PLURALS = words("""
ministers lawmakers judges prosecutors lawyers witnesses suspects unions employers workers wages profits results
shareholders investors customers suppliers products prices costs rates loans taxes bonds funds plans voters polls talks
allies rivals neighbours villages streets bridges trains buses planes ships lorries vehicles drivers passengers
networks buildings tenants hospitals doctors patients nurses vaccines drugs hotels restaurants museums concerts films
books authors players fans goals clubs fires storms risks firefighters officers soldiers troops missiles drones
hostages refugees migrants checks delays appeals rules models systems servers reactors prices farmers herds crops
forests birds researchers professors students pupils exams schools courses offices services committees experts analysts
observers reporters regions towns cities borders laws reforms measures decisions proposals meetings sanctions attacks
victims families companies factories banks shares debts sales orders pensions strikes protests claims charities teams
medals injuries clinics universities studies turbines emissions rivers beaches floods farms cows species roads stations
cars
""")
_PAST = words("""
announced presented proposed adopted rejected approved signed negotiated challenged criticised denounced condemned
accused accepted refused confirmed mentioned recalled stressed regretted welcomed prepared launched completed delayed
postponed cancelled suspended changed adapted raised lowered limited doubled tripled financed paid bought sold closed
opened installed produced exported imported delivered ordered tested checked inspected assessed analysed studied
examined published broadcast revealed reported noted observed monitored protected threatened attacked bombed occupied
freed arrested judged acquitted charged questioned heard summoned invited met received visited left won dominated beat
faced selected trained injured treated vaccinated saved evacuated housed helped joined supported encouraged blocked
disrupted slowed accelerated boosted relaunched reformed simplified scrapped created developed strengthened
consolidated modernised renovated restored inaugurated celebrated honoured rewarded appointed named replaced dismissed
hired recruited organised led managed coordinated represented played filmed exhibited explained detailed justified
clarified denied contradicted exceeded reached missed lost defended promised backed opposed halted seized banned lifted
extended cut froze trimmed outlined overturned upheld settled sued merged acquired expanded rescued inspired shaped
""")
_BASE = words("""
announce present propose adopt reject approve sign negotiate challenge criticise condemn accept refuse confirm mention
stress welcome prepare launch complete delay postpone cancel suspend change adapt raise lower limit double finance pay
buy sell close open install produce export import deliver order test check inspect assess analyse study examine publish
reveal report monitor protect threaten attack occupy free arrest question invite meet receive visit leave win face
select train treat save evacuate house help join support encourage block disrupt slow accelerate boost reform simplify
scrap create develop strengthen modernise renovate restore open celebrate honour appoint replace dismiss hire recruit
organise lead manage represent explain justify clarify deny exceed reach lose defend back oppose halt seize ban lift
extend cut
""")
_ADJECTIVES = words("""
national federal regional local European international global political economic social fiscal financial judicial
military public private commercial industrial agricultural medical scientific technical cultural religious historic
recent former new important serious heavy light weak strong high low broad narrow long short rapid slow precise vague
clear dark possible likely certain cautious ambitious modest dangerous necessary useful effective solid fragile stable
unstable lasting temporary final provisional official secret discreet famous unknown young old free independent
responsible suspected guilty innocent foreign neighbouring Belgian French German Dutch British American Chinese Russian
Italian Spanish Irish Scottish Welsh urban rural maritime digital electric nuclear solar chemical biological
environmental monetary parliamentary presidential electoral legislative administrative constitutional criminal civil
moral legal illegal deadly tragic spectacular unexpected surprising disappointing encouraging worrying alarming
considerable limited partial total general particular special exceptional usual annual monthly weekly daily quarterly
bilateral joint northern southern eastern western central coastal remote crowded empty costly cheap profitable bankrupt
""")
_PREFIXES = words("""
anti auto bio co counter cyber eco euro fore geo hydro hyper infra inter macro mega micro mid mini mono multi neo non
out over para poly post pre proto pseudo retro semi sub super supra techno tele thermo trans ultra under
""")
_TIMES = phrases("""
on Monday; on Tuesday; on Wednesday; on Thursday; on Friday; on Saturday; on Sunday; late on Monday; early on Tuesday;
on Wednesday afternoon; on Thursday evening; last week; next week; last month; next month; last year; next year; in
recent days; in recent weeks; for several months; since the start of the year; at the end of the month; in early
summer; by the end of the year; overnight; in the morning; shortly after noon; at around 6 p.m.; a little later; in the
autumn; in the spring; by the end of the quarter; after the meeting; in the first half; in the second quarter; for the
first time; on several occasions; in the coming days; until further notice; for hours; after ten days of talks; in less
than two years; within thirty days; throughout the day; earlier this week; later this month
""")
_ATTRIBUTIONS = phrases("""
according to a statement; the prosecutor's office said; according to figures released on Wednesday; according to
several witnesses; a source close to the matter said; according to the unions; according to a study published on
Thursday; local authorities said; according to a report; a spokesman said; police said; the company said in a
statement; according to the organisers; local media reported; according to a provisional toll; according to data from
the statistics office; as first reported by the newspaper; according to internal documents; according to a poll of a
thousand people; people familiar with the matter said; according to court documents; the ministry said in a statement;
sources told Reuters; according to the central bank; according to Eurostat; analysts said; state television reported;
the fire service said; a court spokesman said; officials said on condition of anonymity; a police spokeswoman told
reporters
""")
_PREPOSITIONS = phrases("""
as part of; in the wake of; because of; on the occasion of; within; in favour of; on behalf of; in the face of; thanks
to; in spite of; a day after; on the sidelines of; close to; alongside; under pressure from; at the request of; in the
presence of; for the benefit of; ahead of; in exchange for; with the help of; in response to; in addition to; instead
of
""")
_ADVERBS = phrases("""
however; meanwhile; in addition; finally; already; still; again; officially; largely; slightly; strongly; sharply; more
and more; in particular; as expected; unanimously; for now; in principle; on the contrary; indeed; for its part; at the
same time; at this stage; after all; in part; more than ever; by contrast; in the end; so far; to a large extent
""")
_SAYING = phrases("""
said; added; explained; stressed; insisted; warned; told reporters; said in an interview; told parliament; admitted;
noted; argued; said at a news conference; replied; concluded; told a local radio station
""")
_ROLES = phrases("""
the minister; Prime Minister; President; spokesman; spokeswoman; Mayor; Judge; prosecutor; lawyer; Senator; director;
chief executive; economist; political scientist; Professor; analyst; coach; captain; union leader; European
commissioner; former minister; Governor; chairman; deputy chair; Finance Minister; Foreign Minister; expert; researcher
""")
_PLACES = phrases("""
London; Manchester; Leeds; Bristol; Glasgow; Edinburgh; Cardiff; Belfast; Dublin; Cork; Birmingham; Liverpool;
Sheffield; Newcastle; Norwich; Oxford; Cambridge; Exeter; York; Hull; Washington; New York; Boston; Chicago; Houston;
Seattle; Toronto; Ottawa; Sydney; Melbourne; Brussels; Paris; Berlin; Madrid; Rome; Lisbon; Vienna; Warsaw; Prague;
Athens; Geneva; Luxembourg; Amsterdam; The Hague; Oslo; Moscow; Kyiv; Ankara; Cairo; Tunis; Lagos; Nairobi; Pretoria;
Beijing; Tokyo; New Delhi; Jerusalem; Beirut; Damascus; Tehran; Baku; Helsinki; Stockholm; Copenhagen; Singapore; Seoul
""")
_ORGANISATIONS = phrases("""
the European Commission; the European Parliament; the European Central Bank; NATO; the United Nations; the OECD; the
IMF; the Bank of England; the Federal Reserve; the Treasury; the Home Office; the Supreme Court; the Red Cross; Amnesty
International; Greenpeace; the WHO; UEFA; FIFA; the Football Association; Labour; the Conservatives; the Liberal
Democrats; Airbus; Boeing; Shell; BP; Unilever; HSBC; Barclays; Vodafone; Rolls-Royce; AstraZeneca; Tesco; Sainsbury's;
Ryanair; British Airways; Volkswagen; Toyota; Samsung; Siemens; Nestle; Novartis; Roche; Glencore; Rio Tinto; Diageo
""")
_STOCK_SENTENCES = phrases("""
No injuries were reported.; The investigation is continuing.; The ministry declined to comment.; The exact
circumstances are still unclear.; More details to follow.; The minister could not immediately be reached for comment.;
Traffic was severely disrupted.; The death toll could still rise.; Talks will resume next week.; An expert was sent to
the scene.; The suspect was remanded in custody.; He faces up to five years in prison.; Unions called for caution.;
Firefighters were quickly on the scene.; A decision is expected in the coming weeks.; The two sides will meet again.;
The company employs several hundred people.; The bill still has to be put to the vote.; Tickets have been on sale since
Monday.; The opposition voted against.; The victim was taken to hospital.; His life is not in danger.; A news
conference is planned later in the day.; Reuters could not independently verify the report.
""")
_UNITS = phrases("""
million euros; billion euros; million pounds; billion dollars; pounds; people; jobs; percent; percentage points; miles;
hectares; tonnes; megawatts; workers; voters; residents; seats; homes; vehicles; cases; complaints; minutes; days;
months
""")
_GRAMMAR = """
sentence: lead body tail . | lead body tail . | body tail . | body tail . | body tail . | body , source .
sentence: body , source . | quote . | said .
sentence: figure .
source: ATTR | according to NS of NP | NS of NS said | according to PERSON | a ADJ N told ORG | the ADJ N in PLACE said
lead: TIME , | ADV , | in PLACE , | ATTR , | PREP NP , | PREP NS , | PERSON and
body: subject PAST object | subject PAST object | subject more | NP PAST object | subject PAST object and PAST object
body: PERSON PAST object | ORG PAST object | subject must BASE object | NP want to BASE object
body: ORG plans to BASE object
more: , which PAST object , PAST object | could BASE object | had ADV PAST object | may BASE object | will BASE object
subject: NS | NS | the ADJ N | NS of NS | NS of NP | the ADJ N of NS | NP | a ADJ N | NS in PLACE
object: NS | a N | a ADJ N | NS of NS | NP | the ADJ N of NS | a N of NP | ADJ NPL | NPL | NS on NPL | its ADJ N
object: its N
tail: in PLACE | TIME | ADV | PREP NS | PREP NP | to BASE object | TIME in PLACE | without a N | with a ADJ N
tail: , while subject PAST object | , as NP PAST object | in order to BASE object | compared with a ADJ N | for QUANT
tail: , ORG said
quote: " subject PAST object , " PERSON SAYS | " we must BASE object , " PERSON SAYS
quote: " NP PAST object tail , " PERSON SAYS
said: PERSON SAYS that subject PAST object | ORG SAYS that NP PAST object | PERSON wants to BASE object tail
figure: in all , QUANT were PAST tail | subject PAST object of QUANT tail
figure: that amounts to QUANT , QUANT more than expected
figure: subject rose to QUANT , from QUANT TIME
headline: N PAST object | ADJ N PAST object | PLACE : NPL PAST object | ORG PAST object | NPL BASE object
"""
_FOOTERS = phrases("""
Read more of our coverage of this subject in our special report.; Sign up to our newsletter and have the most important
stories of the day delivered to your inbox every morning.; Follow all the news live on our website and on our mobile
app, free to download for every telephone.; Have you spotted a mistake in this article? Tell our newsroom by using the
contact form on our website.; All rights reserved. No part of this article may be reproduced without the written
permission of the publisher.; This newspaper is a member of the independent press standards body and handles complaints
from readers under its code.; Support independent local journalism by taking out a subscription from as little as five
pounds a month.; Share this article with your friends and have your say in the comments, which are open to all our
subscribers.; Every week our newsroom brings you a selection of long reads, portraits and analysis to enjoy at your
leisure.; Join our messaging channel to be told of breaking news in your area as soon as it is published.
""")
_MASTHEADS = phrases("""
The {p}, the paper for your area, keeps you informed every day, in print and online.; A report by the {p}, your daily
for more than a hundred years, with offices in {r}.; The {p} is published by the {r} newspaper company, responsible
editor {n}, post office box {k}.
""")
_LOCAL = phrases("""
In and around {r} the news met with caution, and several councillors asked for more information.; In {r}, where {k}
people are directly affected, a public meeting will be held in the town hall.; The mayor of {r}, {n}, said the council
was following the matter closely and expected written guarantees.; Asked by this newspaper, the traders' association of
{r} said {k} of its members would feel the effects before winter.; People living near the station in {r} said they were
worried: they had already collected {k} signatures last year.; "Here in {r} we have been talking about it for months,"
said {n}, who runs a cafe on the market square.
""")
_TEMPLATES: Templates = {
    "weather": (
        "Weather for {r}: {w}",
        "It will be {w} in {r} this {d}. In the morning the sky will stay {w} and local mist will form in the "
        "valleys. Temperatures will reach a maximum of {t} degrees on low ground and {t} degrees on the hills. Winds "
        "from the {o} will blow at {t} kilometres an hour, with gusts of up to {k} kilometres an hour. Tonight the "
        "temperature will fall to {t} degrees. Tomorrow it will become {w}, with a {t} percent chance of rain. The "
        "pollution index stays at {t}. The weather service has issued no warning.",
    ),
    "market": (
        "{c} closes at {i}",
        "Shares in {r} moved by {p} percent on {d}. The {c} index closed at {i} points, compared with {i} points a "
        "day earlier. Among the shares in the index, {s} gained {p} percent to {p} pounds, while {s} lost {p} "
        "percent to {p} pounds. {s} ended at {p} pounds. Turnover came to {k} million pounds. The euro was worth "
        "1.{k} dollars late in the day and a barrel of Brent crude traded at {p} dollars. The yield on ten-year "
        "government bonds stood at {p} percent.",
    ),
    "dividend": (
        "{c} to pay dividend of {p} pence",
        "{c} will pay on {d} a dividend of {p} pence a share, or {p} pence after tax. Coupon number {t} will be "
        "detached two days earlier. Payment will be made at the branches of the bank that acts as paying agent. Net "
        "profit for the year came to {k} million pounds, compared with {k} million a year earlier.",
    ),
    "lottery": (
        "Results of the {c} draw",
        "Here are the results of the {c} draw of {d}. The winning numbers are {t} - {t} - {t} - {t} - {t} - {t} and "
        "the bonus ball is {t}. The joker number is {i}. The top prize is {i} pounds. These results are given "
        "without guarantee and only the official list is binding.",
    ),
    "sports": (
        "{r} league: the results",
        "Results of round {t} of the {r} league: {x} {g} {x} {g}, {x} {g} {x} {g}, {x} {g} {x} {g}. {x} opened the "
        "scoring in minute {t} in front of {i} spectators. In the table {x} have {t} points and are ahead of {x}, "
        "who have {t}. The next round will be played on {d}. Reserve matches follow a day later at the same times.",
    ),
}


def lexicon() -> Lexicon:
    """All of it, put together."""
    nouns, plurals = with_rare(_NOUNS, _PREFIXES), with_rare(_PLURALS, _PREFIXES)
    classes: Classes = {
        "NS": [f"the {noun}" for noun in nouns],
        "N": nouns,
        "NP": [f"the {noun}" for noun in plurals],
        "NPL": plurals,
        "ADJ": with_rare(_ADJECTIVES, _PREFIXES[:12]),
        "PAST": list(_PAST),
        "BASE": list(_BASE),
        "TIME": _TIMES,
        "ATTR": _ATTRIBUTIONS,
        "PREP": _PREPOSITIONS,
        "ADV": _ADVERBS,
        "SAYS": _SAYING,
    }
    return Lexicon(
        code="en",
        papers=("Courier of", "Echo of", "Gazette of", "Journal of"),
        agencies=("Reuters", "AP", "PA Media"),
        classes=classes,
        topical=("NS", "N", "NP", "NPL", "ADJ", "PAST", "BASE"),
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
        correction="CORRECTED",
        corrects="(Corrects a figure in the text.)",
        also="In other news, ",
        decimal=".",
        months=words("January February March April May June July August September October November December"),
        weather=phrases("sunny; overcast; rainy; stormy; misty; changeable; dry; cool; mild; very cloudy"),
        winds=phrases("north; south; east; west; north-west; south-west; north-east; south-east"),
    )
