//! The window: how long until one can type, until a key is a character, until
//! the page follows, and how much memory it takes. Prints rows of a table;
//! run by `cargo xtask bench venster`.
#![allow(
    clippy::disallowed_methods,
    reason = "a measurement reads the clock and the system"
)]

#[path = "../e2e/keys.rs"]
#[allow(dead_code, reason = "a measurement uses a part of what a person does")]
mod keys;
#[path = "../e2e/person.rs"]
#[allow(dead_code, reason = "a measurement uses a part of what a person does")]
mod person;
#[path = "../e2e/program.rs"]
mod program;
#[path = "../e2e/stage.rs"]
#[allow(dead_code, reason = "a measurement uses a part of what a person does")]
mod stage;

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use nota_tests::files;
use nota_tests::sizes::with_pages;
use person::{Person, prepared_journey, wait_until};
use serde_json::Value;

/// Takes the time of each key: until the character stands in the text, laid
/// out, and until a page has another picture.
const WATCH: &str = "
window.times = { keys: [], pages: [] }
let since = null
document.addEventListener('keydown', ({ key }) => {
  if (key.length !== 1) return
  const start = performance.now()
  since ??= start
  const text = document.activeElement
  const observer = new MutationObserver(() => {
    observer.disconnect()
    text.getBoundingClientRect()
    window.times.keys.push(performance.now() - start)
  })
  observer.observe(text, { subtree: true, childList: true, characterData: true })
}, true)
new MutationObserver(() => {
  if (since !== null) window.times.pages.push(performance.now() - since)
  since = null
}).observe(document.querySelector('[data-paneel=paginas]'), { subtree: true, attributeFilter: ['data-beeld'] })";

/// Milliseconds between two keys: some fifteen times as fast as one types.
const BETWEEN: &str = "20";

/// How long nobody types before the memory is taken, so that what is only
/// waiting to be given back does not count.
const REST: Duration = Duration::from_secs(10);

/// A text as one types it; an hour of it is some 12,000 keys.
const SENTENCE: &str = "Met deze brief wordt de Kamer over de uitkomst van de proef verteld. ";

fn main() {
    let seed = files::read(&files::example());
    start(&seed);
    let long = nota_markdown::print(&with_pages(20).nota);
    for (name, text) in [("seed", &seed), ("20 pages", &long)] {
        with_nota(text, |person| typing(person, name));
    }
    with_nota(&seed, memory);
}

fn with_nota(text: &str, act: impl FnOnce(&mut Person)) {
    let prepare = |folder: &Path| {
        std::fs::write(folder.join("meting.nota.md"), text).expect("the nota");
        vec!["meting.nota.md".to_owned()]
    };
    prepared_journey("meting", prepare, |person| {
        person.sees("woorden");
        person.sees("Pagina 1 van");
        act(person);
    });
}

/// From the start of the process to a form in which one can type; the first
/// start reads the program from the disk and is left out.
fn start(seed: &str) {
    let mut all = Vec::new();
    for _ in 0..6 {
        with_nota(seed, |person| {
            let mut ready = None;
            wait_until("the form is there", || {
                let mark = "const [mark] = performance.getEntriesByName('bruikbaar')\n\
                            return mark ? performance.timeOrigin + mark.startTime : null";
                ready = person.script(mark, Vec::new()).as_f64();
                ready.is_some()
            });
            let began = processes().first().and_then(|pid| began(*pid));
            all.push(ready.unwrap_or(f64::NAN) - began.unwrap_or(f64::NAN));
        });
    }
    let warm = all.split_off(1);
    row("start to usable form, warm", &warm, "ms", "700");
}

fn typing(person: &mut Person, name: &str) {
    person.script(WATCH, Vec::new());
    person.goes_to("3. Kernpunten");
    person.presses("End");
    for letter in SENTENCE.chars().cycle().take(120) {
        person.types(&letter.to_string());
        // Slow enough for every key to get its own page.
        std::thread::sleep(Duration::from_millis(150));
    }
    let times = person.script("return window.times", Vec::new());
    let of = |what: &str| -> Vec<f64> {
        let list = times.get(what).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect()
    };
    row(
        &format!("key to character, {name}"),
        &of("keys"),
        "ms",
        "16",
    );
    let most = if name == "seed" { "50" } else { "120" };
    row(&format!("key to page, {name}"), &of("pages"), "ms", most);
}

/// The memory of all processes: with the nota open, after the first keys, when
/// all that takes part has been read and compiled, and after an hour's typing.
fn memory(person: &mut Person) {
    let opened = memory_of_all();
    person.goes_to("1. Aanleiding");
    types_over(person, 2_000);
    let first = memory_of_all();
    types_over(person, 12_000);
    let after = memory_of_all();
    println!("| memory (PSS) with the seed open | {opened:.0} MB | | 350 MB |");
    println!("| after 2,000 keys | {first:.0} MB | | 350 MB |");
    let growth = (after / first - 1.0) * 100.0;
    println!("| after 12,000 more, an hour's typing | {after:.0} MB | {growth:+.1} % | + 5 % |");
}

/// Types so many keys and rests: a text that is written and thrown away, so that
/// the nota stays as long as it was. On the keyboard of the screen: the driver's
/// own keys are scripts, which would take memory of the web view.
fn types_over(person: &mut Person, keys: usize) {
    let mut typed = 0;
    while typed < keys {
        person.presses("Ctrl+A");
        for _ in 0..10 {
            let mut keyboard = person.stage.program("xdotool");
            let keyboard = keyboard.args(["type", "--delay", BETWEEN, SENTENCE]);
            let done = keyboard.status();
            assert!(done.is_ok_and(|status| status.success()), "xdotool types");
            typed += SENTENCE.len();
        }
    }
    person.sees("woorden");
    std::thread::sleep(REST);
}

/// Half, and 95 in 100, are within these.
fn row(what: &str, times: &[f64], unit: &str, most: &str) {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let within = |part: f64| {
        let at = (sorted.len() as f64 * part).ceil() as usize;
        sorted
            .get(at.saturating_sub(1))
            .copied()
            .unwrap_or(f64::NAN)
    };
    println!(
        "| {what} | {:.1} {unit} | {:.1} {unit} | {most} {unit} |",
        within(0.5),
        within(0.95)
    );
}

/// The processes of the program, the first one first.
fn processes() -> Vec<u32> {
    let all: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|pid| Some((pid, stat(pid, 1)? as u32)))
        .collect();
    let is_program = |pid: u32| {
        std::fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|path| path == program::built())
    };
    let mut own: Vec<u32> = all
        .iter()
        .map(|(pid, _)| *pid)
        .filter(|pid| is_program(*pid))
        .collect();
    let mut at = 0;
    while let Some(parent) = own.get(at).copied() {
        let children = all
            .iter()
            .filter(|(pid, of)| *of == parent && !own.contains(pid));
        let children: Vec<u32> = children.map(|(pid, _)| *pid).collect();
        own.extend(children);
        at += 1;
    }
    own
}

/// A number of `/proc/PID/stat`, counted from after the name.
fn stat(pid: u32, at: usize) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in brackets may hold spaces.
    let after = stat.rsplit_once(')')?.1;
    after.split_whitespace().nth(at)?.parse().ok()
}

/// When a process began, in milliseconds since 1970.
fn began(pid: u32) -> Option<f64> {
    let ticks = stat(pid, 19)?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let uptime: f64 = uptime.split_whitespace().next()?.parse().ok()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(now.as_secs_f64() * 1000.0 - (uptime * 1000.0 - ticks * 10.0))
}

/// The memory of all processes in megabytes, what they share counted once.
fn memory_of_all() -> f64 {
    let kilobytes = |pid: &u32| {
        let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    processes().iter().filter_map(kilobytes).sum::<f64>() / 1024.0
}
