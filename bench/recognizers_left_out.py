"""What news cannot contain, or what a document's date (a day, no clock) cannot decide: the reason, or None."""
import re
ORDER=re.compile(r"\b(cortana|ooo|out of office|remind me|create appointment|add meeting|meeting room|set up a (?:15|skype)|help me book|book (?:a|me|my|this|something|meeting)|schedule (?:a|me|something|the)|please (?:book|schedule|find|set)|find us a time|for 7 hours|take medicines|meet me|schedule me|can i do a booking|please excuse)\b",re.I)
FIG=re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}(?![\d])(?!\1\d{4}|\.?\d|:| ?(?:a\.?m|p\.?m)| percent)",re.I)
ids=lambda s:set(s.split())
L={
 'shorthand of chats, notes and codes (3h, 9a, tmrw, eod, w/c, 11ish, cy18, 87, mar4, p . m ., 1140 a.m., "on 29th", lower-case may/dec)':
   ids('A4 A40 A44x A97 A149 A189 A190 A225 A236 A343 A342 A361 A407 A408 A415 A425 A447 A476 A477 A479 A480 A481 A518 A519 A535 A563 A578 A650 A652 A66 A67 A68 A79 A748 A770 A816 A838 A839 A876 A877 A909 A910 A911 A934 A935 A950 A951 A237 A836 A412 A89 A615 B247 B46 B47 B48 B52 B31 B34 A27 A283 A185'),
 'orders and invalid or odd figures written for the test (feb 30, 2020/23/Sep, 2016 10 16, 17th 2019 reversed, =2019, machine time stamps)':
   ids('A485 A486 A487 A543 A544 A545 A546 A613 A742 A743 A746 A747 A755 A756 A759 A853x A854 A427 A914 A915 A917x A724 A269 A889 A822 A467 B43 B123 B22 B26 B60 B80 B161 B107 B130 A495x A819'),
 'hours with neither a.m./p.m., minutes nor o\'clock, whose half of the day nobody can tell (Monday 3-8, at 7, nine thirty), and military hours':
   ids('A32 A64 A65 A71 A74 A115 A116 A154 A155x A157 A158 A159 A227 A232 A292 A281 A318 A319 A320 A323 A324 A325 A348 A349 A350 A390 A391 A392 A416 A482 A483 A484 A508 A649 A657 A658 A676 A677 A681 A686 A687 A760 A761 A762 A773 A774 A751 A897 A898 A899 A900 A908 A933 A966 A969 A678 A679 A680 A906'),
 'counted from the minute of writing (in 5 minutes, next hour, within 2h): documents have a day':
   ids('A38 A85 A86 A172 A173 A199 A263 A264 A450 A569 A783 A790 A791 A792 A793 A794 A795 A800 A802 A879 A880 A904 A905'),
 'the week, the year, the day alone, same week, that weekend: in news they point back in the text, not to the document\'s date':
   ids('A120 A121 A122 A123 A124 A125 A129 A130 A131 A132 A192 A193 A229 A725 A682 A683x A684 A786 B29 B53 B197 B198 B199 B200 A787'),
 'fiscal and school years, working weeks and days, week numbers (in news: of sports seasons)':
   ids('A470 A471 A473 A474 A478 A696 A697 A254 A255 A256 A635 A195 A196 A197 A506 A507 A890 A891 A894 B194 B195 B232 B233 B234'),
 'feasts of the moon, holidays of one country under a name of many, meals':
   ids('A456 A717 A654 A659 A660 A661 A662 A727 A952 A230x A231 A629 A559 A560 A561 A586 A587 A957 A958 A959 A728'),
 'part of a day without a day (in the morning, mornings, daytime)':
   ids('A82 A83 A509 A510 A511 A512 A513 A514 A515 A752 A796 A797 A830 A832 A833 A834 A835 A885 A886 A936 A961 A970 A516'),
 'a duration and where it begins, as one stretch (from 10 am for 3 hours, 3 days starting Monday)':
   ids('A72 A73 A75 A76 A155 A156 A581 A582 A583 A584 A805 A806 A807 B211 B212 B213 B241 B242 B243 A409 A410'),
 'two descriptions of one day side by side (Monday two weeks from now)':
   ids('A863 A864 A865 A866 A867 A868 A869 A126 A239 A240'),
 'day and month in figures, of which either may come first, or no year (5/12, 7.6, 10/1/2018, 12/12/30)':
   ids('A6 A16x A153 A219 A220 A221 A222x A284 A296 A297 A298 A299 A300 A301 A310 A311 A312 A339 A344 A434 A435 A436 A437 A438 A439 A440 A442 A443 A610 A711 A740 A765 A766 A767 A768 A772 A815 B222 B223'),
}
def out(i,text,ref,R):
    for why,s in L.items():
        if i in s: return why
    if ORDER.search(text): return 'orders to an assistant (book, schedule, remind, Cortana)'
    return None
