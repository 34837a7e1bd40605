//! What was asked and answered, as a tree: what a command that changes
//! something leads to hangs below it, so that tests that begin alike share
//! their beginning. A value that stands there more than once, stands there once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::world::World;

/// From this length on a value stands apart, to be pointed at.
const LONG: usize = 120;

/// What was asked at one point, by the command as JSON.
type Node = BTreeMap<String, Exchange>;

/// A command with what came of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Exchange {
    /// The answer, or the failure.
    answer: Value,
    /// Whether it is a failure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    failed: bool,
    /// What the desk told afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    told: Vec<(String, Value)>,
    /// What was asked after it; none after a mere question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    then: Option<Node>,
}

/// The file.
#[derive(Debug, Default)]
pub struct Tree {
    root: Node,
}

#[derive(Serialize, Deserialize)]
struct Written {
    values: Vec<Value>,
    root: Value,
}

impl Tree {
    /// Reads the file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let written: Written = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let root = whole(&written.root, &written.values);
        let root = serde_json::from_value(root).map_err(|error| error.to_string())?;
        Ok(Self { root })
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.root.is_empty()
    }

    /// The file, a value a line.
    pub fn print(&self) -> String {
        let mut values = Values::default();
        let root = serde_json::to_value(&self.root).expect("JSON");
        let root = values.apart(root);
        let lines: Vec<String> = values.list.iter().map(Value::to_string).collect();
        let lines = lines.join(",\n");
        let root = serde_json::to_string_pretty(&root).expect("JSON");
        format!("{{\"values\": [\n{lines}\n],\n\"root\": {root}}}\n")
    }

    /// Asks everything again.
    pub fn ask_again(&mut self) -> Result<(), String> {
        ask_again(&mut self.root)
    }

    /// Adds a way along these commands, and gives what came of the last one.
    pub fn add(&mut self, commands: &[String]) -> Result<String, String> {
        let mut node = Some(&mut self.root);
        for command in commands {
            let here = node.ok_or("a question leads nowhere")?;
            node = here.entry(command.clone()).or_default().then.as_mut();
        }
        let mut answers = play(commands)?;
        let last = answers.pop().ok_or("nothing was asked")?;
        let mut node = Some(&mut self.root);
        for (at, command) in commands.iter().enumerate() {
            let exchange = node.and_then(|node| node.get_mut(command));
            let exchange = exchange.ok_or("the way is there")?;
            if at + 1 == commands.len() {
                *exchange = last.clone();
            }
            node = exchange.then.as_mut();
        }
        serde_json::to_string(&last).map_err(|error| error.to_string())
    }
}

/// Plays each way to its end; what is on it is taken over as it goes.
fn ask_again(node: &mut Node) -> Result<(), String> {
    for way in ways(node) {
        let answers = play(&way)?;
        take_over(node, &way, answers)?;
    }
    Ok(())
}

/// Puts what came of a way in the place of what is recorded.
fn take_over(node: &mut Node, way: &[String], mut answers: Vec<Exchange>) -> Result<(), String> {
    let Some((command, rest)) = way.split_first() else {
        return Ok(());
    };
    let mut answer = answers.remove(0);
    let exchange = node.get_mut(command).ok_or("the way is there")?;
    if exchange.then.is_some() != answer.then.is_some() {
        return Err(format!("{command} leads elsewhere now; record it anew"));
    }
    answer.then = exchange.then.take();
    *exchange = answer;
    match &mut exchange.then {
        Some(then) => take_over(then, rest, answers),
        // A question leads nowhere.
        None => take_over(node, rest, answers),
    }
}

/// The ways that together meet every command: questions are asked along a way
/// that goes on.
fn ways(node: &Node) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let mut questions = Vec::new();
    for (command, exchange) in node {
        let Some(then) = &exchange.then else {
            questions.push(command.clone());
            continue;
        };
        let mut below = ways(then);
        if below.is_empty() {
            below.push(Vec::new());
        }
        for mut way in below {
            way.insert(0, command.clone());
            out.push(way);
        }
    }
    match out.first_mut() {
        Some(first) => {
            first.splice(0..0, questions);
        }
        None if !questions.is_empty() => out.push(questions),
        None => {}
    }
    out
}

/// What a new desk answers to these commands, one after the other.
fn play(commands: &[String]) -> Result<Vec<Exchange>, String> {
    let world = World::new();
    let ask = |command: &String| {
        let asked: Vec<Value> =
            serde_json::from_str(command).map_err(|error| format!("{command}: {error}"))?;
        let (answer, failed) = match world.ask(asked)? {
            Ok(answer) => (answer, false),
            Err(error) => (serde_json::to_value(error).expect("JSON"), true),
        };
        let moves = !failed && world.moves(command);
        Ok(Exchange {
            answer: world.plain(answer),
            failed,
            told: match moves {
                true => world.told(),
                false => Vec::new(),
            },
            then: moves.then(Node::new),
        })
    };
    commands.iter().map(ask).collect()
}

/// Values that stand apart.
#[derive(Default)]
struct Values {
    list: Vec<Value>,
    known: BTreeMap<String, usize>,
}

impl Values {
    /// The value with its long parts, and then itself, apart.
    fn apart(&mut self, value: Value) -> Value {
        let is_node = value.get("then").is_some() || value.get("answer").is_some();
        let value: Value = match value {
            Value::Array(items) => items.into_iter().map(|own| self.apart(own)).collect(),
            Value::Object(parts) => parts
                .into_iter()
                .map(|(name, own)| {
                    let own = self.apart(own);
                    (name, own)
                })
                .collect(),
            plain => return plain,
        };
        let text = value.to_string();
        // The tree itself stays to be read.
        if is_node || text.len() < LONG || text.contains("\"answer\":") {
            return value;
        }
        let next = self.list.len();
        let at = *self.known.entry(text).or_insert(next);
        if at == next {
            self.list.push(value);
        }
        json!({ "$": at })
    }
}

/// The value with all that stands apart in its place.
fn whole(value: &Value, values: &[Value]) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|own| whole(own, values)).collect(),
        Value::Object(parts) => {
            let at = parts.get("$").and_then(Value::as_u64);
            let at = at.and_then(|at| usize::try_from(at).ok());
            if let Some(own) = at.and_then(|at| values.get(at)) {
                return whole(own, values);
            }
            let parts = parts.iter();
            parts
                .map(|(name, own)| (name.clone(), whole(own, values)))
                .collect()
        }
        plain => plain.clone(),
    }
}
