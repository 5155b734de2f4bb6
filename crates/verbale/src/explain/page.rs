//! Text for a person: headings, and rows of a label and what it stands before.

/// Columns that labels take, their indent included.
const LABEL: usize = 14;

/// A text in the making.
pub(super) struct Page {
    out: String,
}

impl Page {
    /// Begins with a heading.
    pub(super) fn new(heading: &str) -> Self {
        Page { out: format!("{heading}\n") }
    }

    /// A paragraph of its own.
    pub(super) fn text(&mut self, text: &str) {
        self.out += &format!("\n  {text}\n\n");
    }

    /// A heading within.
    pub(super) fn part(&mut self, heading: &str) {
        self.out += &format!("\n  {heading}\n");
    }

    /// A label and its text.
    pub(super) fn row(&mut self, label: &str, text: &str) {
        self.out += &format!("  {label:<width$}{text}\n", width = LABEL - 2);
    }

    /// A line below a heading within.
    pub(super) fn line(&mut self, text: &str) {
        self.out += &format!("    {text}\n");
    }

    /// Lines under the same label.
    pub(super) fn rows(&mut self, label: &str, lines: &[String]) {
        for (i, line) in lines.iter().enumerate() {
            self.row(if i == 0 { label } else { "" }, line);
        }
    }

    /// Another page below.
    pub(super) fn append(&mut self, other: &str) {
        self.out += "\n";
        self.out += other;
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.out
    }
}
