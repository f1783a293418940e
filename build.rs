//! Turns `assets/texts/{en,vi}/*.txt` into one method per text, so that a text's name, its languages and its
//! values are checked by the compiler. Must not know what the texts are for.
//!
//! A file holds lines `name = text`; `#` begins a comment line, `\n` in a text is a line break, `{value}` is filled
//! in. `name.one` beside `name` is the form for a `{count}` of one.

use std::{collections::BTreeMap, env, error::Error, fmt::Write as _, fs, path::Path};

type Entries = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/texts");
    let english = read_language(Path::new("assets/texts/en"))?;
    let vietnamese = read_language(Path::new("assets/texts/vi"))?;
    let code = write_methods(&english, &vietnamese)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("texts.rs"), code)?;
    Ok(())
}

fn read_language(folder: &Path) -> Result<Entries, Box<dyn Error>> {
    let mut entries = Entries::new();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files {
        let path = file.path();
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let at = format!("{}:{}", path.display(), number + 1);
            let (name, text) = line.split_once(" = ").ok_or(format!("{at}: expected `name = text`"))?;
            let text = text.replace("\\n", "\n");
            if entries.insert(name.trim().to_owned(), text).is_some() {
                return Err(format!("{at}: `{name}` stands twice").into());
            }
        }
    }
    Ok(entries)
}

fn write_methods(english: &Entries, vietnamese: &Entries) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("impl Texts {\n");
    for name in vietnamese.keys().filter(|name| !name.ends_with(".one")) {
        english.get(name).ok_or(format!("text `{name}` is Vietnamese only"))?;
    }
    for (name, text) in english.iter().filter(|(name, _)| !name.ends_with(".one")) {
        let other = vietnamese.get(name).ok_or(format!("text `{name}` has no Vietnamese"))?;
        let values = values_in(text);
        let mut sorted = [values.clone(), values_in(other)];
        sorted.iter_mut().for_each(|list| list.sort());
        if sorted[0] != sorted[1] {
            return Err(format!("text `{name}` has other values in Vietnamese").into());
        }
        let one = english.get(&format!("{name}.one"));
        write_method(&mut code, name, (text, other), one, &values)?;
    }
    code.push_str(
        "}\n\n/// Every text: its name, English and Vietnamese.\npub const ALL: &[(&str, &str, &str)] = &[\n",
    );
    for (name, text) in english {
        let other = vietnamese.get(name).map_or("", String::as_str);
        writeln!(code, "    ({name:?}, {text:?}, {other:?}),")?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn write_method(
    code: &mut String,
    name: &str,
    (english, vietnamese): (&str, &str),
    one: Option<&String>,
    values: &[String],
) -> Result<(), Box<dyn Error>> {
    writeln!(code, "    /// “{}”", english.replace('\n', " ").replace('[', "\\[").replace('<', "\\<"))?;
    if values.is_empty() {
        writeln!(code, "    pub fn {name}(self) -> &'static str {{")?;
        writeln!(
            code,
            "        match self.0 {{ Language::English => {english:?}, Language::Vietnamese => {vietnamese:?} }}"
        )?;
    } else {
        let typed = |value: &String| match (value.as_str(), one) {
            ("count", Some(_)) => "count: usize".to_owned(),
            _ => format!("{value}: impl std::fmt::Display"),
        };
        let list = values.iter().map(typed).collect::<Vec<_>>().join(", ");
        writeln!(code, "    pub fn {name}(self, {list}) -> String {{\n        match self.0 {{")?;
        if let Some(one) = one {
            let form =
                if values_in(one).is_empty() { format!("{one:?}.to_owned()") } else { format!("format!({one:?})") };
            writeln!(code, "            Language::English if count == 1 => {form},")?;
        }
        writeln!(code, "            Language::English => format!({english:?}),")?;
        writeln!(code, "            Language::Vietnamese => format!({vietnamese:?}),\n        }}")?;
    }
    code.push_str("    }\n\n");
    Ok(())
}

/// The names in braces, in the order of their first appearance.
fn values_in(text: &str) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for part in text.split('{').skip(1) {
        if let Some((value, _)) = part.split_once('}')
            && !values.iter().any(|known| known == value)
        {
            values.push(value.to_owned());
        }
    }
    values
}
