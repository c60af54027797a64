//! Owns the stand-in for the browser's cryptography: it never waits, and lets the steps around it be tested.

use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Waker};

use tailored::storage::lock::Cipher;

/// Not cryptography: bytes that only the same key gives back, and a sum that finds any change.
#[derive(Default)]
pub struct Toy {
    n_drawn: AtomicU32,
}

fn stream(key: &[u8], nonce: &[u8], bound_to: &str) -> impl Iterator<Item = u8> + use<> {
    let parts = [key, nonce, bound_to.as_bytes()].concat();
    let mut state = parts.iter().fold(0xcbf2_9ce4_8422_2325_u64, |state, byte| {
        (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    std::iter::repeat_with(move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as u8
    })
}

impl Cipher for Toy {
    fn random(&self, n_bytes: usize) -> Option<Vec<u8>> {
        let n = self.n_drawn.fetch_add(1, Ordering::Relaxed);
        Some(stream(&n.to_le_bytes(), &[], "").take(n_bytes).collect())
    }

    async fn derive(&self, passphrase: &str, salt: &[u8], iterations: u32) -> Option<Vec<u8>> {
        let bytes = stream(passphrase.as_bytes(), salt, &iterations.to_string());
        Some(bytes.take(32).collect())
    }

    async fn seal(&self, key: &[u8], nonce: &[u8], bound_to: &str, text: &[u8]) -> Option<Vec<u8>> {
        let sum = stream(key, text, bound_to).take(16);
        let plain = text.iter().copied().chain(sum);
        Some(
            plain
                .zip(stream(key, nonce, bound_to))
                .map(|(a, b)| a ^ b)
                .collect(),
        )
    }

    async fn open(
        &self,
        key: &[u8],
        nonce: &[u8],
        bound_to: &str,
        sealed: &[u8],
    ) -> Option<Vec<u8>> {
        let plain = sealed.iter().zip(stream(key, nonce, bound_to));
        let mut plain: Vec<u8> = plain.map(|(a, b)| a ^ b).collect();
        let sum = plain.split_off(plain.len().checked_sub(16)?);
        stream(key, &plain, bound_to)
            .take(16)
            .eq(sum)
            .then_some(plain)
    }
}

/// The toy never waits, so neither does anything that is built on it.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits for something"),
    }
}
