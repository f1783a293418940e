//! Rust source as the rules of the house read it: code without comments, and its string literals. Must not know rules.
//!
//! A small lexer, not a parser: it knows comments (also nested), strings (also raw ones), characters and lifetimes.

use std::path::Path;

/// A string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The line it begins on, from 1.
    pub line: usize,
    /// What stands between the quotes, escapes as written.
    pub text: String,
    /// The code before it on its line, comments left out.
    pub before: String,
}

/// One source file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path in the repository, with `/`.
    pub path: String,
    /// As it stands in the file.
    pub text: String,
    /// Without comments; a string literal is `""`. Lines stand where they stand in the file.
    pub code: String,
    /// Its string literals.
    pub literals: Vec<Literal>,
}

impl Source {
    /// The source in `text`.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        let mut lexer =
            Lexer { rest: text.chars().collect(), at: 0, line: 1, code: String::new(), literals: Vec::new() };
        while lexer.step() {}
        let (code, literals) = (lexer.code, lexer.literals);
        Self { path, text, code, literals }
    }

    /// The layer of the crate it belongs to: `ui` for `src/ui/theme.rs`; `None` for what is not in a layer.
    pub fn layer(&self) -> Option<&str> {
        let (layer, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(layer)
    }

    /// The same without its unit tests, which stand at the end.
    pub fn without_tests(&self) -> Self {
        let end = self.text.find("#[cfg(test)]\nmod ").unwrap_or(self.text.len());
        Self::new(self.path.clone(), &self.text[..end])
    }

    /// The line of `code` that holds the byte `at`, from 1.
    pub fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }
}

/// Every `.rs` file under a folder of the repository, sorted by path; none for a folder that is not there.
pub fn sources_under(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source::new(name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

struct Lexer {
    rest: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> char {
        self.rest.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn next(&mut self) -> char {
        let character = self.peek(0);
        self.at += 1;
        self.line += usize::from(character == '\n');
        character
    }

    fn copy(&mut self) {
        let character = self.next();
        self.code.push(character);
    }

    fn step(&mut self) -> bool {
        match (self.peek(0), self.peek(1)) {
            _ if self.at >= self.rest.len() => return false,
            ('/', '/') => self.skip_line_comment(),
            ('/', '*') => self.skip_block_comment(),
            ('"', _) => self.literal(None),
            ('r', '"' | '#') if self.hashes().is_some() && !self.follows_word() => self.literal(self.hashes()),
            ('\'', _) => self.character(),
            _ => self.copy(),
        }
        true
    }

    fn follows_word(&self) -> bool {
        self.code.ends_with(|last: char| last.is_alphanumeric() && last != 'b' || last == '_')
    }

    fn skip_line_comment(&mut self) {
        while self.at < self.rest.len() && self.peek(0) != '\n' {
            self.next();
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.rest.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    if self.next() == '\n' {
                        self.code.push('\n');
                    }
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return;
            }
        }
    }

    /// How many `#` stand between the `r` here and a quote.
    fn hashes(&self) -> Option<usize> {
        let count = (1..).take_while(|at| self.peek(*at) == '#').count();
        (self.peek(1 + count) == '"').then_some(count)
    }

    /// Reads a string; `raw` is the number of `#` around a raw one, in which a backslash hides nothing.
    fn literal(&mut self, raw: Option<usize>) {
        let (line, before) = (self.line, self.code.rsplit('\n').next().unwrap_or_default().to_owned());
        self.at += raw.map_or(1, |hashes| hashes + 2);
        let closing = format!("\"{}", "#".repeat(raw.unwrap_or_default()));
        let mut text = String::new();
        while self.at < self.rest.len() && !closing.chars().enumerate().all(|(at, mark)| self.peek(at) == mark) {
            let character = self.next();
            text.push(character);
            if character == '\\' && raw.is_none() {
                text.push(self.next());
            }
        }
        self.at += closing.len();
        self.code.push_str("\"\"");
        self.code.extend(text.chars().filter(|character| *character == '\n'));
        self.literals.push(Literal { line, text, before });
    }

    /// A character literal, or the quote of a lifetime.
    fn character(&mut self) {
        if self.peek(1) == '\\' || self.peek(2) == '\'' {
            self.next();
            self.code.push_str("' '");
            while self.at < self.rest.len() {
                match self.next() {
                    '\\' => self.at += 1,
                    '\'' => return,
                    _ => {}
                }
            }
        } else {
            self.copy();
        }
    }
}

#[test]
fn comments_are_no_code_and_strings_are_literals() {
    let source = Source::new(
        "src/ui/a.rs",
        "//! crate::files\nlet a = 'x'; /* b /* c */\n */ f::<'a>(\"Save \\\" as\", r#\"raw \"x\" \\\"#, '\\'', '\"');\n",
    );
    assert_eq!(source.code, "\nlet a = ' '; \n f::<'a>(\"\", \"\", ' ', ' ');\n");
    let texts: Vec<_> = source.literals.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
    assert_eq!(texts, [(3, "Save \\\" as"), (3, "raw \"x\" \\")]);
    assert_eq!(source.layer(), Some("ui"));
}

#[test]
fn unit_tests_can_be_left_out() {
    let source = Source::new("src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\n");
    assert!(!source.without_tests().code.contains("fn b"));
}
