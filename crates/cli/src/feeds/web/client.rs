//! One request over HTTP/1.1 and what came of it: limits of time and size, addresses checked.
//!
//! The address that is checked is the one that is connected to: names are resolved here, once, and the client
//! connects to what was let through.

use super::addresses::is_public;
use super::robots::NAME;
use crate::feeds::got::Answer;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use std::fmt;
use std::io::{self, Read};
use std::net::IpAddr;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::{HeaderMap, Response, StatusCode, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};
use url::Url;
use verbale::read::MAX_HTML_BYTES;
use verbale_store::Fetched;

/// What came of a request.
pub enum Reply {
    /// An answer.
    Whole(Box<Answer>),
    /// It is as it was.
    Unchanged,
    /// A redirection.
    Elsewhere(String),
    /// Why there is no answer, and whether there may be one later.
    Failed(String, bool),
    /// The server wants to be asked later, perhaps after so long.
    Busy(String, Option<Duration>),
}

/// What makes requests.
pub struct Client {
    agent: Agent,
    timeout: Duration,
}

impl Client {
    /// With a limit of time for each request.
    pub fn new(timeout: Duration, allow_private: bool) -> Self {
        let config = Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .timeout_global(Some(timeout))
            .user_agent(format!("{NAME}/{}", env!("CARGO_PKG_VERSION")))
            .accept("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5")
            .build();
        let names = Names { inner: DefaultResolver::default(), allow_private };
        let agent = Agent::with_parts(config, DefaultConnector::default(), names);
        Client { agent, timeout }
    }

    /// Asks for an address, and only for what changed where validators are known.
    pub fn ask(&self, url: &Url, known: &Fetched) -> Reply {
        let mut request = self.agent.get(url.as_str());
        if let Some(etag) = &known.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(modified) = &known.modified {
            request = request.header(header::IF_MODIFIED_SINCE, modified);
        }
        match request.call() {
            Ok(response) => self.reply(url, response),
            Err(error) => self.failed(error),
        }
    }

    fn reply(&self, url: &Url, response: Response<Body>) -> Reply {
        let status = response.status();
        let fields = response.headers();
        let why = || format!("the server answers {status}");
        match status {
            StatusCode::NOT_MODIFIED => Reply::Unchanged,
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Reply::Busy(why(), wait(fields))
            }
            _ if status.is_redirection() => match field(fields, header::LOCATION) {
                Some(to) => Reply::Elsewhere(to),
                None => Reply::Failed(why(), false),
            },
            StatusCode::OK | StatusCode::NON_AUTHORITATIVE_INFORMATION => self.whole(url, response),
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY => Reply::Failed(why(), true),
            _ => Reply::Failed(why(), status.is_server_error()),
        }
    }

    /// Reads an answer up to the largest page.
    fn whole(&self, url: &Url, response: Response<Body>) -> Reply {
        let fields = response.headers();
        let mut answer = Answer {
            address: url.to_string(),
            media_type: response.body().mime_type().map(str::to_string),
            encoding: response.body().charset().map(str::to_string),
            etag: field(fields, header::ETAG),
            modified: field(fields, header::LAST_MODIFIED),
            date: date(fields).map(|date| date.to_string()),
            bytes: Vec::new(),
        };
        let mut body = response.into_body().into_reader().take(MAX_HTML_BYTES as u64 + 1);
        match body.read_to_end(&mut answer.bytes) {
            Ok(n) if n > MAX_HTML_BYTES => {
                Reply::Failed(format!("more than {} MB", MAX_HTML_BYTES >> 20), false)
            }
            Ok(_) => Reply::Whole(Box::new(answer)),
            Err(error) => self.failed(Error::from(error)),
        }
    }

    fn failed(&self, error: Error) -> Reply {
        if let Error::Other(other) = &error
            && let Some(private) = other.downcast_ref::<Private>()
        {
            return Reply::Failed(private.to_string(), true);
        }
        let why = match &error {
            Error::Timeout(_) => {
                let seconds = self.timeout.as_secs_f64();
                format!("no whole answer within {seconds} s; --timeout waits longer")
            }
            Error::HostNotFound => "no such host; check the address and the network".to_string(),
            Error::Io(error) => told(error),
            _ => error.to_string(),
        };
        Reply::Failed(why, true)
    }
}

fn told(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => "the host refuses to be asked".to_string(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => {
            "the answer breaks off".to_string()
        }
        _ => format!("{error}; check the address and the network"),
    }
}

fn field(fields: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = fields.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_string())
}

/// When the server says that it answered.
fn date(fields: &HeaderMap) -> Option<Timestamp> {
    let date = field(fields, header::DATE)?;
    rfc2822::parse(&date).ok().map(|date| date.timestamp())
}

/// How long the server wants to be left alone: seconds, or a moment of its own clock.
fn wait(fields: &HeaderMap) -> Option<Duration> {
    let later = field(fields, header::RETRY_AFTER)?;
    if let Ok(seconds) = later.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = rfc2822::parse(&later).ok()?.timestamp();
    let now = date(fields).unwrap_or_else(Timestamp::now);
    Some(until.duration_since(now).try_into().unwrap_or(Duration::ZERO))
}

/// A host whose address is none of the public internet.
#[derive(Debug)]
struct Private(IpAddr);

impl fmt::Display for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "its address ({}) is not public; --allow-private asks there as well", self.0)
    }
}

impl std::error::Error for Private {}

/// Resolves names to addresses that may be asked.
#[derive(Debug)]
struct Names {
    inner: DefaultResolver,
    allow_private: bool,
}

impl Resolver for Names {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let private = found.iter().map(|address| address.ip()).find(|ip| !is_public(*ip));
        match private.filter(|_| !self.allow_private) {
            Some(address) => Err(Error::Other(Box::new(Private(address)))),
            None => Ok(found),
        }
    }
}
