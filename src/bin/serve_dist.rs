//! Owns a small server for a finished release: `serve_dist FOLDER [--port N] [--base /path/]`.
//! May use: that folder, the local network interface. Must not: change files, answer other machines, run in production.
//! It ends with the process: Ctrl+C or a termination signal stops it at once.
#![allow(
    clippy::print_stdout,
    reason = "the address and the log are the product of this tool"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, io};

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, VARY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

const USAGE: &str = "usage: serve_dist FOLDER [--port N] [--base /path/]";

#[derive(Debug, PartialEq)]
struct Options {
    folder: PathBuf,
    /// 0 takes any free port.
    port: u16,
    /// Begins and ends with a slash.
    base: String,
}

fn main() -> ExitCode {
    let served = Options::from_arguments(env::args().skip(1))
        .map_err(|problem| format!("{problem}\n{USAGE}"))
        .and_then(|options| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_io()
                .build()
                .map_err(|problem| problem.to_string())?;
            runtime.block_on(serve(&options))
        });
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: &Options) -> Result<(), String> {
    if !options.folder.join("index.html").is_file() {
        return Err(format!("{} holds no release", options.folder.display()));
    }
    let cannot_listen = |problem: io::Error| {
        format!(
            "port {} is not free ({problem}); choose another with --port",
            options.port
        )
    };
    let listener = TcpListener::bind(("127.0.0.1", options.port))
        .await
        .map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    println!("Listening on http://{address}{}", options.base);
    axum::serve(listener, site(&options.folder, &options.base))
        .await
        .map_err(|problem| problem.to_string())
}

/// The release below `base`: compressed where the browser takes it, with the headers of a good host.
fn site(folder: &Path, base: &str) -> Router {
    let files = ServeDir::new(folder).precompressed_br();
    let site = match base {
        "/" => Router::new().fallback_service(files),
        _ => Router::new().nest_service(base, files),
    };
    site.layer(from_fn(add_headers_and_log))
}

async fn add_headers_and_log(request: Request, next: Next) -> Response {
    let (method, address) = (request.method().clone(), request.uri().clone());
    let mut response = next.run(request).await;
    println!("{method} {address} {}", response.status().as_u16());
    let is_found = response.status().is_success();
    let headers = response.headers_mut();
    if is_found {
        headers.insert(
            CACHE_CONTROL,
            HeaderValue::from_static(cache_control(address.path())),
        );
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    response
}

/// Files whose name carries a hash never change; everything else is asked for anew each time.
fn cache_control(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
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
    use std::fs;

    use axum::body::Body;
    use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
    use tower::ServiceExt;

    use super::*;

    fn options(text: &str) -> Result<Options, String> {
        Options::from_arguments(text.split_whitespace().map(str::to_owned))
    }

    /// What is answered, for a release of four files.
    fn answer(base: &str, method: &str, address: &str) -> Response {
        let release = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("index.html", "page"),
            ("a b.txt", "plain"),
            ("app-0123456789abcdef_bg.wasm", "raw"),
            ("app-0123456789abcdef_bg.wasm.br", "compressed"),
        ] {
            fs::write(release.path().join(name), text).unwrap();
        }
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header("accept-encoding", "gzip, br")
            .body(Body::empty())
            .unwrap();
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(site(release.path(), base).oneshot(request))
            .unwrap()
    }

    fn has(response: &Response, name: HeaderName, value: &str) -> bool {
        response
            .headers()
            .get(name)
            .is_some_and(|found| found == value)
    }

    #[test]
    fn an_address_names_a_file_below_the_base_only() {
        for (base, address, status) in [
            ("/", "/", 200),
            ("/", "/index.html?x=1", 200),
            ("/", "/a%20b.txt", 200),
            ("/", "/none.txt", 404),
            ("/x/", "/x/", 200),
            ("/x/", "/x/index.html", 200),
            ("/x/", "/index.html", 404),
        ] {
            assert_eq!(
                answer(base, "GET", address).status(),
                status,
                "{address} below {base}"
            );
        }
        assert_eq!(answer("/", "POST", "/").status(), 405);
    }

    #[test]
    fn an_address_cannot_climb_out_of_the_release() {
        // The checkout may stand in a folder with a space, which no address can hold as it is.
        let outside = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").replace(' ', "%20");
        let up = "/..".repeat(20);
        let encoded = "%2e%2e/".repeat(20);
        for address in [
            format!("{up}{outside}"),
            format!("/{encoded}{outside}"),
            format!("/{outside}"),
            "/a%00b".to_owned(),
        ] {
            assert_ne!(answer("/", "GET", &address).status(), 200, "{address}");
        }
    }

    #[test]
    fn the_compressed_form_is_sent_with_the_type_that_streaming_compilation_asks_for() {
        let response = answer("/", "GET", "/app-0123456789abcdef_bg.wasm");
        assert!(has(&response, CONTENT_ENCODING, "br"));
        assert!(has(&response, CONTENT_TYPE, "application/wasm"));
        assert!(has(&response, VARY, "accept-encoding"));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(cache_control("/x/tailored-0123456789abcdef_bg.wasm").contains("immutable"));
        for path in [
            "/",
            "/index.html",
            "/sw.js",
            "/manifest.webmanifest",
            "/app-icon-192.png",
        ] {
            assert_eq!(cache_control(path), "no-cache", "{path}");
        }
        assert!(
            !answer("/", "GET", "/lost-0123456789abcdef.js")
                .headers()
                .contains_key(CACHE_CONTROL)
        );
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
