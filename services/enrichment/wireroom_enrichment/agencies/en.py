"""English: how an agency is credited inside a sentence."""

from wireroom_enrichment.agencies.wording import Wording

_DAY = r"(?: (?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|earlier|late|yesterday|today)){0,2}"
_PEOPLE = r"(?:journalist|reporter|correspondent|photographer|videographer|team|crew|witness|bureau|stringer)(?:s|es)?"
_NOT_ITSELF = r"(?!(?: [^\s,.;]+){0,4} (?:it|its|it['’]s|they|their) )"
"""Not what an agency says of itself ("Reuters said on Thursday it would cut jobs")."""

ENGLISH = Wording(
    the=(
        r"(?:(?:an?|the|two|several|our) )?(?:" + _PEOPLE + r" (?:from|of|for|with|at) )?(?:the )?"
        r"(?:[\w-]+['’]s |(?:official|state|state-run|state-owned|semi-official|independent|private|national|domestic|"
        r"\w+(?:an|ish|ese|ch|ss|ek|[aei]qi|eli|ani|saudi|thai)) ){0,3}"
        r"(?:(?:news |wire |press )(?:agency|agencies|service|wire) |agenc(?:y|ies) )?(?:the )?"
    ),
    said=(
        r"(?:told|tells?|said|asked|says?|spoke|speaking|informed|confirm(?:ed|s)?|explain(?:ed|s)?|confided|"
        r"complained|"
        r"replied|described|warned|promised|argued|claimed|vowed|predicted|stressed|noted|shouted|joked|recounted|"
        r"wrote|recalled|added|insisted|admitted|acknowledged|denied|disclosed|email(?:ed)?|"
        r"stated|declined|statement|interview|comment(?:ed|s)?)"
    ),
    to=(
        r"(?:told|tells?|telling|informed|assured|reminded|warned) (?:(?:reporters|journalists|"
        r"media),? (?:including|among them) "
        r"(?:from )?|(?:[\w’']+ ){1,3}and )?{the}|"
        r"(?:speaking|spoke|speaks?|talked|talking)(?: [^\s,;.]+){0,4} (?:to|with) {the}|"
        r"(?:said|confirmed|explained|confided|described|disclosed|added|complained|"
        r"replied|"
        r"wrote|stated|comments?|admitted|recalled|statement|remarks|emailed|e-mail|email|message|"
        r"letter)(?: [^\s,;.]+){0,4} "
        r"to {the}"
    ),
    that=r"that(?!\w)",
    opens=r"",
    asked=(
        r"(?:remarks|comments)(?: [^\s,;.]+){0,2} to {the}|"
        r"(?:calls?|questions?|requests?|inquiries|enquiries|queries|emails?|messages?)(?: [^\s,;.]+){0,2} (?:by|"
        r"from) {the}|"
        r"(?:interview(?:s|ed)?|conversation|phone call|call)(?: [^\s,;.]+){0,3} (?:with|by|to) {the}|"
        r"(?:asked|contacted|reached|approached|questioned|interviewed|quizzed)(?: [^\s,;.]+){0,3} by {the}|"
        r"(?:responded?|respond|reply|replied) to(?: [^\s,;.]+){1,5} (?:by|from) {the}"
    ),
    asks=(
        r"(?:['’]s?)?(?: \w+)? (?:questions?|requests?|queries|query|calls|(?:interview|phone call))|"
        r"(?: \w+)? that (?:he|she|they) "
    ),
    source=(
        r"(?:according to|citing|cited by|quoted by|quoting|reported by|seen by|reviewed by|obtained by|compiled by|"
        r"viewed by|verified by|published by|carried by|polled by|surveyed by|shared with|provided to|sent to|given to|"
        r"heard by|confirmed by|released to|data from|figures from|counted by|monitored by|taken by|conducted by|"
        r"surveys? by|polls? (?:by|from|of)|tall(?:y|ies) by|analysis by|report(?:s|ing)? (?:by|from)|"
        r"calculations by|count by|review by|investigation by|photographs? by|footage from) {the}|"
        r"according to an? (?:[\w-]+ )?|"
        r"(?:state|official|state-run|state-owned|semi-official|government)(?: \w+)? (?:news )?(?:agency|service) "
    ),
    reports=(
        r"(?: (?:and (?:[^\s,;.]+ ){1,2})?(?:news )?agenc(?:y|ies))?(?: first| previously| earlier| also)?"
        r" (?:reports|reported|has reported|had reported|quoted|has quoted|"
        r"cited)" + _DAY + r"(?! (?:[\w-]+ ){0,3}"
        r"(?:loss(?:es)?|profits?|revenues?|earnings|sales|results))"
        + _NOT_ITSELF
        + r"|,? (?:citing|quoting)| (?:news agency|news service|wire service) (?:quoted|reported|cited)"
        r"|, (?:the|an?|\w+['’]s) (?:[\w-]+ ){0,3}(?:agency|service), (?:said|says|wrote|reported|quoted|cited)"
        r"| (?:said|wrote|says)" + _DAY + r",? (?:citing|quoting)"
        r"| was (?:the )?first to report| (?:spoke (?:to|with)|talked (?:to|with)|interviewed)(?! (?:its|their)\b)"
        r"| was told|"
        r" (?:has|had|have) (?:contacted|approached|asked|reached out to)"
        r"|['’]s? (?:reporting|tally|count|calculations|review|analysis)"
        r"| (?:news agency|news service|wire service) said"
        + _DAY
        + _NOT_ITSELF
        + r"|(?: (?:\w+ )?(?:"
        + _PEOPLE
        + r"))(?: (?:in|at) [\w-]+)? (?:saw|heard|said|reported|witnessed|counted|observed|watched|noted|on the "
        r"(?:scene|ground|spot)|at the (?:scene|site)|in the (?:city|town|area))"
        r"|(?:[ /-]Ipsos)? (?:polls?|surveys?|tally|calculations?|count|data|estimates?|analysis|review|investigation)"
        r"|(?: has| have| had)? (?:seen|obtained|reviewed|viewed|verified)"
        r"| (?:could not|couldn['’]t|was unable to|was not able to|were unable to) (?:\w+ ){0,2}"
        r"(?:verify|confirm|reach|establish|determine|contact|see|access|visit|locate|obtain|review|authenticate)"
        r"| (?:was|were) not (?:immediately )?able to (?:\w+ ){0,2}(?:verify|confirm|reach|establish|determine|contact)"
        r"|,? (?:has )?(?:learned|learnt|understands)(?! (?:from|its|the value))"
    ),
    people=r"(?:"
    + _PEOPLE
    + r") (?:from|of|for|with|at) {the}|(?:photographs?|images|footage|video) (?:taken |shot )?by {the}",
    saw=(
        r"(?: [^\s,;.]+){0,3} (?:saw|heard|said|reported|witnessed|counted|observed|watched|noted|visited|on the "
        r"(?:scene|ground|spot)|at the (?:scene|site)|in the (?:city|town|area))"
    ),
    called=(
        r"(?:(?:news |wire |press )?agency|(?:official|semi-official)(?: news agency)?|state media|"
        r"[\w-]+-(?:run|owned|controlled|backed|affiliated)(?: \w+ agency)?|[\w-]+['’]s(?: national| official)?) "
    ),
    says=(
        r",? (?:has |had )?(?:said|says|wrote|writes|reports?|reported|quoted|quotes|cited|published|carried|"
        r"put the|called|described|named|announced|confirmed|released|attributed|identified|blamed|showed|aired|"
        r"added)" + _DAY + _NOT_ITSELF
    ),
)
