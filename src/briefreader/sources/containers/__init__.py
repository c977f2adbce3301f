"""Takes the documents out of files that hold several: feeds, mail, mailboxes, JSON, tables and archives."""
