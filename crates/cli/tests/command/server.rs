//! A server on this machine for one test: what it answers is a function of what it is asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request: its path, and its fields in lower case with their values.
pub struct Request {
    pub path: String,
    pub fields: Vec<(String, String)>,
}

impl Request {
    /// The value of a field, named in lower case.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// A server that answers until the test ends.
pub struct Server {
    /// Its address, without a path.
    pub address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each request with bytes made by `answer`, given the address of the server. No bytes: it is left
    /// open and silent.
    pub fn new(answer: impl Fn(&str, &Request) -> Vec<u8> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (own, list) = (address.clone(), Arc::clone(&asked));
        thread::spawn(move || {
            let mut silent = Vec::new();
            for stream in listener.incoming().flatten() {
                let Some(request) = request(&stream) else { continue };
                list.lock().expect("a list").push(request.path.clone());
                let bytes = answer(&own, &request);
                match bytes.is_empty() {
                    true => silent.push(stream),
                    false => drop((&stream).write_all(&bytes)),
                }
            }
        });
        Server { address, asked }
    }

    /// The paths that were asked for since this was last asked, in their order.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().expect("a list"))
    }
}

fn request(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let path = lines.next()?.split(' ').nth(1)?.to_string();
    let fields = lines.take_while(|line| !line.is_empty());
    let fields = fields.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_string()))
    });
    Some(Request { path, fields: fields.collect() })
}

/// An answer with a body; `fields` are whole lines.
pub fn answer(status: &str, fields: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let fields: String = fields.iter().map(|field| format!("{field}\r\n")).collect();
    let head = format!(
        "HTTP/1.1 {status}\r\n{fields}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// A page with a text.
pub fn page(text: &str) -> Vec<u8> {
    let page = format!(
        "<html><head><title>From the page</title></head><body><article>{text}</article></body></html>"
    );
    answer("200 OK", &["Content-Type: text/html; charset=utf-8"], page)
}

/// What is not there.
pub fn lost() -> Vec<u8> {
    answer("404 Not Found", &["Content-Type: text/html"], "<p>Nothing is here.</p>")
}
