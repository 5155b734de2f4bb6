//! What a page says of itself in its head: meta elements (Open Graph, Dublin Core, the names that publishing
//! systems use) and linked data (schema.org in JSON-LD). Extractors read the article; days and credits are
//! more often right here.

use super::some;
use ego_tree::NodeRef;
use scraper::{Html, Node};
use serde_json::Value;

/// Names of meta elements, the surer first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.available",
    "dc.date.issued",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
];
const MODIFIED: &[&str] =
    &["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"];
const AUTHOR: &[&str] = &["author", "dc.creator", "dcterms.creator", "parsely-author"];
const SITE: &[&str] = &["og:site_name"];

/// What the head of a page says.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub published: Option<String>,
    pub modified: Option<String>,
    pub author: Option<String>,
    pub site: Option<String>,
}

/// Reads the head. Linked data goes before meta elements.
pub(super) fn metadata(html: &str) -> Metadata {
    let page = Html::parse_document(html);
    let (mut named, mut linked) = (Vec::new(), None);
    for node in page.tree.nodes() {
        if let Node::Element(element) = node.value() {
            match element.name() {
                "meta" => named.extend(meta(element)),
                "script" if element.attr("type") == Some("application/ld+json") => {
                    linked = linked.or_else(|| article(&script(node)));
                }
                _ => {}
            }
        }
    }
    let first = |names: &[&str]| {
        names.iter().find_map(|n| named.iter().find(|(name, _)| name == n).map(|(_, v)| v.clone()))
    };
    let linked = linked.unwrap_or_default();
    Metadata {
        published: linked.published.or_else(|| first(PUBLISHED)),
        modified: linked.modified.or_else(|| first(MODIFIED)),
        author: linked.author.or_else(|| first(AUTHOR)),
        site: linked.site.or_else(|| first(SITE)),
    }
}

/// The names of a meta element, in lower case, with its content.
fn meta(element: &scraper::node::Element) -> Vec<(String, String)> {
    let Some(content) = element.attr("content").and_then(|c| some(c.to_string())) else {
        return Vec::new();
    };
    let names = ["property", "name", "itemprop"].into_iter().filter_map(|key| element.attr(key));
    names.map(|name| (name.trim().to_ascii_lowercase(), content.clone())).collect()
}

fn script(node: NodeRef<'_, Node>) -> String {
    node.children().filter_map(|child| child.value().as_text().map(|t| t.to_string())).collect()
}

/// The first article of some linked data.
fn article(json: &str) -> Option<Metadata> {
    let value: Value = serde_json::from_str(json).ok()?;
    let item = find_article(&value)?;
    let text = |key| name(&item[key]).and_then(some);
    Some(Metadata {
        published: text("datePublished"),
        modified: text("dateModified"),
        author: text("author"),
        site: text("publisher"),
    })
}

/// The first object of a type that ends in "Article", "Posting" or "Report". JSON is read only to a depth
/// of 128, so this ends.
fn find_article(value: &Value) -> Option<&Value> {
    let is_article = |kind: &Value| {
        let kinds = kind.as_array().map_or(std::slice::from_ref(kind), Vec::as_slice);
        let ends = |k: &str| ["Article", "Posting", "Report"].iter().any(|e| k.ends_with(e));
        kinds.iter().filter_map(Value::as_str).any(ends)
    };
    match value {
        Value::Object(item) if item.get("@type").is_some_and(is_article) => Some(value),
        Value::Object(item) => item.values().find_map(find_article),
        Value::Array(items) => items.iter().find_map(find_article),
        _ => None,
    }
}

/// A text, or the names of one or several things.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(item) => item.get("name").and_then(name),
        Value::Array(items) => {
            let names: Vec<String> = items.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::metadata;

    #[test]
    fn linked_data_and_meta_elements_are_read() {
        let check = |html: &str, want: [&str; 4]| {
            let found = metadata(html);
            let got = [found.published, found.modified, found.author, found.site];
            assert_eq!(got.map(Option::unwrap_or_default), want, "{html}");
        };
        check(
            "<meta property='article:published_time' content='2024-05-01T10:00:00Z'>\
             <meta name=AUTHOR content=' Ada Obi '><meta property='og:site_name' content='The Lake'>",
            ["2024-05-01T10:00:00Z", "", "Ada Obi", "The Lake"],
        );
        check(
            "<meta name=pubdate content=2020-01-01><script type='application/ld+json'>{\"@graph\":[\
             {\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],\
             \"datePublished\":\"2024-05-02\",\"dateModified\":\"2024-05-03\",\
             \"author\":[{\"name\":\"Ada Obi\"},{\"name\":\"Jo Li\"}],\
             \"publisher\":{\"name\":\"The Lake\"}}]}</script>",
            ["2024-05-02", "2024-05-03", "Ada Obi, Jo Li", "The Lake"],
        );
        check("<script type='application/ld+json'>{broken</script><p>a", ["", "", "", ""]);
    }
}
