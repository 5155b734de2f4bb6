//! What the tree of a page would weigh, told without recursion and with a stop.
//!
//! Extractors recurse over the tree and a stack that overflows cannot be caught; they take time and memory
//! for every node and every ancestor of it. So both must be known before they run. Counting tags does not
//! do: end tags may be left out, misplaced or ignored. The page is parsed as browsers do (HTML Living
//! Standard, section 13.2, through `html5ever`) into nothing but parent links, in small pieces, and given up
//! at the first piece that goes beyond a limit.

use super::attributes::most_attributes;
use crate::limits::{MAX_ANCESTORS, MAX_ATTRIBUTES, MAX_DEPTH, MAX_NODES, MAX_TEXT_BYTES};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, expanded_name, local_name, ns, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// Bytes parsed between two looks at the weight.
const PIECE: usize = 4096;

/// Why a page is refused, if it is.
pub(super) fn refusal(html: &str) -> Option<String> {
    if most_attributes(html) > MAX_ATTRIBUTES {
        return Some(format!("a page with more than {MAX_ATTRIBUTES} attributes in one tag"));
    }
    let mut parser = parse_document(Parents::default(), ParseOpts::default());
    let (mut at, mut weight) = (0, Weight::default());
    while at < html.len() {
        let end = boundary(html, at + PIECE);
        parser.process(StrTendril::from_slice(&html[at..end]));
        weight.add(&parser.tokenizer.sink.sink);
        if let Some(refusal) = weight.refusal() {
            return Some(refusal);
        }
        at = end;
    }
    None
}

/// The end of the character that holds byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// What the nodes seen so far amount to.
#[derive(Debug, Default)]
struct Weight {
    nodes: usize,
    deepest: usize,
    ancestors: usize,
    text: usize,
}

impl Weight {
    /// Adds the nodes that have come since the last call.
    fn add(&mut self, tree: &Parents) {
        let parent = tree.parent.borrow();
        for node in self.nodes..parent.len() {
            let up = std::iter::successors(Some(node), |&n| (n != 0).then(|| parent[n]));
            let depth = up.take(MAX_DEPTH + 2).count() - 1;
            self.deepest = self.deepest.max(depth);
            self.ancestors += depth;
        }
        self.nodes = parent.len();
        self.text = tree.text.get();
    }

    fn refusal(&self) -> Option<String> {
        if self.deepest > MAX_DEPTH {
            Some(format!("a page nested deeper than {MAX_DEPTH} elements"))
        } else if self.nodes > MAX_NODES {
            Some(format!("a page of more than {MAX_NODES} elements"))
        } else if self.ancestors > MAX_ANCESTORS {
            Some("a page nested too deep in too many places".to_string())
        } else if self.text > MAX_TEXT_BYTES {
            Some(format!("a page with more than {} MB of text", MAX_TEXT_BYTES >> 20))
        } else {
            None
        }
    }
}

/// A tree of elements that knows the names and parents of its nodes. Node 0 is the document.
struct Parents {
    parent: RefCell<Vec<usize>>,
    name: RefCell<Vec<QualName>>,
    /// Bytes of text outside scripts and styles.
    text: Cell<usize>,
}

impl Default for Parents {
    fn default() -> Self {
        let document = QualName::new(None, ns!(), local_name!(""));
        Parents { parent: vec![0].into(), name: vec![document].into(), text: Cell::new(0) }
    }
}

impl Parents {
    fn len(&self) -> usize {
        self.parent.borrow().len()
    }

    fn create(&self, name: QualName, parent: usize) -> usize {
        self.name.borrow_mut().push(name);
        self.parent.borrow_mut().push(parent);
        self.len() - 1
    }

    fn place(&self, node: &NodeOrText<usize>, parent: usize) {
        match node {
            NodeOrText::AppendNode(node) => self.parent.borrow_mut()[*node] = parent,
            NodeOrText::AppendText(text) if !self.is_code(parent) => {
                self.text.set(self.text.get() + text.len());
            }
            NodeOrText::AppendText(_) => {}
        }
    }

    fn is_code(&self, node: usize) -> bool {
        matches!(self.name.borrow()[node].local, local_name!("script") | local_name!("style"))
    }

    fn parent_of(&self, node: usize) -> usize {
        self.parent.borrow()[node]
    }
}

impl TreeSink for Parents {
    type Handle = usize;
    type Output = ();
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) {}
    fn parse_error(&self, _: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name(&self, node: &usize) -> Ref<'_, QualName> {
        Ref::map(self.name.borrow(), |names| &names[*node])
    }

    fn same_node(&self, a: &usize, b: &usize) -> bool {
        a == b
    }

    /// A template's contents are the node after it, below it.
    fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> usize {
        let template = name.expanded() == expanded_name!(html "template");
        let node = self.create(name.clone(), 0);
        if template {
            self.create(name, node);
        }
        node
    }

    fn get_template_contents(&self, template: &usize) -> usize {
        template + 1
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.create(QualName::new(None, ns!(), local_name!("")), 0)
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> usize {
        self.create_comment(data)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.place(&child, *parent);
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        self.place(&child, self.parent_of(*sibling));
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let of_element = self.parent_of(*element);
        self.place(&child, if of_element != 0 { of_element } else { *previous });
    }

    fn remove_from_parent(&self, node: &usize) {
        self.parent.borrow_mut()[*node] = 0;
    }

    /// Left out: it puts what was read before one level deeper, in exchange for a level outside, so
    /// the depth stays below twice the limit. Searching for the children would cost a scan a call.
    fn reparent_children(&self, _: &usize, _: &usize) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The depth of the deepest node; the document has none.
    fn depth(html: &str) -> usize {
        let parser = parse_document(Parents::default(), ParseOpts::default());
        let mut parser = parser;
        parser.process(StrTendril::from_slice(html));
        let mut weight = Weight::default();
        weight.add(&parser.tokenizer.sink.sink);
        weight.deepest
    }

    #[test]
    fn depths() {
        // Above the line break: the document, html, body, div, p.
        assert_eq!(depth("<div><p>a<p>b<br></div><p>c"), 5);
        assert_eq!(depth("<script>if (a<b) '<div><div><div>'</script><!-- <b><b><b> -->"), 3);
        assert_eq!(depth(&"<p>один</p>\n".repeat(500)), 3);
        assert_eq!(depth("a < b and c <"), 2);
    }

    #[test]
    fn pages_beyond_a_limit_are_refused() {
        let check = |html: &str, want: &str| {
            let got = refusal(html).unwrap_or_default();
            assert!(got.contains(want) && got.is_empty() == want.is_empty(), "{html:.60}: {got}");
        };
        for nested in ["<b>", "<div/></x>", "<template><i>", "<div><object></div>"] {
            check(&nested.repeat(50_000), "deeper than 1000");
        }
        check(&"<p>".repeat(100_001), "more than 100000 elements");
        check(&"<!-- -->".repeat(100_001), "more than 100000 elements");
        check(&format!("{}{}", "<div>".repeat(900), "<p>a</p>".repeat(9000)), "too many places");
        check(&format!("<p>{}", "word ".repeat(250_000)), "more than 1 MB of text");
        check(&format!("<script>{}</script>", "a = 1; ".repeat(250_000)), "");
        check(&format!("<p {}>", "a=b ".repeat(300)), "attributes");
        check(&"<p>один</p>\n".repeat(5000), "");
    }
}
