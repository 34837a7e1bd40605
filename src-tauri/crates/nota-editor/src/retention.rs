//! Which versions of a nota are kept, by number and age. Times are
//! milliseconds since 1970; who asks says what time it is.

/// The number of versions of one nota that are kept.
const MOST: usize = 200;

/// How long a version is kept: a hundred days.
const OLDEST: u64 = 100 * 24 * 60 * 60 * 1000;

/// After how much writing a version is kept without saving: ten minutes.
pub const INTERVAL: u64 = 10 * 60 * 1000;

/// Which of these versions may go, by their place in `times`. The oldest go
/// first, and the newest never goes.
pub fn surplus(times: &[u64], now: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(times.get(*place).copied()));
    let goes = |(rank, place): (usize, usize)| {
        let time = times.get(place).copied().unwrap_or(now);
        let is_old = now.saturating_sub(time) > OLDEST;
        (rank > 0 && (rank >= MOST || is_old)).then_some(place)
    };
    order.into_iter().enumerate().filter_map(goes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 60 * 60 * 1000;

    #[test]
    fn the_oldest_go_first_and_the_newest_never() {
        let now = 1_000 * DAY;
        let times = [now - 300 * DAY, now - 200 * DAY, now - 5 * DAY];
        assert_eq!(surplus(&times, now), [1, 0]);
        assert_eq!(surplus(&[now - 900 * DAY], now), [0; 0]);
        assert_eq!(surplus(&[], now), [0; 0]);
    }

    #[test]
    fn there_are_never_more_than_the_most_whatever_their_order() {
        let times: Vec<u64> = (0..1_000).map(|number| number * 7919 % 1_000).collect();
        let gone = surplus(&times, 1_000);
        assert_eq!(gone.len(), 800);
        let youngest_gone = gone.iter().map(|place| times[*place]).max();
        assert_eq!(youngest_gone, Some(799));
    }

    #[test]
    fn a_clock_that_was_ahead_takes_nothing() {
        assert_eq!(surplus(&[10 * DAY, 5], 0), [0; 0]);
    }
}
