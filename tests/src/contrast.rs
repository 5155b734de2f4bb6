//! Contrasts: two or three short texts that differ in one respect, each with what must come out of it.
//!
//! [`Contrast::parse`] reads a file of them, [`Contrast::wrong`] codes the texts of one and tells which
//! expectations fail. The form of the files is described in `tests/cases/README.md`. Does not say which
//! contrasts are known to fail: [`Misses`](crate::Misses) does.

use crate::case::expectation;
use crate::expectation::Expectation;
use serde_json::Value;
use verbale::{Coder, Story, Worker};

/// When a text was published that says nothing of it.
const PUBLISHED: &str = "2023-05-10";

/// Texts that differ in one respect.
#[derive(Debug)]
pub struct Contrast {
    /// What it is called in its file.
    pub name: String,
    texts: Vec<Text>,
}

/// A text with what was known beside its words, and what must, or must not, come out of it.
#[derive(Debug)]
struct Text {
    story: Story,
    expectations: Vec<Expectation>,
}

impl Contrast {
    /// Reads a file. The error names the line.
    pub fn parse(file: &str) -> Result<Vec<Contrast>, String> {
        let mut contrasts: Vec<Contrast> = Vec::new();
        let mut beside = Story::default();
        let told = file.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        for (line, number) in told.filter(|(line, _)| !line.starts_with('#')) {
            let added = match line.strip_prefix("== ") {
                Some(name) => named(&mut contrasts, name),
                None => add(contrasts.last_mut(), &mut beside, line),
            };
            added.map_err(|e| format!("line {number}: {e}"))?;
        }
        let thin = contrasts.iter().find(|c| !c.is_whole());
        thin.map_or(Ok(()), |c| Err(format!("`{}` lacks a text or an expectation", c.name)))?;
        Ok(contrasts)
    }

    /// Two texts or more, each with an expectation.
    fn is_whole(&self) -> bool {
        self.texts.len() >= 2 && self.texts.iter().all(|text| !text.expectations.is_empty())
    }

    /// How many texts it has.
    pub fn n_texts(&self) -> usize {
        self.texts.len()
    }

    /// The expectations that fail, with what came nearest; empty where the contrast is held.
    pub fn wrong(&self, coder: &Coder, worker: &mut Worker) -> Vec<String> {
        self.texts.iter().flat_map(|text| text.wrong(coder, worker)).collect()
    }
}

impl Text {
    fn wrong(&self, coder: &Coder, worker: &mut Worker) -> Vec<String> {
        let record = coder.code_with(worker, self.story.clone()).expect("English text");
        let record = serde_json::to_value(&record).expect("a record is JSON");
        let failed = self.expectations.iter().filter(|e| !e.holds(&record));
        failed.map(|e| told(e, &record)).collect()
    }
}

fn told(expectation: &Expectation, record: &Value) -> String {
    let text = record["doc"]["text"].as_str().unwrap_or_default();
    let near = expectation.explain(record).join("\n        ");
    format!("{text}\n      {}\n        {near}", expectation.line)
}

fn named(contrasts: &mut Vec<Contrast>, name: &str) -> Result<(), String> {
    if contrasts.iter().any(|c| c.name == name) {
        return Err(format!("there is a `{name}` already"));
    }
    contrasts.push(Contrast { name: name.to_string(), texts: Vec::new() });
    Ok(())
}

/// Takes a line that stands under a name: metadata of the next text, a text, or an expectation.
fn add(contrast: Option<&mut Contrast>, beside: &mut Story, line: &str) -> Result<(), String> {
    let contrast = contrast.ok_or("no name `== ...` before it")?;
    if let Some(words) = line.strip_prefix("> ") {
        let mut story = std::mem::take(beside);
        let title = story.title.iter().map(|title| format!("{title}\n\n"));
        story.text = Some(title.collect::<String>() + &words.replace(" ¶ ", "\n\n"));
        story.published_at.get_or_insert_with(|| PUBLISHED.to_string());
        contrast.texts.push(Text { story, expectations: Vec::new() });
    } else if let Some((key, value)) = line.split_once(": ").filter(|(key, _)| KEYS.contains(key)) {
        let known = std::mem::take(beside);
        *beside = match key {
            "title" => known.title(value),
            "outlet" => known.outlet(value),
            _ => known.published(value),
        };
    } else {
        let text = contrast.texts.last_mut().ok_or("no text `> ...` before it")?;
        text.expectations.push(expectation(line)?);
    }
    Ok(())
}

const KEYS: &[&str] = &["title", "outlet", "date"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read() {
        let file =
            "# head\n== one\ntitle: A\ndate: 2020-01-01\n> B. ¶ C.\nno event\n\n> D.\nno event\n";
        let contrasts = Contrast::parse(file).expect("a sound file");
        let stories: Vec<&Story> = contrasts[0].texts.iter().map(|t| &t.story).collect();
        assert_eq!((contrasts[0].name.as_str(), contrasts[0].n_texts()), ("one", 2));
        let dated = |text: &str, date: &str| Story::text(text).published(date);
        assert_eq!(*stories[0], dated("A\n\nB.\n\nC.", "2020-01-01").title("A"));
        assert_eq!(*stories[1], dated("D.", PUBLISHED));
    }

    #[test]
    fn unsound_files_are_errors() {
        let check = |file: &str, want: &str| {
            let error = Contrast::parse(file).expect_err(file);
            assert!(error.contains(want), "{file}: {error}");
        };
        check("> A.\n", "line 1: no name");
        check("== one\nno event\n", "line 2: no text");
        check("== one\n> A.\nno event\n> B.\n", "`one` lacks");
        check("== one\n> A.\nno event\n", "`one` lacks");
        check("== one\n> A.\nno evnt\n", "line 3: `evnt`");
        check("== one\n== one\n", "line 2: there is");
    }
}
