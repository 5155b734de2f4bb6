//! Events: who did what to whom, according to whom.
