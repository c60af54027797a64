//! Owns what is written into `index.html`: the content policy, and the files of the split app.
//! May use: the page as text. Must not: read or write files.

use super::checksum;
use super::split::SplitApp;

/// A file that the page asks the browser to fetch early, with its checksum.
pub struct Preload {
    pub file: String,
    pub integrity: String,
}

/// The app as Trunk wrote it into the page, in one piece.
pub struct WholeApp {
    pub glue: Preload,
    pub wasm: Preload,
}

pub fn preloaded(page: &str) -> Result<WholeApp, String> {
    let of = |relation: &str| {
        let tag = tags(page)
            .find(|tag| tag.starts_with("link") && attribute(tag, "rel") == Some(relation))
            .ok_or(format!("index.html has no link of the relation {relation}"))?;
        let value = |name: &str| {
            attribute(tag, name)
                .map(str::to_owned)
                .ok_or(format!("the {relation} in index.html has no {name}"))
        };
        Ok::<_, String>(Preload {
            file: value("href")?.trim_start_matches("./").to_owned(),
            integrity: value("integrity")?,
        })
    };
    Ok(WholeApp {
        glue: of("modulepreload")?,
        wasm: of("preload")?,
    })
}

/// The value of an attribute of a tag, with or without quotation marks.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}="))? + name.len() + 2;
    let rest = &tag[start..];
    match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].split(quote).next(),
        _ => rest.split([' ', '>']).next(),
    }
}

/// Names the files of the split app in place of the whole one, and lets the script of the later files come early too.
pub fn with_app(page: &str, whole: &WholeApp, app: &SplitApp) -> String {
    let of = |name: &str| checksum(&app.files[name]);
    page.replace(&whole.glue.file, &app.glue)
        .replace(&whole.glue.integrity, &of(&app.glue))
        .replace(&whole.wasm.file, &app.wasm)
        .replace(&whole.wasm.integrity, &of(&app.wasm))
        .replacen(
            "</head>",
            &format!(
                "<link rel=\"modulepreload\" href=\"./{}\" crossorigin=\"anonymous\" integrity=\"{}\"></head>",
                app.link,
                of(&app.link)
            ),
            1,
        )
}

/// The style sheets that a page links to.
pub struct Styles {
    /// In the order in which they count.
    pub files: Vec<String>,
    /// The page without them, in two pieces: a link to all of them belongs in between.
    around: (String, String),
}

/// Takes the links to style sheets out of the page. Each of 27 files has a head of its own to be packed, and a checksum that
/// nothing packs: in one they are a third smaller, and one request.
pub fn styles(page: &str) -> Result<Styles, String> {
    let mut files = Vec::new();
    let (mut before, mut after) = (String::new(), String::new());
    let mut rest = page;
    while let Some(start) = rest.find("<link") {
        let end = start
            + rest[start..]
                .find('>')
                .ok_or("a link in index.html is not closed")?
            + 1;
        let tag = &rest[start + 1..end];
        let is_style = attribute(tag, "rel") == Some("stylesheet");
        let kept = if is_style { start } else { end };
        let part = if files.is_empty() {
            &mut before
        } else {
            &mut after
        };
        part.push_str(&rest[..kept]);
        if is_style {
            if attribute(tag, "media").is_some() {
                return Err(format!("a style sheet for some media only: <{tag}"));
            }
            let file = attribute(tag, "href").ok_or("a style sheet in index.html has no href")?;
            files.push(file.trim_start_matches("./").to_owned());
        }
        rest = &rest[end..];
    }
    after.push_str(rest);
    if files.is_empty() {
        return Err("index.html links no style sheet".to_owned());
    }
    Ok(Styles {
        files,
        around: (before, after),
    })
}

impl Styles {
    /// The page with a link to the one file that holds them all.
    pub fn page_with(&self, file: &str, bytes: &[u8]) -> String {
        let (before, after) = &self.around;
        let sum = checksum(bytes);
        format!("{before}<link rel=\"stylesheet\" href=\"./{file}\" integrity=\"{sum}\">{after}")
    }
}

/// Puts the content policy first in the head: it only binds what follows it.
pub fn with_policy(page: &str, policy: &str) -> Result<String, String> {
    let start = page
        .find("<meta charset")
        .ok_or("index.html has no <meta charset>, after which the policy belongs")?;
    let end = start
        + page[start..]
            .find('>')
            .ok_or("<meta charset> in index.html is not closed")?
        + 1;
    let (before, after) = page.split_at(end);
    Ok(format!(
        "{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

/// The policy would block inline code at run time, in silence; here it fails the build.
pub fn refuse_inline_code(page: &str) -> Result<(), String> {
    for tag in tags(page) {
        let name = tag
            .split(|c: char| c.is_whitespace() || c == '>')
            .next()
            .unwrap_or_default();
        let has_attribute = |wanted: &str| {
            tag.split_ascii_whitespace().any(|part| {
                part.strip_prefix(wanted)
                    .is_some_and(|rest| rest.starts_with('='))
            })
        };
        if name == "style" || has_attribute("style") || (name == "script" && !has_attribute("src"))
        {
            return Err(format!(
                "index.html has inline code or style: <{}",
                tag.chars().take(80).collect::<String>()
            ));
        }
    }
    Ok(())
}

/// The text of each opening tag, from its name to the next tag.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_stands_before_everything_that_it_shall_bind() {
        let page = with_policy(
            "<html><head><meta charset=\"utf-8\"><link></head>",
            "default-src 'none'",
        )
        .unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(page.find("charset").unwrap() < policy && policy < page.find("<link>").unwrap());
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(with_policy("<html><head></head>", "default-src 'none'").is_err());
    }

    #[test]
    fn inline_scripts_and_styles_are_refused_and_linked_ones_are_not() {
        for bad in [
            "<script>go()</script>",
            "<script type=module>x</script>",
            "<style>a{}</style>",
            "<p style=\"color:red\">",
        ] {
            assert!(refuse_inline_code(bad).is_err(), "{bad}");
        }
        for good in [
            "<script src=./boot.js></script>",
            "<link rel=stylesheet href=a.css>",
            "<p class=\"style\">",
            "the style of it",
        ] {
            assert_eq!(refuse_inline_code(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn one_style_sheet_takes_the_place_of_all() {
        let page = "<head><link rel=icon href=./i.svg><link href=./a-1.css integrity=sha384-x rel=stylesheet>\
            <link rel=\"preload\" href=\"./w.wasm\"><link rel=\"stylesheet\" href=\"./b-2.css\"></head><body>";
        let styles = styles(page).unwrap();
        assert_eq!(styles.files, ["a-1.css", "b-2.css"]);
        let page = styles.page_with("all.css", b"a{}b{}");
        assert_eq!(
            page,
            format!(
                "<head><link rel=icon href=./i.svg><link rel=\"stylesheet\" href=\"./all.css\" integrity=\"{}\">\
                 <link rel=\"preload\" href=\"./w.wasm\"></head><body>",
                checksum(b"a{}b{}")
            )
        );
        assert!(super::styles("<head><link rel=stylesheet media=print href=a.css>").is_err());
        assert!(super::styles("<head></head>").is_err());
    }

    #[test]
    fn the_page_names_the_files_of_the_split_app_with_their_checksums() {
        let page = "<head><link rel=modulepreload href=./a-1.js integrity=sha384-x>\
            <link rel=\"preload\" href=\"./a-1_bg.wasm\" as=fetch integrity=\"sha384-y\"></head>";
        let whole = preloaded(page).unwrap();
        assert_eq!(
            (whole.glue.file.as_str(), whole.wasm.integrity.as_str()),
            ("a-1.js", "sha384-y")
        );
        let files =
            ["g.js", "w.wasm", "l.js"].map(|name| (name.to_owned(), name.as_bytes().to_vec()));
        let app = SplitApp {
            glue: "g.js".to_owned(),
            wasm: "w.wasm".to_owned(),
            link: "l.js".to_owned(),
            later: Vec::new(),
            files: files.into(),
        };
        let page = with_app(page, &whole, &app);
        for name in ["g.js", "w.wasm", "l.js"] {
            assert!(
                page.contains(&format!("./{name}")) && page.contains(&checksum(name.as_bytes())),
                "{name}"
            );
        }
        assert!(!page.contains("a-1") && !page.contains("sha384"));
    }
}
