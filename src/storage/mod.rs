//! The one door to saved data.
