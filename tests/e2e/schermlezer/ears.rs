//! What assistive technology is told of the window, as any screen reader is: on
//! the bus of accessibility, where the focus went, what was typed and what the
//! window says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::message::Type;
use zbus::zvariant::OwnedValue;

use super::words;

/// What we ask to be told of.
const EVENTS: [&str; 3] = [
    "object:state-changed:focused",
    "object:property-change:accessible-name",
    "object:text-changed",
];

const OBJECT: &str = "org.a11y.atspi.Event.Object";
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";

/// Something on the screen, as the bus knows it: whose it is, and its path.
#[derive(Clone, PartialEq)]
struct Thing {
    owner: String,
    path: String,
}

/// What was told since it was last asked.
#[derive(Default)]
struct Told {
    focus: Option<Thing>,
    typed: String,
    erased: String,
    said: Vec<String>,
    /// What the window is called.
    name: String,
}

/// Someone who listens.
pub struct Ears {
    bus: Connection,
    told: Arc<Mutex<Told>>,
}

impl Ears {
    /// Listens on the bus of accessibility of the session at this address.
    pub fn open(session: &str) -> Self {
        let begin = || -> zbus::Result<Connection> {
            let session = connection::Builder::address(session)?.build()?;
            let register = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")?;
            let address: String = register.call("GetAddress", &())?;
            let bus = connection::Builder::address(address.as_str())?.build()?;
            let events = Proxy::new(
                &bus,
                "org.a11y.atspi.Registry",
                "/org/a11y/atspi/registry",
                "org.a11y.atspi.Registry",
            )?;
            for event in EVENTS {
                events.call::<_, _, ()>("RegisterEvent", &event)?;
            }
            Ok(bus)
        };
        let bus = begin().expect("the bus of accessibility: install at-spi2-core");
        let rule = format!("type='signal',interface='{OBJECT}'");
        let signals = MessageIterator::for_match_rule(rule.as_str(), &bus, Some(10_000));
        let told = Arc::<Mutex<Told>>::default();
        let ears = Self {
            bus,
            told: Arc::clone(&told),
        };
        let signals = signals.expect("the events");
        std::thread::spawn(move || {
            for signal in signals.flatten() {
                hear(&signal, &mut lock(&told));
            }
        });
        ears
    }

    /// Forgets what was told.
    pub fn forget(&self) {
        let mut told = lock(&self.told);
        *told = Told {
            name: std::mem::take(&mut told.name),
            ..Told::default()
        };
    }

    /// What was told since then, in words, a line each.
    pub fn lines(&self) -> Vec<String> {
        let (focus, typed, erased, said) = {
            let told = lock(&self.told);
            (
                told.focus.clone(),
                told.typed.clone(),
                told.erased.clone(),
                told.said.clone(),
            )
        };
        let mut lines = Vec::new();
        if let Some(thing) = focus {
            // What is gone in the meantime has no words.
            let words = self.describe(&thing).unwrap_or_default();
            lines.push(format!("focus: {words}"));
        }
        for (what, text) in [("getypt", typed), ("gewist", erased)] {
            if !text.is_empty() {
                lines.push(format!("{what}: {}", text.replace('\n', "⏎")));
            }
        }
        lines.extend(said.iter().map(|text| format!("gezegd: {text}")));
        lines
    }

    /// What something is called and is, in words.
    fn describe(&self, thing: &Thing) -> zbus::Result<String> {
        let Thing { owner, path } = thing;
        let proxy = Proxy::new(&self.bus, owner.as_str(), path.as_str(), ACCESSIBLE)?;
        let name: String = proxy.get_property("Name")?;
        let role: u32 = proxy.call("GetRole", &())?;
        let states: Vec<u32> = proxy.call("GetState", &())?;
        let description: String = proxy.get_property("Description")?;
        let mut words = vec![format!("{} \"{name}\"", words::role(role))];
        words.extend(words::states(&states).map(str::to_owned));
        if !description.is_empty() {
            words.push(format!("bij: {description}"));
        }
        Ok(words.join(", "))
    }
}

fn lock(told: &Mutex<Told>) -> MutexGuard<'_, Told> {
    told.lock().unwrap_or_else(|error| error.into_inner())
}

/// Takes down an event.
fn hear(signal: &zbus::Message, told: &mut Told) {
    type Body = (String, i32, i32, OwnedValue, HashMap<String, OwnedValue>);
    let header = signal.header();
    if header.message_type() != Type::Signal {
        return;
    }
    let body = signal.body();
    let (Some(owner), Some(path), Some(member), Ok((kind, detail, _, value, _))) = (
        header.sender(),
        header.path(),
        header.member(),
        body.deserialize::<Body>(),
    ) else {
        return;
    };
    let text = || String::try_from(value.clone()).unwrap_or_default();
    match (member.as_str(), kind.as_str()) {
        ("StateChanged", "focused") if detail == 1 => {
            told.focus = Some(Thing {
                owner: owner.to_string(),
                path: path.to_string(),
            });
        }
        ("TextChanged", "insert") => told.typed.push_str(&text()),
        ("TextChanged", "delete") => told.erased.push_str(&text()),
        // A window of which the title changes says its name again, as it was.
        ("PropertyChange", "accessible-name") if text() != told.name => {
            told.name = text();
            told.said.push(text().trim().to_owned());
        }
        _ => {}
    }
}
