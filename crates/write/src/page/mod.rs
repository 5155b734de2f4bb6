//! The page: the story with its records beside the sentences that justify them.
//!
//! One file, no network, no foreign code. The text is hostile: everything goes through an escaping
//! template, and the page's own policy ([`policy`]) lets nothing run or load but the style and the
//! script that stand here. Documents stream one `<article>` each, so a page of many stories needs the memory of
//! one.

mod block;
mod card;
mod policy;

use block::{Block, blocks};
use minijinja::{Environment, Value, context};
use verbale_record::Record;

const HEAD: &str = include_str!("head.html");
const ARTICLE: &str = include_str!("article.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// One page of records, as [`crate::Format::Html`] writes it, for who shows it at once.
pub fn html<'r>(records: impl IntoIterator<Item = &'r Record>) -> String {
    let mut page = Page::new();
    let mut text = page.head();
    text.extend(records.into_iter().map(|record| page.article(record)));
    text + &page.foot()
}

/// The page being written.
pub(crate) struct Page {
    templates: Environment<'static>,
    n_articles: usize,
}

impl Page {
    pub(crate) fn new() -> Self {
        let mut templates = Environment::new();
        templates.set_trim_blocks(true);
        templates.set_lstrip_blocks(true);
        templates.add_template("head.html", HEAD).expect("the template parses");
        templates.add_template("article.html", ARTICLE).expect("the template parses");
        Page { templates, n_articles: 0 }
    }

    pub(crate) fn head(&self) -> String {
        let policy = Value::from_safe_string(policy::of(STYLE, SCRIPT));
        let style = Value::from_safe_string(STYLE.to_string());
        self.render("head.html", context! { policy, style, version => env!("CARGO_PKG_VERSION") })
    }

    pub(crate) fn article(&mut self, record: &Record) -> String {
        self.n_articles += 1;
        let blocks: Vec<Block> = blocks(record);
        let (n, doc) = (self.n_articles, &record.doc);
        let counts = (record.statements.len(), record.events.len());
        self.render(
            "article.html",
            context! { n, doc, blocks, notes => record.notes, n_statements => counts.0, n_events => counts.1 },
        )
    }

    pub(crate) fn foot(&self) -> String {
        format!("</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n")
    }

    fn render(&self, name: &str, values: Value) -> String {
        let template = self.templates.get_template(name).expect("the template is there");
        template.render(values).expect("the template fits its values")
    }
}
