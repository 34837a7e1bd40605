//! What a person does with the mouse beyond clicking on what has a name.

use thirtyfour::{Key, WebElement};

use crate::person::Person;

impl Person {
    /// Clicks on a page, at so many hundredths of its width and height.
    pub fn clicks_on_page(&self, number: usize, across: f64, down: f64) {
        let page = self.find("page", &format!("Pagina {number} "));
        let rect = self
            .runtime
            .block_on(page.rect())
            .expect("the page's place");
        let (x, y) = (
            (rect.x + rect.width * across / 100.0) as i64,
            (rect.y + rect.height * down / 100.0) as i64,
        );
        let click = self.driver().action_chain().move_to(x, y).click();
        self.runtime
            .block_on(click.perform())
            .expect("a click on the page");
    }

    /// Takes hold of the edge of a pane and moves it by so many pixels.
    pub fn drags_edge(&self, name: &str, right: i64, down: i64) {
        let edge = self.find("edge", name);
        let (x, y) = self.middle_of(&edge);
        let mut drag = self.driver().action_chain().move_to(x, y).click_and_hold();
        // In two steps, as a hand does.
        for part in [2, 1] {
            drag = drag.move_to(x + right / part, y + down / part);
        }
        let done = self.runtime.block_on(drag.release().perform());
        done.unwrap_or_else(|error| panic!("\"{name}\" cannot be moved: {error}"));
    }

    /// Drags over the text, from the start of some words to the end of others.
    pub fn drags_over(&self, first: &str, last: &str) {
        let (from, to) = (self.find("words", first), self.find("words", last));
        let start = self.runtime.block_on(from.rect()).expect("its place");
        let end = self.runtime.block_on(to.rect()).expect("its place");
        let (x, y) = (start.x as i64 + 1, (start.y + start.height / 2.0) as i64);
        let there = (
            (end.x + end.width) as i64 - 1,
            (end.y + end.height / 2.0) as i64,
        );
        let mut drag = self.driver().action_chain().move_to(x, y).click_and_hold();
        for part in [8, 4, 2, 1] {
            drag = drag.move_to(x + (there.0 - x) / part, y + (there.1 - y) / part);
        }
        let done = self.runtime.block_on(drag.release().perform());
        done.unwrap_or_else(|error| panic!("from \"{first}\" to \"{last}\": {error}"));
    }

    /// Clicks at the start of a paragraph with Shift held down.
    pub fn clicks_with_shift(&self, words: &str) {
        let rect = self.runtime.block_on(self.find("words", words).rect());
        let rect = rect.expect("its place");
        let click = self
            .driver()
            .action_chain()
            .key_down(Key::Shift)
            .move_to(rect.x as i64 + 1, (rect.y + rect.height / 2.0) as i64)
            .click()
            .key_up(Key::Shift);
        let done = self.runtime.block_on(click.perform());
        done.unwrap_or_else(|error| panic!("\"{words}\": {error}"));
    }

    /// Clicks in the middle of a paragraph that begins with these words.
    pub fn clicks_in(&self, words: &str) {
        let (x, y) = self.middle_of(&self.find("words", words));
        let click = self.driver().action_chain().move_to(x, y).click();
        let done = self.runtime.block_on(click.perform());
        done.unwrap_or_else(|error| panic!("\"{words}\": {error}"));
    }

    /// Clicks on words in the text with Ctrl held down.
    pub fn clicks_with_ctrl(&self, words: &str) {
        let (x, y) = self.middle_of(&self.find("words", words));
        let click = self
            .driver()
            .action_chain()
            .key_down(Key::Control)
            .move_to(x, y)
            .click()
            .key_up(Key::Control);
        let done = self.runtime.block_on(click.perform());
        done.unwrap_or_else(|error| panic!("\"{words}\": {error}"));
    }

    /// Clicks with the right button on what is called so. The web view's own menu
    /// never comes up.
    pub fn clicks_right(&self, kind: &str, name: &str) {
        let (x, y) = self.middle_of(&self.find(kind, name));
        self.script(
            "window.kwamMenu = null; window.addEventListener('contextmenu', \
             (event) => setTimeout(() => { window.kwamMenu = !event.defaultPrevented }), \
             { once: true, capture: true })",
            Vec::new(),
        );
        let click = self.driver().action_chain().move_to(x, y).context_click();
        let done = self.runtime.block_on(click.perform());
        done.unwrap_or_else(|error| panic!("\"{name}\": {error}"));
        crate::person::wait_until("the right button is heard, and no other menu came", || {
            self.script("return window.kwamMenu", Vec::new()) == serde_json::Value::Bool(false)
        });
    }

    fn middle_of(&self, element: &WebElement) -> (i64, i64) {
        let rect = self.runtime.block_on(element.rect()).expect("its place");
        (
            (rect.x + rect.width / 2.0) as i64,
            (rect.y + rect.height / 2.0) as i64,
        )
    }
}
