//! Which feeds are read, and how their hosts are asked.

use std::time::Duration;

/// Which feeds are read, and how their hosts are asked.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Feeds")]
// A program that fetches nothing has no use for how hosts are asked.
#[cfg_attr(not(feature = "feeds"), allow(dead_code))]
pub struct FeedArgs {
    /// A feed (RSS, Atom, JSON Feed) by its address, whose entries' pages are fetched; or in a file (- for
    /// standard input), whose entries are read from what the file has of them. May be given several times
    #[arg(long = "feed", id = "feed", value_name = "URL|FILE", value_parser = name)]
    pub feeds: Vec<String>,
    /// Fetch the pages of entries of files as well
    #[arg(long, requires = "feed")]
    pub fetch: bool,
    /// Seconds that a request may take
    #[arg(long, value_name = "S", default_value = "30", value_parser = limit, requires = "feed")]
    pub timeout: Duration,
    /// Seconds between two requests to a host
    #[arg(long, value_name = "S", default_value = "1", value_parser = seconds, requires = "feed")]
    pub pause: Duration,
    /// Ask hosts with private addresses as well, such as those of your own network
    #[arg(long, requires = "feed")]
    pub allow_private: bool,
}

/// An address over HTTP, or the name of a file.
fn name(words: &str) -> Result<String, String> {
    let is_web = words.starts_with("https://") || words.starts_with("http://");
    match words.contains("://") && (!is_web || words.contains(char::is_whitespace)) {
        true => Err("an address is wanted, with https://, or the name of a file".to_string()),
        false => Ok(words.to_string()),
    }
}

/// Seconds.
fn seconds(words: &str) -> Result<Duration, String> {
    let seconds = words.parse().ok().filter(|s| (0.0..=3600.0).contains(s));
    let wanted = || "a number of seconds from 0 to 3600 is wanted".to_string();
    seconds.map(Duration::from_secs_f64).ok_or_else(wanted)
}

/// Seconds, more than none.
fn limit(words: &str) -> Result<Duration, String> {
    let some = seconds(words)?;
    let wanted = || "more than no time is wanted".to_string();
    (!some.is_zero()).then_some(some).ok_or_else(wanted)
}
