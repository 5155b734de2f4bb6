//! Fetching with manners: one request at a time, robots asked where a feed and no person names the page
//! (RFC 9309), a pause between requests to a host, validators sent (RFC 9110, 13), `Retry-After` kept.
//!
//! Redirections are followed here and not by the client, for each hop is a host of its own: its robots, its
//! pause, its address. What is asked for goes to public addresses only, see [`addresses`]. No proxy is used, for
//! behind one the address that is connected to is not known. No cookie is kept and nothing is sent but requests.

mod addresses;
mod client;
mod pace;
mod robots;

use super::got::{Asked, Got};
use crate::args::FeedArgs;
use crate::outcome::Failure;
use client::{Client, Reply};
use pace::{Pace, Turn};
use robots::Robots;
use std::collections::HashMap;
use url::{Position, Url};
use verbale_store::Fetched;

/// The most redirections that are followed (RFC 9309, 2.3.1.2, for the file of robots).
const MAX_HOPS: usize = 5;

/// What fetches.
pub struct Web {
    client: Client,
    pace: Pace,
    /// What the sites say of robots, by scheme, host and port.
    robots: HashMap<String, Result<Robots, String>>,
}

/// Where one request leads.
enum Step {
    /// To its end.
    End(Got),
    /// Elsewhere.
    To(Url),
}

impl Web {
    /// With the limits of the command line.
    ///
    /// # Errors
    /// A feed whose address is none.
    pub fn new(args: &FeedArgs) -> Result<Self, Failure> {
        for name in args.feeds.iter().filter(|name| super::is_address(name)) {
            parsed(name).map_err(|why| Failure::Usage(format!("{name}: {why}")))?;
        }
        let client = Client::new(args.timeout, args.allow_private);
        Ok(Web { client, pace: Pace::new(args.pause), robots: HashMap::new() })
    }

    /// Asks for an address; `known` is what is known of it.
    pub fn get(&mut self, address: &str, known: &Fetched, asked: Asked) -> Got {
        match parsed(address) {
            Ok(url) => self.follow(url, known, asked == Asked::Page),
            Err(why) => Got::Failed(why, false),
        }
    }

    /// Asks for an address and for where it leads; of a page each host's robots are asked first.
    fn follow(&mut self, mut url: Url, known: &Fetched, is_page: bool) -> Got {
        for _ in 0..=MAX_HOPS {
            if is_page && let Some(refused) = self.refused(&url) {
                return refused;
            }
            match self.step(&url, known) {
                Step::End(got) => return got,
                Step::To(next) => url = next,
            }
        }
        Got::Failed(format!("redirected more than {MAX_HOPS} times"), false)
    }

    /// Why robots may not have an address; none where they may.
    fn refused(&mut self, url: &Url) -> Option<Got> {
        let site = url[..Position::BeforePath].to_string();
        if !self.robots.contains_key(&site) {
            let robots = match self.ask_robots(&site) {
                Got::Answer(answer) => Ok(Robots::read(&answer.bytes)),
                Got::Unchanged | Got::Failed(_, false) => Ok(Robots::default()),
                Got::Failed(why, true) => Err(why),
                Got::Stopped => return Some(Got::Stopped),
            };
            self.robots.insert(site.clone(), robots);
        }
        match self.robots.get(&site)? {
            Ok(robots) if robots.allow(&url[Position::BeforePath..Position::AfterQuery]) => None,
            Ok(_) => Some(Got::Failed("robots.txt of the site keeps robots from it".into(), false)),
            Err(why) => {
                let why =
                    format!("robots.txt of the site cannot be had ({why}), so it is not asked");
                Some(Got::Failed(why, true))
            }
        }
    }

    /// Asks for the file of robots; one that is not there allows everything, one that may be had later nothing
    /// until then (RFC 9309, 2.3.1.3 and 2.3.1.4).
    fn ask_robots(&mut self, site: &str) -> Got {
        match Url::parse(&format!("{site}/robots.txt")) {
            Ok(url) => self.follow(url, &Fetched::default(), false),
            Err(_) => Got::Failed("no address".to_string(), false),
        }
    }

    /// One request, asked a second time where the server wants to be asked again soon.
    fn step(&mut self, url: &Url, known: &Fetched) -> Step {
        let host = url.host_str().unwrap_or_default();
        let mut is_second = false;
        loop {
            match self.pace.turn(host) {
                Turn::Now => {}
                Turn::Later(why) => return Step::End(Got::Failed(why, true)),
                Turn::Stopped => return Step::End(Got::Stopped),
            }
            let reply = self.client.ask(url, known);
            self.pace.asked(host);
            match reply {
                Reply::Whole(answer) => return Step::End(Got::Answer(*answer)),
                Reply::Unchanged => return Step::End(Got::Unchanged),
                Reply::Elsewhere(to) => return elsewhere(url, &to),
                Reply::Failed(why, again) => return Step::End(Got::Failed(why, again)),
                Reply::Busy(why, wait) => {
                    if !self.pace.hold(host, wait) || is_second {
                        return Step::End(Got::Failed(why, true));
                    }
                    is_second = true;
                }
            }
        }
    }
}

fn elsewhere(url: &Url, to: &str) -> Step {
    let next = url.join(to).map_err(|error| error.to_string());
    match next.and_then(|next| parsed(next.as_str())) {
        Ok(next) => Step::To(next),
        Err(why) => Step::End(Got::Failed(format!("redirected to {to}: {why}"), false)),
    }
}

/// An address over HTTP, without what stands behind `#`.
fn parsed(address: &str) -> Result<Url, String> {
    let mut url = Url::parse(address).map_err(|error| format!("no address ({error})"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!("{}: only http and https are fetched", url.scheme()));
    }
    url.set_fragment(None);
    Ok(url)
}
