//! Work that is done side by side.

use crate::{Error, Result};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// Works on `items` in order, in so many threads; findings in the same order. After an error nothing
/// more is begun.
///
/// # Errors
/// The first of `work`.
pub fn side_by_side<I: Sync, T: Send>(
    threads: usize,
    items: &[I],
    work: impl Fn(&I) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut found = Vec::new();
        loop {
            let at = next.fetch_add(1, SeqCst);
            let Some(item) = items.get(at) else {
                return Ok(found);
            };
            match work(item) {
                Ok(one) => found.push((at, one)),
                Err(error) => {
                    next.store(items.len(), SeqCst);
                    return Err(error);
                }
            }
        }
    };
    let early = |_| Err(Error::Design("a thread of the sweep ended early".into()));
    let found: Vec<Result<Vec<(usize, T)>>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
        let ended = threads.into_iter();
        ended.map(|t| t.join().unwrap_or_else(early)).collect()
    });
    let found: Result<Vec<Vec<(usize, T)>>> = found.into_iter().collect();
    let mut found: Vec<(usize, T)> = found?.into_iter().flatten().collect();
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().map(|(_, one)| one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_keep_the_order_and_an_error_ends_it() {
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(side_by_side(3, &items, |&n| Ok(n)).unwrap(), items);
        let done = AtomicUsize::new(0);
        let failing = side_by_side(1, &items, |&n| {
            done.fetch_add(1, SeqCst);
            if n == 5 {
                Err(Error::Check("5".into()))
            } else {
                Ok(n)
            }
        });
        assert_eq!(failing.unwrap_err().to_string(), "5");
        assert_eq!(done.into_inner(), 6);
    }
}
