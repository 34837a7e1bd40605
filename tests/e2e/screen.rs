//! What stands where on the screen: sizes, what is cut off, what is on a page.

use serde_json::{Value, json};

use crate::person::{Person, wait_until};

const CUT_OFF: &str = include_str!("cut-off.js");

impl Person {
    /// Gives the window a size, in pixels.
    pub fn resizes_the_window(&self, width: u32, height: u32) {
        let resize = self.driver().set_window_rect(0, 0, width, height);
        self.runtime.block_on(resize).expect("another size");
        wait_until("the window has its size", || {
            let size = self.script("return [innerWidth, innerHeight]", Vec::new());
            size == json!([width, height])
        });
    }

    /// How wide or high the pane with this edge is, in pixels.
    pub fn size_at(&self, edge: &str) -> i64 {
        self.find("edge", edge);
        self.ask("size", json!([edge])).as_i64().expect("a size")
    }

    /// Whether the pane with this edge is there.
    pub fn has_edge(&self, edge: &str) -> bool {
        self.ask("size", json!([edge])).is_number()
    }

    /// Waits until this text is on a page.
    pub fn reads_on_page(&self, number: usize, text: &str) {
        wait_until(&format!("\"{text}\" is on page {number}"), || {
            let page = self.ask("pageText", json!([number]));
            page.as_str().is_some_and(|page| page.contains(text))
        });
    }

    /// Waits until a page is drawn.
    pub fn sees_page(&self, number: usize) {
        let page = json!(format!("Pagina {number} "));
        wait_until(&format!("page {number} is drawn"), || {
            self.ask("isDrawn", json!([page])) == Value::Bool(true)
        });
    }

    /// Nothing on the screen is cut off, out of reach, or scrolls sideways.
    pub fn can_read_all(&self, screen: &str) {
        self.look(screen);
        let found = self.script(CUT_OFF, Vec::new());
        let found = found.as_array().into_iter().flatten();
        let found: Vec<&str> = found.filter_map(Value::as_str).collect();
        assert!(found.is_empty(), "{screen}:\n{}", found.join("\n"));
    }
}
