//! What a map says: peak, pit, end, gaps. Must not know the screen.
