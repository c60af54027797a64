//! Reads Rust just well enough for the rules: code without comments and unit tests, imports written out, whole words.

/// The code of a file without comments and, in `src`, without unit tests, followed by every path that it imports.
pub fn scanned(path: &str, source: &str) -> String {
    let mut code = without_comments(source);
    if path.starts_with("src/") {
        code = without_unit_tests(&code);
    }
    for statement in code.clone().split(';') {
        let words = statement.trim_start();
        let begin = words
            .rfind("use ")
            .filter(|begin| !words[..*begin].ends_with(is_identifier));
        if let Some(begin) = begin {
            let tree: String = words[begin + 4..]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            code.push('\n');
            code.push_str(&imported(&tree).join("\n"));
        }
    }
    code
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn imported(tree: &str) -> Vec<String> {
    let tree = tree.trim().trim_start_matches("::");
    let Some((prefix, rest)) = tree.split_once('{') else {
        return vec![tree.to_owned()];
    };
    let inner = rest.strip_suffix('}').unwrap_or(rest);
    let mut depth = 0;
    let branches = inner.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    branches
        .filter(|branch| !branch.trim().is_empty())
        .flat_map(imported)
        .map(|path| format!("{}{path}", prefix.trim()))
        .collect()
}

fn without_unit_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut lines = code.lines().peekable();
    while let Some(line) = lines.next() {
        let begins_tests = line == "#[cfg(test)]"
            && lines
                .peek()
                .is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
        if begins_tests {
            // rustfmt puts the closing brace of a top-level module, and no other line, at the first column.
            for inner in lines.by_ref() {
                if inner == "}" {
                    break;
                }
            }
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn without_comments(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
            continue;
        } else if rest.starts_with("/*") {
            rest = after_block_comment(rest);
            continue;
        } else if letter == '"' {
            text_length(rest)
        } else if letter == 'r' && !code.ends_with(is_identifier) {
            raw_text_length(rest).unwrap_or(1)
        } else if rest.starts_with("'\\") {
            3 + rest[3..].find('\'').unwrap_or(0)
        } else if letter == '\'' && rest[1..].chars().nth(1) == Some('\'') {
            1 + rest[1..].chars().next().map_or(0, char::len_utf8)
        } else {
            letter.len_utf8()
        };
        let taken = taken.min(rest.len());
        code.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    code
}

/// What follows a block comment, inside which others may stand.
fn after_block_comment(comment: &str) -> &str {
    let mut depth = 0;
    let mut rest = comment;
    while let Some(letter) = rest.chars().next() {
        let step = if rest.starts_with("/*") {
            depth += 1;
            2
        } else if rest.starts_with("*/") {
            depth -= 1;
            2
        } else {
            letter.len_utf8()
        };
        rest = &rest[step..];
        if depth == 0 {
            break;
        }
    }
    rest
}

/// The length of the text literal at the beginning, with its quotes.
fn text_length(source: &str) -> usize {
    let mut is_escaped = false;
    let end = source[1..].find(|letter| {
        let ends = letter == '"' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        ends
    });
    end.map_or(source.len(), |end| end + 2)
}

/// The length of the raw text literal at the beginning, when there is one.
fn raw_text_length(source: &str) -> Option<usize> {
    let hashes = source[1..].len() - source[1..].trim_start_matches('#').len();
    let text = source[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = text.find(&end).map_or(text.len(), |at| at + end.len());
    Some(1 + hashes + 1 + length)
}

/// Whether the word is there, not as a part of a longer one.
pub fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(begin, _)| {
        let end = begin + word.len();
        let goes_on_before =
            word.starts_with(is_identifier) && code[..begin].ends_with(is_identifier);
        let goes_on_after = word.ends_with(is_identifier) && code[end..].starts_with(is_identifier);
        !goes_on_before && !goes_on_after
    })
}

fn is_identifier(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
