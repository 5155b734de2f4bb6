//! Records of schema 1 as records of schema 2.
//!
//! Schema 1 had dates as bare values with the mention beside them, places as the id of a mention, and
//! no keys.

use crate::ids::document_key;
use serde_json::{Map, Value, json};

/// Rewrites a record of schema 1 in place. What has another shape is left as it is.
pub(crate) fn upgrade(record: &mut Value) {
    let mentions = record["mentions"].as_array().cloned().unwrap_or_default();
    let find = |id: &Value| mentions.iter().find(|m| m["id"] == *id);
    for list in ["statements", "events"] {
        let items = record.get_mut(list).and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            if let Value::Object(item) = item {
                date(item, find);
                place(item, find);
            }
        }
    }
    if let Some(Value::Object(doc)) = record.get_mut("doc") {
        let text = |name: &str| doc.get(name).and_then(Value::as_str).unwrap_or_default();
        let key = document_key(text("url"), text("text"));
        doc.insert("key".to_string(), Value::String(key));
    }
    record["schema"] = json!(2);
}

/// `"date": "2024-06-21", "date_mention": "m3"` to `"date": {value, start, end, mention}`.
fn date<'m>(item: &mut Map<String, Value>, find: impl Fn(&Value) -> Option<&'m Value>) {
    let mention = item.remove("date_mention");
    let Some(value) = item.get("date").filter(|d| d.is_string()).cloned() else { return };
    let mut date = Map::new();
    let time = mention.as_ref().and_then(&find).map(|m| &m["time"]);
    for end in ["start", "end"] {
        let known = time.map(|t| &t[end]).filter(|d| d.is_string());
        // Without a mention it is the document's own day.
        let day = known.or_else(|| mention.is_none().then_some(&value));
        date.extend(day.map(|d| (end.to_string(), d.clone())));
    }
    date.insert("value".to_string(), value);
    date.extend(mention.map(|m| ("mention".to_string(), m)));
    item.insert("date".to_string(), Value::Object(date));
}

/// `"place": "m2"` to `"place": {mention, text, name, geonameid, lat, lon, country}`.
fn place<'m>(item: &mut Map<String, Value>, find: impl Fn(&Value) -> Option<&'m Value>) {
    let Some(id) = item.get("place").filter(|p| p.is_string()).cloned() else { return };
    let mut site = Map::new();
    if let Some(mention) = find(&id) {
        let name = Some(&mention["name"]).filter(|n| n.is_string()).unwrap_or(&mention["text"]);
        site.insert("name".to_string(), name.clone());
        site.insert("text".to_string(), mention["text"].clone());
        for key in ["geonameid", "lat", "lon", "country"] {
            let known = Some(&mention["place"][key]).filter(|v| !v.is_null());
            site.extend(known.map(|v| (key.to_string(), v.clone())));
        }
    }
    site.insert("mention".to_string(), id);
    item.insert("place".to_string(), Value::Object(site));
}
