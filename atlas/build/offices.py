"""From the words of a position to an office, as the actor codes have it."""
import re

# The first pattern that matches decides. All match lower-case words without "of <state>" at the end.
MINISTER = r"(?:federal |union |cabinet )?(?:minister|secretary|secretary of state)(?: of state)?(?: of| for)(?: the)? "
OFFICES = [
    (r"president|state president|president of the republic|interim president|acting president|president of the swiss confederation", "GOV.PRES"),
    (r"vice[- ]president|first vice[- ]president", "GOV.VP"),
    (r"prime minister|premier|taoiseach|federal chancellor|chancellor|president of the government|president of the council of ministers|chairman of the council of ministers|premier of the state council|president of the executive yuan", "GOV.PM"),
    (r"king|queen|monarch|emir|emir of .*|sultan|emperor|pope|supreme leader|grand duke|prince|yang di-pertuan agong|druk gyalpo|ngwenyama", "GOV.HOS"),
    (MINISTER + r"(?:europe and |european and )?(?:foreign|external)(?: and [\w ]+)? (?:affairs|relations)\b.*|foreign minister", "GOV.MFA"),
    (MINISTER + r"(?:national |people's |the people's )?(?:defen[cs]e|armed forces)(?: and .*|, .*|)", "GOV.MOD"),
    (MINISTER + r"(?:interior|internal affairs|internal security|home affairs|home department|homeland security|public security)(?: and .*|, .*|)|home secretary", "GOV.MOI"),
    (MINISTER + r"(?:finance|finances|treasury|economy and finance|economic affairs and finance)\b.*|chancellor of the exchequer", "GOV.FIN"),
    (MINISTER + r"justice\b.*|attorney[- ]general", "GOV.JUS"),
    (r".*(?:spokes|speaker of the government|press secretary).*", "GOV.SPOX"),
    (r"(?:ambassador|permanent representative|high commissioner) .*", "GOV.AMB"),
    (r"governor of the (?:central|national|state|reserve|federal) bank.*|president of the (?:central|national) bank|chair of the federal reserve.*", "GOV.CB"),
    (r"leader of the opposition.*", "OPP"),
    (r"(?:speaker|president|chairman|chairperson|chair|leader|majority leader|minority leader) of (?:the )?(?:.*(?:senate|assembly|parliament|chamber|house|council of states|national council|congress|riigikogu|storting|riksdag|verkhovna rada|knesset|sejm|seanad|d[aá]il|bundestag|bundesrat|majlis|duma|legislative|federal council|federation council)).*", "LEG"),
    (r".*(?:supreme court|constitutional court|chief justice|prosecutor general|prosecutor-general|procurator).*", "JUD"),
    (r"(?:chief|chair|chairman|head|commander|vice chief)\b.*(?:general staff|defen[cs]e staff|defen[cs]e forces?|armed forces|chiefs of staff|joint chiefs|of defen[cs]e|army|navy|naval|air force|joint staff).*|commander.*", "MIL"),
    (r".*(?:intelligence|security service|secret service|director of the cia).*", "SPY"),
    (r".*police.*", "COP"),
    (r"(?:.*\b)?(?:minister|secretary|deputy prime minister|vice premier|state councilor|governor|mayor|premier|first minister|head of the republic|chief of staff|adviser|advisor|treasurer|commissioner)\b.*", "GOV"),
]
COMPILED = [(re.compile(f"(?:{pattern})"), office) for pattern, office in OFFICES]
JUNIOR = re.compile(r"\b(?:deputy|vice[- ]minister|assistant|associate|shadow|parliamentary|under-?secretary|undersecretary|minister of state (?:for|at)|minister-delegate|minister delegate|state secretary|to the minister|second)\b")
LOCAL = re.compile(r"province of|(?:president|premier|governor|mayor|head|minister|chairman|leader) of (?:the )?(?:autonomous |community|region|generalitat|city|sluck|mykolaiv|kyiv city|[\w' -]+ district|[\w' -]+ regional)|state administration|executive committee|sami parliament", re.I)


def office(position, of_state):
    """The office, or None. `of_state` says whether "of X" names the state itself."""
    words = position.strip().lower()
    head, _, tail = words.partition(" of ")
    plain = words
    if tail and of_state(tail.removeprefix("the ")):
        plain = head
    elif re.fullmatch(r"president|prime minister|premier|king|chancellor|chief minister", head) and tail and not tail.startswith(("the ", "council", "government")):
        return "GOV"
    if LOCAL.search(plain):
        return None if "province" in plain else "GOV"
    if JUNIOR.search(plain) and plain != "vice president":
        return "GOV" if not plain.startswith("associate justice") else "JUD"
    return next((code for pattern, code in COMPILED if pattern.fullmatch(plain)), None)
