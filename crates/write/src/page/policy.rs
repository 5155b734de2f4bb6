//! The page's content security policy (W3C, Content Security Policy Level 3, 2025): what a browser may
//! load and run of it.
//!
//! A page holds foreign words. Should any of them ever get past the escaping, a browser that reads this
//! policy runs and loads nothing but the one style and the one script whose bytes are named by their
//! hash. It stands in a `meta` element, where `frame-ancestors` and reports have no effect.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page whose style and script elements have exactly these bytes.
pub(super) fn of(style: &str, script: &str) -> String {
    let (style, script) = (hash(style), hash(script));
    format!(
        "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
    )
}

/// A hash source; line ends count as LF, as a browser reads them.
fn hash(element: &str) -> String {
    let digest = Sha256::digest(element.replace("\r\n", "\n"));
    format!("'sha256-{}'", STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use super::*;
    use verbale_record::Record;

    /// The example of the standard.
    #[test]
    fn a_hash_is_that_of_the_standard() {
        let hash = hash("alert('Hello, world.');");
        assert_eq!(hash, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        assert_eq!(super::hash("a\r\nb"), super::hash("a\nb"));
    }

    /// What stands between the tags of the only element of a name.
    fn only<'p>(page: &'p str, name: &str) -> &'p str {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        assert_eq!(page.matches(&format!("<{name}")).count(), 1, "{name}");
        let rest = page.split_once(&open).expect("a start tag without attributes").1;
        rest.split_once(&close).expect("an end tag").0
    }

    #[test]
    fn a_page_allows_its_own_style_and_script_and_nothing_else() {
        let mut record = Record::default();
        record.doc.text = "<script>alert(1)</script> <b onclick=\"x\" style=\"y\">".to_string();
        let mut page = Page::new();
        let page = page.head() + &page.article(&record) + &page.foot();
        let start = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
        let (before, rest) = page.split_once(start).expect("a policy");
        let policy = rest.split_once('"').expect("its end").0;
        assert!(!before.contains("<style"), "what stands before a policy is not held by it");
        let want = [
            "default-src 'none'".to_string(),
            format!("style-src {}", hash(only(&page, "style"))),
            format!("script-src {}", hash(only(&page, "script"))),
            "base-uri 'none'".to_string(),
            "form-action 'none'".to_string(),
        ];
        assert_eq!(policy.split("; ").collect::<Vec<_>>(), want);
    }

    /// The policy blocks them, so that they would do nothing.
    #[test]
    fn no_element_has_a_style_or_a_handler_of_its_own() {
        for template in [include_str!("head.html"), include_str!("article.html")] {
            let tags = template.split('<').skip(1).filter_map(|t| t.split_once('>'));
            for (tag, _) in tags {
                let own =
                    tag.split_whitespace().any(|a| a.starts_with("style=") || a.starts_with("on"));
                assert!(!own, "<{tag}>");
            }
        }
    }
}
