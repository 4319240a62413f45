"""Commands: what each word of the command line does; what a command needs is imported when it is given."""
