"""The windows of Gegenlesen: a desk on Qt Widgets over the engine in `app`. Holds no rule about text."""
