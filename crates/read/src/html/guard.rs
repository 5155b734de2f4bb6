//! How deep the tree of a page would be, told without recursion and with a stop.
//!
//! Extractors recurse over the tree and a stack that overflows cannot be caught, so the depth must
//! be known before they run. Counting tags does not do: end tags may be left out, misplaced or
//! ignored. The page is parsed as browsers do (HTML Living Standard, section 13.2, through
//! `html5ever`) into nothing but parent links, in small pieces, and given up at the first piece
//! that nests too deep.

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, expanded_name, local_name, ns, parse_document};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};

/// Bytes parsed between two looks at the depth.
const PIECE: usize = 4096;

/// Whether an element of the page has more than `limit` ancestors.
pub(super) fn nests_deeper(html: &str, limit: usize) -> bool {
    let mut parser = parse_document(Parents::default(), ParseOpts::default());
    let (mut at, mut seen) = (0, 0);
    while at < html.len() {
        let end = boundary(html, at + PIECE);
        parser.process(StrTendril::from_slice(&html[at..end]));
        let parents = &parser.tokenizer.sink.sink;
        if parents.any_deeper(seen, limit) {
            return true;
        }
        (at, seen) = (end, parents.len());
    }
    false
}

/// The end of the character that holds byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// A tree of elements that knows the names and parents of its nodes. Node 0 is the document.
struct Parents {
    parent: RefCell<Vec<usize>>,
    name: RefCell<Vec<QualName>>,
}

impl Default for Parents {
    fn default() -> Self {
        let document = QualName::new(None, ns!(), local_name!(""));
        Parents { parent: vec![0].into(), name: vec![document].into() }
    }
}

impl Parents {
    fn len(&self) -> usize {
        self.parent.borrow().len()
    }

    /// Whether one of the nodes from `first` on is deeper than `limit`.
    fn any_deeper(&self, first: usize, limit: usize) -> bool {
        let parent = self.parent.borrow();
        (first..parent.len()).any(|node| {
            let mut up = std::iter::successors(Some(node), |&n| (n != 0).then(|| parent[n]));
            up.nth(limit + 1).is_some()
        })
    }

    fn create(&self, name: QualName, parent: usize) -> usize {
        self.name.borrow_mut().push(name);
        self.parent.borrow_mut().push(parent);
        self.len() - 1
    }

    fn set_parent(&self, node: &NodeOrText<usize>, parent: usize) {
        if let NodeOrText::AppendNode(node) = node {
            self.parent.borrow_mut()[*node] = parent;
        }
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
        self.set_parent(&child, *parent);
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        self.set_parent(&child, self.parent_of(*sibling));
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let of_element = self.parent_of(*element);
        self.set_parent(&child, if of_element != 0 { of_element } else { *previous });
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

    #[test]
    fn depths() {
        let check = |html: &str, limit, want: bool| {
            assert_eq!(nests_deeper(html, limit), want, "{html:.60} {limit}");
        };
        // Above the line break: the document, html, body, div, p.
        check("<div><p>a<p>b<br></div><p>c", 5, false);
        check("<div><p>a<p>b<br></div><p>c", 4, true);
        check("<script>if (a<b) '<div><div><div><div>'</script><!-- <b><b><b><b> -->", 3, false);
        check(&"<p>один</p>\n".repeat(5000), 3, false);
        check(&"<b>".repeat(50_000), 1000, true);
        check(&"<div/></x>".repeat(50_000), 1000, true);
        check(&"<template><i>".repeat(50_000), 1000, true);
        check(&"<div><object></div>".repeat(50_000), 1000, true);
        check("a < b and c <", 2, false);
    }
}
