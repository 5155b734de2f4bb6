//! What a person says of stories that do not say it themselves.

/// What is said of stories that do not say it themselves.
#[derive(clap::Args, Debug, Default)]
pub struct GivenArgs {
    /// When the stories were published, where a page or a line of JSON does not say it; of plain
    /// text it is believed
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub published: Option<String>,
    /// The address of the story, likewise
    #[arg(long, value_name = "URL", value_parser = address)]
    pub url: Option<String>,
    /// Who publishes the stories, likewise
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
}

/// A full date, as it was written.
fn date(words: &str) -> Result<String, String> {
    let known = verbale::read::is_date(words);
    known.then(|| words.to_string()).ok_or_else(|| {
        "a full date is wanted, such as 2024-06-21 or 2024-06-21T18:00:00Z".to_string()
    })
}

/// A web address, as it was written.
fn address(words: &str) -> Result<String, String> {
    let web = words.starts_with("https://") || words.starts_with("http://");
    let whole = web && !words.contains(char::is_whitespace);
    whole
        .then(|| words.to_string())
        .ok_or_else(|| "an address is wanted, with https://".to_string())
}
