"""The doors for hostile input: limits, encodings, XML, archives and HTML cleaning. Nothing here opens a network or a second file."""
