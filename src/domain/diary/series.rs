//! Owns day and week aggregation, with gaps kept as gaps. Depends on entry.
