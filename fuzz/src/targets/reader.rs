//! `Reader::read`: any bytes of any kind are a document or a reason why not, in bounded work.

use super::story::{READER, check, line};
use crate::dice::Dice;
use crate::{edit, told};
use verbale::read::{InputKind, Raw};

const DECLARED: &[&str] = &[
    "<meta charset=windows-1251>",
    "<meta charset=\"shift_jis\"",
    "<?xml encoding='utf-16'?>",
    "<html>",
    "<meta charset=iso-2022-jp>",
    "<!doctype html>",
    "charset=",
    "<meta charset=x-user-defined>",
    "<body>",
];

/// A text in an encoding of the world.
fn encoded(text: &str, dice: &mut Dice) -> Vec<u8> {
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    match dice.below(8) {
        0 => [b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat(),
        1 => [b"\xFE\xFF".to_vec(), wide(u16::to_be_bytes)].concat(),
        2 => text.chars().map(|c| c as u32 as u8).collect(),
        3 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        4 => [dice.of(DECLARED).as_bytes(), text.as_bytes()].concat(),
        5 => wide(u16::to_le_bytes),
        _ => text.as_bytes().to_vec(),
    }
}

pub(super) fn target(bytes: &[u8]) {
    use InputKind::{Auto, Html, Jsonl, Text};
    let mut dice = Dice::new(bytes);
    let kind = dice.of(&[Text, Text, Auto, Jsonl, Html]);
    let damage = dice.once_in(4);
    let mut raw = match (dice.below(6), kind) {
        (0, _) => dice.rest().to_vec(),
        (_, Jsonl) => line(&mut dice),
        _ => {
            let (shape, cut): (Vec<u8>, usize) =
                ((0..4).map(|_| dice.below(256) as u8).collect(), dice.below(64));
            let text = told::edited(&mut dice);
            let mut bytes = encoded(&text, &mut Dice::new(&shape));
            bytes.truncate(bytes.len() - if cut < 4 { cut.min(bytes.len()) } else { 0 });
            bytes
        }
    };
    if damage {
        raw = edit::bytes(&raw, &mut Dice::new(bytes));
    }
    let exact =
        String::from_utf8(raw.clone()).ok().filter(|t| kind == Text && !t.starts_with('\u{feff}'));
    let read = READER.read(Raw::new("fuzz", kind, raw.clone()));
    let again = READER.read(Raw::new("fuzz", kind, raw));
    match (read, again) {
        (Ok(doc), Ok(again)) => {
            check(&doc, exact.as_deref());
            assert_eq!((doc.text(), &doc.sections), (again.text(), &again.sections));
        }
        (Err(one), Err(other)) => {
            assert_eq!(one.reason, other.reason);
            assert!(!one.reason.contains("took longer"), "{}", one.reason);
        }
        _ => panic!("read once and refused once"),
    }
}
