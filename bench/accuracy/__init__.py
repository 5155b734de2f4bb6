"""Every figure of accuracy in the README, from data that people have annotated.

Usage, from the root of the project:  python3 bench/accuracy DATA [NAME ...]

For: what a build of Verbale reaches on corpora that everybody can get, by definitions of the scores
that can be read here. Not for: speed (`bench/run.py`), other programs and models (`bench/language.py`),
or what the tests of the project print themselves (`docs/evaluate.md` lists all figures).

- `corpora/`: a reader a corpus; it says where the corpus is from and under which terms;
- `tasks/`: a scorer a task; it says which definition of the score it computes;
- `record.py`: what is read of a record of Verbale, in this one place;
- `program.py`: the program that is measured.

No text and no annotation of a corpus is part of the project: DATA is a folder of your own.
"""
