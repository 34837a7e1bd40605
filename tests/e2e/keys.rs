//! Keys by the names that stand on them: "Ctrl+Shift+S", "F8", "Enter".

use thirtyfour::Key;

/// The keys of a chord, those that are held down first.
///
/// # Panics
///
/// When there is no such key: the journey is written wrong.
pub fn chord(name: &str) -> Vec<char> {
    let plus = name.ends_with("++");
    let name = if plus { &name[..name.len() - 2] } else { name };
    let mut keys: Vec<char> = name.split('+').map(key).collect();
    if plus {
        keys.push('+');
    }
    keys
}

fn key(name: &str) -> char {
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "Links" => Key::Left,
        "Rechts" => Key::Right,
        "Omhoog" => Key::Up,
        "Omlaag" => Key::Down,
        "F1" => Key::F1,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F10" => Key::F10,
        "Spatie" => return ' ',
        one if one.chars().count() == 1 => {
            return one
                .chars()
                .flat_map(char::to_lowercase)
                .next()
                .unwrap_or(' ');
        }
        other => panic!("there is no key {other}"),
    };
    char::from(key)
}
