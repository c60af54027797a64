//! Owns what goes on page one and page two of the hand-out and what gives way when space is short.
