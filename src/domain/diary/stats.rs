//! Owns medians, ranges and change; says when there is too little data. Depends on series.
