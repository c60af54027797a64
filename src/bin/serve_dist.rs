//! Owns a small server for a finished release: `serve_dist FOLDER [--port N] [--base /path/]`.
//! May use: that folder, the local network interface. Must not: change files, answer other machines, run in production.
//! It ends with the process: Ctrl+C or a termination signal stops it at once.
#![allow(
    clippy::print_stdout,
    reason = "the address and the log are the product of this tool"
)]

use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, fs, io, thread};

use tiny_http::{Header, Method, Request, Response, Server};

const USAGE: &str = "usage: serve_dist FOLDER [--port N] [--base /path/]";
/// Browsers open up to six connections; each may be kept open by one of these.
const THREADS: usize = 8;

#[derive(Debug, PartialEq)]
struct Options {
    folder: PathBuf,
    /// 0 takes any free port.
    port: u16,
    /// Begins and ends with a slash.
    base: String,
}

fn main() -> ExitCode {
    let options = match Options::from_arguments(env::args().skip(1)) {
        Ok(options) => options,
        Err(problem) => {
            eprintln!("{problem}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match serve(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn serve(options: Options) -> Result<(), String> {
    let folder = options
        .folder
        .canonicalize()
        .map_err(|e| format!("{}: {e}", options.folder.display()))?;
    let server = Server::http(("127.0.0.1", options.port)).map_err(|e| {
        format!(
            "port {} is not free ({e}); choose another with --port",
            options.port
        )
    })?;
    let port = server
        .server_addr()
        .to_ip()
        .map_or(options.port, |address| address.port());
    println!("Listening on http://127.0.0.1:{port}{}", options.base);

    let shared = Arc::new((server, folder, options.base));
    let workers: Vec<_> = (0..THREADS)
        .map(|_| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let (server, folder, base) = &*shared;
                while let Ok(request) = server.recv() {
                    answer(request, folder, base);
                }
            })
        })
        .collect();
    for worker in workers {
        worker
            .join()
            .map_err(|_| "a worker of the server broke down")?;
    }
    Ok(())
}

fn answer(request: Request, folder: &Path, base: &str) {
    let (status, found) = match request.method() {
        Method::Get | Method::Head => {
            match path_in_release(request.url(), base).and_then(|path| read_inside(folder, &path)) {
                Some(path) => (200, Some(path)),
                None => (404, None),
            }
        }
        _ => (405, None),
    };
    println!("{} {} {status}", request.method(), request.url());
    let sent = match found {
        Some(path) => send_file(request, &path),
        None => request.respond(Response::empty(status)),
    };
    // A browser that closed the connection early is no problem of the server.
    drop(sent);
}

fn send_file(request: Request, path: &Path) -> io::Result<()> {
    let compressed = PathBuf::from(format!("{}.br", path.display()));
    let use_brotli = compressed.is_file() && accepts_brotli(&request);
    let bytes = fs::read(if use_brotli { &compressed } else { path })?;
    let mut response = Response::from_data(bytes)
        .with_header(header("Content-Type", content_type(path)))
        .with_header(header("Cache-Control", cache_control(path)))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Vary", "Accept-Encoding"))
        // The length is known, so it is told.
        .with_chunked_threshold(usize::MAX);
    if use_brotli {
        response.add_header(header("Content-Encoding", "br"));
    }
    request.respond(response)
}

fn accepts_brotli(request: &Request) -> bool {
    request
        .headers()
        .iter()
        .filter(|header| header.field.equiv("Accept-Encoding"))
        .any(|header| {
            header
                .value
                .as_str()
                .split(',')
                .any(|coding| coding.trim() == "br")
        })
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our header names and values are plain ASCII")
}

/// The file inside the release that an address asks for; nothing for addresses outside of it.
fn path_in_release(url: &str, base: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    let path = percent_decoded(path)?;
    if path.contains('\\') || path.contains('\0') {
        return None;
    }
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path
    };
    let path = PathBuf::from(path);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

/// The existing file, unless a link leads out of the release.
fn read_inside(folder: &Path, path: &Path) -> Option<PathBuf> {
    let path = folder.join(path).canonicalize().ok()?;
    (path.is_file() && path.starts_with(folder)).then_some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| {
                char::from(byte?)
                    .to_digit(16)
                    .and_then(|digit| u8::try_from(digit).ok())
            };
            bytes.push(digit(rest.next())? * 16 + digit(rest.next())?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Files whose name carries a hash never change; everything else is asked for anew each time.
fn cache_control(path: &Path) -> &'static str {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let has_hash = name.split(['-', '.', '_']).any(|part| {
        (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    if has_hash {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

impl Options {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            folder: PathBuf::new(),
            port: 8080,
            base: "/".to_owned(),
        };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--port" => {
                    let port = arguments.next().unwrap_or_default();
                    options.port = port
                        .parse()
                        .map_err(|_| format!("'{port}' is not a port (0 to 65535)"))?;
                }
                "--base" => {
                    let base = arguments.next().unwrap_or_default();
                    options.base = format!("/{}/", base.trim_matches('/')).replace("//", "/");
                }
                _ if options.folder.as_os_str().is_empty() => {
                    options.folder = PathBuf::from(argument)
                }
                _ => return Err(format!("'{argument}' is one argument too many")),
            }
        }
        if options.folder.as_os_str().is_empty() {
            return Err("name the folder to serve".to_owned());
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(text: &str) -> Result<Options, String> {
        Options::from_arguments(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn an_address_names_a_file_below_the_base_only() {
        for (url, base, expected) in [
            ("/", "/", Some("index.html")),
            ("/index.html?x=1", "/", Some("index.html")),
            ("/a%20b/c.svg", "/", Some("a b/c.svg")),
            ("/x/", "/x/", Some("index.html")),
            ("/x/app.js", "/x/", Some("app.js")),
            ("/app.js", "/x/", None),
            ("/x", "/x/", None),
        ] {
            assert_eq!(
                path_in_release(url, base),
                expected.map(PathBuf::from),
                "{url} below {base}"
            );
        }
    }

    #[test]
    fn an_address_cannot_climb_out_of_the_release() {
        for url in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a/..%2fCargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/..%5cx",
            "/a%00b",
            "/%zz",
            "/%2",
        ] {
            assert_eq!(path_in_release(url, "/"), None, "{url}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(
            cache_control(Path::new("tailored-0123456789abcdef_bg.wasm")).contains("immutable")
        );
        for name in [
            "index.html",
            "sw.js",
            "manifest.webmanifest",
            "app-icon-192.png",
        ] {
            assert_eq!(cache_control(Path::new(name)), "no-cache", "{name}");
        }
    }

    #[test]
    fn webassembly_has_the_type_that_streaming_compilation_asks_for() {
        assert_eq!(content_type(Path::new("a_bg.wasm")), "application/wasm");
    }

    #[test]
    fn the_base_always_begins_and_ends_with_a_slash() {
        for base in ["x", "/x", "x/", "/x/"] {
            assert_eq!(options(&format!("dist --base {base}")).unwrap().base, "/x/");
        }
        assert_eq!(options("dist --base /").unwrap().base, "/");
    }

    #[test]
    fn wrong_arguments_are_named() {
        for wrong in ["", "dist --port many", "dist --port", "dist other"] {
            assert!(options(wrong).is_err(), "{wrong}");
        }
    }
}
