"""Opens the archives of word processors, and reads what their files say of themselves."""
