"""The tables of a file of version 3.0.7, and what stands in them before anything is coded.

The program knows a file by its tables, whose definitions are kept to the letter.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3

COLOURS = ("Red", "Green", "Blue")
VERSION = {"version": "3.0.7", "date": "2022-06-10"}

TYPE = "DNA Statement"
VARIABLES = {
    "person": "short text",
    "organization": "short text",
    "concept": "short text",
    "agreement": "boolean",
}
ATTRIBUTES = ("Type", "Alias", "Notes")
LONGEST = 190
"""Letters that a name, title or value has at most, in UTF-16 as everywhere in the program."""

_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_OWN_ID = "ID INTEGER PRIMARY KEY NOT NULL"
_OF = "StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL"
_ONCE = "UNIQUE (StatementId, VariableId)"

_PERMISSIONS = (
    *(f"{verb}Documents" for verb in ("Add", "Edit", "Delete", "Import")),
    *(f"{verb}Statements" for verb in ("Add", "Edit", "Delete")),
    *(f"Edit{what}" for what in ("Attributes", "Regex", "StatementTypes", "Coders", "CoderRelations")),
    *(f"{verb}Others{what}" for what in ("Documents", "Statements") for verb in ("View", "Edit")),
)


def _short(name: str, more: str = "NOT NULL ") -> str:
    return f"{name} TEXT {more}CHECK (LENGTH({name}) < 191)"


def _colours(more: str = "NOT NULL DEFAULT 0 ") -> str:
    return ", ".join(f"{name} INTEGER {more}CHECK ({name} BETWEEN 0 AND 255)" for name in COLOURS)


def _between(name: str, least: int, most: int, more: str = "NOT NULL ") -> str:
    return f"{name} INTEGER {more}CHECK ({name} BETWEEN {least} AND {most})"


def _to(column: str, table: str) -> str:
    return f"FOREIGN KEY({column}) REFERENCES {table}(ID) ON DELETE CASCADE"


_DATA = f"{_to('StatementId', 'STATEMENTS')}, {_to('VariableId', 'VARIABLES')}"
_LINKS = ("SourceVariableId", "TargetVariableId")
_RIGHTS = ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
_EMPTY = "NOT NULL DEFAULT '' "

TABLES = {
    "SETTINGS": ["Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"],
    "CODERS": [
        _ID,
        _short("Name"),
        _colours(),
        _between("Refresh", 0, 9999) + " DEFAULT 0",
        _between("FontSize", 1, 99) + " DEFAULT 14",
        _short("Password"),
        _between("PopupWidth", 100, 9999, "") + " DEFAULT 300",
        _between("ColorByCoder", 0, 1) + " DEFAULT 0",
        _between("PopupDecoration", 0, 1) + " DEFAULT 0",
        _between("PopupAutoComplete", 0, 1) + " DEFAULT 1",
        *(_between(f"Permission{name}", 0, 1) + " DEFAULT 1" for name in _PERMISSIONS),
    ],
    "DOCUMENTS": [
        _ID,
        _short("Title"),
        "Text TEXT NOT NULL",
        "Coder INTEGER",
        *(_short(name, _EMPTY) for name in ("Author", "Source", "Section")),
        "Notes TEXT NOT NULL DEFAULT ''",
        _short("Type", _EMPTY),
        "Date INTEGER NOT NULL",
        _to("Coder", "CODERS"),
    ],
    "STATEMENTTYPES": [_ID, _short("Label"), _colours()],
    "VARIABLES": [
        _ID,
        _short("Variable"),
        "DataType TEXT NOT NULL CHECK (DataType = 'boolean' OR DataType = 'integer' OR "
        "DataType = 'long text' OR DataType = 'short text') DEFAULT 'short text'",
        "StatementTypeId INTEGER",
        _to("StatementTypeId", "STATEMENTTYPES"),
        "UNIQUE (Variable, StatementTypeId)",
    ],
    "VARIABLELINKS": [
        _ID,
        *(f"{name} INTEGER" for name in _LINKS),
        "CHECK (TargetVariableId != SourceVariableId)",
        *(_to(name, "VARIABLES") for name in _LINKS),
    ],
    "REGEXES": [_short("Label", "PRIMARY KEY "), _colours()],
    "CODERRELATIONS": [
        _ID,
        *(f"{name} INTEGER CHECK({name} > 0)" for name in ("Coder", "OtherCoder")),
        *(f"{name} INTEGER NOT NULL DEFAULT 1 CHECK({name} BETWEEN 0 AND 1)" for name in _RIGHTS),
        "CHECK (Coder != OtherCoder)",
        *(_to(name, "CODERS") for name in ("Coder", "OtherCoder")),
    ],
    "STATEMENTS": [
        _ID,
        "StatementTypeId INTEGER",
        "DocumentId INTEGER",
        *(f"{name} INTEGER NOT NULL CHECK({name} >= 0)" for name in ("Start", "Stop")),
        "Coder INTEGER",
        "CHECK (Start < Stop)",
        _to("StatementTypeId", "STATEMENTTYPES"),
        _to("Coder", "CODERS"),
        _to("DocumentId", "DOCUMENTS"),
    ],
    "DATABOOLEAN": [_OWN_ID, _OF, "Value INTEGER NOT NULL DEFAULT 1", _DATA, _ONCE],
    "DATAINTEGER": [_OWN_ID, _OF, "Value INTEGER NOT NULL DEFAULT 0", _DATA, _ONCE],
    "ENTITIES": [
        _OWN_ID,
        "VariableId INTEGER NOT NULL",
        _short("Value", _EMPTY),
        _colours(""),
        "ChildOf INTEGER CHECK(ChildOf > 0)",
        "UNIQUE (VariableId, Value)",
        _to("ChildOf", "ENTITIES"),
        _to("VariableId", "VARIABLES"),
    ],
    "DATASHORTTEXT": [_OWN_ID, _OF, "Entity INTEGER NOT NULL", _DATA, _to("Entity", "ENTITIES"), _ONCE],
    "DATALONGTEXT": [_OWN_ID, _OF, "Value TEXT DEFAULT ''", _DATA, _ONCE],
    "ATTRIBUTEVARIABLES": [
        _OWN_ID,
        "VariableId INTEGER NOT NULL",
        _short("AttributeVariable"),
        "UNIQUE(VariableId, AttributeVariable)",
        _to("VariableId", "VARIABLES"),
    ],
    "ATTRIBUTEVALUES": [
        _OWN_ID,
        "EntityId INTEGER NOT NULL",
        "AttributeVariableId INTEGER NOT NULL",
        _short("AttributeValue", _EMPTY),
        "UNIQUE (EntityId, AttributeVariableId)",
        _to("EntityId", "ENTITIES"),
        _to("AttributeVariableId", "ATTRIBUTEVARIABLES"),
    ],
}


def make(file: sqlite3.Connection, coder: str, password: str) -> None:
    """Make the tables: coders 1 ``Admin`` and 2 ``coder``, statement type 1 with variables 1 to 4."""
    for name, parts in TABLES.items():
        file.execute(f"CREATE TABLE {name}({', '.join(parts)})")
    file.executemany("INSERT INTO SETTINGS VALUES (?, ?)", VERSION.items())
    for id, name in enumerate(("Admin", coder), start=1):
        row = (id, name, 51, 153, 255, hashed(password, salt_of(name)))
        columns = "ID, Name, Red, Green, Blue, Password"
        file.execute(f"INSERT INTO CODERS ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
    relations = "INSERT INTO CODERRELATIONS (ID, Coder, OtherCoder) VALUES (?, ?, ?)"
    file.executemany(relations, [(1, 2, 1), (2, 1, 2)])
    file.execute("INSERT INTO STATEMENTTYPES VALUES (1, ?, 239, 208, 51)", (TYPE,))
    for id, (name, kind) in enumerate(VARIABLES.items(), start=1):
        file.execute("INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", (id, name, kind))
    attribute = "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)"
    file.executemany(attribute, [(id, name) for name in ATTRIBUTES for id in (1, 2, 3)])


def salt_of(name: str) -> bytes:
    """Make a salt of a name, so that the same file is written each time.

    The password keeps nothing secret: it only lets somebody into the program.
    """
    return hashlib.sha256(name.encode()).digest()[:16]


def hashed(password: str, salt: bytes) -> str:
    """Hash a password as the program does (Jasypt's strong encryptor: SHA-256, 100,000 rounds)."""
    digest = salt + password.encode()
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()
