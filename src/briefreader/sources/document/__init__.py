"""Makes a document of the paragraphs and fields that the reader of any kind of file found."""
